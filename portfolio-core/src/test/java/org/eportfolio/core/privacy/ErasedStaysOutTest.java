package org.eportfolio.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eportfolio.PageRequest;
import org.eportfolio.archive.ImportedArchive;
import org.eportfolio.core.Desk;
import org.eportfolio.core.KeptArchive;
import org.eportfolio.core.Portfolio;
import org.eportfolio.core.Story;
import org.eportfolio.dossier.GroupProduction;
import org.eportfolio.dossier.NewGroup;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.id.PersonId;
import org.eportfolio.privacy.ErasureReceipt;
import org.eportfolio.school.Actor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows D4 and D6: no file from before an erasure brings the person back into what others keep. */
class ErasedStaysOutTest extends Story {
    private static final PersonId MALO = PersonId.of("malo");
    private static final PersonId EMMA = PersonId.of("emma");
    private static final String WORDS = "MALO-A-CHOISI-LES-IMAGES";

    @BeforeEach
    void emma_and_malo_made_a_site() {
        school.madeTogether();
    }

    @AfterEach
    void the_school_is_sound() {
        assertThat(school.head.safekeeping().check().sound()).isTrue();
    }

    private ErasureReceipt erased() {
        school.clock.advance(Duration.ofHours(1));
        return school.head.privacy().erase(school.head.privacy().planErasure(MALO));
    }

    private KeptArchive takenAway() throws IOException {
        KeptArchive taken = new KeptArchive();
        school.emma.archives().takeAway(school.dossier, taken);
        return taken;
    }

    /** Everything that the school keeps in dossiers, as text. */
    private static String kept(Desk head) throws IOException {
        KeptArchive all = new KeptArchive();
        head.archives().organisation(all);
        List<String> bodies = new ArrayList<>();
        all.kinds().forEach(kind -> all.rows(kind).forEachRemaining(row -> bodies.add(row.body())));
        return bodies.toString();
    }

    private static void nothingOfMalo(Desk head, ErasureReceipt receipt) throws IOException {
        assertThat(kept(head))
                .doesNotContain("\"malo\"", WORDS)
                .contains(receipt.pseudonym().value());
    }

    private static List<String> remarks(ImportedArchive imported) {
        return imported.remarks().stream()
                .map(each -> each.what().in(Locale.ENGLISH))
                .toList();
    }

    @Test
    void a_take_away_from_before_brings_neither_the_classmates_id_nor_their_words() throws IOException {
        KeptArchive before = takenAway();
        ErasureReceipt receipt = erased();
        school.emma.productions().add(school.dossier, NewProduction.titled("Écrit depuis"));
        nothingOfMalo(school.head, receipt);
        school.head.archives().importFrom(before);
        nothingOfMalo(school.head, receipt);
    }

    @Test
    void what_stands_beside_is_under_the_pseudonym_and_the_report_says_so() throws IOException {
        var gone = school.emma.productions().add(school.dossier, NewProduction.titled("Retiré depuis"));
        KeptArchive before = takenAway();
        ErasureReceipt receipt = erased();
        school.emma.productions().remove(gone);
        ImportedArchive imported = school.head.archives().importFrom(before);
        assertThat(remarks(imported))
                .anySatisfy(each ->
                        assertThat(each).contains("was erased here on").contains("what comes is under the pseudonym"));
        var earlier = school.emma.dossiers().earlier(EMMA);
        assertThat(earlier).hasSize(1);
        assertThat(school.emma
                        .productions()
                        .list(earlier.get(0).dossier(), PageRequest.first(10))
                        .items()
                        .toString())
                .contains("Retiré depuis", "EMMA-A-FAIT-LE-PLAN");
        nothingOfMalo(school.head, receipt);
        ImportedArchive again = school.head.archives().importFrom(before);
        assertThat(again.counts().values())
                .allSatisfy(each -> assertThat(each.added()).isZero());
        assertThat(school.emma.dossiers().earlier(EMMA)).hasSize(1);
    }

    @Test
    void the_same_where_the_school_kept_their_name() throws IOException {
        school.head.people().name(MALO, "Malo Exemple");
        var gone = school.emma.productions().add(school.dossier, NewProduction.titled("Retiré depuis"));
        KeptArchive before = takenAway();
        ErasureReceipt receipt = erased();
        school.emma.productions().remove(gone);
        school.head.archives().importFrom(before);
        assertThat(kept(school.head)).doesNotContain("Malo Exemple");
        nothingOfMalo(school.head, receipt);
    }

    @Test
    void a_dossier_that_was_lost_comes_with_its_chain_and_is_erased_again_in_the_same_load() throws IOException {
        school.head.people().name(MALO, "Malo Exemple");
        KeptArchive cohort = new KeptArchive();
        school.head.archives().cohort(school.cohort, cohort);
        KeptArchive taken = takenAway();
        ErasureReceipt receipt = erased();
        for (KeptArchive each : List.of(cohort, taken)) {
            try (Portfolio rebuilt = Portfolio.with(stores.open(Files.createTempDirectory(folder, "rebuilt")))
                    .clock(school.clock)
                    .build()) {
                Desk head = rebuilt.setUp("proviseure");
                head.privacy().reapply(List.of(receipt));
                ImportedArchive imported = head.archives().importFrom(each);
                assertThat(remarks(imported))
                        .anySatisfy(remark -> assertThat(remark).contains("what comes is under the pseudonym"));
                nothingOfMalo(head, receipt);
                assertThat(rebuilt.as(Actor.of("emma")).dossiers().earlier(EMMA))
                        .hasSize(1);
                assertThat(head.journal().verify().faults()).isEmpty();
                assertThat(head.safekeeping().check().sound()).isTrue();
            }
        }
    }

    @Test
    void where_nothing_shows_for_certain_who_it_was_the_copy_stays_out() throws IOException {
        PersonId lina = PersonId.of("lina");
        GroupProduction group = school.emma
                .groups()
                .start(
                        school.dossier,
                        NewGroup.of(NewProduction.titled("Affiche").writing("Esquisse"))
                                .with("lina"));
        Desk linas = school.as("lina");
        linas.groups().accept(group.id(), linas.dossiers().open(school.sno));
        KeptArchive before = takenAway();
        school.emma.groups().invite(group.id(), PersonId.of("yanis"));
        Desk yanis = school.as("yanis");
        yanis.groups().accept(group.id(), yanis.dossiers().open(school.sno));
        school.clock.advance(Duration.ofHours(1));
        school.head.privacy().erase(school.head.privacy().planErasure(lina));

        assertThat(remarks(school.head.archives().importFrom(before)))
                .anySatisfy(each -> assertThat(each).contains("whom nothing in the archive shows for certain"));
        assertThat(school.emma.dossiers().earlier(EMMA)).isEmpty();
        assertThat(kept(school.head)).doesNotContain("\"lina\"");
    }
}
