package org.eportfolio.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eportfolio.core.Refusals.refused;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.eportfolio.ConflictException;
import org.eportfolio.DeniedException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.NotFoundException;
import org.eportfolio.Page;
import org.eportfolio.PageRequest;
import org.eportfolio.assessment.Assessment;
import org.eportfolio.assessment.ClassEntry;
import org.eportfolio.assessment.NewClassEntry;
import org.eportfolio.assessment.NewPositioning;
import org.eportfolio.assessment.NewSelfAssessment;
import org.eportfolio.assessment.Progress;
import org.eportfolio.assessment.SelfAssessmentDraft;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.dossier.Production;
import org.eportfolio.dossier.Version;
import org.eportfolio.framework.Bloc;
import org.eportfolio.framework.Framework;
import org.eportfolio.framework.Level;
import org.eportfolio.guidance.NewGoal;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.CampaignId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.MissionId;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.ReviewAssignmentId;
import org.eportfolio.peer.Criterion;
import org.eportfolio.peer.NewCampaign;
import org.eportfolio.peer.NewHandIn;
import org.eportfolio.peer.Pair;
import org.eportfolio.peer.Remarks;
import org.eportfolio.reflection.NewReflection;
import org.eportfolio.reflection.Reflection;
import org.eportfolio.reflection.Subject;
import org.eportfolio.scenario.MissionStatus;
import org.eportfolio.scenario.ScenarioDraft;
import org.eportfolio.school.Actor;
import org.eportfolio.school.Members;
import org.eportfolio.school.NewGrant;
import org.eportfolio.school.Role;
import org.eportfolio.showcase.NewShowcase;
import org.eportfolio.showcase.Showcase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The rules of the domain, 1 to 11: each is attacked here through the public API, and holds. */
class DomainRulesTest extends Story {
    private static final Framework SNO = BundledFrameworks.MC_SNO.framework();

    private long before;

    @BeforeEach
    void nothingIsLostYet() {
        before = school.journalLength();
    }

    @AfterEach
    void theJournalProvesItself() {
        assertThat(school.head.journal().verify().faults()).isEmpty();
    }

    private void nothingWasWritten() {
        assertThat(school.journalLength()).as("entries in all chains").isEqualTo(before);
    }

    @Test
    void rule_1_a_published_framework_version_never_changes() {
        Framework shortened = with(SNO.blocs().subList(0, 1));
        refused(
                ConflictException.class,
                "mc-sno@2020",
                "mc-sno@2020",
                () -> school.head.frameworks().publish(shortened));
        assertThat(school.head.frameworks().get(SNO.id())).isEqualTo(SNO);
        nothingWasWritten();
    }

    @Test
    void rule_1_a_code_is_unique_within_its_version() {
        Bloc bloc = SNO.blocs().get(0);
        assertThatThrownBy(() -> with(List.of(bloc, bloc)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(bloc.code().value());
    }

    private static Framework with(List<Bloc> blocs) {
        return new Framework(
                SNO.id(), SNO.title(), SNO.language(), SNO.licence(), SNO.uri(), SNO.notes(), SNO.sources(), blocs);
    }

    @Test
    void rule_2_a_level_belongs_to_the_scale_of_the_adoption_it_is_given_under() {
        AdoptionId degrees =
                school.head.frameworks().adopt(BundledFrameworks.MC_SNO, ExampleScales.THREE_DEGREES_OF_AUTONOMY);
        school.emma.dossiers().accompany(school.dossier, degrees);
        before = school.journalLength();
        for (NewPositioning foreign : List.of(
                NewPositioning.of("C3.1", "seul").because("x"),
                NewPositioning.of("C3.1", "acquis").because("x").under(degrees))) {
            assertThatThrownBy(() -> school.durand.assessments().position(school.dossier, foreign))
                    .isInstanceOf(InvalidInputException.class);
        }
        assertThatThrownBy(() -> school.emma
                        .assessments()
                        .publish(
                                school.dossier,
                                NewSelfAssessment.of("C3.1", "seul").because("x")))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> school.emma
                        .goals()
                        .set(school.dossier, NewGoal.of("C3.1", "seul").by(VosReves.TODAY)))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> school.durand
                        .assessments()
                        .positionClass(NewClassEntry.of(school.cohort, "C3.1", "seul")
                                .under(school.sno)
                                .absent("lina", "yanis")
                                .because("x")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("seul");
        nothingWasWritten();
    }

    @Test
    void rule_3_nobody_assesses_outside_a_grant_valid_when_it_is_recorded() {
        school.head.grants().give(NewGrant.of("mme.roux", Role.TEACHER).over(school.dossier));
        Desk roux = school.as("mme.roux");
        school.positioned(roux, "C3.1", "acquis");
        school.head
                .grants()
                .revoke(school.head.grants().of(PersonId.of("mme.roux")).get(0).id());
        school.clock.advance(Duration.ofDays(1));
        before = school.journalLength();
        NewPositioning whileGranted =
                NewPositioning.of("C3.1", "maitrise").because("Vu avant.").observedOn(VosReves.TODAY);
        assertThatThrownBy(() -> roux.assessments().position(school.dossier, whileGranted))
                .as("what was observed in time is not recorded after the grant")
                .isInstanceOf(DeniedException.class);
        assertThatThrownBy(() -> school.positioned(school.as("passant"), "C3.1", "acquis"))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> school.positioned(school.durand, "C3.1", "acquis", VosReves.TODAY.plusDays(2)))
                .as("what was observed may precede, never follow")
                .isInstanceOf(InvalidInputException.class);
        nothingWasWritten();
        assertThat(school.positioned(school.durand, "C3.1", "acquis", VosReves.TODAY.minusDays(3))
                        .observedOn())
                .isEqualTo(VosReves.TODAY.minusDays(3));
    }

    @Test
    void rule_3_only_the_learner_assesses_themselves_and_nobody_positions_themselves() {
        for (Desk other : List.of(school.durand, school.head, school.malo)) {
            assertThatThrownBy(() -> other.assessments()
                            .publish(
                                    school.dossier,
                                    NewSelfAssessment.of("C3.1", "acquis").because("x")))
                    .isInstanceOfAny(DeniedException.class, NotFoundException.class);
        }
        school.head.grants().give(NewGrant.of("emma", Role.TEACHER).over(school.cohort));
        before = school.journalLength();
        Desk asTeacher = school.portfolio.as(Actor.of("emma").acting(Role.TEACHER));
        assertThatThrownBy(() -> school.positioned(asTeacher, "C3.1", "maitrise"))
                .isInstanceOf(DeniedException.class);
        assertThatThrownBy(() -> school.positioned(school.malo, "C3.1", "maitrise"))
                .isInstanceOf(NotFoundException.class);
        nothingWasWritten();
    }

    @Test
    void rule_3_a_peer_is_somebody_else_of_the_cohort_who_did_not_make_it_and_was_assigned() {
        Production site = school.madeTogether();
        CampaignId campaign = school.durand
                .campaigns()
                .open(NewCampaign.of(school.cohort, "Relire")
                        .asking(Criterion.of("Clair ?"))
                        .until(VosReves.BEGINNING.plusSeconds(86_400)))
                .id();
        school.emma.campaigns().handIn(campaign, school.dossier, NewHandIn.of(site));
        CampaignDesk durand = school.durand.campaigns();
        for (String wrong : List.of("emma", "malo", "passant")) {
            assertThatThrownBy(() -> durand.assign(campaign, Pair.of(wrong, "emma")))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining(wrong);
        }
        ReviewAssignmentId linas =
                durand.assign(campaign, Pair.of("lina", "emma")).get(0).id();
        before = school.journalLength();
        for (String unassigned : List.of("yanis", "malo", "emma", "m.durand", "passant")) {
            assertThatThrownBy(() -> school.as(unassigned).reviews().submit(linas, Remarks.strength("Bien.")))
                    .isInstanceOfAny(NotFoundException.class, DeniedException.class);
        }
        nothingWasWritten();
    }

    @Test
    void rule_4_assessments_are_append_only_and_a_correction_says_why() {
        Assessment first = school.positioned(school.durand, "C3.1", "acquis");
        assertThatThrownBy(() -> school.durand
                        .assessments()
                        .correct(school.dossier, first.id(), NewPositioning.of("C3.1", "en-cours"), " "))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> school.petit
                        .assessments()
                        .correct(school.dossier, first.id(), NewPositioning.of("C3.1", "en-cours"), "Non."))
                .isInstanceOf(DeniedException.class);
        Assessment corrected = school.durand
                .assessments()
                .correct(school.dossier, first.id(), NewPositioning.of("C3.1", "en-cours"), "Confondu.");
        assertThat(school.emma
                        .assessments()
                        .list(school.dossier, PageRequest.first(10))
                        .items())
                .containsExactly(first, corrected);
    }

    @Test
    void rule_4_nothing_that_is_deleted_or_left_takes_a_result_with_it() {
        ScenarioDraft scenario = school.durand.scenarios().draft(Given.complete("premier", "p"));
        school.durand.scenarios().publish(scenario, "p-m");
        school.durand.plans().choose(school.cohort, scenario.id());
        MissionId mission = MissionId.of("premier", "p-m");
        school.emma.missions().start(school.dossier, mission);
        Assessment given = school.positioned(school.durand, "C3.1", "acquis");
        ClassEntry entry = school.durand
                .assessments()
                .positionClass(NewClassEntry.of(school.cohort, "C1.1", "acquis")
                        .absent("malo", "lina", "yanis")
                        .because("TP"));

        school.durand.assessments().undo(school.cohort, entry.id(), "Mauvais TP.");
        school.durand.plans().drop(school.durand.plans().of(school.cohort), scenario.id());
        school.durand.scenarios().withdraw(school.durand.scenarios().get(scenario.id()));
        assertThat(school.emma.missions().get(school.dossier, mission).status()).isEqualTo(MissionStatus.STARTED);
        school.head
                .grants()
                .revoke(school.head.grants().of(PersonId.of("m.durand")).get(0).id());
        school.head.cohorts().leave(school.cohort, PersonId.of("emma"));

        assertThat(school.headReading()
                        .assessments()
                        .list(school.dossier, PageRequest.first(10))
                        .items())
                .as("the positioning, the entry, and its traced retraction")
                .hasSize(3)
                .contains(given);
    }

    @Test
    void rule_5_the_learner_owns_productions_and_reflections_and_staff_never_edit_them() {
        Production map = school.mindMap();
        Reflection reflection = school.emma.reflections().share(school.dossier, Given.INSTALLING);
        before = school.journalLength();
        NewProduction other = NewProduction.titled("Corrigée");
        for (Desk staff : List.of(school.durand, school.petit, school.head)) {
            List<ThrowingCallable> edits = List.of(
                    () -> staff.productions().revise(map, other),
                    () -> staff.productions().extend(map, other),
                    () -> staff.productions().remove(map),
                    () -> staff.productions().add(school.dossier, other),
                    () -> staff.reflections().revise(reflection, NewReflection.of(reflection)),
                    () -> staff.reflections().share(school.dossier, Given.INSTALLING));
            for (ThrowingCallable edit : edits) {
                assertThatThrownBy(edit).isInstanceOf(DeniedException.class);
            }
        }
        nothingWasWritten();
        school.durand.feedback().comment(Subject.of(reflection), "Et ensuite ?");
        assertThat(school.emma.reflections().get(school.dossier, reflection.id()))
                .isEqualTo(reflection);
    }

    @Test
    void rule_6_cited_evidence_is_frozen_and_a_showcase_that_drops_it_breaks_no_citation() {
        Production map = school.mindMap();
        Showcase showcase = school.emma
                .showcases()
                .begin(school.dossier, NewShowcase.titled("Vitrine").showing(map, "Ma carte."));
        Assessment given = school.durand
                .assessments()
                .position(school.dossier, NewPositioning.of("C3.1", "acquis").citing(map));
        Version cited = school.emma.productions().get(school.dossier, map.id()).version(1);
        Production seen = school.emma.productions().get(school.dossier, map.id());
        assertThatThrownBy(() -> school.emma.productions().remove(seen)).isInstanceOf(ConflictException.class);
        school.emma.productions().revise(seen, NewProduction.titled("Tout autre chose"));
        school.emma.showcases().remove(showcase);

        Production after = school.durand.productions().get(school.dossier, map.id());
        assertThat(after.version(1)).isEqualTo(cited);
        assertThat(after.version(1).contentHash())
                .isEqualTo(given.evidence().get(0).content());
        assertThat(after.current().title()).isEqualTo("Tout autre chose");
    }

    @Test
    void rule_7_a_self_assessment_is_private_until_published_and_never_the_peers() {
        SelfAssessmentDraft draft =
                school.emma.assessments().draft(school.dossier, NewSelfAssessment.of("C3.1", "acquis"));
        for (Desk other : List.of(school.durand, school.head, school.malo)) {
            assertThatThrownBy(() -> other.assessments().drafts(school.dossier, PageRequest.first(10)))
                    .isInstanceOfAny(DeniedException.class, NotFoundException.class);
        }
        assertThat(school.durand
                        .progress()
                        .of(school.dossier)
                        .on("C3.1")
                        .orElseThrow()
                        .trajectories())
                .isEmpty();
        Assessment published = school.emma.assessments().publish(draft);
        assertThat(school.durand
                        .assessments()
                        .list(school.dossier, PageRequest.first(10))
                        .items())
                .containsExactly(published);
        assertThatThrownBy(() -> school.malo.assessments().list(school.dossier, PageRequest.first(10)))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void rule_8_learner_and_staff_see_the_same_facts_and_reading_changes_nothing() {
        school.positioned(school.durand, "C3.1", "acquis");
        school.mindMap();
        before = school.journalLength();
        for (Desk reader : List.of(school.durand, school.petit)) {
            assertThat(reader.progress().of(school.dossier))
                    .isEqualTo(school.emma.progress().of(school.dossier));
            assertThat(reader.productions().list(school.dossier, PageRequest.first(10)))
                    .isEqualTo(school.emma.productions().list(school.dossier, PageRequest.first(10)));
            assertThat(reader.assessments().list(school.dossier, PageRequest.first(10)))
                    .isEqualTo(school.emma.assessments().list(school.dossier, PageRequest.first(10)));
        }
        school.durand.progress().matrix(school.cohort);
        nothingWasWritten();
    }

    @Test
    void rule_9_as_of_goes_by_recording_and_a_date_means_the_end_of_that_day_in_the_schools_time_zone() {
        school.clock.set("2026-09-10T21:59:59.999999Z");
        school.positioned(school.durand, "C3.1", "en-cours");
        school.clock.set("2026-09-10T22:00:00Z");
        school.positioned(school.durand, "C3.1", "acquis", LocalDate.of(2026, 9, 1));
        assertThat(levelAsOf(LocalDate.of(2026, 9, 9))).isEqualTo("nothing yet");
        assertThat(levelAsOf(LocalDate.of(2026, 9, 10))).isEqualTo("en-cours");
        assertThat(levelAsOf(LocalDate.of(2026, 9, 11)))
                .as("it was observed before")
                .isEqualTo("en-cours");
        assertThat(school.emma
                        .progress()
                        .of(school.dossier, LocalDate.of(2026, 9, 11))
                        .on("C3.1")
                        .orElseThrow()
                        .trajectories()
                        .get(0)
                        .points())
                .hasSize(2);
    }

    private String levelAsOf(LocalDate day) {
        Level level = school.emma
                .progress()
                .of(school.dossier, day)
                .on("C3.1")
                .orElseThrow()
                .current()
                .level();
        return level == null ? "nothing yet" : level.id().value();
    }

    @Test
    void rule_10_every_list_is_paged_and_a_page_has_its_bounds() {
        for (int i = 0; i < 5; i++) school.emma.productions().add(school.dossier, NewProduction.titled("R" + i));
        List<String> told = new ArrayList<>();
        PageRequest next = PageRequest.first(2);
        do {
            Page<Production> page = school.emma.productions().list(school.dossier, next);
            assertThat(page.items()).hasSizeLessThanOrEqualTo(2);
            page.items().forEach(each -> told.add(each.title()));
            next = page.next();
        } while (next != null);
        assertThat(told).containsExactly("R0", "R1", "R2", "R3", "R4");
        for (int limit : new int[] {0, -1, Integer.MAX_VALUE}) {
            assertThatThrownBy(() -> school.emma.productions().list(school.dossier, PageRequest.first(limit)))
                    .isInstanceOf(InvalidInputException.class);
        }
    }

    @Test
    void rule_10_every_write_is_one_transaction_and_nothing_acknowledged_is_lost() {
        school.head.cohorts().enrol(VosReves.CLASS, Members.learners("zoe.exemple"));
        before = school.journalLength();
        assertThatThrownBy(() -> school.durand
                        .assessments()
                        .positionClass(NewClassEntry.of(school.cohort, "C3.1", "acquis")
                                .because("TP")
                                .absent("lina", "yanis", "zoe.exemple")
                                .except("passant", "en-cours")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("passant");
        assertThatThrownBy(() -> school.emma.together(desk -> {
                    desk.productions().add(school.dossier, NewProduction.titled("Une"));
                    return desk.productions().add(school.malos, NewProduction.titled("Deux"));
                }))
                .isInstanceOf(NotFoundException.class);
        nothingWasWritten();
        Production kept = school.emma.productions().add(school.dossier, NewProduction.titled("Gardée"));
        if (stores == Stores.IN_MEMORY) return;
        school.close();
        school = VosReves.over(stores.open(folder));
        assertThat(school.emma.productions().get(kept.dossier(), kept.id())).isEqualTo(kept);
    }

    @Test
    void rule_11_levels_never_cross_between_adoptions_and_dossiers_of_one_learner() {
        AdoptionId degrees =
                school.head.frameworks().adopt(BundledFrameworks.MC_SNO, ExampleScales.THREE_DEGREES_OF_AUTONOMY);
        AdoptionId crcn = school.head.frameworks().adopt(BundledFrameworks.CRCN, ExampleScales.FOUR_STEPS);
        school.emma.dossiers().accompany(school.dossier, crcn);
        DossierId second = school.emma.dossiers().open(degrees);
        school.positioned(school.durand, "C3.1", "acquis");
        assertThat(second).isNotEqualTo(school.dossier);
        for (Progress other : List.of(
                school.emma.progress().of(second), school.emma.progress().of(school.dossier, crcn, VosReves.TODAY))) {
            assertThat(other.all()).allMatch(each -> each.current().outcome() == null);
        }
    }

    @Test
    void rule_11_a_production_is_the_learners_and_is_cited_in_each_of_their_dossiers_and_no_one_elses() {
        Production map = school.mindMap();
        AdoptionId degrees =
                school.head.frameworks().adopt(BundledFrameworks.MC_SNO, ExampleScales.THREE_DEGREES_OF_AUTONOMY);
        DossierId second = school.emma.dossiers().open(degrees);
        Assessment given = school.durand
                .assessments()
                .position(second, NewPositioning.of("C3.1", "seul").citing(map));
        assertThat(given.evidence().get(0).dossier()).isEqualTo(school.dossier);
        before = school.journalLength();
        assertThatThrownBy(() -> school.durand
                        .assessments()
                        .position(
                                school.malos,
                                NewPositioning.of("C3.1", "acquis").citing(map)))
                .isInstanceOf(NotFoundException.class);
        nothingWasWritten();
    }
}
