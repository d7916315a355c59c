package org.eportfolio.exchange.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eportfolio.core.Refusals.refused;
import static org.eportfolio.school.Members.learners;
import static org.eportfolio.school.Members.teachers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.eportfolio.ConflictException;
import org.eportfolio.DeniedException;
import org.eportfolio.NotFoundException;
import org.eportfolio.PageRequest;
import org.eportfolio.ProgressListener;
import org.eportfolio.archive.Arrival;
import org.eportfolio.assessment.NewClassEntry;
import org.eportfolio.assessment.NewPositioning;
import org.eportfolio.assessment.NewSelfAssessment;
import org.eportfolio.core.BundledFrameworks;
import org.eportfolio.core.Desk;
import org.eportfolio.core.ExampleScales;
import org.eportfolio.core.InMemoryStore;
import org.eportfolio.core.Portfolio;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.dossier.Production;
import org.eportfolio.exchange.Extent;
import org.eportfolio.exchange.LossReport;
import org.eportfolio.framework.Scale;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.SealId;
import org.eportfolio.privacy.ErasurePlan;
import org.eportfolio.privacy.Party;
import org.eportfolio.privacy.PrivacySettings;
import org.eportfolio.school.Actor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows D6 and D9: what arrives from another school is history; it is shown, counted nowhere, and written to by no one. */
class ArrivalTest extends Archives {
    private static final PersonId EMMA = PersonId.of("emma");
    private Path archive = Path.of("");

    @BeforeEach
    void emmas_dossier_is_archived() throws IOException {
        archive = exported(school.head, emmas());
    }

    /** A school with a class of its own, in which Emma is. */
    private record There(Portfolio portfolio, Desk head, Desk teacher, Desk emma, AdoptionId adoption, CohortId cohort)
            implements AutoCloseable {
        @Override
        public void close() {
            portfolio.close();
        }
    }

    private There there(Scale scale) throws IOException {
        Portfolio portfolio = elsewhere();
        Desk head = portfolio.setUp("directrice");
        AdoptionId adoption = head.frameworks().adopt(BundledFrameworks.MC_SNO, scale);
        CohortId cohort = head.cohorts().enrol("1SNO", learners("emma", "noe"), teachers("mme.blanc"));
        return new There(
                portfolio, head, portfolio.as(Actor.of("mme.blanc")), portfolio.as(Actor.of("emma")), adoption, cohort);
    }

    @Test
    void a_dossier_from_a_school_with_another_scale_is_history_beside_the_schools_own() throws IOException {
        try (There there = there(ExampleScales.THREE_DEGREES_OF_AUTONOMY)) {
            imported(there.head(), archive);

            assertThat(there.head().frameworks().adoptions()).hasSize(1);
            DossierId own = there.emma().dossiers().open(there.adoption());
            assertThat(there.teacher().dossiers().of(EMMA))
                    .singleElement()
                    .satisfies(each -> assertThat(each.id()).isEqualTo(own));
            assertThat(there.teacher().progress().matrix(there.cohort()).lines())
                    .allSatisfy(row -> assertThat(row.cells()).isEmpty());
            assertThat(there.emma().dossiers().earlier(EMMA)).singleElement().satisfies(each -> {
                assertThat(each.dossier()).isEqualTo(school.dossier);
                assertThat(each.verified()).isTrue();
                assertThat(each.adoptions()).containsExactly(school.sno);
            });
            assertThat(there.teacher().successions().earlier(own))
                    .isNotEmpty()
                    .allSatisfy(each -> assertThat(each.adoption().scale()).isEqualTo(ExampleScales.FOUR_STEPS));
            there.teacher()
                    .assessments()
                    .positionClass(NewClassEntry.of(
                                    there.cohort(),
                                    "C1.1",
                                    ExampleScales.THREE_DEGREES_OF_AUTONOMY
                                            .levels()
                                            .get(1)
                                            .id()
                                            .value())
                            .because("TP")
                            .absent("noe"));
            assertThat(there.teacher()
                            .assessments()
                            .list(own, PageRequest.first(9))
                            .items())
                    .hasSize(1);
            assertThat(there.head().safekeeping().check().sound()).isTrue();
        }
    }

    @Test
    void nothing_is_written_in_history() throws IOException {
        try (There there = there(ExampleScales.FOUR_STEPS)) {
            imported(there.head(), archive);
            refused(
                    DeniedException.class,
                    "came from another school",
                    "vient d'un autre établissement",
                    () -> there.emma().productions().add(school.dossier, NewProduction.titled("Ici")));
            refused(
                    DeniedException.class,
                    "came from another school",
                    "vient d'un autre établissement",
                    () -> there.teacher()
                            .assessments()
                            .position(
                                    school.dossier,
                                    NewPositioning.of("C1.2", "acquis").because("Ici.")));
            assertThat(there.emma()
                            .productions()
                            .list(school.dossier, PageRequest.first(9))
                            .items())
                    .isNotEmpty();
        }
    }

    @Test
    void an_equal_adoption_is_the_schools_own_and_no_call_asks_which() throws IOException {
        try (There there = there(ExampleScales.FOUR_STEPS)) {
            DossierId own = there.emma().dossiers().open(there.adoption());
            imported(there.head(), archive);
            assertThat(there.head().frameworks().adoptions())
                    .singleElement()
                    .satisfies(each -> assertThat(each.id()).isEqualTo(there.adoption()));
            assertThat(there.head().frameworks().adopt(BundledFrameworks.MC_SNO, ExampleScales.FOUR_STEPS))
                    .isEqualTo(there.adoption());
            assertThat(there.teacher()
                            .progress()
                            .matrix(there.cohort())
                            .adoption()
                            .id())
                    .isEqualTo(there.adoption());
            assertThat(there.emma().dossiers().of(EMMA))
                    .singleElement()
                    .satisfies(each -> assertThat(each.id()).isEqualTo(own));
        }
    }

    @Test
    void a_take_away_is_history_that_nothing_verifies() throws IOException {
        Path taken = exported(school.emma, emmas(), "take-away");
        try (There there = there(ExampleScales.FOUR_STEPS)) {
            imported(there.head(), taken);
            assertThat(there.head().dossiers().earlier(EMMA))
                    .singleElement()
                    .satisfies(each -> assertThat(each.verified()).isFalse());
        }
    }

    @Test
    void a_take_away_that_differs_from_the_schools_own_dossier_stands_beside_it_once() throws IOException {
        Path taken = exported(school.emma, emmas(), "take-away");
        Production first = school.emma
                .productions()
                .list(school.dossier, PageRequest.first(1))
                .items()
                .get(0);
        Production other = school.emma.productions().revise(first, NewProduction.titled("Autre titre"));
        List<String> own = levels(school.durand, school.dossier);

        var report = imported(school.head, taken);

        assertThat(report.remarks())
                .anySatisfy(each -> assertThat(each.what().in(Locale.ENGLISH)).contains("stands beside it"));
        assertThat(school.head.dossiers().of(EMMA)).hasSize(1);
        assertThat(levels(school.durand, school.dossier)).isEqualTo(own);
        Arrival beside = school.head.dossiers().earlier(EMMA).get(0);
        assertThat(beside.verified()).isFalse();
        assertThat(beside.beyond()).isNotNull().satisfies(each -> {
            assertThat(each.own()).isEqualTo(school.dossier);
            assertThat(each.entries()).isZero();
        });
        assertThat(school.emma
                        .productions()
                        .list(beside.dossier(), PageRequest.first(9))
                        .items())
                .extracting(each -> each.title())
                .isNotEmpty()
                .doesNotContain("Autre titre");
        refused(
                DeniedException.class,
                "came from another school",
                "vient d'un autre établissement",
                () -> school.emma.productions().add(beside.dossier(), NewProduction.titled("Ici")));
        imported(school.head, taken);
        assertThat(school.head.dossiers().earlier(EMMA)).hasSize(1);
        imported(school.head, exported(school.emma, emmas(), "take-away"));
        assertThat(school.head.dossiers().earlier(EMMA))
                .as("equal to what is here")
                .hasSize(1);
        Path between = exported(school.emma, emmas(), "take-away");
        school.emma.productions().revise(other, NewProduction.titled("Un titre encore"));
        imported(school.head, between);
        assertThat(school.head.dossiers().earlier(EMMA)).as("another state").hasSize(2);
        assertThat(booklet(school.emma, school.dossier, Locale.FRENCH)).contains("qui diffère de celui");
        assertThat(school.head.safekeeping().check().sound()).isTrue();
        assertThat(school.head.journal().verify().sound()).isTrue();
    }

    /** A chain is unsigned: a copy that goes on beyond what the school wrote changes nothing in it. */
    @Test
    void the_school_that_wrote_a_dossier_takes_nothing_back_beyond_its_own_head() throws IOException {
        school.positioned(school.petit, "C3.1", "acquis");
        Path longer = exported(school.head, emmas());
        Path backup = exported(school.head, new Extent.OfOrganisation());
        try (Portfolio restored = elsewhere()) {
            imported(restored.as(Actor.system()), backup);
            school.positioned(school.durand, "C3.1", "en-cours");
            Path beyond = exported(school.head, emmas());
            Desk head = restored.as(school.head.actor());
            Path before = exported(head, emmas());
            var report = imported(head, beyond);
            assertThat(report.remarks())
                    .anySatisfy(
                            each -> assertThat(each.what().in(Locale.ENGLISH)).contains("beyond"));
            assertThat(exported(head, emmas())).hasSameBinaryContentAs(before).hasSameBinaryContentAs(longer);
        }
    }

    /** A school whose backup is older than an archive of one of its dossiers. */
    private record Behind(Portfolio portfolio, Desk head, Desk emma, Path longer) implements AutoCloseable {
        @Override
        public void close() {
            portfolio.close();
        }
    }

    private Behind behind() throws IOException {
        school.as("lina").dossiers().open(school.sno);
        school.as("yanis").dossiers().open(school.sno);
        school.petit
                .assessments()
                .positionClass(NewClassEntry.of(school.cohort, "C1.2", "acquis").because("TP"));
        school.positioned(school.petit, "C3.1", "acquis");
        Path backup = exported(school.head, new Extent.OfOrganisation());
        school.positioned(school.durand, "C2.1", "en-cours");
        Path longer = exported(school.head, emmas());
        Portfolio restored = over(stores);
        imported(restored.as(Actor.system()), backup);
        return new Behind(restored, restored.as(school.head.actor()), restored.as(Actor.of("emma")), longer);
    }

    private static List<String> levels(Desk reader, DossierId dossier) {
        return reader.assessments().list(dossier, PageRequest.first(50)).items().stream()
                .map(each -> each.competency() + " " + each.level())
                .toList();
    }

    @Test
    void what_goes_beyond_the_schools_own_journal_stands_beside_it_and_counts_nowhere() throws IOException {
        try (Behind behind = behind()) {
            Desk head = behind.head();
            Desk teacher = behind.portfolio().as(Actor.of("m.durand"));
            var matrix = teacher.progress().matrix(school.cohort).lines();
            List<String> own = levels(teacher, school.dossier);
            imported(head, behind.longer());
            assertThat(levels(teacher, school.dossier)).isEqualTo(own).doesNotContain("C2.1 en-cours");
            assertThat(teacher.progress().matrix(school.cohort).lines()).isEqualTo(matrix);
            assertThat(head.dossiers().of(EMMA))
                    .singleElement()
                    .satisfies(each -> assertThat(each.id()).isEqualTo(school.dossier));
            Arrival beside = head.dossiers().earlier(EMMA).get(0);
            assertThat(head.dossiers().earlier(EMMA)).hasSize(1);
            assertThat(beside.verified()).isFalse();
            assertThat(beside.beyond()).isNotNull().satisfies(each -> {
                assertThat(each.own()).isEqualTo(school.dossier);
                assertThat(each.entries()).isEqualTo(each.proven() + 1);
            });
            assertThat(levels(behind.emma(), beside.dossier())).containsAll(own).contains("C2.1 en-cours");
            assertThat(behind.emma()
                            .productions()
                            .list(beside.dossier(), PageRequest.first(9))
                            .items())
                    .extracting(each -> each.title())
                    .isEqualTo(behind.emma().productions().list(school.dossier, PageRequest.first(9)).items().stream()
                            .map(each -> each.title())
                            .toList());
            assertThat(behind.emma().successions().earlier(school.dossier)).isEmpty();
            refused(
                    DeniedException.class,
                    "came from another school",
                    "vient d'un autre établissement",
                    () -> behind.emma().productions().add(beside.dossier(), NewProduction.titled("Ici")));
            Desk petit = behind.portfolio().as(Actor.of("mme.petit"));
            var entry = petit.assessments().list(school.dossier, PageRequest.first(50)).items().stream()
                    .filter(each -> each.author().equals(PersonId.of("mme.petit")))
                    .flatMap(each -> Stream.ofNullable(each.entry()))
                    .findFirst()
                    .orElseThrow();
            var undone = petit.assessments().undo(school.cohort, entry, "Mauvaise séance.");
            assertThat(undone.retractions()).hasSize(4);
            assertThat(undone.leftOut()).isEmpty();
            assertThat(head.journal().verify().faults()).isEmpty();
            assertThat(head.safekeeping().check().sound()).isTrue();
        }
    }

    @Test
    void the_same_archive_stands_beside_once_and_a_booklet_says_what_it_is() throws IOException {
        try (Behind behind = behind()) {
            Desk head = behind.head();
            imported(head, behind.longer());
            Path once = exported(head, new Extent.OfOrganisation());
            var again = imported(head, behind.longer());
            assertThat(head.dossiers().earlier(EMMA)).hasSize(1);
            assertThat(again.counts().values())
                    .allSatisfy(each -> assertThat(each.added()).isZero());
            assertThat(booklet(behind.emma(), school.dossier, Locale.ENGLISH))
                    .contains("History from elsewhere", "Unverified: on", "no level of it counts")
                    .doesNotContain("booklet.");
            try (Portfolio copy = over(stores)) {
                imported(copy.as(Actor.system()), once);
                Desk there = copy.as(head.actor());
                assertThat(there.dossiers().earlier(EMMA))
                        .isEqualTo(head.dossiers().earlier(EMMA));
                assertThat(there.dossiers().of(EMMA)).hasSize(1);
                assertThat(exported(there, new Extent.OfOrganisation())).hasSameBinaryContentAs(once);
                assertThat(there.journal().verify().faults()).isEmpty();
                assertThat(there.safekeeping().check().sound()).isTrue();
            }
        }
    }

    @Test
    void what_stands_beside_goes_with_the_learner_and_is_in_what_they_ask_for() throws IOException {
        try (Behind behind = behind()) {
            Desk head = behind.head();
            imported(head, behind.longer());
            DossierId beside = head.dossiers().earlier(EMMA).get(0).dossier();
            Set<UUID> scopes = new HashSet<>();
            behind.emma().privacy().export(EMMA, Locale.FRENCH).forEach(each -> scopes.add(each.scope()));
            assertThat(scopes).contains(beside.value(), school.dossier.value());
            ErasurePlan plan = head.privacy().planErasure(EMMA);
            for (SealId seal : plan.undecided()) plan = head.privacy().dropSeal(plan, seal, "Sans objet");
            head.privacy().erase(plan);
            refused(
                    NotFoundException.class,
                    "dossier",
                    "dossier",
                    () -> head.dossiers().get(beside));
            refused(ConflictException.class, "erased", "effac", () -> imported(head, behind.longer()));
            assertThat(head.journal().verify().faults()).isEmpty();
            assertThat(head.safekeeping().check().sound()).isTrue();
        }
    }

    @Test
    void an_archive_names_its_school_and_history_says_so_in_the_archives_words() throws IOException {
        Path backup = exported(school.head, new Extent.OfOrganisation());
        try (Portfolio named = Portfolio.with(new InMemoryStore())
                        .clock(school.clock)
                        .privacy(PrivacySettings.of(new Party("Lycée VosRêves", "contact@vosreves.example")))
                        .build();
                There there = there(ExampleScales.THREE_DEGREES_OF_AUTONOMY)) {
            imported(named.as(Actor.system()), backup);
            Path saying = exported(named.as(school.head.actor()), emmas());
            imported(there.head(), saying);
            assertThat(there.head().dossiers().earlier(EMMA))
                    .singleElement()
                    .satisfies(each -> assertThat(each.school()).isEqualTo("Lycée VosRêves"));
            DossierId own = there.emma().dossiers().open(there.adoption());
            assertThat(booklet(there.emma(), own, Locale.FRENCH)).contains("selon l&#39;archive : Lycée VosRêves");
        }
    }

    private String booklet(Desk reader, DossierId dossier, Locale language) throws IOException {
        Path to = folder.resolve("booklet-" + dossier + language);
        EXCHANGE.export(reader, new Extent.OfDossier(dossier), "html", to, language, ProgressListener.NONE);
        return Files.readString(to.resolve("index.html"));
    }

    @Test
    void a_booklet_shows_history_with_its_scale_and_its_authors_and_counts_it_nowhere() throws IOException {
        try (There there = there(ExampleScales.THREE_DEGREES_OF_AUTONOMY)) {
            DossierId own = there.emma().dossiers().open(there.adoption());
            assertThat(booklet(there.emma(), own, Locale.FRENCH)).doesNotContain("Historique venu d&#39;ailleurs");
            imported(there.head(), archive);
            String page = booklet(there.emma(), own, Locale.ENGLISH);
            assertThat(page)
                    .containsSubsequence(
                            "<a href=\"#history\">History from elsewhere</a>",
                            "id=\"history\"",
                            "counts nowhere",
                            "mc-sno@2020, adopted there in 2026",
                            "Acquis",
                            "with its journal",
                            "What was said there",
                            there.emma()
                                    .people()
                                    .named(List.of(PersonId.of("m.durand")))
                                    .get(PersonId.of("m.durand")),
                            "<td>teacher</td>")
                    .doesNotContain("Unverified", "booklet.");
            assertThat(page.substring(0, page.indexOf("id=\"history\""))).doesNotContain("m.durand", "Current level:");
            assertThat(booklet(there.emma(), school.dossier, Locale.FRENCH))
                    .contains("Tout ce dossier est un historique venu d&#39;ailleurs");
        }
    }

    @Test
    void history_that_nothing_verifies_says_so_in_the_booklet_and_in_what_the_learner_takes_along() throws IOException {
        Path taken = exported(school.emma, emmas(), "take-away");
        try (There there = there(ExampleScales.FOUR_STEPS)) {
            DossierId own = there.emma().dossiers().open(there.adoption());
            imported(there.head(), taken);
            assertThat(booklet(there.emma(), own, Locale.ENGLISH)).contains("Unverified: it came on");
            Path export = folder.resolve("access");
            there.emma().privacy().export(EMMA, Locale.FRENCH).writeTo(export);
            assertThat(Files.readString(export.resolve("index.html"))).contains("autre établissement, non vérifié");
        }
    }

    @Test
    void an_archive_counts_what_stays_behind() throws IOException {
        school.emma
                .assessments()
                .draft(school.dossier, NewSelfAssessment.of("C1.3", "acquis").because("Pas encore."));
        Path to = folder.resolve("counted.zip");
        LossReport lost = EXCHANGE.export(school.head, emmas(), "archive", to);
        assertThat(lost.losses())
                .filteredOn(each -> each.kind().equals("draft"))
                .singleElement()
                .satisfies(each -> assertThat(each.why().in(Locale.FRENCH)).startsWith("1 "));
        assertThat(Zips.entries(to).keySet()).noneMatch(each -> each.contains("draft") || each.contains("nudge"));
    }

    @Test
    void history_stays_history_in_an_archive_of_the_whole_school() throws IOException {
        try (There there = there(ExampleScales.THREE_DEGREES_OF_AUTONOMY)) {
            imported(there.head(), archive);
            Path all = exported(there.head(), new Extent.OfOrganisation());
            try (Portfolio again = over(stores)) {
                imported(again.as(Actor.system()), all);
                Desk head = again.as(there.head().actor());
                List<Arrival> earlier = head.dossiers().earlier(EMMA);
                assertThat(earlier).hasSize(1);
                assertThat(head.dossiers().of(EMMA)).isEmpty();
                assertThat(head.frameworks().adoptions()).hasSize(1);
                assertThat(head.safekeeping().check().sound()).isTrue();
                assertThat(exported(head, new Extent.OfOrganisation())).hasSameBinaryContentAs(all);
            }
        }
    }
}
