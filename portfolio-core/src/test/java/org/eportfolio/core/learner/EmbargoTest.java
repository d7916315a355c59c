package org.eportfolio.core.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eportfolio.core.Refusals.refused;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.eportfolio.ConflictException;
import org.eportfolio.DeniedException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.NotFoundException;
import org.eportfolio.PageRequest;
import org.eportfolio.access.HostService;
import org.eportfolio.access.Permission;
import org.eportfolio.agenda.Home;
import org.eportfolio.agenda.News;
import org.eportfolio.assessment.Assessment;
import org.eportfolio.assessment.CompetencyProgress;
import org.eportfolio.assessment.EarlierLevel;
import org.eportfolio.assessment.Embargo;
import org.eportfolio.assessment.HeldBack;
import org.eportfolio.assessment.NewClassEntry;
import org.eportfolio.assessment.NewPositioning;
import org.eportfolio.assessment.NewSelfAssessment;
import org.eportfolio.assessment.Perspective;
import org.eportfolio.assessment.Progress;
import org.eportfolio.core.BundledFrameworks;
import org.eportfolio.core.Desk;
import org.eportfolio.core.ExampleScales;
import org.eportfolio.core.InMemoryStore;
import org.eportfolio.core.KeptArchive;
import org.eportfolio.core.Portfolio;
import org.eportfolio.core.Refused;
import org.eportfolio.core.Story;
import org.eportfolio.core.VosReves;
import org.eportfolio.dossier.Citation;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.LevelId;
import org.eportfolio.guidance.NewGoal;
import org.eportfolio.guidance.Nudge;
import org.eportfolio.id.AssessmentId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.interview.Interview;
import org.eportfolio.interview.NewInterview;
import org.eportfolio.interview.PreparationSheet;
import org.eportfolio.privacy.ExportedRecord;
import org.eportfolio.privacy.NewRectification;
import org.eportfolio.school.Actor;
import org.eportfolio.school.Members;
import org.eportfolio.school.NewGrant;
import org.eportfolio.school.Role;
import org.eportfolio.spi.Kind;
import org.eportfolio.spi.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Row A5, domain rule 7: the learner speaks first, and the school may hold back what teachers say until then. */
class EmbargoTest extends Story {
    private static final String MOTHER = "mme.martin-mere";
    private static final String WORDS = "Mot-retenu-sous-embargo.";
    private static final LocalDate UNTIL = VosReves.TODAY.plusDays(10);
    private static final PageRequest ALL = PageRequest.first(100);

    @SuppressWarnings("NullAway.Init")
    private Desk mother;

    @BeforeEach
    void a_mother_reads_for_emma() {
        school.head.grants().give(NewGrant.of(MOTHER, Role.REPRESENTATIVE).over(school.dossier));
        mother = school.as(MOTHER);
    }

    @AfterEach
    void the_school_is_sound() {
        assertThat(school.head.journal().verify().faults()).isEmpty();
        assertThat(school.head.safekeeping().check().sound()).isTrue();
    }

    private Embargo declared() {
        later(Duration.ofHours(1));
        Embargo embargo = school.head.embargoes().declare(school.cohort, UNTIL);
        later(Duration.ofHours(1));
        return embargo;
    }

    private void later(Duration time) {
        school.clock.advance(time);
    }

    private Assessment held(String competency, String level) {
        Assessment held = school.durand
                .assessments()
                .position(school.dossier, NewPositioning.of(competency, level).because(WORDS));
        later(Duration.ofHours(1));
        return held;
    }

    private Assessment said(String competency, String level) {
        Assessment own = school.emma.assessments().publish(school.dossier, NewSelfAssessment.of(competency, level));
        later(Duration.ofHours(1));
        return own;
    }

    private List<Desk> learnersSide() {
        return List.of(school.emma, mother);
    }

    private List<Desk> team() {
        return List.of(school.durand, school.petit);
    }

    private List<AssessmentId> shown(Desk reader) {
        return reader.assessments().list(school.dossier, ALL).items().stream()
                .map(Assessment::id)
                .toList();
    }

    private CompetencyProgress on(Desk reader, String competency) {
        return reader.progress().of(school.dossier).on(competency).orElseThrow();
    }

    private void assertHidden(Assessment held) {
        for (Desk reader : learnersSide()) {
            assertThat(shown(reader)).doesNotContain(held.id());
            assertThat(points(on(reader, held.competency().value()))).doesNotContain(held.id());
        }
        for (Desk reader : team()) assertThat(shown(reader)).contains(held.id());
    }

    private void assertShown(Assessment each) {
        for (Desk reader : learnersSide()) {
            assertThat(shown(reader)).contains(each.id());
            assertThat(points(on(reader, each.competency().value()))).contains(each.id());
        }
    }

    private static List<AssessmentId> points(CompetencyProgress progress) {
        return progress.trajectories().stream()
                .flatMap(each -> each.points().stream())
                .map(each -> each.assessment())
                .toList();
    }

    @Test
    void a_teachers_level_is_not_shown_before_the_learner_has_said_their_own() {
        declared();
        Assessment first = held("C3.1", "maitrise");
        Assessment other = held("C1.1", "acquis");
        assertHidden(first);
        assertThat(on(school.emma, "C3.1").current().outcome()).isNull();
        assertThat(on(school.durand, "C3.1").current().level()).isNotNull();
        said("C3.1", "en-cours");
        assertShown(first);
        assertThat(on(school.emma, "C3.1")).isEqualTo(on(school.durand, "C3.1"));
        assertHidden(other);
    }

    @Test
    void the_view_is_labelled_alike_whether_or_not_there_is_a_level() {
        assertThat(school.emma.progress().of(school.dossier).heldBack()).isNull();
        declared();
        HeldBack before =
                Objects.requireNonNull(school.emma.progress().of(school.dossier).heldBack());
        held("C3.1", "maitrise");
        for (Desk reader : learnersSide()) {
            assertThat(reader.progress().of(school.dossier).heldBack()).isEqualTo(before);
        }
        assertThat(school.emma.home().of(school.dossier).heldBack()).isEqualTo(before);
        for (Desk reader : team()) {
            assertThat(reader.progress().of(school.dossier).heldBack()).isNull();
        }
        assertThat(before.until()).isEqualTo(UNTIL);
        assertThat(before.unsaid()).contains(Code.of("C3.1"), Code.of("C1.1"));
        said("C3.1", "acquis");
        HeldBack after =
                Objects.requireNonNull(school.emma.progress().of(school.dossier).heldBack());
        assertThat(after.unsaid()).contains(Code.of("C1.1")).doesNotContain(Code.of("C3.1"));
    }

    @Test
    void it_ends_with_its_last_day_where_the_school_is() {
        declared();
        Assessment held = held("C3.1", "maitrise");
        Instant midnight = UNTIL.plusDays(1).atStartOfDay(VosReves.PARIS).toInstant();
        later(Duration.between(school.clock.instant(), midnight).minusMillis(1));
        assertHidden(held);
        later(Duration.ofMillis(1));
        assertShown(held);
        assertThat(school.emma.progress().of(school.dossier).heldBack()).isNull();
        assertShown(held("C1.1", "acquis"));
    }

    @Test
    void it_can_be_lifted_before_once() {
        Embargo embargo = declared();
        Assessment held = held("C3.1", "maitrise");
        Embargo lifted = school.head.embargoes().lift(embargo);
        assertThat(Objects.requireNonNull(lifted.lifting()).by()).isEqualTo(PersonId.of("proviseure"));
        assertShown(held);
        Refused.stale(school, () -> school.head.embargoes().lift(embargo));
        refused(
                ConflictException.class,
                "is over",
                "est terminé",
                () -> school.head.embargoes().lift(lifted));
        assertThat(school.petit.embargoes().list(school.cohort, ALL).items()).containsExactly(lifted);
    }

    @Test
    void one_runs_at_a_time_and_none_without_an_end_in_sight() {
        for (LocalDate day : List.of(VosReves.TODAY.minusDays(1), VosReves.TODAY.plusDays(367))) {
            refused(
                    InvalidInputException.class,
                    "ends on a day",
                    "prend fin",
                    () -> school.head.embargoes().declare(school.cohort, day));
        }
        declared();
        refused(
                ConflictException.class,
                "held back until",
                "retenus jusqu'au",
                () -> school.head.embargoes().declare(school.cohort, UNTIL.plusDays(9)));
    }

    @Test
    void the_head_and_the_lead_teacher_decide_it() {
        assertThatThrownBy(() -> school.durand.embargoes().declare(school.cohort, UNTIL))
                .isInstanceOf(DeniedException.class);
        assertThatThrownBy(() -> school.emma.embargoes().declare(school.cohort, UNTIL))
                .isInstanceOf(NotFoundException.class);
        school.head.grants().give(NewGrant.of("referente", Role.LEAD_TEACHER).over(school.cohort));
        Embargo embargo = school.as("referente").embargoes().declare(school.cohort, UNTIL);
        assertThat(embargo.declaredBy()).isEqualTo(PersonId.of("referente"));
        assertThatThrownBy(() -> school.emma.embargoes().list(school.cohort, ALL))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void an_embargo_of_another_cohort_is_not_lifted_as_if_it_were_ones_own() {
        Embargo theirs = declared();
        var other = school.head.cohorts().enrol("Terminale B", Members.learners("yanis"), Members.teachers("m.durand"));
        school.head.grants().give(NewGrant.of("referente", Role.LEAD_TEACHER).over(other));
        Embargo claimed = new Embargo(
                theirs.id(), other, theirs.until(), theirs.declaredBy(), theirs.declaredAt(), null, theirs.revision());
        assertThatThrownBy(() -> school.as("referente").embargoes().lift(claimed))
                .isInstanceOf(NotFoundException.class);
        assertHidden(held("C3.1", "maitrise"));
    }

    @Test
    void what_was_shown_before_stays_shown_and_is_not_left_standing_when_it_is_withdrawn() {
        Assessment before = school.positioned(school.durand, "C3.1", "acquis");
        Assessment other = school.positioned(school.durand, "C1.1", "acquis");
        declared();
        assertShown(before);
        Assessment corrected = school.durand
                .assessments()
                .correct(
                        school.dossier,
                        before.id(),
                        NewPositioning.of("C3.1", "en-cours").because("Relu."),
                        "Mal lu.");
        assertShown(corrected);
        assertShown(school.durand.assessments().retract(school.dossier, other.id(), "Pas elle."));
        Assessment held = held("C1.2", "maitrise");
        Assessment again = school.durand
                .assessments()
                .correct(
                        school.dossier,
                        held.id(),
                        NewPositioning.of("C1.2", "acquis").because("Relu."),
                        "Mal lu.");
        assertHidden(held);
        assertHidden(again);
    }

    @Test
    void a_word_from_before_it_was_declared_opens_nothing() {
        said("C3.1", "acquis");
        declared();
        Assessment held = held("C3.1", "maitrise");
        assertHidden(held);
        said("C3.1", "acquis");
        assertShown(held);
    }

    @Test
    void what_the_learner_and_a_tutor_say_is_always_shown() {
        declared();
        assertShown(said("C3.1", "acquis"));
        assertShown(school.tutored("C1.1", "acquis"));
    }

    @Test
    void a_service_reads_of_the_class_no_more_than_of_each_dossier_alone() {
        HostService families = HostService.named("familles", "Le lien avec les familles")
                .may(Permission.READ_COHORT, Permission.READ_PROGRESS);
        Portfolio hosted = Portfolio.with(school.store)
                .clock(school.clock)
                .service(families)
                .build();
        Desk service = hosted.as(Actor.service("familles"));
        declared();
        Assessment held = held("C3.1", "maitrise");
        assertThat(service.assessments().list(school.dossier, ALL).items()).doesNotContain(held);
        List<ThrowingCallable> ofTheClass = List.of(
                () -> service.progress().matrix(school.cohort),
                () -> service.progress().matrix(school.cohort, school.sno, VosReves.TODAY),
                () -> service.classes().screen(school.cohort, Locale.FRENCH),
                () -> service.classes().divergences(school.cohort, ALL),
                () -> service.classes().entries(school.cohort, ALL));
        for (ThrowingCallable each : ofTheClass) {
            refused(DeniedException.class, "held back from learners of this class until", "sont retenus", each);
        }
        school.durand.progress().matrix(school.cohort);
        school.clock.set("2027-07-01T08:00:00Z");
        assertThat(service.assessments().list(school.dossier, ALL).items()).contains(held);
        assertThat(service.progress().matrix(school.cohort).lines().toString()).contains("maitrise");
    }

    @Test
    void a_class_wide_entry_is_held_back_like_any_positioning() {
        school.as("lina").dossiers().open(school.sno);
        school.as("yanis").dossiers().open(school.sno);
        declared();
        school.petit
                .assessments()
                .positionClass(NewClassEntry.of(school.cohort, "C1.1", "acquis").because("TP"));
        assertThat(shown(school.emma)).isEmpty();
        assertThat(school.malo.assessments().list(school.malos, ALL).items()).isEmpty();
        school.malo.assessments().publish(school.malos, NewSelfAssessment.of("C1.1", "acquis"));
        assertThat(school.malo.assessments().list(school.malos, ALL).items()).hasSize(2);
        assertThat(shown(school.emma)).isEmpty();
    }

    @Test
    void a_past_date_shows_what_is_shown_today() {
        declared();
        Assessment held = held("C3.1", "maitrise");
        later(Duration.ofDays(2));
        assertThat(points(school.emma
                        .progress()
                        .of(school.dossier, VosReves.TODAY)
                        .on("C3.1")
                        .orElseThrow()))
                .isEmpty();
        said("C3.1", "acquis");
        assertThat(points(school.emma
                        .progress()
                        .of(school.dossier, VosReves.TODAY)
                        .on("C3.1")
                        .orElseThrow()))
                .containsExactly(held.id());
    }

    @Test
    void a_rectification_of_what_is_held_back_is_held_back_too() {
        Assessment before = school.positioned(school.durand, "C1.1", "acquis");
        declared();
        Assessment held = held("C3.1", "maitrise");
        NewRectification lower =
                NewRectification.to("en-cours").asked("2026-14").because("Saisi pour Malo.");
        Assessment right = school.head.assessments().rectify(school.dossier, held.id(), lower);
        assertHidden(right);
        assertThat(school.emma.assessments().rectifications(school.dossier, ALL).items())
                .isEmpty();
        assertThat(school.petit
                        .assessments()
                        .rectifications(school.dossier, ALL)
                        .items())
                .hasSize(1);
        assertShown(school.head.assessments().rectify(school.dossier, before.id(), lower));
        assertThat(mother.assessments().rectifications(school.dossier, ALL).items())
                .hasSize(1);
    }

    @Test
    void home_tells_of_it_when_it_is_shown_however_long_ago_it_was_recorded() {
        declared();
        held("C3.1", "maitrise");
        Assessment until = held("C1.1", "acquis");
        Home home = school.emma.home().of(school.dossier);
        assertThat(positioned(home)).isEmpty();
        assertThat(home.levels()).allSatisfy(each -> assertThat(each.moved()).isFalse());
        school.emma.home().visited(school.dossier, home.asOf());
        later(Duration.ofHours(1));
        said("C3.1", "en-cours");
        Home opened = school.emma.home().of(school.dossier);
        assertThat(positioned(opened)).singleElement().asString().contains("C3.1");
        assertThat(opened.moved()).extracting(each -> each.item().code()).containsExactly(Code.of("C3.1"));
        school.emma.home().visited(school.dossier, opened.asOf());
        later(Duration.ofDays(11));
        Home over = school.emma.home().of(school.dossier);
        assertThat(positioned(over)).singleElement().asString().contains("C1.1");
        assertThat(over.moved()).extracting(each -> each.item().code()).containsExactly(until.competency());
    }

    private static List<String> positioned(Home home) {
        return home.news().items().stream()
                .filter(each -> each.what() == News.What.POSITIONED)
                .map(each -> each.text().in(Locale.FRENCH))
                .toList();
    }

    @Test
    void nudges_know_nothing_of_it() {
        declared();
        List<Nudge> before = school.emma.nudges().due(school.dossier);
        for (String competency : List.of("C1.1", "C1.2", "C2.1", "C3.1")) {
            school.durand
                    .assessments()
                    .position(
                            school.dossier,
                            NewPositioning.of(competency, "acquis").citing(Citation.of(school.mindMap())));
        }
        assertThat(before).isNotEmpty();
        assertThat(school.emma.nudges().due(school.dossier))
                .extracting(Nudge::about)
                .contains("C1.1");
    }

    @Test
    void a_sheet_prepared_meanwhile_shows_the_team_all_and_the_learner_what_is_shown() {
        for (String competency : List.of("C3.1", "C1.1")) {
            school.emma
                    .goals()
                    .set(school.dossier, NewGoal.of(competency, "acquis").by(UNTIL));
        }
        said("C3.1", "en-cours");
        declared();
        held("C3.1", "maitrise");
        held("C1.1", "en-cours");
        Interview interview = school.durand
                .interviews()
                .schedule(school.dossier, NewInterview.about("Bilan").at(school.clock.instant()));
        PreparationSheet whole = school.durand.interviews().prepare(school.dossier, interview.id());
        assertThat(whole.divergences()).hasSize(1);
        assertThat(whole.gaps())
                .singleElement()
                .satisfies(each -> assertThat(each.reached()).isNotNull());
        for (Desk reader : team()) assertThat(sheet(reader, interview)).isEqualTo(whole);
        PreparationSheet hers = sheet(school.emma, interview);
        assertThat(hers.divergences()).isEmpty();
        assertThat(hers.gaps())
                .hasSize(2)
                .allSatisfy(each -> assertThat(each.reached()).isNull());
        assertThat(hers.uncovered())
                .extracting(PreparationSheet.Uncovered::competency)
                .contains(Code.of("C1.1"));
        assertThat(school.emma.interviews().sheets(school.dossier, ALL).items()).containsExactly(hers);
        said("C3.1", "en-cours");
        said("C1.1", "acquis");
        assertThat(sheet(school.emma, interview)).isEqualTo(whole);
    }

    private PreparationSheet sheet(Desk reader, Interview interview) {
        return reader.interviews().sheet(school.dossier, interview.id()).orElseThrow();
    }

    @Test
    void what_the_learner_takes_away_has_nothing_of_it_and_opens_elsewhere() throws IOException {
        declared();
        Assessment held = held("C3.1", "maitrise");
        school.head
                .assessments()
                .rectify(
                        school.dossier,
                        held("C1.1", "acquis").id(),
                        NewRectification.to("en-cours").asked("2026-14").because(WORDS));
        Interview interview = school.durand
                .interviews()
                .schedule(school.dossier, NewInterview.about("Bilan").at(school.clock.instant()));
        school.durand.interviews().prepare(school.dossier, interview.id());
        for (Desk by : List.of(school.emma, school.head)) {
            KeptArchive taken = new KeptArchive();
            var report = by.archives().takeAway(school.dossier, taken);
            assertThat(bodies(taken)).noneMatch(each -> each.contains(WORDS));
            assertThat(bodies(taken)).noneMatch(each -> each.contains(held.id().toString()));
            assertThat(taken.kinds()).contains(new Kind("preparation-sheet"));
            assertThat(report.leftBehind())
                    .as("alike whether or not there is a level")
                    .isEmpty();
            try (Portfolio elsewhere =
                    Portfolio.with(new InMemoryStore()).clock(school.clock).build()) {
                Desk head = elsewhere.setUp("principale");
                head.archives().importFrom(taken);
                assertThat(head.journal().verify().sound()).isTrue();
                assertThat(head.safekeeping().check().sound()).isTrue();
            }
        }
        said("C3.1", "acquis");
        KeptArchive after = new KeptArchive();
        school.emma.archives().takeAway(school.dossier, after);
        assertThat(bodies(after)).anyMatch(each -> each.contains(held.id().toString()));
    }

    private static List<String> bodies(KeptArchive archive) {
        Stream.Builder<String> bodies = Stream.builder();
        for (Kind kind : archive.kinds()) {
            archive.rows(kind).forEachRemaining((Row row) -> bodies.add(row.body()));
        }
        return bodies.build().toList();
    }

    @Test
    void an_access_request_is_answered_whole_and_whoever_leaves_gets_everything() throws IOException {
        declared();
        Assessment held = held("C3.1", "maitrise");
        for (Desk by : List.of(school.emma, school.head)) {
            assertThat(exported(by)).anyMatch(each -> each.json().contains(WORDS));
        }
        KeptArchive whole = new KeptArchive();
        school.head.archives().dossier(school.dossier, whole);
        assertThat(bodies(whole)).anyMatch(each -> each.contains(held.id().toString()));
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        school.head.departures().pack(PersonId.of("emma"), Locale.FRENCH, packed);
        assertThat(unzipped(packed.toByteArray())).contains(WORDS);
        assertHidden(held);
    }

    private static List<ExportedRecord> exported(Desk by) {
        Stream.Builder<ExportedRecord> records = Stream.builder();
        by.privacy().export(PersonId.of("emma"), Locale.FRENCH).forEach(records::add);
        return records.build().toList();
    }

    private static String unzipped(byte[] zip) throws IOException {
        StringBuilder all = new StringBuilder();
        try (var in = new java.util.zip.ZipInputStream(new java.io.ByteArrayInputStream(zip))) {
            while (in.getNextEntry() != null) all.append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
        return all.toString();
    }

    @Test
    void it_concerns_those_who_learn_in_the_cohort_while_they_do() {
        Assessment before = school.positioned(school.durand, "C1.1", "acquis");
        var other = school.head.cohorts().enrol("Terminale B", Members.learners("yanis"), Members.teachers("m.durand"));
        school.head.embargoes().declare(other, UNTIL);
        later(Duration.ofHours(1));
        Assessment open = held("C3.1", "acquis");
        assertShown(open);
        school.head.cohorts().enrol("Terminale B", Members.learners("emma"));
        later(Duration.ofHours(1));
        assertShown(before);
        assertShown(open);
        Assessment held = held("C1.2", "acquis");
        assertHidden(held);
        school.head.cohorts().leave(other, PersonId.of("emma"));
        later(Duration.ofHours(1));
        assertShown(held);
    }

    @Test
    void levels_of_an_earlier_dossier_are_held_back_too() {
        school.head.frameworks().publish(BundledFrameworks.CS_SNO);
        school.head.successions().publish(BundledFrameworks.successions().get(0));
        var next = school.head
                .frameworks()
                .adopt(BundledFrameworks.CS_SNO.framework().id(), ExampleScales.FOUR_STEPS);
        DossierId now = school.emma.dossiers().open(next);
        declared();
        held("C3.1", "maitrise");
        assertThat(school.emma.successions().earlier(now)).isEmpty();
        assertThat(school.durand.successions().earlier(now))
                .extracting(EarlierLevel::level)
                .isNotEmpty();
        said("C3.1", "acquis");
        assertThat(school.emma.successions().earlier(now)).hasSize(1);
    }

    @Test
    void it_holds_again_in_a_copy_of_the_school_and_keeps_the_pseudonym_of_who_declared_it() throws IOException {
        school.head.grants().give(NewGrant.of("suivante", Role.HEAD));
        Embargo embargo = school.as("suivante").embargoes().declare(school.cohort, UNTIL);
        later(Duration.ofHours(1));
        Assessment held = held("C3.1", "maitrise");
        KeptArchive whole = new KeptArchive();
        school.head.archives().organisation(whole);
        try (Portfolio copy =
                Portfolio.with(new InMemoryStore()).clock(school.clock).build()) {
            copy.as(Actor.system()).archives().importFrom(whole);
            Desk emma = copy.as(Actor.of("emma"));
            assertThat(emma.assessments().list(school.dossier, ALL).items()).isEmpty();
            assertThat(copy.as(Actor.of("proviseure"))
                            .embargoes()
                            .list(school.cohort, ALL)
                            .items())
                    .containsExactly(embargo);
        }
        school.head.privacy().erase(school.head.privacy().planErasure(PersonId.of("suivante")));
        assertThat(school.head.embargoes().list(school.cohort, ALL).items())
                .singleElement()
                .satisfies(each -> assertThat(each.declaredBy()).isNotEqualTo(PersonId.of("suivante")));
        assertHidden(held);
    }

    @Test
    void both_perspectives_stand_side_by_side_once_it_is_open() {
        declared();
        held("C3.1", "maitrise");
        said("C3.1", "en-cours");
        Progress progress = school.emma.progress().of(school.dossier);
        CompetencyProgress on = progress.on("C3.1").orElseThrow();
        assertThat(on.seenBy(Perspective.TEACHER)).isPresent();
        assertThat(on.seenBy(Perspective.SELF)).isPresent();
        assertThat(progress.divergences()).hasSize(1);
        assertThat(Objects.requireNonNull(on.current().level()).id()).isEqualTo(LevelId.of("maitrise"));
    }
}
