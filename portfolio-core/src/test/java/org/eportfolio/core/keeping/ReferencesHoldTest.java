package org.eportfolio.core.keeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eportfolio.core.Refusals.refused;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.eportfolio.ConflictException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.NotFoundException;
import org.eportfolio.PageRequest;
import org.eportfolio.assessment.NewSelfAssessment;
import org.eportfolio.assessment.SelfAssessmentDraft;
import org.eportfolio.certification.NewExamFile;
import org.eportfolio.core.Desk;
import org.eportfolio.core.InMemoryStore;
import org.eportfolio.core.KeptArchive;
import org.eportfolio.core.OverBothStores;
import org.eportfolio.core.Portfolio;
import org.eportfolio.core.Stores;
import org.eportfolio.core.VosReves;
import org.eportfolio.core.learner.PeerClass;
import org.eportfolio.dossier.Citation;
import org.eportfolio.dossier.GroupProduction;
import org.eportfolio.dossier.NewGroup;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.dossier.Production;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.ProductionId;
import org.eportfolio.id.SealId;
import org.eportfolio.interview.NewInterview;
import org.eportfolio.peer.Campaign;
import org.eportfolio.privacy.ErasurePlan;
import org.eportfolio.reflection.Feedback;
import org.eportfolio.reflection.Playback;
import org.eportfolio.reflection.Subject;
import org.eportfolio.school.Actor;
import org.eportfolio.school.Members;
import org.eportfolio.school.NewGrant;
import org.eportfolio.school.Role;
import org.eportfolio.showcase.NewShowcase;
import org.eportfolio.showcase.Showcase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is allowed leaves no reference that {@code check} calls damage: refused, detached, or kept as it stood. */
@OverBothStores
class ReferencesHoldTest {
    private final Stores stores;
    private VosReves school;
    private Production map;

    ReferencesHoldTest(Stores stores) {
        this.stores = stores;
    }

    @BeforeEach
    void emma_makes_a_map(@TempDir Path folder) {
        school = VosReves.over(stores.open(folder));
        map = school.mindMap();
    }

    @AfterEach
    void everything_refers_to_what_is_there() {
        assertThat(school.head.safekeeping().check().references()).isEmpty();
        assertThat(school.head.safekeeping().check().sound()).isTrue();
        school.close();
    }

    @Test
    void a_production_that_a_teacher_wrote_about_stays_until_the_words_are_withdrawn() {
        Feedback comment = school.durand.feedback().comment(Subject.of(map), "Bien.");
        refused(
                ConflictException.class,
                "People wrote about",
                "On a écrit",
                () -> school.emma.productions().remove(map));
        Feedback reply = school.emma.feedback().reply(school.dossier, comment.id(), "Merci.");
        school.durand.feedback().withdraw(school.dossier, comment.id());
        refused(
                ConflictException.class,
                "People wrote about",
                "On a écrit",
                () -> school.emma.productions().remove(map));
        school.emma.feedback().withdraw(school.dossier, reply.id());
        school.emma.productions().remove(map);
        assertThat(school.emma
                        .productions()
                        .list(school.dossier, PageRequest.first(9))
                        .items())
                .isEmpty();
    }

    @Test
    void a_staff_note_keeps_no_production_and_stays_readable_for_the_staff() {
        school.durand.feedback().note(Subject.of(map), "À suivre.");
        school.emma.productions().remove(map);
        assertThat(school.petit
                        .feedback()
                        .notes(Subject.of(map), PageRequest.first(9))
                        .items())
                .singleElement()
                .satisfies(each -> assertThat(each.text()).isEqualTo("À suivre."));
    }

    @Test
    void a_preparation_sheet_says_what_it_said_of_a_production_that_is_taken_away() {
        var interview = school.durand
                .interviews()
                .schedule(school.dossier, NewInterview.about("Bilan").at(VosReves.BEGINNING.plusSeconds(7_200)));
        school.durand.interviews().prepare(school.dossier, interview.id());
        school.emma.productions().remove(map);
        assertThat(school.emma
                        .interviews()
                        .sheet(school.dossier, interview.id())
                        .orElseThrow()
                        .evidence())
                .singleElement()
                .satisfies(each -> assertThat(each.production()).isEqualTo(map.id()));
    }

    @Test
    void a_showcase_outlives_a_recording_and_shows_what_is_left() {
        Playback spoken = school.recorded();
        Showcase showcase = school.emma
                .showcases()
                .begin(
                        school.dossier,
                        NewShowcase.titled("Vitrine").showing(map, "Ceci.").showing(spoken, "Moi."));
        school.emma.recordings().discard(school.dossier, spoken.id());
        assertThat(school.emma
                        .showcases()
                        .display(school.dossier, showcase.id())
                        .items())
                .hasSize(1);
    }

    @Test
    void a_campaign_that_comes_along_with_a_dossier_may_leave_its_cohort_behind() throws IOException {
        PeerClass peers = PeerClass.over(school);
        Campaign campaign = peers.handedIn(peers.cards());
        KeptArchive archive = new KeptArchive();
        school.head.archives().dossier(school.dossier, archive);
        try (Portfolio there = Portfolio.with(new InMemoryStore()).build()) {
            Desk head = there.setUp("directrice");
            head.cohorts().enrol(VosReves.CLASS, Members.learners("noe"));
            head.archives().importFrom(archive);
            assertThat(head.cohorts().list(PageRequest.first(50)).items()).hasSize(1);
            assertThat(head.safekeeping().check().sound()).isTrue();
            refused(
                    NotFoundException.class,
                    "campaign",
                    "campagne",
                    () -> there.as(Actor.of("noe")).campaigns().get(campaign.id()));
        }
    }

    @Test
    void a_draft_may_outlive_what_it_cites_but_is_not_published() {
        SelfAssessmentDraft draft = school.emma
                .assessments()
                .draft(school.dossier, NewSelfAssessment.of("C3.1", "acquis").citing(map));
        school.emma.productions().remove(map);
        refused(
                NotFoundException.class,
                "production",
                "réalisation",
                () -> school.emma.assessments().publish(draft));
        SelfAssessmentDraft saved = school.emma
                .assessments()
                .save(
                        draft,
                        NewSelfAssessment.of("C3.1", "acquis")
                                .because("Encore.")
                                .citing(map));
        school.emma
                .assessments()
                .publish(school.emma.assessments().save(saved, NewSelfAssessment.of("C3.1", "acquis")));
    }

    @Test
    void no_draft_cites_what_never_was() {
        Citation nowhere = new Citation(school.dossier, new ProductionId(VosReves.nowhere()), 1);
        refused(
                NotFoundException.class,
                "production",
                "réalisation",
                () -> school.emma
                        .assessments()
                        .draft(
                                school.dossier,
                                NewSelfAssessment.of("C3.1", "acquis").citing(nowhere)));
        Citation noVersion = new Citation(school.dossier, map.id(), 7);
        refused(
                InvalidInputException.class,
                "there is no version 7",
                "il n'y a pas de version 7",
                () -> school.emma
                        .assessments()
                        .draft(
                                school.dossier,
                                NewSelfAssessment.of("C3.1", "acquis").citing(noVersion)));
    }

    @Test
    void an_exam_file_and_a_grant_outlive_a_production() {
        school.head.grants().give(NewGrant.of("mme.roux", Role.TUTOR).over(school.dossier, map.id()));
        school.emma
                .seals()
                .begin(
                        school.dossier,
                        NewExamFile.forUnit("Épreuve exemple", "Bloc 3").presenting(map));
        school.emma.productions().remove(map);
    }

    @Test
    void the_starter_of_a_group_production_is_erased() {
        Production site = school.madeTogether();
        school.malo
                .assessments()
                .publish(school.malos, NewSelfAssessment.of("C1.1", "acquis").citing(site));
        erase("emma", false);
        assertThat(school.malo.groups().of(school.malos, PageRequest.first(9)).items())
                .hasSize(1);
    }

    @Test
    void what_others_made_with_an_erased_person_is_restored_elsewhere() throws IOException {
        Production site = school.madeTogether();
        erase("emma", false);
        KeptArchive everything = new KeptArchive();
        school.head.archives().organisation(everything);
        try (Portfolio there = Portfolio.with(new InMemoryStore()).build()) {
            there.as(Actor.system()).archives().importFrom(everything);
            assertThat(there.as(school.head.actor()).safekeeping().check().sound())
                    .isTrue();
            assertThat(there.as(school.malo.actor())
                            .productions()
                            .get(school.dossier, site.id())
                            .id())
                    .isEqualTo(site.id());
        }
    }

    @Test
    void a_group_that_a_teacher_appraised_is_not_taken_away() {
        GroupProduction alone = school.emma
                .groups()
                .start(
                        school.dossier,
                        NewGroup.of(NewProduction.titled("Seule")).with("malo"));
        school.durand.groups().appraise(alone.id(), "Bon début.");
        refused(
                ConflictException.class,
                "People wrote about",
                "On a écrit",
                () -> school.emma.groups().remove(alone.id()));
    }

    @Test
    void a_seal_is_dropped_by_an_erasure() {
        sealed();
        erase("emma", false);
    }

    @Test
    void a_seal_is_kept_by_an_erasure() {
        sealed();
        erase("emma", true);
    }

    private void sealed() {
        school.emma
                .seals()
                .seal(school.emma
                        .seals()
                        .begin(
                                school.dossier,
                                NewExamFile.forUnit("Épreuve exemple", "Bloc 3").presenting(map)));
    }

    private void erase(String person, boolean keepingSeals) {
        school.clock.advance(Duration.ofHours(1));
        ErasurePlan plan = school.head.privacy().planErasure(PersonId.of(person));
        while (!plan.undecided().isEmpty()) {
            SealId seal = plan.undecided().iterator().next();
            plan = keepingSeals
                    ? school.head.privacy().keepSeal(plan, seal, "Décidé")
                    : school.head.privacy().dropSeal(plan, seal, "Décidé");
        }
        school.head.privacy().erase(plan);
    }
}
