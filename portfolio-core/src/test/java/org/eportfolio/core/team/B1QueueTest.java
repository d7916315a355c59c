package org.eportfolio.core.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eportfolio.core.Refusals.refused;
import static org.eportfolio.school.Members.learners;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eportfolio.DeniedException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.NotFoundException;
import org.eportfolio.agenda.Excerpt;
import org.eportfolio.agenda.Queue;
import org.eportfolio.agenda.Waiting;
import org.eportfolio.assessment.NewSelfAssessment;
import org.eportfolio.core.BundledFrameworks;
import org.eportfolio.core.BundledScenarios;
import org.eportfolio.core.Given;
import org.eportfolio.core.InterviewDesk;
import org.eportfolio.core.Story;
import org.eportfolio.core.VosReves;
import org.eportfolio.core.learner.PeerClass;
import org.eportfolio.dossier.Citation;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.dossier.Production;
import org.eportfolio.guidance.Goal;
import org.eportfolio.guidance.NewGoal;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.InterviewId;
import org.eportfolio.id.MissionId;
import org.eportfolio.id.PersonId;
import org.eportfolio.interview.NewAgreement;
import org.eportfolio.interview.NewInterview;
import org.eportfolio.interview.NewMinutes;
import org.eportfolio.reflection.Feedback;
import org.eportfolio.reflection.Reflection;
import org.eportfolio.reflection.Subject;
import org.eportfolio.school.Members;
import org.junit.jupiter.api.Test;

/** Row B1, the queue: productions since last visit, feedback owed, goals to confirm, no trace for n weeks; no ranking. */
class B1QueueTest extends Story {
    private Queue queue() {
        return school.durand.queue().of(school.cohort, 3);
    }

    private static List<String> told(Excerpt<Waiting> part) {
        return part.items().stream()
                .map(each -> each.what() + " " + each.learner() + " " + each.title())
                .toList();
    }

    private void visit() {
        school.clock.advance(Duration.ofMinutes(1));
        school.durand.queue().visited(school.cohort, queue().asOf());
        school.clock.advance(Duration.ofMinutes(1));
    }

    @Test
    void productions_since_the_last_visit_are_there_new_versions_too() {
        Production map = school.mindMap();
        visit();
        assertThat(queue().productions().items()).isEmpty();
        school.malo.productions().add(school.malos, NewProduction.titled("Devis"));
        school.clock.advance(Duration.ofMinutes(1));
        school.emma.productions().extend(map, NewProduction.titled("Carte, datée"));
        assertThat(told(queue().productions()))
                .containsExactly("PRODUCTION malo Devis", "PRODUCTION emma Carte, datée");
        assertThat(school.petit.queue().of(school.cohort, 3).productions().total())
                .as("each teacher has visits of their own")
                .isEqualTo(2);
        assertThat(school.durand
                        .queue()
                        .of(school.cohort, 3, school.clock.instant())
                        .productions()
                        .items())
                .as("an instant may be named instead")
                .hasSize(1);
    }

    @Test
    void what_is_shared_or_handed_in_without_an_answer_is_owed_the_longest_first() {
        school.head.frameworks().publish(BundledFrameworks.CRCN);
        school.head.frameworks().publish(BundledFrameworks.TRANSVERSAL);
        var draft = school.durand.scenarios().draft(BundledScenarios.VOS_REVES.scenario());
        school.durand.scenarios().publish(draft, "vr-1-m1");
        school.durand.plans().choose(school.cohort, draft.id());
        MissionId mission = MissionId.of("vosreves", "vr-1-m1");

        Reflection reflection = school.emma.reflections().share(school.dossier, Given.INSTALLING);
        school.clock.advance(Duration.ofMinutes(1));
        school.emma.reports().share(school.dossier, Given.REPORT);
        school.clock.advance(Duration.ofMinutes(1));
        school.malo.missions().start(school.malos, mission);
        school.malo.missions().handIn(school.malos, mission, "Voici.");
        visit();

        assertThat(queue().owed().items())
                .as("also after a visit: looking is no answer")
                .extracting(Waiting::what)
                .containsExactly(Waiting.What.REFLECTION, Waiting.What.MISSION_REPORT, Waiting.What.MISSION_HANDED_IN);
        assertThat(queue().owed().items().get(0).title()).isEqualTo("Installer le module de paiement");

        Feedback said = school.petit.feedback().comment(Subject.of(reflection), "Précis.");
        school.durand.missions().done(school.malos, mission, "");
        assertThat(queue().owed().items())
                .as("a colleague's answer is the team's")
                .extracting(Waiting::what)
                .containsExactly(Waiting.What.MISSION_REPORT);
        school.petit.feedback().withdraw(school.dossier, said.id());
        assertThat(queue().owed().total()).isEqualTo(2);
    }

    @Test
    void goals_wait_once_claimed_and_interviews_until_closed() {
        Goal goal = school.emma
                .goals()
                .set(school.dossier, NewGoal.of("C3.1", "acquis").by(VosReves.TODAY.plusDays(30)));
        assertThat(queue().claims().items()).isEmpty();
        Goal claimed = school.emma.goals().claim(goal, "Fait.", Citation.of(school.mindMap()));
        assertThat(told(queue().claims())).containsExactly("GOAL_CLAIMED emma C3.1");
        school.durand.goals().confirm(claimed, "");
        assertThat(queue().claims().items()).isEmpty();

        InterviewDesk desk = school.durand.interviews();
        InterviewId id = desk.schedule(
                        school.dossier, NewInterview.about("Point").at(VosReves.BEGINNING))
                .id();
        desk.schedule(school.malos, NewInterview.about("Autre").at(VosReves.BEGINNING.plusSeconds(60)));
        school.clock.advance(Duration.ofDays(3));
        assertThat(told(queue().interviews()))
                .as("also when its time has passed")
                .containsExactly("INTERVIEW_TO_HOLD emma Point", "INTERVIEW_TO_HOLD malo Autre");
        desk.prepare(school.dossier, id);
        desk.conduct(desk.get(school.dossier, id), NewMinutes.of("Vu.").present("emma"));
        desk.propose(
                school.dossier,
                id,
                NewAgreement.of("Relire", NewGoal.of("C3.1", "acquis").by(VosReves.TODAY.plusDays(60))));
        assertThat(told(queue().interviews())).as("waits for Emma").containsExactly("INTERVIEW_TO_HOLD malo Autre");
        school.emma.interviews().decline(school.dossier, id, 1, "Plus tard.");
        assertThat(told(queue().interviews()))
                .containsExactly("INTERVIEW_TO_HOLD malo Autre", "INTERVIEW_TO_CLOSE emma Point");
        desk.close(desk.get(school.dossier, id), null);
        assertThat(told(queue().interviews())).containsExactly("INTERVIEW_TO_HOLD malo Autre");
    }

    @Test
    void learners_without_a_trace_stand_by_their_ids_however_long_they_are_silent() {
        school.clock.advance(Duration.ofDays(5));
        school.as("yanis")
                .productions()
                .add(school.as("yanis").dossiers().open(school.sno), NewProduction.titled("Un"));
        Instant trace = school.clock.instant();
        school.emma.assessments().draft(school.dossier, NewSelfAssessment.of("C3.1", "acquis"));
        school.clock.advance(Duration.ofDays(15));
        school.malo.assessments().publish(school.malos, NewSelfAssessment.of("C3.1", "acquis"));
        school.head.cohorts().enrol(VosReves.CLASS, learners("arrivée"));
        assertThat(queue().silent().items())
                .as("nobody for three whole weeks yet")
                .isEmpty();
        school.clock.advance(Duration.ofDays(7));
        assertThat(queue().silent().items())
                .as("a draft is no trace, who came a week ago is given time, and there is no order but that of the ids")
                .containsExactly(
                        new Queue.Silent(PersonId.of("emma"), null),
                        new Queue.Silent(PersonId.of("lina"), null),
                        new Queue.Silent(PersonId.of("yanis"), trace));
        assertThat(school.durand.queue().of(school.cohort, 4).silent().items()).isEmpty();
    }

    @Test
    void each_list_is_cut_and_says_how_many_more_there_are() {
        school.emma.together(emma -> {
            for (int i = 0; i < 23; i++) emma.productions().add(school.dossier, NewProduction.titled("N° " + i));
            return true;
        });
        Excerpt<Waiting> productions = queue().productions();
        assertThat(productions.items()).hasSize(Queue.MOST);
        assertThat(productions.more()).isEqualTo(3);
    }

    @Test
    void submitted_reviews_wait_to_be_moderated_and_name_only_the_reviewed() throws IOException {
        try (PeerClass peers = PeerClass.over(stores.open(Files.createDirectory(folder.resolve("peers"))))) {
            var campaign = peers.handedIn(peers.cards().anonymously());
            peers.school.durand.campaigns().draw(campaign.id(), 1);
            var task = peers.task("malo");
            assertThat(peers.school
                            .durand
                            .queue()
                            .of(peers.school.cohort, 3)
                            .reviews()
                            .items())
                    .as("a draft is the reviewer's own affair")
                    .isEmpty();
            peers.school.malo.reviews().submit(task.id(), PeerClass.GOOD);
            Waiting waiting = peers.school
                    .durand
                    .queue()
                    .of(peers.school.cohort, 3)
                    .reviews()
                    .items()
                    .get(0);
            assertThat(waiting.learner()).isEqualTo(task.reviewed());
            assertThat(waiting.about()).isEqualTo(task.id().toString());
            assertThat(waiting.toString()).doesNotContain("malo");
            peers.school.durand.reviews().withhold(peers.task("malo"), "Blessant.");
            assertThat(peers.school
                            .durand
                            .queue()
                            .of(peers.school.cohort, 3)
                            .reviews()
                            .items())
                    .isEmpty();
        }
    }

    @Test
    void other_classes_do_not_exist_and_learners_and_heads_have_no_queue() {
        CohortId other = school.head.cohorts().enrol("CAP 2026", learners("zoe"), Members.teachers("m.autre"));
        refused(
                NotFoundException.class,
                "that you may see",
                "que vous puissiez voir",
                () -> school.durand.queue().of(other, 3));
        refused(
                NotFoundException.class,
                "that you may see",
                "que vous puissiez voir",
                () -> school.as("m.autre").queue().visited(school.cohort, school.clock.instant()));
        refused(
                NotFoundException.class,
                "that you may see",
                "que vous puissiez voir",
                () -> school.emma.queue().of(school.cohort, 3));
        refused(
                DeniedException.class,
                "open a cohort's queue",
                "ouvrir la file d'une cohorte",
                () -> school.head.queue().of(school.cohort, 3));
        for (int weeks : new int[] {0, -1, 53, Integer.MIN_VALUE}) {
            refused(
                    InvalidInputException.class,
                    "1 to 52 weeks",
                    "1 à 52 semaines",
                    () -> school.durand.queue().of(school.cohort, weeks));
        }
        refused(
                InvalidInputException.class,
                "lies in the future",
                "est dans l'avenir",
                () -> school.durand
                        .queue()
                        .visited(school.cohort, school.clock.instant().plusSeconds(1)));
    }

    @Test
    void somebody_who_left_the_class_is_out_of_it_and_reading_writes_nothing() {
        school.mindMap();
        long before = school.journalLength();
        Queue queue = queue();
        assertThat(queue()).isEqualTo(queue);
        visit();
        assertThat(school.journalLength()).isEqualTo(before);
        assertThat(school.head.journal().verify().faults()).isEmpty();
        school.emma.productions().add(school.dossier, NewProduction.titled("Deux"));
        assertThat(queue().productions().items()).hasSize(1);
        school.head.cohorts().leave(school.cohort, PersonId.of("emma"));
        assertThat(queue().productions().items()).isEmpty();
    }
}
