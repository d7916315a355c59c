package org.eportfolio.exchange.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eportfolio.core.Refusals.refused;
import static org.eportfolio.school.Members.learners;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eportfolio.CancelledException;
import org.eportfolio.ConflictException;
import org.eportfolio.DeniedException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.NotFoundException;
import org.eportfolio.PageRequest;
import org.eportfolio.assessment.NewPositioning;
import org.eportfolio.core.BundledFrameworks;
import org.eportfolio.core.Desk;
import org.eportfolio.core.ExampleScales;
import org.eportfolio.core.Portfolio;
import org.eportfolio.core.VosReves;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.exchange.Extent;
import org.eportfolio.exchange.ImportOptions;
import org.eportfolio.exchange.ImportReport;
import org.eportfolio.exchange.LossReport;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Actor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows D6, D9 and E1: what is imported meets what is there. */
class MergingTest extends Archives {
    private Path archive = Path.of("");

    @BeforeEach
    void emmas_dossier_is_archived() throws IOException {
        archive = exported(school.head, emmas());
    }

    private static List<String> remarks(ImportReport report) {
        return report.remarks().stream()
                .map(each -> each.what().in(Locale.ENGLISH))
                .toList();
    }

    @Test
    void importing_twice_changes_nothing() throws IOException {
        long before = school.journalLength();

        ImportReport report = imported(school.head, archive);

        assertThat(school.journalLength()).isEqualTo(before);
        assertThat(report.remarks()).isEmpty();
        assertThat(report.counts().values()).allMatch(each -> each.added() + each.changed() + each.leftOut() == 0);
        assertThat(exported(school.head, emmas())).hasSameBinaryContentAs(archive);
    }

    @Test
    void a_newer_version_of_the_same_dossier_is_merged_and_told() throws IOException {
        try (Portfolio there = elsewhere()) {
            Desk head = there.setUp("directrice");
            var passing = school.emma
                    .productions()
                    .add(school.dossier, NewProduction.titled("Pour un temps").writing("Oui."));
            imported(head, exported(school.head, emmas()));
            school.emma
                    .productions()
                    .add(school.dossier, NewProduction.titled("Une de plus").writing("Oui."));
            school.positioned(school.petit, "C3.1", "acquis");
            school.emma.productions().remove(passing);
            Path newer = exported(school.head, emmas());

            ImportReport report = imported(head, newer);

            assertThat(remarks(report)).singleElement().asString().contains("goes on where this dossier stood");
            assertThat(report.counts().get("production")).isEqualTo(new ImportReport.Count(1, 1, 2, 0));
            assertThat(exported(head, emmas())).hasSameBinaryContentAs(newer);
            assertThat(head.journal().verify().faults()).isEmpty();
        }
    }

    @Test
    void an_older_version_changes_nothing_and_says_so() throws IOException {
        school.positioned(school.petit, "C3.1", "acquis");
        Path now = exported(school.head, emmas());

        assertThat(remarks(imported(school.head, archive)))
                .singleElement()
                .asString()
                .contains("nothing changed");

        assertThat(exported(school.head, emmas())).hasSameBinaryContentAs(now);
    }

    @Test
    void a_dossier_that_went_on_in_both_places_is_refused_with_the_entry_where_they_part() throws IOException {
        try (Portfolio there = elsewhere()) {
            imported(there.as(Actor.system()), exported(school.head, new Extent.OfOrganisation()));
            Desk head = there.as(school.head.actor());
            there.as(Actor.of("m.durand"))
                    .assessments()
                    .position(
                            school.dossier, NewPositioning.of("C1.2", "acquis").because("Ici."));
            school.positioned(school.petit, "C3.1", "acquis");
            Path newer = exported(school.head, emmas());
            Path here = exported(head, emmas());

            refused(
                    ConflictException.class,
                    "its journals part at entry",
                    "ses journaux divergent à l'écriture",
                    () -> imported(head, newer));
            assertThat(exported(head, emmas())).hasSameBinaryContentAs(here);
        }
    }

    @Test
    void a_dry_run_tells_the_same_and_writes_nothing() throws IOException {
        try (Portfolio there = elsewhere()) {
            Desk head = there.setUp("directrice");
            ImportReport dry = EXCHANGE.importFrom(
                    head, archive, ImportOptions.ofDefaults().dry());

            assertThat(dry.dryRun()).isTrue();
            assertThatThrownBy(() -> head.dossiers().get(school.dossier)).isInstanceOf(NotFoundException.class);
            assertThat(imported(head, archive).counts()).isEqualTo(dry.counts());
        }
    }

    @Test
    void whoever_cancels_finds_everything_as_it_was() throws IOException {
        try (Portfolio there = elsewhere()) {
            Desk head = there.setUp("directrice");
            String before = head.journal().verify().toString();
            for (int after = 0; after < 3; after++) {
                int[] left = {after};
                assertThatThrownBy(() -> EXCHANGE.importFrom(
                                head, archive, null, ImportOptions.ofDefaults(), (done, total) -> left[0]-- > 0))
                        .isInstanceOf(CancelledException.class);
                assertThat(head.journal().verify()).hasToString(before);
            }
        }
    }

    @Test
    void in_another_school_it_is_history_gives_nobody_a_right_and_converts_no_level() throws IOException {
        Path all = exported(school.head, new Extent.OfOrganisation());
        try (Portfolio there = elsewhere()) {
            Desk head = there.setUp("directrice");
            head.frameworks().adopt(BundledFrameworks.MC_SNO, ExampleScales.THREE_DEGREES_OF_AUTONOMY);

            ImportReport report = imported(head, all);

            assertThat(report.counts().get("grant").leftOut()).isPositive();
            assertThat(report.counts().get("grant").added()).isZero();
            for (String author : List.of("m.durand", "mme.petit", "proviseure")) {
                assertThatThrownBy(() -> there.as(Actor.of(author)).progress().of(school.dossier))
                        .as(author)
                        .isInstanceOf(NotFoundException.class);
            }
            assertThat(VosReves.reading(head, school.dossier)
                            .progress()
                            .of(school.dossier)
                            .toString())
                    .isEqualTo(
                            school.headReading().progress().of(school.dossier).toString());
            assertThat(head.journal().verify().faults()).isEmpty();
        }
    }

    @Test
    void a_link_opens_nothing_in_the_new_place() throws IOException {
        var showcases = school.emma
                .showcases()
                .list(school.dossier, PageRequest.first(10))
                .items();
        var bearer = Actor.bearing(school.emma
                .shares()
                .share(school.dossier, showcases.get(0).id(), VosReves.TODAY.plusDays(9))
                .token()
                .text());
        Path with = exported(school.head, emmas());
        school.portfolio.as(bearer).shared().showcase();
        try (Portfolio there = elsewhere()) {
            Desk head = there.setUp("directrice");
            imported(head, with);

            assertThatThrownBy(() -> there.as(bearer).shared().showcase()).isInstanceOf(NotFoundException.class);
        }
    }

    @Test
    void a_namesake_is_not_taken_for_the_learner_nor_a_cohort_for_another_of_its_name() throws IOException {
        try (Portfolio there = elsewhere()) {
            Desk head = there.setUp("directrice");
            head.people().name(PersonId.of("emma"), "Emma Autre");
            refused(
                    ConflictException.class,
                    "perhaps another person",
                    "peut-être une autre personne",
                    () -> imported(head, archive));

            head.people().name(PersonId.of("emma"), "Emma Exemplaire");
            head.cohorts().enrol(VosReves.CLASS, learners("zoe"));
            ImportReport report = imported(head, archive);

            assertThat(remarks(report)).anyMatch(each -> each.contains("is here already under another id"));
            assertThat(head.cohorts().list(PageRequest.first(100)).items()).hasSize(1);
            assertThat(head.journal().verify().faults()).isEmpty();
        }
    }

    @Test
    void a_forged_membership_opens_no_class_of_this_school() throws IOException {
        Map<String, byte[]> entries = Zips.entries(archive);
        entries.computeIfPresent(
                "records/membership.jsonl",
                (name, bytes) -> new String(bytes, StandardCharsets.UTF_8)
                        .replace("\"learner\":\"emma\"", "\"learner\":\"intrus\"")
                        .replaceAll("\"id\":\"0", "\"id\":\"1")
                        .getBytes(StandardCharsets.UTF_8));
        Path forged = Zips.forged(folder.resolve("forged.zip"), entries);

        ImportReport report =
                EXCHANGE.importFrom(school.head, forged, "archive", ImportOptions.ofDefaults(), (done, total) -> true);

        assertThat(remarks(report)).anyMatch(each -> each.contains("the membership of intrus was not imported"));
        assertThatThrownBy(() -> school.as("intrus")
                        .frameworks()
                        .list(PageRequest.first(100))
                        .items())
                .isInstanceOf(DeniedException.class);
    }

    @Test
    void a_framework_that_is_another_one_here_refuses_all() throws IOException {
        Path framework = exported(
                school.head,
                new Extent.OfFramework(BundledFrameworks.MC_SNO.framework().id()));
        assertThat(imported(school.head, framework).counts().get("framework").same())
                .isEqualTo(1);
        try (Portfolio there = elsewhere()) {
            Desk head = there.setUp("directrice");
            assertThat(imported(head, framework).counts().get("framework").added())
                    .isEqualTo(1);
            assertThat(head.frameworks().list(PageRequest.first(100)).items()).hasSize(1);
        }
    }

    @Test
    void only_a_head_archives_and_brings_in() throws IOException {
        assertThatThrownBy(() -> exported(school.durand, emmas())).isInstanceOf(DeniedException.class);
        assertThatThrownBy(() -> exported(school.emma, emmas())).isInstanceOf(DeniedException.class);
        assertThatThrownBy(() -> exported(school.malo, emmas())).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> imported(school.durand, archive)).isInstanceOf(DeniedException.class);
        assertThatThrownBy(() -> imported(school.portfolio.as(Actor.system()), archive))
                .isInstanceOf(DeniedException.class);
        try (Portfolio there = elsewhere()) {
            refused(
                    InvalidInputException.class,
                    "name its first administrator",
                    "nommez son premier administrateur",
                    () -> imported(there.as(Actor.system()), archive));
        }
    }

    @Test
    void a_learner_takes_away_their_own_dossier_without_what_they_may_not_see() throws IOException {
        Path bag = folder.resolve("emma.zip");
        LossReport lost = EXCHANGE.export(school.emma, emmas(), "take-away", bag);

        assertThat(lost.losses()).extracting(LossReport.Loss::kind).contains("journal");
        String text = Zips.text(bag);
        assertThat(text)
                .contains("Mercanet", "records/production.jsonl")
                .doesNotContain(Year.STAFF_ONLY, "records/alias", "records/link", "records/grant", "journal.jsonl");
        assertThatThrownBy(() -> exported(school.malo, emmas(), "take-away")).isInstanceOf(NotFoundException.class);
        try (Portfolio there = elsewhere()) {
            Desk head = there.setUp("directrice");
            assertThat(remarks(imported(head, bag))).anyMatch(each -> each.contains("without its journal"));
            assertThat(head.journal().verify().faults()).isEmpty();
            assertThat(there.as(Actor.of("emma")).progress().of(school.dossier).toString())
                    .isEqualTo(school.emma.progress().of(school.dossier).toString());
            assertThat(imported(head, bag).counts().get("production").same()).isEqualTo(2);
        }
    }
}
