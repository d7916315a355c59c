package org.eportfolio.exchange.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eportfolio.core.Refusals.refused;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.eportfolio.ConflictException;
import org.eportfolio.NotFoundException;
import org.eportfolio.PageRequest;
import org.eportfolio.core.Desk;
import org.eportfolio.core.ErasureFile;
import org.eportfolio.core.Portfolio;
import org.eportfolio.core.Stores;
import org.eportfolio.exchange.Extent;
import org.eportfolio.exchange.ImportReport;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.SealId;
import org.eportfolio.privacy.ErasurePlan;
import org.eportfolio.privacy.ErasureReceipt;
import org.eportfolio.school.Actor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rows D4 and D9: no archive brings back what was erased without saying so, and an erasure spoils no archive. */
class ErasedArchiveTest extends Archives {
    private static final PersonId EMMA = PersonId.of("emma");

    @AfterEach
    void everything_is_whole() {
        assertThat(school.head.safekeeping().check().sound()).isTrue();
    }

    private ErasureReceipt erased(Desk head, PersonId person, boolean keepingSeals) {
        school.clock.advance(Duration.ofHours(1));
        ErasurePlan plan = head.privacy().planErasure(person);
        while (!plan.undecided().isEmpty()) {
            SealId seal = plan.undecided().iterator().next();
            plan = keepingSeals
                    ? head.privacy().keepSeal(plan, seal, "Décidé")
                    : head.privacy().dropSeal(plan, seal, "Décidé");
        }
        return head.privacy().erase(plan);
    }

    private static List<String> remarks(ImportReport report) {
        return report.remarks().stream()
                .map(each -> each.what().in(Locale.ENGLISH))
                .toList();
    }

    @Test
    void an_archive_of_the_erased_dossier_alone_is_refused() throws IOException {
        Path archive = exported(school.head, emmas());
        erased(school.head, EMMA, false);
        long before = school.journalLength();
        refused(ConflictException.class, "was erased here", "effacé ici", () -> imported(school.head, archive));
        assertThat(school.journalLength()).isEqualTo(before);
        assertThat(school.head.privacy().requests(PageRequest.first(9)).items()).isEmpty();
        refused(
                NotFoundException.class,
                "person",
                "personne",
                () -> school.head.privacy().planErasure(EMMA));
    }

    @Test
    void a_take_away_of_the_erased_dossier_is_refused() throws IOException {
        Path archive = exported(school.emma, emmas(), "take-away");
        erased(school.head, EMMA, false);
        refused(ConflictException.class, "was erased here", "effacé ici", () -> imported(school.head, archive));
    }

    @Test
    void an_archive_of_the_class_leaves_the_erased_person_out_and_says_so() throws IOException {
        Path archive = exported(school.head, new Extent.OfCohort(school.cohort));
        erased(school.head, EMMA, false);
        ImportReport report = imported(school.head, archive);
        assertThat(remarks(report))
                .anySatisfy(each -> assertThat(each).contains("This dossier was erased here"))
                .anySatisfy(each -> assertThat(each).contains("This person was erased here"));
        refused(
                NotFoundException.class,
                "person",
                "personne",
                () -> school.head.privacy().planErasure(EMMA));
    }

    @Test
    void everything_after_an_erasure_is_restored_elsewhere_whichever_way_seals_went() throws IOException {
        for (boolean keeping : List.of(true, false)) {
            PersonId person = PersonId.of(keeping ? "emma" : "yanis");
            erased(school.head, person, keeping);
            Path all = exported(school.head, new Extent.OfOrganisation());
            try (Portfolio there = elsewhere()) {
                imported(there.as(Actor.system()), all);
                Desk head = there.as(school.head.actor());
                assertThat(head.safekeeping().check().sound()).isTrue();
                assertThat(exported(head, new Extent.OfOrganisation())).hasSameBinaryContentAs(all);
            }
        }
    }

    @Test
    void a_copy_elsewhere_that_follows_the_erasure_keeps_no_levels_of_what_is_gone() throws IOException {
        Path before = exported(school.head, emmas());
        erased(school.head, EMMA, true);
        Path after = exported(school.head, emmas());
        try (Portfolio there = elsewhere()) {
            Desk head = there.setUp("principale");
            imported(head, before);
            assertThat(remarks(imported(head, after)))
                    .anySatisfy(each -> assertThat(each).contains("goes on"));
            assertThat(head.safekeeping().check().journal().faults()).isEmpty();
        }
    }

    @Test
    void a_whole_school_is_restored_beside_a_register_and_erased_again() throws IOException {
        Path before = exported(school.head, new Extent.OfOrganisation());
        ErasureReceipt receipt = erased(school.head, EMMA, false);
        ErasureFile register = ErasureFile.at(folder.resolve("school.db.erasures.jsonl"));
        register.keep(receipt);
        try (Portfolio there = Portfolio.with(Stores.IN_MEMORY.open(folder))
                .clock(school.clock)
                .erasures(register)
                .build()) {
            ImportReport report = imported(there.as(Actor.system()), before);
            assertThat(remarks(report))
                    .anySatisfy(each ->
                            assertThat(each).contains("older than an erasure").contains("erased again"));
            Desk head = there.as(school.head.actor());
            refused(
                    NotFoundException.class,
                    "person",
                    "personne",
                    () -> head.privacy().planErasure(EMMA));
            assertThat(head.safekeeping().check().sound()).isTrue();
        }
    }
}
