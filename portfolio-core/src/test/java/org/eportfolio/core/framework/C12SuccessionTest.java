package org.eportfolio.core.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.eportfolio.core.Refused.key;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eportfolio.DeniedException;
import org.eportfolio.NotFoundException;
import org.eportfolio.assessment.EarlierLevel;
import org.eportfolio.assessment.NewSelfAssessment;
import org.eportfolio.assessment.Progress;
import org.eportfolio.core.BundledFrameworks;
import org.eportfolio.core.ExampleScales;
import org.eportfolio.core.Portfolio;
import org.eportfolio.core.Story;
import org.eportfolio.core.SuccessionDesk;
import org.eportfolio.core.VosReves;
import org.eportfolio.core.calls.CountedReadings;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.dossier.LearnerStatus;
import org.eportfolio.framework.Bloc;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.CohortSuccession;
import org.eportfolio.framework.Competency;
import org.eportfolio.framework.Fate;
import org.eportfolio.framework.Framework;
import org.eportfolio.framework.FrameworkId;
import org.eportfolio.framework.Item;
import org.eportfolio.framework.Source;
import org.eportfolio.framework.Succession;
import org.eportfolio.framework.Succession.Mapping;
import org.eportfolio.framework.SuccessionPreview;
import org.eportfolio.framework.SuccessionPreview.Impact;
import org.eportfolio.guidance.NewGoal;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Actor;
import org.eportfolio.school.Members;
import org.eportfolio.school.NewGrant;
import org.eportfolio.school.Role;
import org.junit.jupiter.api.Test;

/** Row C12: the renaming MC → CS, and versions that change more than a name. */
class C12SuccessionTest extends Story {
    private static final FrameworkId MC = new FrameworkId("mc-sno", "2020");
    private static final FrameworkId CS = new FrameworkId("cs-sno", "2025");
    private static final FrameworkId EXERCISE = new FrameworkId("exercice", "1");

    /** A version made for this test only, with these competencies. */
    private static Framework exercise(String... codes) {
        List<Competency> competencies = Stream.of(codes)
                .map(code -> new Competency(
                        Code.of(code), "Compétence " + code, false, List.of("test"), List.of(), null, null, List.of()))
                .toList();
        return new Framework(
                EXERCISE,
                "Référentiel d'exercice",
                "fr",
                null,
                URI.create("urn:eportfolio:framework:exercice:1"),
                List.of(),
                Map.of("test", new Source("Inventé pour ce test", null)),
                List.of(new Bloc(Code.of("B"), "Bloc", List.of("test"), List.of(), competencies, List.of())));
    }

    private Succession exercised() {
        school.head.frameworks().publish(exercise("X1", "X2", "X3", "X4", "X5"));
        return new Succession(
                MC,
                EXERCISE,
                List.of(
                        Mapping.of("C1.1", "X1"),
                        Mapping.of("C1.2", "X2"),
                        Mapping.of("C1.3", "X2"),
                        Mapping.of("C2.1", "X3", "X4"),
                        Mapping.of("C2.2")),
                null);
    }

    @Test
    void cs_sno_has_the_programme_of_mc_sno_code_by_code() {
        Framework mc = BundledFrameworks.MC_SNO.framework();
        Framework cs = BundledFrameworks.CS_SNO.framework();
        assertThat(cs.title()).isEqualTo("Certificat de spécialisation Services numériques aux organisations");
        assertThat(cs.blocs()).isEqualTo(mc.blocs());
        Succession succession = BundledFrameworks.successions().get(0);
        assertThat(succession.unmapped(mc)).isEmpty();
        assertThat(succession.newcomers(cs)).isEmpty();
        assertThat(mc.items().map(Item::code)).allSatisfy(code -> {
            assertThat(succession.fate(code)).isEqualTo(Fate.ONE_TO_ONE);
            assertThat(succession.successors(code)).containsExactly(code);
            assertThat(succession.of(code).orElseThrow().sources()).contains("cs2023");
        });
    }

    @Test
    void what_ships_is_published_with_both_versions() {
        assertThat(school.head.successions().list()).isEmpty();
        school.head.frameworks().publish(BundledFrameworks.CS_SNO);
        assertThat(school.emma.successions().get(MC, CS)).isPresent();
        school.head.successions().publish(BundledFrameworks.successions().get(0));
        assertThat(school.head.successions().list()).hasSize(1);
    }

    @Test
    void a_preview_says_whose_assessments_map_how_and_moves_nothing() {
        school.head.successions().publish(exercised());
        for (String code : List.of("C1.1", "C1.2", "C1.3", "C2.1", "C2.2", "C3.1")) {
            school.positioned(school.durand, code, "acquis");
        }
        school.positioned(school.durand, "C1.1", "maitrise");
        var taken = school.positioned(school.petit, "C1.1", "acquis");
        school.petit.assessments().retract(school.dossier, taken.id(), "Erreur de dossier.");
        school.malo
                .assessments()
                .publish(school.malos, NewSelfAssessment.of("C2.1", "acquis").because("Vu."));
        long before = school.journalLength();
        CohortSuccession preview = school.durand.successions().preview(MC, EXERCISE, school.cohort);
        assertThat(preview.lines()).extracting(each -> each.learner().value()).containsExactly("emma", "malo");
        assertThat(preview.lines().get(0).impacts())
                .containsExactly(
                        impact("C1.1", Fate.ONE_TO_ONE, 1, 2, "X1"),
                        impact("C1.2", Fate.MERGE, 1, 1, "X2"),
                        impact("C1.3", Fate.MERGE, 1, 1, "X2"),
                        impact("C2.1", Fate.SPLIT, 1, 1, "X3", "X4"),
                        impact("C2.2", Fate.NONE, 1, 1),
                        impact("C3.1", Fate.UNMAPPED, 1, 1));
        SuccessionPreview whole = preview.whole();
        assertThat(whole.dossiers()).isEqualTo(2);
        assertThat(whole.codes(Fate.MERGE)).containsExactly(Code.of("C1.2"), Code.of("C1.3"));
        assertThat(whole.assessments(Fate.SPLIT)).isEqualTo(2);
        assertThat(whole.unmapped())
                .contains(Code.of("C3.1"), Code.of("Bloc 1"))
                .doesNotContain(Code.of("C2.2"));
        assertThat(whole.newcomers()).containsExactly(Code.of("B"), Code.of("X5"));
        assertThat(school.head.successions().preview(MC, EXERCISE)).isEqualTo(whole);
        assertThat(school.journalLength()).isEqualTo(before);
    }

    private static Impact impact(String code, Fate fate, int dossiers, int assessments, String... successors) {
        return new Impact(
                Code.of(code), fate, Stream.of(successors).map(Code::of).toList(), dossiers, assessments, 0);
    }

    @Test
    void a_preview_takes_as_many_readings_for_thirty_learners_as_for_three() {
        school.head.successions().publish(exercised());
        CountedReadings counted = new CountedReadings(school.store);
        int small = counted.since(() -> readAnew(counted).preview(MC, EXERCISE, school.cohort));
        for (int i = 0; i < 30; i++) {
            String learner = "apprenant-" + i;
            school.head.cohorts().enrol(VosReves.CLASS, Members.learners(learner));
            school.as(learner).dossiers().open(school.sno);
        }
        int large = counted.since(() -> readAnew(counted).preview(MC, EXERCISE, school.cohort));
        assertThat(large).isEqualTo(small).isLessThan(20);
    }

    /** By somebody who remembers nothing from earlier calls. */
    private SuccessionDesk readAnew(CountedReadings counted) {
        return Portfolio.with(counted.store())
                .clock(school.clock)
                .build()
                .as(Actor.of("m.durand"))
                .successions();
    }

    @Test
    void running_dossiers_stay_and_the_next_one_begins_empty_for_those_asked_for() {
        school.positioned(school.durand, "C3.1", "acquis");
        AdoptionId cs =
                school.head.frameworks().adopt(BundledFrameworks.CS_SNO, ExampleScales.THREE_DEGREES_OF_AUTONOMY);
        Progress before = school.durand.progress().of(school.dossier);
        DossierId next = school.durand
                .successions()
                .continueUnder(cs, school.cohort, PersonId.of("emma"))
                .get(0);
        Dossier opened = school.emma.dossiers().get(next);
        assertThat(opened.adoption()).isEqualTo(cs);
        assertThat(opened.status()).isEqualTo(LearnerStatus.SCHOOL);
        assertThat(school.durand.progress().of(school.dossier)).isEqualTo(before);
        assertThat(school.emma.dossiers().get(school.dossier).adoption()).isEqualTo(school.sno);
        assertThat(school.durand.progress().of(next).competencies())
                .allSatisfy(each -> assertThat(each.current().outcome()).isNull());
        assertThat(school.malo.dossiers().of(PersonId.of("malo"))).hasSize(1);
        assertThat(school.durand.successions().continueUnder(cs, school.cohort, PersonId.of("emma")))
                .containsExactly(next);
        assertThat(school.durand.successions().preview(MC, CS, school.cohort).lines())
                .extracting(CohortSuccession.Line::continued)
                .containsExactly(true, false);
        assertThat(school.emma.dossiers().open(cs)).isEqualTo(next);
        assertThat(school.head.journal().verify().sound()).isTrue();
    }

    @Test
    void earlier_levels_are_shown_as_history_with_their_own_scale() {
        school.positioned(school.durand, "C3.1", "acquis");
        AdoptionId cs =
                school.head.frameworks().adopt(BundledFrameworks.CS_SNO, ExampleScales.THREE_DEGREES_OF_AUTONOMY);
        DossierId next = school.emma.dossiers().open(cs);
        assertThat(school.emma.successions().earlier(next)).singleElement().satisfies(earlier -> {
            assertThat(earlier.dossier()).isEqualTo(school.dossier);
            assertThat(earlier.adoption().scale()).isEqualTo(ExampleScales.FOUR_STEPS);
            assertThat(earlier.level().competency()).isEqualTo(Code.of("C3.1"));
            assertThat(earlier.fate()).isEqualTo(Fate.ONE_TO_ONE);
            assertThat(earlier.successors()).containsExactly(Code.of("C3.1"));
        });
        assertThat(school.durand.successions().earlier(next))
                .isEqualTo(school.emma.successions().earlier(next));
        assertThat(school.emma.successions().earlier(school.dossier)).isEmpty();
        school.head.grants().give(NewGrant.of("mme.roux", Role.TEACHER).over(next));
        List<EarlierLevel> roux = school.as("mme.roux").successions().earlier(next);
        assertThat(roux).isEmpty();
    }

    @Test
    void what_cannot_be_is_refused() {
        SuccessionDesk head = school.head.successions();
        assertThat(key(() -> new Succession(MC, MC, List.of(), null))).isEqualTo("succession.itself");
        assertThat(key(() -> new Succession(MC, CS, List.of(Mapping.of("C1.1"), Mapping.of("C1.1")), null)))
                .isEqualTo("succession.twice");
        assertThat(key(() -> Mapping.of("C1.1", "X1", "X1"))).isEqualTo("succession.twice");
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> head.publish(new Succession(MC, CS, List.of(), null)));
        Succession exercised = exercised();
        assertThat(key(() -> head.publish(with(Mapping.of("C9.9", "X1"))))).isEqualTo("framework.no-code");
        assertThat(key(() -> head.publish(with(Mapping.of("C1.1", "X9"))))).isEqualTo("framework.no-code");
        assertThat(key(() -> head.publish(with(Mapping.of("C1.1", "B"))))).isEqualTo("succession.other-nature");
        assertThat(key(() -> head.publish(with(new Mapping(Code.of("C1.1"), List.of(), List.of("on-dit"), null)))))
                .isEqualTo("framework.source");
        head.publish(exercised);
        head.publish(exercised);
        assertThat(key(() -> head.publish(with(Mapping.of("C1.1", "X2"))))).isEqualTo("succession.differs");
        assertThat(key(() -> head.publish(new Succession(EXERCISE, MC, List.of(), null))))
                .isEqualTo("succession.circular");
        assertThatExceptionOfType(DeniedException.class)
                .isThrownBy(() -> school.durand.successions().publish(exercised));
        assertThatExceptionOfType(DeniedException.class)
                .isThrownBy(() -> school.durand.successions().preview(MC, EXERCISE));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> school.emma.successions().preview(MC, EXERCISE, school.cohort));
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> head.preview(MC, CS));
    }

    private static Succession with(Mapping one) {
        return new Succession(MC, EXERCISE, List.of(one), null);
    }

    @Test
    void nobody_is_moved_who_was_not_asked_for() {
        AdoptionId cs = school.head.frameworks().adopt(BundledFrameworks.CS_SNO, ExampleScales.FOUR_STEPS);
        SuccessionDesk durand = school.durand.successions();
        assertThat(key(() -> durand.continueUnder(cs, school.cohort))).isEqualTo("succession.nobody");
        assertThat(key(() -> durand.continueUnder(cs, school.cohort, PersonId.of("inconnu"))))
                .isEqualTo("class-entry.strangers");
        assertThat(key(() -> durand.continueUnder(cs, school.cohort, PersonId.of("emma"), PersonId.of("lina"))))
                .isEqualTo("succession.no-earlier-dossier");
        assertThat(key(() -> durand.continueUnder(school.sno, school.cohort, PersonId.of("emma"))))
                .isEqualTo("succession.none");
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> school.emma.successions().continueUnder(cs, school.cohort, PersonId.of("emma")));
        assertThat(school.emma.dossiers().of(PersonId.of("emma"))).hasSize(1);
        school.as("lina").dossiers().open(cs);
        assertThat(school.head.journal().verify().sound()).isTrue();
    }

    @Test
    void a_preview_counts_open_goals_too() {
        school.head.successions().publish(exercised());
        school.positioned(school.durand, "C1.2", "acquis");
        for (String code : List.of("C1.2", "C2.2")) {
            school.emma.goals().set(school.dossier, NewGoal.of(code, "acquis").by(LocalDate.of(2027, 3, 1)));
        }
        var abandoned = school.emma
                .goals()
                .set(school.dossier, NewGoal.of("C2.1", "acquis").by(LocalDate.of(2027, 3, 1)));
        school.emma.goals().abandon(abandoned);

        SuccessionPreview whole = school.head.successions().preview(MC, EXERCISE);

        assertThat(whole.impacts())
                .extracting(each -> each.code() + " " + each.assessments() + " " + each.goals())
                .containsExactly("C1.2 1 1", "C2.2 0 1");
        assertThat(whole.goals(Fate.NONE)).isEqualTo(1);
        assertThat(whole.codes(Fate.SPLIT)).isEmpty();
        assertThat(school.durand
                        .successions()
                        .preview(MC, EXERCISE, school.cohort)
                        .whole())
                .isEqualTo(whole);
    }

    @Test
    void levels_are_shown_over_a_chain_of_successions() {
        school.positioned(school.durand, "C1.2", "acquis");
        school.positioned(school.durand, "C2.1", "en-cours");
        school.positioned(school.durand, "C3.1", "acquis");
        school.head.frameworks().publish(BundledFrameworks.CS_SNO);
        school.head.frameworks().publish(exercise("X1", "X2", "X3", "X4", "X5"));
        school.head
                .successions()
                .publish(new Succession(
                        CS,
                        EXERCISE,
                        List.of(
                                Mapping.of("C1.2", "X2"),
                                Mapping.of("C1.3", "X2"),
                                Mapping.of("C2.1", "X3", "X4"),
                                Mapping.of("C2.2")),
                        null));
        AdoptionId next = school.head.frameworks().adopt(EXERCISE, ExampleScales.THREE_DEGREES_OF_AUTONOMY);
        DossierId dossier = school.durand
                .successions()
                .continueUnder(next, school.cohort, PersonId.of("emma"))
                .get(0);
        assertThat(school.emma.successions().earlier(dossier))
                .extracting(each -> each.level().competency() + " " + each.fate() + " " + each.successors())
                .containsExactly("C1.2 MERGE [X2]", "C2.1 SPLIT [X3, X4]", "C3.1 UNMAPPED []");
        assertThat(school.head.successions().preview(MC, EXERCISE).impacts())
                .extracting(SuccessionPreview.Impact::fate)
                .containsExactly(Fate.MERGE, Fate.SPLIT, Fate.UNMAPPED);
        assertThat(key(() -> school.head.successions().publish(new Succession(EXERCISE, MC, List.of(), null))))
                .isEqualTo("succession.circular");
    }
}
