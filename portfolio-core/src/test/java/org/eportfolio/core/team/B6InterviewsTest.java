package org.eportfolio.core.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eportfolio.core.Refusals.refused;
import static org.eportfolio.core.Refused.stale;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eportfolio.ConflictException;
import org.eportfolio.DeniedException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.NotFoundException;
import org.eportfolio.PageRequest;
import org.eportfolio.assessment.NewSelfAssessment;
import org.eportfolio.core.Desk;
import org.eportfolio.core.OverBothStores;
import org.eportfolio.core.Stores;
import org.eportfolio.core.VosReves;
import org.eportfolio.dossier.Citation;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.guidance.Goal;
import org.eportfolio.guidance.NewGoal;
import org.eportfolio.id.InterviewId;
import org.eportfolio.id.PersonId;
import org.eportfolio.interview.Agreed;
import org.eportfolio.interview.Agreement;
import org.eportfolio.interview.AgreementStatus;
import org.eportfolio.interview.Interview;
import org.eportfolio.interview.InterviewNote;
import org.eportfolio.interview.InterviewReply;
import org.eportfolio.interview.InterviewStatus;
import org.eportfolio.interview.NewAgreement;
import org.eportfolio.interview.NewInterview;
import org.eportfolio.interview.NewMinutes;
import org.eportfolio.interview.PreparationSheet;
import org.eportfolio.school.NewGrant;
import org.eportfolio.school.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Row B6: « Conduire des entretiens formatifs ». */
@OverBothStores
@SuppressWarnings("NullAway") // what is not there where it must be fails the test
class B6InterviewsTest {
    private static final Instant START = Instant.parse("2026-10-05T13:00:00Z");
    private static final NewMinutes MINUTES =
            NewMinutes.of("Emma explique comment elle a comparé les offres.").present("emma", "m.durand");
    private static final NewAgreement DATE_SOURCES = NewAgreement.of(
            "Dater chaque source",
            NewGoal.of("C3.1", "acquis").by(LocalDate.of(2026, 12, 1)).step("Relire la carte"));

    private final Stores stores;

    @TempDir
    Path folder;

    private VosReves world;

    B6InterviewsTest(Stores stores) {
        this.stores = stores;
    }

    @BeforeEach
    void open() {
        world = VosReves.over(stores.open(folder));
    }

    @AfterEach
    void close() {
        world.close();
    }

    private Interview scheduled() {
        return world.durand
                .interviews()
                .schedule(world.dossier, NewInterview.about("Bilan d'automne").at(START));
    }

    private Interview conducted() {
        InterviewId id = scheduled().id();
        world.durand.interviews().prepare(world.dossier, id);
        return world.durand.interviews().conduct(world.durand.interviews().get(world.dossier, id), MINUTES);
    }

    private Interview closed() {
        return world.durand
                .interviews()
                .close(world.durand.interviews().get(world.dossier, conducted().id()), null);
    }

    private Interview seenByEmma(InterviewId id) {
        return world.emma.interviews().get(world.dossier, id);
    }

    @Test
    void an_interview_is_prepared_conducted_agreed_closed_and_answered() {
        InterviewId id = scheduled().id();
        assertThat(seenByEmma(id).startsAt()).isEqualTo(START);
        world.durand.interviews().prepare(world.dossier, id);
        world.durand.interviews().conduct(world.durand.interviews().get(world.dossier, id), MINUTES);
        world.durand.interviews().propose(world.dossier, id, DATE_SOURCES);
        world.durand
                .interviews()
                .propose(
                        world.dossier,
                        id,
                        NewAgreement.of(
                                "Refaire la carte",
                                NewGoal.of("C3.2", "maitrise").by(LocalDate.of(2026, 11, 1))));

        Goal goal = world.emma.interviews().accept(world.dossier, id, 1);
        world.emma.interviews().decline(world.dossier, id, 2, "Je préfère finir la première.");
        world.durand.interviews().close(world.durand.interviews().get(world.dossier, id), LocalDate.of(2027, 1, 11));
        InterviewReply reply = world.emma.interviews().acknowledge(world.dossier, id);

        assertThat(goal.interview()).isEqualTo(id);
        assertThat(goal.status()).isEqualTo(Goal.Status.OPEN);
        assertThat(goal.steps()).singleElement().hasToString("Step[text=Relire la carte, done=false]");
        assertThat(world.emma.goals().list(world.dossier, PageRequest.first(10)).items())
                .containsExactly(goal);
        Interview closed = seenByEmma(id);
        assertThat(closed.status()).isEqualTo(InterviewStatus.CLOSED);
        assertThat(closed.minutes().present()).containsExactly(PersonId.of("emma"), PersonId.of("m.durand"));
        assertThat(closed.closing().nextOn()).isEqualTo(LocalDate.of(2027, 1, 11));
        assertThat(closed.agreements())
                .extracting(Agreement::status)
                .containsExactly(AgreementStatus.ACCEPTED, AgreementStatus.DECLINED);
        assertThat(closed.agreement(1).goal()).isEqualTo(goal.id());
        assertThat(closed.agreement(2).word()).isEqualTo("Je préfère finir la première.");
        assertThat(reply.acknowledged()).isTrue();
        assertThat(world.durand.interviews().reply(world.dossier, id)).contains(reply);
        assertThat(world.head.journal().verify().faults()).isEmpty();
    }

    @Test
    void the_preparation_sheet_shows_the_published_state_and_never_changes() {
        world.positioned(world.durand, "C3.1", "en-cours");
        world.emma
                .assessments()
                .publish(world.dossier, NewSelfAssessment.of("C3.1", "acquis").because("Quatre offres."));
        world.emma.assessments().draft(world.dossier, NewSelfAssessment.on("C1.1"));
        Goal goal = world.emma
                .goals()
                .set(world.dossier, NewGoal.of("C3.1", "maitrise").by(LocalDate.of(2027, 3, 1)));
        world.mindMap();
        InterviewId id = scheduled().id();

        PreparationSheet sheet = world.durand.interviews().prepare(world.dossier, id);
        assertThat(sheet.divergences()).hasToString("[C3.1: TEACHER ◔ en-cours < SELF ◕ acquis]");
        assertThat(sheet.gaps())
                .singleElement()
                .satisfies(gap -> assertThat(gap.goal()).isEqualTo(goal.id()));
        assertThat(sheet.openGoals()).containsExactly(goal);
        assertThat(sheet.evidence())
                .extracting(PreparationSheet.RecentEvidence::title)
                .containsExactly("Carte mentale des modules de paiement");
        assertThat(sheet.uncovered())
                .extracting(each -> each.competency().value())
                .contains("C1.1", "C3.2")
                .doesNotContain("C3.1");

        world.positioned(world.durand, "C3.1", "acquis");
        world.positioned(world.durand, "C3.2", "acquis");
        world.emma.goals().abandon(goal);
        world.clock.advance(Duration.ofDays(1));
        assertThat(world.emma.interviews().sheet(world.dossier, id)).contains(sheet);

        PreparationSheet second = world.petit.interviews().prepare(world.dossier, id);
        assertThat(second.openGoals()).isEmpty();
        assertThat(second.divergences()).isEmpty();
        assertThat(world.durand.interviews().sheet(world.dossier, id)).contains(second);
        assertThat(world.emma
                        .interviews()
                        .sheets(world.dossier, PageRequest.first(10))
                        .items())
                .containsExactly(sheet, second);
    }

    @Test
    void a_sheet_shows_the_ten_productions_changed_last() {
        for (int i = 1; i <= 12; i++) {
            world.clock.advance(Duration.ofMinutes(1));
            world.emma.productions().add(world.dossier, NewProduction.titled("Réalisation " + i));
        }
        PreparationSheet sheet =
                world.durand.interviews().prepare(world.dossier, scheduled().id());
        assertThat(sheet.evidence())
                .extracting(PreparationSheet.RecentEvidence::title)
                .hasSize(10)
                .startsWith("Réalisation 12", "Réalisation 11")
                .doesNotContain("Réalisation 2");
    }

    @Test
    void the_next_interview_opens_with_what_was_agreed_and_how_far_it_has_come() {
        InterviewId first = conducted().id();
        assertThat(world.emma.interviews().opening(world.dossier, first)).isEmpty();
        world.durand.interviews().propose(world.dossier, first, DATE_SOURCES);
        Goal goal = world.emma.interviews().accept(world.dossier, first, 1);
        world.durand.interviews().close(world.durand.interviews().get(world.dossier, first), null);

        world.clock.advance(Duration.ofDays(60));
        InterviewId second = scheduled().id();
        PreparationSheet sheet = world.durand.interviews().prepare(world.dossier, second);
        Goal stepped = world.emma.goals().completeStep(goal, 0);
        Goal claimed = world.emma.goals().claim(stepped, "Toutes datées.", Citation.of(world.mindMap()));
        world.durand.goals().confirm(claimed, "Oui.");

        assertThat(sheet.agreed()).singleElement().satisfies(agreed -> {
            assertThat(agreed.interview()).isEqualTo(first);
            assertThat(agreed.agreement().text()).isEqualTo("Dater chaque source");
            assertThat(agreed.goal().status()).isEqualTo(Goal.Status.OPEN);
        });
        List<Agreed> opening = world.emma.interviews().opening(world.dossier, second);
        assertThat(opening)
                .singleElement()
                .satisfies(agreed -> assertThat(agreed.goal().status()).isEqualTo(Goal.Status.REACHED));
        assertThat(world.emma.interviews().opening(world.dossier, first)).isEmpty();
    }

    @Test
    void an_interview_can_be_put_at_another_time_or_cancelled_until_it_is_conducted() {
        InterviewId id = scheduled().id();
        Interview seen = seenByEmma(id);
        world.petit.interviews().reschedule(seen, START.plus(Duration.ofDays(7)));
        refused(
                ConflictException.class,
                "was changed meanwhile",
                "a changé entre-temps",
                () -> world.durand.interviews().reschedule(seen, START.plus(Duration.ofDays(8))));
        assertThat(seenByEmma(id).startsAt()).isEqualTo(START.plus(Duration.ofDays(7)));
        refused(
                InvalidInputException.class,
                "says why",
                "dit pourquoi",
                () -> world.durand.interviews().cancel(world.dossier, id, " "));
        world.durand.interviews().cancel(world.dossier, id, "Emma est en PFMP.");
        assertThat(seenByEmma(id).cancellation().reason()).isEqualTo("Emma est en PFMP.");
        refused(
                ConflictException.class,
                "This interview is cancelled; only a scheduled one can be prepared.",
                "Cet entretien est annulé",
                () -> world.durand.interviews().prepare(world.dossier, id));

        InterviewId held = conducted().id();
        refused(
                ConflictException.class,
                "only a scheduled one can be put at another time",
                "seul un entretien prévu peut être déplacé",
                () -> world.durand.interviews().reschedule(seenByEmma(held), START));
        refused(
                ConflictException.class,
                "only a scheduled one can be cancelled",
                "seul un entretien prévu peut être annulé",
                () -> world.durand.interviews().cancel(world.dossier, held, "Trop tard."));
    }

    @Test
    void moves_in_the_wrong_order_are_refused_with_the_rule() {
        InterviewId id = scheduled().id();
        refused(
                ConflictException.class,
                "freeze its preparation sheet first",
                "établissez d'abord sa fiche",
                () -> world.durand
                        .interviews()
                        .conduct(world.durand.interviews().get(world.dossier, id), MINUTES));
        refused(
                ConflictException.class,
                "agreements are proposed from the moment it is conducted",
                "Cet entretien est prévu",
                () -> world.durand.interviews().propose(world.dossier, id, DATE_SOURCES));
        refused(
                ConflictException.class,
                "only a conducted one can be closed",
                "seul un entretien mené peut être clos",
                () -> world.durand.interviews().close(world.durand.interviews().get(world.dossier, id), null));
        refused(
                ConflictException.class,
                "its minutes can be changed",
                "son compte rendu se modifie",
                () -> world.durand.interviews().amend(seenByEmma(id), MINUTES));
        refused(
                ConflictException.class,
                "a learner replies to a closed one",
                "l'apprenant répond à un entretien clos",
                () -> world.emma.interviews().acknowledge(world.dossier, id));
        world.durand.interviews().prepare(world.dossier, id);
        world.durand.interviews().conduct(world.durand.interviews().get(world.dossier, id), MINUTES);
        refused(
                ConflictException.class,
                "only a scheduled one can be conducted",
                "seul un entretien prévu peut être mené",
                () -> world.durand
                        .interviews()
                        .conduct(world.durand.interviews().get(world.dossier, id), MINUTES));
        refused(
                InvalidInputException.class,
                "there is no agreement 1; the interview has 0",
                "il n'y a pas d'engagement 1",
                () -> world.emma.interviews().accept(world.dossier, id, 1));
    }

    @Test
    void an_interview_that_changed_since_it_was_read_is_neither_conducted_nor_closed() {
        Interview scheduled = scheduled();
        world.durand.interviews().prepare(world.dossier, scheduled.id());
        stale(world, () -> world.durand.interviews().conduct(scheduled, MINUTES));
        Interview conducted = world.durand.interviews().conduct(seenByEmma(scheduled.id()), MINUTES);
        world.petit.interviews().propose(world.dossier, scheduled.id(), DATE_SOURCES);
        world.petit.interviews().withdraw(world.dossier, scheduled.id(), 1);
        stale(world, () -> world.durand.interviews().close(conducted, null));
        assertThat(seenByEmma(scheduled.id()).status()).isEqualTo(InterviewStatus.CONDUCTED);
    }

    @Test
    void an_interview_is_held_with_its_learner_and_not_in_the_future() {
        InterviewId id = scheduled().id();
        world.durand.interviews().prepare(world.dossier, id);
        refused(
                InvalidInputException.class,
                "emma is not among those present",
                "emma n'est pas parmi les présents",
                () -> world.durand
                        .interviews()
                        .conduct(
                                world.durand.interviews().get(world.dossier, id),
                                NewMinutes.of("Seul.").present("m.durand")));
        refused(
                InvalidInputException.class,
                "lies after today",
                "est après aujourd'hui",
                () -> world.durand
                        .interviews()
                        .conduct(
                                world.durand.interviews().get(world.dossier, id),
                                MINUTES.on(VosReves.TODAY.plusDays(1))));
        Interview held = world.durand
                .interviews()
                .conduct(world.durand.interviews().get(world.dossier, id), MINUTES.on(VosReves.TODAY.minusDays(3)));
        assertThat(held.minutes().heldOn()).isEqualTo(VosReves.TODAY.minusDays(3));
    }

    @Test
    void minutes_can_be_mended_until_the_end_by_whoever_saw_the_latest() {
        Interview conducted = conducted();
        Interview mended = world.durand
                .interviews()
                .amend(conducted, NewMinutes.of("Emma compare.").present("emma"));
        assertThat(mended.minutes().notes()).isEqualTo("Emma compare.");
        refused(
                ConflictException.class,
                "was changed meanwhile",
                "a changé entre-temps",
                () -> world.petit.interviews().amend(conducted, MINUTES));
    }

    @Test
    void an_agreement_becomes_a_goal_only_by_the_learners_acceptance_and_once() {
        InterviewId id = conducted().id();
        world.durand.interviews().propose(world.dossier, id, DATE_SOURCES);
        assertThat(world.emma.goals().list(world.dossier, PageRequest.first(10)).items())
                .isEmpty();
        refused(
                DeniedException.class,
                "answer an interview as its learner",
                "répondre à son entretien",
                () -> world.durand.interviews().accept(world.dossier, id, 1));
        refused(
                InvalidInputException.class,
                "takes a word",
                "demande un mot",
                () -> world.emma.interviews().decline(world.dossier, id, 1, ""));
        long before = world.journalLength();
        world.emma.interviews().accept(world.dossier, id, 1);
        assertThat(world.journalLength()).as("one entry for agreement and goal").isEqualTo(before + 1);
        refused(
                ConflictException.class,
                "Agreement 1 is accepted already",
                "L'engagement 1 est déjà accepté",
                () -> world.emma.interviews().accept(world.dossier, id, 1));
        refused(
                ConflictException.class,
                "Agreement 1 is accepted already",
                "L'engagement 1 est déjà accepté",
                () -> world.durand.interviews().withdraw(world.dossier, id, 1));
        assertThat(world.emma.goals().list(world.dossier, PageRequest.first(10)).items())
                .hasSize(1);
    }

    @Test
    void an_agreement_fits_the_framework_and_the_scale() {
        InterviewId id = conducted().id();
        refused(
                InvalidInputException.class,
                "is not a level of the scale",
                "n'est pas un niveau",
                () -> world.durand
                        .interviews()
                        .propose(
                                world.dossier,
                                id,
                                NewAgreement.of(
                                        "Viser haut", NewGoal.of("C3.1", "seul").by(LocalDate.of(2027, 1, 1)))));
        refused(
                InvalidInputException.class,
                "goal, due date: a goal has a due date",
                "un objectif a une échéance",
                () -> world.durand
                        .interviews()
                        .propose(world.dossier, id, NewAgreement.of("Viser haut", NewGoal.of("C3.1", "acquis"))));
    }

    @Test
    void closing_waits_for_the_answers_or_a_withdrawal() {
        InterviewId id = conducted().id();
        world.durand.interviews().propose(world.dossier, id, DATE_SOURCES);
        refused(
                ConflictException.class,
                "The agreements 1 wait for the learner's answer",
                "attendent la réponse de l'apprenant",
                () -> world.durand.interviews().close(world.durand.interviews().get(world.dossier, id), null));
        refused(
                InvalidInputException.class,
                "the next interview is today or later",
                "l'entretien suivant est aujourd'hui ou plus tard",
                () -> world.durand
                        .interviews()
                        .close(world.durand.interviews().get(world.dossier, id), VosReves.TODAY.minusDays(1)));
        world.durand.interviews().withdraw(world.dossier, id, 1);
        assertThat(world.durand
                        .interviews()
                        .close(world.durand.interviews().get(world.dossier, id), VosReves.TODAY)
                        .status())
                .isEqualTo(InterviewStatus.CLOSED);
    }

    @Test
    void a_closed_interview_never_changes() {
        Interview closed = closed();
        InterviewId id = closed.id();
        refused(
                ConflictException.class,
                "This interview is closed",
                "Cet entretien est clos",
                () -> world.durand.interviews().amend(closed, MINUTES));
        refused(
                ConflictException.class,
                "closing is final",
                "la clôture est définitive",
                () -> world.durand
                        .interviews()
                        .close(world.durand.interviews().get(world.dossier, id), VosReves.TODAY));
        refused(
                ConflictException.class,
                "This interview is closed",
                "Cet entretien est clos",
                () -> world.durand.interviews().propose(world.dossier, id, DATE_SOURCES));
        refused(
                ConflictException.class,
                "staff notes are added as long as",
                "l'équipe y ajoute des notes tant qu'il",
                () -> world.durand.interviews().note(world.dossier, id, "Encore un mot."));
        world.emma.interviews().dissent(world.dossier, id, "Je n'ai pas dit cela.");
        assertThat(seenByEmma(id)).isEqualTo(closed);
    }

    @Test
    void the_learner_replies_once_and_only_the_learner() {
        InterviewId id = closed().id();
        assertThat(world.emma.interviews().reply(world.dossier, id)).isEmpty();
        refused(
                DeniedException.class,
                "is not allowed for the role teacher",
                "n'est pas ouvert au rôle enseignant",
                () -> world.durand.interviews().acknowledge(world.dossier, id));
        refused(
                InvalidInputException.class,
                "a dissent says in what you disagree",
                "un désaccord dit sur quoi il porte",
                () -> world.emma.interviews().dissent(world.dossier, id, " "));
        world.emma.interviews().dissent(world.dossier, id, "Je n'ai pas dit cela.");
        refused(
                ConflictException.class,
                "there is one reply",
                "il y a une seule réponse",
                () -> world.emma.interviews().acknowledge(world.dossier, id));
        assertThat(world.durand
                        .interviews()
                        .reply(world.dossier, id)
                        .orElseThrow()
                        .dissent())
                .isEqualTo("Je n'ai pas dit cela.");
    }

    @Test
    void staff_notes_are_for_staff_alone() {
        InterviewId id = conducted().id();
        InterviewNote note = world.durand.interviews().note(world.dossier, id, "Prévoir un poste adapté.");
        assertThat(world.petit
                        .interviews()
                        .staffNotes(world.dossier, PageRequest.first(10))
                        .items())
                .containsExactly(note);
        refused(
                DeniedException.class,
                "read the team's notes",
                "lire les notes de l'équipe",
                () -> world.emma.interviews().staffNotes(world.dossier, PageRequest.first(10)));
        refused(
                DeniedException.class,
                "conduct an interview",
                "mener un entretien",
                () -> world.emma.interviews().note(world.dossier, id, "Et moi ?"));
        assertThat(seenByEmma(id).toString()).doesNotContain("poste adapté");
    }

    @Test
    void only_teachers_who_reach_the_dossier_conduct() {
        NewInterview input = NewInterview.about("Bilan").at(START);
        refused(
                DeniedException.class,
                "conduct an interview",
                "mener un entretien",
                () -> world.emma.interviews().schedule(world.dossier, input));
        refused(
                DeniedException.class,
                "conduct an interview",
                "mener un entretien",
                () -> world.head.interviews().schedule(world.dossier, input));
        InterviewId id = scheduled().id();
        assertThat(world.headReading().interviews().get(world.dossier, id).id()).isEqualTo(id);
        for (Desk stranger : List.of(world.malo, world.as("m.inconnu"))) {
            refused(
                    NotFoundException.class,
                    "There is no dossier",
                    "Aucun élément",
                    () -> stranger.interviews().get(world.dossier, id));
        }
        refused(
                NotFoundException.class,
                "There is no interview",
                "(entretien)",
                () -> world.durand.interviews().get(world.malos, id));
        for (Role role : List.of(Role.TUTOR, Role.REPRESENTATIVE, Role.CERTIFIER)) {
            String person = "someone." + role;
            world.head.grants().give(NewGrant.of(person, role).over(world.dossier));
            refused(
                    DeniedException.class,
                    "read an interview",
                    "lire un entretien",
                    () -> world.as(person).interviews().list(world.dossier, PageRequest.first(10)));
        }
    }

    @Test
    void scheduling_takes_a_purpose_and_a_time_that_can_be() {
        refused(
                InvalidInputException.class,
                "start: an interview has a time",
                "un entretien a une date et une heure",
                () -> world.durand.interviews().schedule(world.dossier, NewInterview.about("Bilan")));
        refused(
                InvalidInputException.class,
                "must not be blank",
                "but",
                () -> world.durand
                        .interviews()
                        .schedule(world.dossier, NewInterview.about(" ").at(START)));
        refused(
                InvalidInputException.class,
                "is too far away",
                "trop éloigné",
                () -> world.durand
                        .interviews()
                        .schedule(world.dossier, NewInterview.about("Bilan").at(Instant.MAX)));
        assertThat(world.durand
                        .interviews()
                        .list(world.dossier, PageRequest.first(10))
                        .items())
                .isEmpty();
    }

    @Test
    void reading_changes_nothing() {
        InterviewId id = closed().id();
        long before = world.journalLength();
        world.emma.interviews().list(world.dossier, PageRequest.first(10));
        world.emma.interviews().get(world.dossier, id);
        world.emma.interviews().sheet(world.dossier, id);
        world.emma.interviews().opening(world.dossier, id);
        world.emma.interviews().reply(world.dossier, id);
        assertThat(world.journalLength()).isEqualTo(before);
    }
}
