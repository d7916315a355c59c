package org.eportfolio.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eportfolio.core.privacy.EmmasYear.EMMA;
import static org.eportfolio.core.privacy.EmmasYear.HERS;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.eportfolio.PageRequest;
import org.eportfolio.StorageException;
import org.eportfolio.certification.NewExamFile;
import org.eportfolio.core.Desk;
import org.eportfolio.core.ErasureFile;
import org.eportfolio.core.MutableClock;
import org.eportfolio.core.Portfolio;
import org.eportfolio.core.Refusals;
import org.eportfolio.core.VosReves;
import org.eportfolio.core.learner.PeerClass;
import org.eportfolio.id.PersonId;
import org.eportfolio.privacy.ErasureReceipt;
import org.eportfolio.privacy.ErasureRegister;
import org.eportfolio.sqlite.SqliteStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Row D6: a backup that is older than an erasure is erased again. */
class RestoredBackupTest {
    @TempDir
    Path folder;

    private Path file;
    private Path backup;
    private ErasureFile register;

    @BeforeEach
    void a_backup_is_made_before_emma_is_erased() throws IOException {
        file = folder.resolve("school.db");
        backup = folder.resolve("backup.db");
        register = ErasureFile.at(folder.resolve("erasures.jsonl"));
        EmmasYear year =
                new EmmasYear(PeerClass.over(VosReves.over(SqliteStore.open(file), each -> each.erasures(register))));
        year.school
                .emma
                .seals()
                .seal(year.school
                        .emma
                        .seals()
                        .begin(
                                year.dossier,
                                NewExamFile.forUnit("Épreuve exemple", "Bloc 3").presenting(year.map)));
        year.school.close();
        Files.copy(file, backup);
        erase();
    }

    private void erase() {
        try (Portfolio portfolio = open(file, register)) {
            Desk head = portfolio.setUp("proviseure");
            var plan = head.privacy().planErasure(EMMA);
            head.privacy().erase(head.privacy().dropSeal(plan, plan.seals().get(0), "Sans objet"));
        }
    }

    private static Portfolio open(Path file, ErasureRegister register) {
        MutableClock later = new MutableClock(VosReves.BEGINNING, VosReves.PARIS);
        later.advance(Duration.ofDays(3));
        return Portfolio.with(SqliteStore.open(file))
                .clock(later)
                .erasures(register)
                .build();
    }

    private static boolean says(Path file, String words) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(words);
    }

    @Test
    void opening_it_with_the_register_erases_again_before_anybody_reads() throws IOException {
        assertThat(says(backup, HERS)).isTrue();
        try (Portfolio portfolio = open(backup, register)) {
            Desk head = portfolio.setUp("proviseure");
            assertThat(head.journal().verify().faults()).isEmpty();
            assertThat(head.privacy().receipts(PageRequest.first(10)).items())
                    .extracting(ErasureReceipt::id)
                    .containsExactly(register.receipts().get(0).id());
        }
        assertThat(says(backup, HERS)).isFalse();
        assertThat(says(backup, "\"emma\"")).isFalse();
        long length = Files.size(backup);
        open(backup, register).close();
        assertThat(Files.size(backup)).as("nothing is done twice").isEqualTo(length);
    }

    @Test
    void without_a_register_the_receipts_can_be_given_by_hand() throws IOException {
        try (Portfolio portfolio = Portfolio.with(SqliteStore.open(backup))
                .clock(new MutableClock(VosReves.BEGINNING.plusSeconds(99_999), VosReves.PARIS))
                .build()) {
            Desk head = portfolio.setUp("proviseure");
            List<ErasureReceipt> done = head.privacy().reapply(register.receipts());
            assertThat(done)
                    .singleElement()
                    .satisfies(each -> assertThat(each.pseudonym())
                            .isEqualTo(register.receipts().get(0).pseudonym()));
            assertThat(head.privacy().reapply(register.receipts())).isEmpty();
        }
        assertThat(says(backup, HERS)).isFalse();
    }

    @Test
    void somebody_who_comes_back_under_the_same_id_is_left_alone() {
        try (Portfolio portfolio = open(file, register)) {
            Desk head = portfolio.setUp("proviseure");
            head.cohorts().enrol(VosReves.CLASS, org.eportfolio.school.Members.learners("emma"));
            head.people().name(EMMA, "Emma, de retour");
            assertThat(head.privacy().reapply(register.receipts())).isEmpty();
            assertThat(head.people().named(List.of(EMMA))).containsEntry(EMMA, "Emma, de retour");
        }
    }

    @Test
    void the_register_says_nothing_of_the_person_and_survives_a_line_cut_off() throws IOException {
        Path lines = folder.resolve("erasures.jsonl");
        assertThat(Files.readString(lines)).doesNotContain("emma", HERS).endsWith("\n");
        List<ErasureReceipt> kept = register.receipts();
        assertThat(kept).hasSize(1);
        Files.writeString(lines, Files.readString(lines) + "{\"id\":\"01");
        assertThat(register.receipts()).isEqualTo(kept);
        Files.writeString(lines, "pas du JSON\n");
        Refusals.refused(
                StorageException.class, "register of erasures", "registre des effacements", () -> register.receipts());
        Files.delete(lines);
        open(file, register).close();
        assertThat(register.receipts())
                .as("what the store knows is kept again, with its completion")
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.id()).isEqualTo(kept.get(0).id());
                    assertThat(each.traces()).isEqualTo(kept.get(0).traces());
                    assertThat(each.complete()).isTrue();
                });
    }

    @Test
    void a_receipt_keeps_no_id_from_which_a_person_could_be_guessed() {
        assertThat(register.receipts().get(0).pseudonym()).isNotEqualTo(PersonId.of("emma"));
        assertThat(register.receipts().get(0).traces())
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.id().version()).isEqualTo(7));
    }
}
