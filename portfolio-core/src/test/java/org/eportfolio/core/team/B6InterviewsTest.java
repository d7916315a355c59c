package org.eportfolio.core.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eportfolio.core.Refusals.refused;
import static org.eportfolio.core.Refused.stale;

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
import org.eportfolio.core.Story;
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
import org.junit.jupiter.api.Test;

/** Row B6: « Conduire des entretiens formatifs ». */
@SuppressWarnings("NullAway") // what is not there where it must be fails the test
class B6InterviewsTest extends Story {
    private static final Instant START = Instant.parse("2026-10-05T13:00:00Z");
    private static final NewMinutes MINUTES =
            NewMinutes.of("Emma explique comment elle a comparé les offres.").present("emma", "m.durand");
    private static final NewAgreement DATE_SOURCES = NewAgreement.of(
            "Dater chaque source",
            NewGoal.of("C3.1", "acquis").by(LocalDate.of(2026, 12, 1)).step("Relire la carte"));

    private Interview scheduled() {
        return school.durand
                .interviews()
                .schedule(school.dossier, NewInterview.about("Bilan d'automne").at(START));
    }

    private Interview conducted() {
        InterviewId id = scheduled().id();
        school.durand.interviews().prepare(school.dossier, id);
        return school.durand.interviews().conduct(school.durand.interviews().get(school.dossier, id), MINUTES);
    }

    private Interview closed() {
        return school.durand
                .interviews()
                .close(
                        school.durand
                                .interviews()
                                .get(school.dossier, conducted().id()),
                        null);
    }

    private Interview seenByEmma(InterviewId id) {
        return school.emma.interviews().get(school.dossier, id);
    }

    @Test
    void an_interview_is_prepared_conducted_agreed_closed_and_answered() {
        InterviewId id = scheduled().id();
        assertThat(seenByEmma(id).startsAt()).isEqualTo(START);
        school.durand.interviews().prepare(school.dossier, id);
        school.durand.interviews().conduct(school.durand.interviews().get(school.dossier, id), MINUTES);
        school.durand.interviews().propose(school.dossier, id, DATE_SOURCES);
        school.durand
                .interviews()
                .propose(
                        school.dossier,
                        id,
                        NewAgreement.of(
                                "Refaire la carte",
                                NewGoal.of("C3.2", "maitrise").by(LocalDate.of(2026, 11, 1))));

        Goal goal = school.emma.interviews().accept(school.dossier, id, 1);
        school.emma.interviews().decline(school.dossier, id, 2, "Je préfère finir la première.");
        school.durand.interviews().close(school.durand.interviews().get(school.dossier, id), LocalDate.of(2027, 1, 11));
        InterviewReply reply = school.emma.interviews().acknowledge(school.dossier, id);

        assertThat(goal.interview()).isEqualTo(id);
        assertThat(goal.status()).isEqualTo(Goal.Status.OPEN);
        assertThat(goal.steps()).singleElement().hasToString("Step[text=Relire la carte, done=false]");
        assertThat(school.emma
                        .goals()
                        .list(school.dossier, PageRequest.first(10))
                        .items())
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
        assertThat(school.durand.interviews().reply(school.dossier, id)).contains(reply);
        assertThat(school.head.journal().verify().faults()).isEmpty();
    }

    @Test
    void the_preparation_sheet_shows_the_published_state_and_never_changes() {
        school.positioned(school.durand, "C3.1", "en-cours");
        school.emma
                .assessments()
                .publish(school.dossier, NewSelfAssessment.of("C3.1", "acquis").because("Quatre offres."));
        school.emma.assessments().draft(school.dossier, NewSelfAssessment.on("C1.1"));
        Goal goal = school.emma
                .goals()
                .set(school.dossier, NewGoal.of("C3.1", "maitrise").by(LocalDate.of(2027, 3, 1)));
        school.mindMap();
        InterviewId id = scheduled().id();

        PreparationSheet sheet = school.durand.interviews().prepare(school.dossier, id);
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

        school.positioned(school.durand, "C3.1", "acquis");
        school.positioned(school.durand, "C3.2", "acquis");
        school.emma.goals().abandon(goal);
        school.clock.advance(Duration.ofDays(1));
        assertThat(school.emma.interviews().sheet(school.dossier, id)).contains(sheet);

        PreparationSheet second = school.petit.interviews().prepare(school.dossier, id);
        assertThat(second.openGoals()).isEmpty();
        assertThat(second.divergences()).isEmpty();
        assertThat(school.durand.interviews().sheet(school.dossier, id)).contains(second);
        assertThat(school.emma
                        .interviews()
                        .sheets(school.dossier, PageRequest.first(10))
                        .items())
                .containsExactly(sheet, second);
    }

    @Test
    void a_sheet_shows_the_ten_productions_changed_last() {
        for (int i = 1; i <= 12; i++) {
            school.clock.advance(Duration.ofMinutes(1));
            school.emma.productions().add(school.dossier, NewProduction.titled("Réalisation " + i));
        }
        PreparationSheet sheet =
                school.durand.interviews().prepare(school.dossier, scheduled().id());
        assertThat(sheet.evidence())
                .extracting(PreparationSheet.RecentEvidence::title)
                .hasSize(10)
                .startsWith("Réalisation 12", "Réalisation 11")
                .doesNotContain("Réalisation 2");
    }

    @Test
    void the_next_interview_opens_with_what_was_agreed_and_how_far_it_has_come() {
        InterviewId first = conducted().id();
        assertThat(school.emma.interviews().opening(school.dossier, first)).isEmpty();
        school.durand.interviews().propose(school.dossier, first, DATE_SOURCES);
        Goal goal = school.emma.interviews().accept(school.dossier, first, 1);
        school.durand.interviews().close(school.durand.interviews().get(school.dossier, first), null);

        school.clock.advance(Duration.ofDays(60));
        InterviewId second = scheduled().id();
        PreparationSheet sheet = school.durand.interviews().prepare(school.dossier, second);
        Goal stepped = school.emma.goals().completeStep(goal, 0);
        Goal claimed = school.emma.goals().claim(stepped, "Toutes datées.", Citation.of(school.mindMap()));
        school.durand.goals().confirm(claimed, "Oui.");

        assertThat(sheet.agreed()).singleElement().satisfies(agreed -> {
            assertThat(agreed.interview()).isEqualTo(first);
            assertThat(agreed.agreement().text()).isEqualTo("Dater chaque source");
            assertThat(agreed.goal().status()).isEqualTo(Goal.Status.OPEN);
        });
        List<Agreed> opening = school.emma.interviews().opening(school.dossier, second);
        assertThat(opening)
                .singleElement()
                .satisfies(agreed -> assertThat(agreed.goal().status()).isEqualTo(Goal.Status.REACHED));
        assertThat(school.emma.interviews().opening(school.dossier, first)).isEmpty();
    }

    @Test
    void an_interview_can_be_put_at_another_time_or_cancelled_until_it_is_conducted() {
        InterviewId id = scheduled().id();
        Interview seen = seenByEmma(id);
        school.petit.interviews().reschedule(seen, START.plus(Duration.ofDays(7)));
        refused(
                ConflictException.class,
                "was changed meanwhile",
                "a changé entre-temps",
                () -> school.durand.interviews().reschedule(seen, START.plus(Duration.ofDays(8))));
        assertThat(seenByEmma(id).startsAt()).isEqualTo(START.plus(Duration.ofDays(7)));
        refused(
                InvalidInputException.class,
                "says why",
                "dit pourquoi",
                () -> school.durand.interviews().cancel(school.dossier, id, " "));
        school.durand.interviews().cancel(school.dossier, id, "Emma est en PFMP.");
        assertThat(seenByEmma(id).cancellation().reason()).isEqualTo("Emma est en PFMP.");
        refused(
                ConflictException.class,
                "This interview is cancelled; only a scheduled one can be prepared.",
                "Cet entretien est annulé",
                () -> school.durand.interviews().prepare(school.dossier, id));

        InterviewId held = conducted().id();
        refused(
                ConflictException.class,
                "only a scheduled one can be put at another time",
                "seul un entretien prévu peut être déplacé",
                () -> school.durand.interviews().reschedule(seenByEmma(held), START));
        refused(
                ConflictException.class,
                "only a scheduled one can be cancelled",
                "seul un entretien prévu peut être annulé",
                () -> school.durand.interviews().cancel(school.dossier, held, "Trop tard."));
    }

    @Test
    void moves_in_the_wrong_order_are_refused_with_the_rule() {
        InterviewId id = scheduled().id();
        refused(
                ConflictException.class,
                "freeze its preparation sheet first",
                "établissez d'abord sa fiche",
                () -> school.durand
                        .interviews()
                        .conduct(school.durand.interviews().get(school.dossier, id), MINUTES));
        refused(
                ConflictException.class,
                "agreements are proposed from the moment it is conducted",
                "Cet entretien est prévu",
                () -> school.durand.interviews().propose(school.dossier, id, DATE_SOURCES));
        refused(
                ConflictException.class,
                "only a conducted one can be closed",
                "seul un entretien mené peut être clos",
                () -> school.durand
                        .interviews()
                        .close(school.durand.interviews().get(school.dossier, id), null));
        refused(
                ConflictException.class,
                "its minutes can be changed",
                "son compte rendu se modifie",
                () -> school.durand.interviews().amend(seenByEmma(id), MINUTES));
        refused(
                ConflictException.class,
                "a learner replies to a closed one",
                "l'apprenant répond à un entretien clos",
                () -> school.emma.interviews().acknowledge(school.dossier, id));
        school.durand.interviews().prepare(school.dossier, id);
        school.durand.interviews().conduct(school.durand.interviews().get(school.dossier, id), MINUTES);
        refused(
                ConflictException.class,
                "only a scheduled one can be conducted",
                "seul un entretien prévu peut être mené",
                () -> school.durand
                        .interviews()
                        .conduct(school.durand.interviews().get(school.dossier, id), MINUTES));
        refused(
                InvalidInputException.class,
                "there is no agreement 1; the interview has 0",
                "il n'y a pas d'engagement 1",
                () -> school.emma.interviews().accept(school.dossier, id, 1));
    }

    @Test
    void an_interview_that_changed_since_it_was_read_is_neither_conducted_nor_closed() {
        Interview scheduled = scheduled();
        school.durand.interviews().prepare(school.dossier, scheduled.id());
        stale(school, () -> school.durand.interviews().conduct(scheduled, MINUTES));
        Interview conducted = school.durand.interviews().conduct(seenByEmma(scheduled.id()), MINUTES);
        school.petit.interviews().propose(school.dossier, scheduled.id(), DATE_SOURCES);
        school.petit.interviews().withdraw(school.dossier, scheduled.id(), 1);
        stale(school, () -> school.durand.interviews().close(conducted, null));
        assertThat(seenByEmma(scheduled.id()).status()).isEqualTo(InterviewStatus.CONDUCTED);
    }

    @Test
    void an_interview_is_held_with_its_learner_and_not_in_the_future() {
        InterviewId id = scheduled().id();
        school.durand.interviews().prepare(school.dossier, id);
        refused(
                InvalidInputException.class,
                "emma is not among those present",
                "emma n'est pas parmi les présents",
                () -> school.durand
                        .interviews()
                        .conduct(
                                school.durand.interviews().get(school.dossier, id),
                                NewMinutes.of("Seul.").present("m.durand")));
        refused(
                InvalidInputException.class,
                "lies after today",
                "est après aujourd'hui",
                () -> school.durand
                        .interviews()
                        .conduct(
                                school.durand.interviews().get(school.dossier, id),
                                MINUTES.on(VosReves.TODAY.plusDays(1))));
        Interview held = school.durand
                .interviews()
                .conduct(school.durand.interviews().get(school.dossier, id), MINUTES.on(VosReves.TODAY.minusDays(3)));
        assertThat(held.minutes().heldOn()).isEqualTo(VosReves.TODAY.minusDays(3));
    }

    @Test
    void minutes_can_be_mended_until_the_end_by_whoever_saw_the_latest() {
        Interview conducted = conducted();
        Interview mended = school.durand
                .interviews()
                .amend(conducted, NewMinutes.of("Emma compare.").present("emma"));
        assertThat(mended.minutes().notes()).isEqualTo("Emma compare.");
        refused(
                ConflictException.class,
                "was changed meanwhile",
                "a changé entre-temps",
                () -> school.petit.interviews().amend(conducted, MINUTES));
    }

    @Test
    void an_agreement_becomes_a_goal_only_by_the_learners_acceptance_and_once() {
        InterviewId id = conducted().id();
        school.durand.interviews().propose(school.dossier, id, DATE_SOURCES);
        assertThat(school.emma
                        .goals()
                        .list(school.dossier, PageRequest.first(10))
                        .items())
                .isEmpty();
        refused(
                DeniedException.class,
                "answer an interview as its learner",
                "répondre à son entretien",
                () -> school.durand.interviews().accept(school.dossier, id, 1));
        refused(
                InvalidInputException.class,
                "takes a word",
                "demande un mot",
                () -> school.emma.interviews().decline(school.dossier, id, 1, ""));
        long before = school.journalLength();
        school.emma.interviews().accept(school.dossier, id, 1);
        assertThat(school.journalLength())
                .as("one entry for agreement and goal")
                .isEqualTo(before + 1);
        refused(
                ConflictException.class,
                "Agreement 1 is accepted already",
                "L'engagement 1 est déjà accepté",
                () -> school.emma.interviews().accept(school.dossier, id, 1));
        refused(
                ConflictException.class,
                "Agreement 1 is accepted already",
                "L'engagement 1 est déjà accepté",
                () -> school.durand.interviews().withdraw(school.dossier, id, 1));
        assertThat(school.emma
                        .goals()
                        .list(school.dossier, PageRequest.first(10))
                        .items())
                .hasSize(1);
    }

    @Test
    void an_agreement_fits_the_framework_and_the_scale() {
        InterviewId id = conducted().id();
        refused(
                InvalidInputException.class,
                "is not a level of the scale",
                "n'est pas un niveau",
                () -> school.durand
                        .interviews()
                        .propose(
                                school.dossier,
                                id,
                                NewAgreement.of(
                                        "Viser haut", NewGoal.of("C3.1", "seul").by(LocalDate.of(2027, 1, 1)))));
        refused(
                InvalidInputException.class,
                "goal, due date: a goal has a due date",
                "un objectif a une échéance",
                () -> school.durand
                        .interviews()
                        .propose(school.dossier, id, NewAgreement.of("Viser haut", NewGoal.of("C3.1", "acquis"))));
    }

    @Test
    void closing_waits_for_the_answers_or_a_withdrawal() {
        InterviewId id = conducted().id();
        school.durand.interviews().propose(school.dossier, id, DATE_SOURCES);
        refused(
                ConflictException.class,
                "The agreements 1 wait for the learner's answer",
                "attendent la réponse de l'apprenant",
                () -> school.durand
                        .interviews()
                        .close(school.durand.interviews().get(school.dossier, id), null));
        refused(
                InvalidInputException.class,
                "the next interview is today or later",
                "l'entretien suivant est aujourd'hui ou plus tard",
                () -> school.durand
                        .interviews()
                        .close(school.durand.interviews().get(school.dossier, id), VosReves.TODAY.minusDays(1)));
        school.durand.interviews().withdraw(school.dossier, id, 1);
        assertThat(school.durand
                        .interviews()
                        .close(school.durand.interviews().get(school.dossier, id), VosReves.TODAY)
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
                () -> school.durand.interviews().amend(closed, MINUTES));
        refused(
                ConflictException.class,
                "closing is final",
                "la clôture est définitive",
                () -> school.durand
                        .interviews()
                        .close(school.durand.interviews().get(school.dossier, id), VosReves.TODAY));
        refused(
                ConflictException.class,
                "This interview is closed",
                "Cet entretien est clos",
                () -> school.durand.interviews().propose(school.dossier, id, DATE_SOURCES));
        refused(
                ConflictException.class,
                "staff notes are added as long as",
                "l'équipe y ajoute des notes tant qu'il",
                () -> school.durand.interviews().note(school.dossier, id, "Encore un mot."));
        school.emma.interviews().dissent(school.dossier, id, "Je n'ai pas dit cela.");
        assertThat(seenByEmma(id)).isEqualTo(closed);
    }

    @Test
    void the_learner_replies_once_and_only_the_learner() {
        InterviewId id = closed().id();
        assertThat(school.emma.interviews().reply(school.dossier, id)).isEmpty();
        refused(
                DeniedException.class,
                "is not allowed for the role teacher",
                "n'est pas ouvert au rôle enseignant",
                () -> school.durand.interviews().acknowledge(school.dossier, id));
        refused(
                InvalidInputException.class,
                "a dissent says in what you disagree",
                "un désaccord dit sur quoi il porte",
                () -> school.emma.interviews().dissent(school.dossier, id, " "));
        school.emma.interviews().dissent(school.dossier, id, "Je n'ai pas dit cela.");
        refused(
                ConflictException.class,
                "there is one reply",
                "il y a une seule réponse",
                () -> school.emma.interviews().acknowledge(school.dossier, id));
        assertThat(school.durand
                        .interviews()
                        .reply(school.dossier, id)
                        .orElseThrow()
                        .dissent())
                .isEqualTo("Je n'ai pas dit cela.");
    }

    @Test
    void staff_notes_are_for_staff_alone() {
        InterviewId id = conducted().id();
        InterviewNote note = school.durand.interviews().note(school.dossier, id, "Prévoir un poste adapté.");
        assertThat(school.petit
                        .interviews()
                        .staffNotes(school.dossier, PageRequest.first(10))
                        .items())
                .containsExactly(note);
        refused(
                DeniedException.class,
                "read the team's notes",
                "lire les notes de l'équipe",
                () -> school.emma.interviews().staffNotes(school.dossier, PageRequest.first(10)));
        refused(
                DeniedException.class,
                "conduct an interview",
                "mener un entretien",
                () -> school.emma.interviews().note(school.dossier, id, "Et moi ?"));
        assertThat(seenByEmma(id).toString()).doesNotContain("poste adapté");
    }

    @Test
    void only_teachers_who_reach_the_dossier_conduct() {
        NewInterview input = NewInterview.about("Bilan").at(START);
        refused(
                DeniedException.class,
                "conduct an interview",
                "mener un entretien",
                () -> school.emma.interviews().schedule(school.dossier, input));
        refused(
                DeniedException.class,
                "conduct an interview",
                "mener un entretien",
                () -> school.head.interviews().schedule(school.dossier, input));
        InterviewId id = scheduled().id();
        assertThat(school.headReading().interviews().get(school.dossier, id).id())
                .isEqualTo(id);
        for (Desk stranger : List.of(school.malo, school.as("m.inconnu"))) {
            refused(
                    NotFoundException.class,
                    "There is no dossier",
                    "Aucun élément",
                    () -> stranger.interviews().get(school.dossier, id));
        }
        refused(
                NotFoundException.class,
                "There is no interview",
                "(entretien)",
                () -> school.durand.interviews().get(school.malos, id));
        for (Role role : List.of(Role.TUTOR, Role.REPRESENTATIVE, Role.CERTIFIER)) {
            String person = "someone." + role;
            school.head.grants().give(NewGrant.of(person, role).over(school.dossier));
            refused(
                    DeniedException.class,
                    "read an interview",
                    "lire un entretien",
                    () -> school.as(person).interviews().list(school.dossier, PageRequest.first(10)));
        }
    }

    @Test
    void scheduling_takes_a_purpose_and_a_time_that_can_be() {
        refused(
                InvalidInputException.class,
                "start: an interview has a time",
                "un entretien a une date et une heure",
                () -> school.durand.interviews().schedule(school.dossier, NewInterview.about("Bilan")));
        refused(
                InvalidInputException.class,
                "must not be blank",
                "but",
                () -> school.durand
                        .interviews()
                        .schedule(school.dossier, NewInterview.about(" ").at(START)));
        refused(
                InvalidInputException.class,
                "is too far away",
                "trop éloigné",
                () -> school.durand
                        .interviews()
                        .schedule(school.dossier, NewInterview.about("Bilan").at(Instant.MAX)));
        assertThat(school.durand
                        .interviews()
                        .list(school.dossier, PageRequest.first(10))
                        .items())
                .isEmpty();
    }

    @Test
    void reading_changes_nothing() {
        InterviewId id = closed().id();
        long before = school.journalLength();
        school.emma.interviews().list(school.dossier, PageRequest.first(10));
        school.emma.interviews().get(school.dossier, id);
        school.emma.interviews().sheet(school.dossier, id);
        school.emma.interviews().opening(school.dossier, id);
        school.emma.interviews().reply(school.dossier, id);
        assertThat(school.journalLength()).isEqualTo(before);
    }
}
