package org.eportfolio.core.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eportfolio.core.Refusals.refused;

import java.time.Instant;
import java.time.LocalDate;
import org.eportfolio.ConflictException;
import org.eportfolio.DeniedException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.NotFoundException;
import org.eportfolio.PageRequest;
import org.eportfolio.assessment.NewPositioning;
import org.eportfolio.assessment.NewSelfAssessment;
import org.eportfolio.core.Desk;
import org.eportfolio.core.Given;
import org.eportfolio.core.Story;
import org.eportfolio.core.VosReves;
import org.eportfolio.dossier.Citation;
import org.eportfolio.guidance.NewGoal;
import org.eportfolio.guidance.NewWorkplacePeriod;
import org.eportfolio.guidance.WorkplacePeriod;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.PersonId;
import org.eportfolio.interview.Interview;
import org.eportfolio.interview.NewInterview;
import org.eportfolio.peer.Campaign;
import org.eportfolio.peer.Criterion;
import org.eportfolio.peer.NewCampaign;
import org.eportfolio.reflection.Subject;
import org.eportfolio.school.Actor;
import org.eportfolio.school.Handover;
import org.eportfolio.school.Members;
import org.eportfolio.school.Period;
import org.eportfolio.sharing.IssuedLink;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Row D8: a teacher is replaced in mid-year. */
class HandoverTest extends Story {
    private static final PersonId DURAND = PersonId.of("m.durand");
    private static final PersonId NEW = PersonId.of("mme.nouvelle");
    private static final LocalDate ON = VosReves.TODAY.plusDays(7);

    @AfterEach
    void the_journal_is_sound() {
        assertThat(school.head.journal().verify().faults()).isEmpty();
    }

    private Interview interview(String at) {
        return school.durand
                .interviews()
                .schedule(school.dossier, NewInterview.about("Bilan").at(Instant.parse(at)));
    }

    @Test
    void what_is_open_passes_to_the_successor_from_a_day_on() {
        Interview before = interview("2026-09-10T08:00:00Z");
        Interview after = interview("2026-09-20T08:00:00Z");
        var goal = school.emma
                .goals()
                .set(school.dossier, NewGoal.of("C3.1", "acquis").by(VosReves.TODAY));
        var claimed = school.emma.goals().claim(goal, "Fait.", Citation.of(school.mindMap()));
        Campaign campaign = school.durand
                .campaigns()
                .open(NewCampaign.of(school.cohort, "Relire")
                        .asking(Criterion.of("Est-ce clair ?"))
                        .until(Instant.parse("2026-09-30T08:00:00Z")));
        var prompt = school.durand
                .feedback()
                .prompt(Subject.of(school.emma.reflections().share(school.dossier, Given.INSTALLING)), "Et ensuite ?");
        Handover preview = school.head.handovers().preview(school.cohort, DURAND, NEW, ON);
        assertThat(school.head.handovers().of(school.cohort)).isEmpty();
        Handover handed = school.head.handovers().handOver(school.cohort, DURAND, NEW, ON);
        assertThat(handed.interviews()).containsExactly(after.id()).doesNotContain(before.id());
        assertThat(handed.goals()).containsExactly(goal.id());
        assertThat(handed.campaigns()).containsExactly(campaign.id());
        assertThat(handed.prompts()).containsExactly(prompt.id());
        assertThat(preview.interviews()).isEqualTo(handed.interviews());
        school.clock.set("2026-09-14T08:00:00Z");
        Desk successor = school.as("mme.nouvelle");
        assertThat(successor.handovers().of(school.cohort)).containsExactly(handed);
        successor.goals().confirm(claimed, "Bravo.");
        successor.interviews().prepare(school.dossier, after.id());
    }

    @Test
    void the_links_that_the_predecessor_made_to_tutors_are_named_and_end_once_they_are_made_anew() {
        WorkplacePeriod period = school.durand
                .tutoring()
                .open(
                        school.dossier,
                        NewWorkplacePeriod.pfmp("VosRêves")
                                .lasting(VosReves.TODAY, VosReves.TODAY.plusDays(30))
                                .asking("C3.1"));
        WorkplacePeriod other = school.petit
                .tutoring()
                .open(
                        school.dossier,
                        NewWorkplacePeriod.pfmp("Autre")
                                .lasting(VosReves.TODAY, VosReves.TODAY.plusDays(30))
                                .asking("C1.1"));
        IssuedLink first = school.durand.tutoring().invite(school.dossier, period.id());
        IssuedLink known = school.durand.tutoring().invite(school.dossier, period.id());
        school.petit.tutoring().invite(school.dossier, other.id());
        Handover handed = school.head.handovers().handOver(school.cohort, DURAND, NEW, VosReves.TODAY);
        assertThat(handed.links())
                .containsExactly(known.link().id())
                .doesNotContain(first.link().id());
        school.clock.advance(java.time.Duration.ofMinutes(1));
        Desk successor = school.as("mme.nouvelle");
        assertThat(successor.handovers().of(school.cohort)).containsExactly(handed);
        Desk bearer = school.portfolio.as(Actor.bearing(known.token().text()));
        assertThat(bearer.shared().workplace().asked()).hasSize(1);
        successor.tutoring().invite(school.dossier, period.id());
        refused(
                NotFoundException.class,
                "opens nothing",
                "n'ouvre rien",
                () -> bearer.shared().workplace());
    }

    @Test
    void nobody_assesses_after_their_grant_ended_whatever_day_they_observed() {
        school.head.handovers().handOver(school.cohort, DURAND, NEW, ON);
        school.positioned(school.durand, "C3.1", "en-cours");
        refused(
                DeniedException.class,
                "begins on",
                "commence le",
                () -> school.positioned(school.as("mme.nouvelle"), "C3.1", "acquis"));
        school.clock.set("2026-09-13T22:00:00Z");
        refused(
                DeniedException.class,
                "ended on",
                "a pris fin le",
                () -> school.durand
                        .assessments()
                        .position(
                                school.dossier,
                                NewPositioning.of("C3.1", "acquis")
                                        .because("Vu avant.")
                                        .observedOn(VosReves.TODAY)));
        school.positioned(school.as("mme.nouvelle"), "C3.1", "acquis");
        assertThat(school.emma.progress().of(school.dossier).toString()).contains("m.durand", "mme.nouvelle");
    }

    @Test
    void learners_drafts_stay_private() {
        school.emma
                .assessments()
                .draft(school.dossier, NewSelfAssessment.of("C3.1", "acquis").because("Entre nous."));
        school.head.handovers().handOver(school.cohort, DURAND, NEW, VosReves.TODAY);
        school.clock.advance(java.time.Duration.ofMinutes(1));
        refused(
                DeniedException.class,
                "is not allowed for the role",
                "n'est pas ouvert au rôle",
                () -> school.as("mme.nouvelle").assessments().drafts(school.dossier, PageRequest.first(10)));
    }

    private Period roleOfTheNew() {
        return school.head.grants().of(NEW).get(0).period();
    }

    @Test
    void the_successors_role_lasts_to_the_end_of_the_year_however_early_the_predecessor_left() {
        CohortId year = school.head
                .cohorts()
                .enrol(
                        "BTS 2026",
                        Members.learners("lina").until(LocalDate.of(2027, 7, 5)),
                        Members.teachers("m.durand").until(ON));
        school.clock.set("2026-09-15T08:00:00Z");
        assertThat(school.head
                        .handovers()
                        .preview(year, DURAND, NEW, ON.plusDays(1))
                        .from())
                .as("the day after the predecessor's role ended")
                .isEqualTo(DURAND);
        school.head.handovers().handOver(year, DURAND, NEW, ON.plusDays(1));
        assertThat(roleOfTheNew().from()).isEqualTo("2026-09-15T08:00:00Z");
        assertThat(roleOfTheNew().until()).as("the end of 5 July in Paris").isEqualTo("2027-07-05T22:00:00Z");
    }

    @Test
    void the_predecessor_is_replaced_on_their_last_day_without_handing_their_end_over() {
        CohortId year = school.head
                .cohorts()
                .enrol(
                        "BTS 2026",
                        Members.learners("lina").until(LocalDate.of(2027, 7, 5)),
                        Members.teachers("m.durand").until(ON));
        school.head.handovers().handOver(year, DURAND, NEW, ON);
        assertThat(roleOfTheNew().until()).isEqualTo("2027-07-05T22:00:00Z");
    }

    @Test
    void it_is_the_heads_to_hand_over_and_to_somebody_else() {
        refused(
                InvalidInputException.class,
                "hand over to the same person",
                "se remplace soi-même",
                () -> school.head.handovers().handOver(school.cohort, DURAND, DURAND, ON));
        refused(
                InvalidInputException.class,
                "today at the earliest",
                "au plus tôt aujourd'hui",
                () -> school.head.handovers().handOver(school.cohort, DURAND, NEW, VosReves.TODAY.minusDays(1)));
        refused(
                ConflictException.class,
                "nothing to hand over",
                "rien à transmettre",
                () -> school.head.handovers().handOver(school.cohort, PersonId.of("malo"), NEW, ON));
        refused(
                DeniedException.class,
                "hand a cohort over",
                "transmettre une cohorte",
                () -> school.durand.handovers().handOver(school.cohort, DURAND, NEW, ON));
    }
}
