package org.eportfolio.core.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eportfolio.ConflictException;
import org.eportfolio.DeniedException;
import org.eportfolio.NotFoundException;
import org.eportfolio.PageRequest;
import org.eportfolio.access.AccessStep;
import org.eportfolio.access.Permission;
import org.eportfolio.assessment.ClassEntry;
import org.eportfolio.assessment.Matrix;
import org.eportfolio.assessment.NewClassEntry;
import org.eportfolio.assessment.NewPositioning;
import org.eportfolio.assessment.UndoneEntry;
import org.eportfolio.core.Desk;
import org.eportfolio.core.Story;
import org.eportfolio.core.VosReves;
import org.eportfolio.core.learner.PeerClass;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.PersonId;
import org.eportfolio.peer.Campaign;
import org.eportfolio.peer.Pair;
import org.eportfolio.peer.Remarks;
import org.eportfolio.school.Members;
import org.eportfolio.school.Membership;
import org.eportfolio.school.NewGrant;
import org.eportfolio.school.Role;
import org.eportfolio.spi.PortfolioStore;
import org.junit.jupiter.api.Test;

/** D1: rights count at the moment of the call, for many dossiers as for one. */
class RightsNowCasesTest extends Story {
    private static final PersonId EMMA = PersonId.of("emma");

    private List<PersonId> learners(Matrix matrix) {
        return matrix.lines().stream().map(Matrix.Line::learner).toList();
    }

    private PortfolioStore empty() throws IOException {
        return stores.open(Files.createDirectory(folder.resolve("empty")));
    }

    private Desk newTeacher() {
        school.head.grants().give(NewGrant.of("m.nouveau", Role.TEACHER).over(school.cohort));
        return school.as("m.nouveau");
    }

    @Test
    void a_new_teacher_is_not_shown_the_past_levels_of_a_pupil_who_left_nor_her_name() {
        school.head.people().name(EMMA, "Emma Exemplaire");
        school.positioned(school.durand, "C3.1", "acquis");
        school.clock.advance(Duration.ofDays(2));
        school.head.cohorts().leave(school.cohort, EMMA);
        school.clock.advance(Duration.ofDays(1));
        Desk teacher = newTeacher();

        assertThatThrownBy(() -> teacher.progress().of(school.dossier)).isInstanceOf(NotFoundException.class);
        assertThat(learners(teacher.progress().matrix(school.cohort, school.sno, VosReves.TODAY.plusDays(1))))
                .doesNotContain(EMMA)
                .contains(PersonId.of("malo"));
        assertThat(teacher.people().named(Set.of(EMMA))).containsEntry(EMMA, "emma");
        assertThat(teacher.cohorts()
                        .members(school.cohort, PageRequest.first(50))
                        .items())
                .extracting(Membership::learner)
                .doesNotContain(EMMA);
        Desk head = school.headReading();
        assertThat(learners(head.progress().matrix(school.cohort, school.sno, VosReves.TODAY.plusDays(1))))
                .as("the head opened her dossier for a reason")
                .contains(EMMA);
    }

    @Test
    void a_pupil_who_is_in_another_class_of_the_same_teacher_stays_in_the_matrix_of_then() {
        school.positioned(school.durand, "C3.1", "acquis");
        CohortId other = school.head.cohorts().enrol("CS SNO 2027", Members.teachers("m.durand"));
        school.clock.advance(Duration.ofDays(2));
        school.head.cohorts().leave(school.cohort, EMMA);
        school.head.cohorts().enrol("CS SNO 2027", Members.learners("emma"));

        assertThat(learners(school.durand.progress().matrix(school.cohort, school.sno, VosReves.TODAY)))
                .contains(EMMA);
        assertThat(learners(school.petit.progress().matrix(school.cohort, school.sno, VosReves.TODAY)))
                .doesNotContain(EMMA);
        assertThat(learners(school.durand.progress().matrix(other, school.sno))).containsExactly(EMMA);
    }

    @Test
    void what_the_host_refuses_of_one_dossier_is_missing_among_many() throws IOException {
        school.close();
        school = VosReves.over(
                empty(),
                builder -> builder.accessPolicy(question -> question.actor().equals(PersonId.of("mme.petit"))
                                && question.dossier() != null
                                && question.permission() == Permission.READ_PROGRESS
                        ? Optional.of("Pas celui-ci.")
                        : Optional.empty()));
        assertThat(school.petit.progress().matrix(school.cohort, school.sno).lines())
                .allMatch(line -> line.dossier() == null && line.cells().isEmpty());
        assertThat(school.durand.progress().matrix(school.cohort, school.sno).lines())
                .anyMatch(line -> school.dossier.equals(line.dossier()));
    }

    @Test
    void undoing_a_class_entry_leaves_out_the_pupil_who_left_and_says_so_until_she_is_back() {
        for (String each : List.of("lina", "yanis")) school.as(each).dossiers().open(school.sno);
        ClassEntry entry = school.durand
                .assessments()
                .positionClass(NewClassEntry.of(school.cohort, "C1.1", "acquis").because("TP."));
        school.clock.advance(Duration.ofHours(1));
        school.head.cohorts().leave(school.cohort, EMMA);

        UndoneEntry undone = school.durand.assessments().undo(school.cohort, entry.id(), "Mauvaise colonne.");
        assertThat(undone.leftOut()).containsExactly(school.dossier);
        assertThat(undone.retractions())
                .hasSize(3)
                .noneMatch(each -> each.dossier().equals(school.dossier));
        assertThat(school.headReading()
                        .progress()
                        .of(school.dossier)
                        .on("C1.1")
                        .orElseThrow()
                        .current()
                        .level())
                .isNotNull();
        long before = school.journalLength();
        UndoneEntry again = school.durand.assessments().undo(school.cohort, entry.id(), "Encore.");
        assertThat(again.retractions()).isEmpty();
        assertThat(again.leftOut()).containsExactly(school.dossier);
        assertThat(school.journalLength()).isEqualTo(before);

        school.head.cohorts().enrol(VosReves.CLASS, Members.learners("emma"));
        assertThat(school.durand
                        .assessments()
                        .undo(school.cohort, entry.id(), "La sienne.")
                        .retractions())
                .singleElement()
                .satisfies(each -> assertThat(each.dossier()).isEqualTo(school.dossier));
        assertThat(school.head.journal().verify().faults()).isEmpty();
    }

    private boolean reviewersRead(PeerClass peers, Instant at) {
        return school.head.access().whoCanRead(peers.of("emma"), at).stream()
                .anyMatch(each -> each.path().steps().get(0) instanceof AccessStep.PeerReview);
    }

    @Test
    void reviewers_are_readers_from_their_assignment_to_the_end_of_the_campaign_and_at_no_other_time()
            throws IOException {
        school.close();
        PeerClass peers = PeerClass.over(VosReves.over(empty()));
        school = peers.school;
        school.clock.advance(Duration.ofHours(1));
        Campaign campaign = peers.handedIn(peers.cards());
        Instant handedIn = school.clock.instant();
        school.clock.advance(Duration.ofHours(1));
        school.durand.campaigns().assign(campaign.id(), Pair.of("malo", "emma"));
        Instant assigned = school.clock.instant();

        assertThat(reviewersRead(peers, handedIn)).isFalse();
        assertThat(reviewersRead(peers, assigned)).isTrue();
        assertThat(reviewersRead(peers, PeerClass.FRIDAY)).isTrue();
        assertThat(reviewersRead(peers, PeerClass.FRIDAY.plusSeconds(1))).isFalse();
        assertThat(school.malo.reviews().work(peers.task("malo").id())).isNotNull();
        peers.over();
        assertThatThrownBy(() -> school.malo.reviews().work(peers.task("malo").id()))
                .isInstanceOf(ConflictException.class);
        assertThat(reviewersRead(peers, assigned)).as("it was so").isTrue();
        assertThat(reviewersRead(peers, school.clock.instant())).isFalse();
    }

    @Test
    void work_and_reviews_of_a_pupil_who_left_are_shown_neither_to_her_reviewer_nor_to_the_teacher()
            throws IOException {
        school.close();
        PeerClass peers = PeerClass.over(VosReves.over(empty()));
        school = peers.school;
        Campaign campaign = peers.handedIn(peers.cards());
        school.durand.campaigns().assign(campaign.id(), Pair.of("malo", "emma"), Pair.of("lina", "emma"));
        school.as("lina")
                .reviews()
                .submit(
                        peers.task("lina").id(),
                        Remarks.strength("Net.").on(1, "Oui.").on(2, "Oui.", "acquis"));
        school.clock.advance(Duration.ofHours(1));
        assertThat(school.durand.queue().of(school.cohort, 4).reviews().items()).hasSize(1);
        school.head.cohorts().leave(school.cohort, EMMA);

        assertThat(school.durand.queue().of(school.cohort, 4).reviews().items()).isEmpty();
        assertThat(school.durand
                        .campaigns()
                        .assignments(campaign.id(), PageRequest.first(50))
                        .items())
                .isEmpty();
        assertThat(school.durand
                        .campaigns()
                        .handIns(campaign.id(), PageRequest.first(50))
                        .items())
                .hasSize(6);
        assertThatThrownBy(() -> school.malo.reviews().work(peers.task("malo").id()))
                .isInstanceOf(ConflictException.class);
        assertThat(reviewersRead(peers, school.clock.instant())).isFalse();
    }

    @Test
    void who_teaches_one_class_and_leads_another_names_no_role_where_only_one_of_them_holds() {
        CohortId other = school.head.cohorts().enrol("CS SNO 2027", Members.learners("zoe"));
        school.head.grants().give(NewGrant.of("m.durand", Role.LEAD_TEACHER).over(other));
        var zoes = school.as("zoe").dossiers().open(school.sno);

        assertThat(learners(school.durand.progress().matrix(school.cohort, school.sno)))
                .contains(EMMA);
        assertThat(learners(school.durand.progress().matrix(other, school.sno))).containsExactly(PersonId.of("zoe"));
        assertThat(school.positioned(school.durand, "C3.1", "acquis").role()).isEqualTo(Role.TEACHER);
        assertThat(school.durand
                        .assessments()
                        .position(zoes, NewPositioning.of("C3.1", "acquis").because("Vu."))
                        .role())
                .isEqualTo(Role.LEAD_TEACHER);
        assertThat(school.durand.queue().of(school.cohort, 4)).isNotNull();
        school.head.cohorts().enrol("CS SNO 2027", Members.learners("emma").until(LocalDate.of(2027, 7, 1)));
        assertThatThrownBy(() -> school.positioned(school.durand, "C3.1", "acquis"))
                .as("over Emma both hold now")
                .isInstanceOf(DeniedException.class);
    }
}
