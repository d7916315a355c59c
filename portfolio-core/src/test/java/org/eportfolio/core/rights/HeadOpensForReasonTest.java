package org.eportfolio.core.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eportfolio.core.Refusals.refused;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.eportfolio.ConflictException;
import org.eportfolio.DeniedException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.NotFoundException;
import org.eportfolio.PageRequest;
import org.eportfolio.access.AccessStep;
import org.eportfolio.access.ExceptionalAccess;
import org.eportfolio.access.Permission;
import org.eportfolio.access.Reader;
import org.eportfolio.agenda.News;
import org.eportfolio.assessment.Matrix;
import org.eportfolio.core.Desk;
import org.eportfolio.core.Portfolio;
import org.eportfolio.core.Story;
import org.eportfolio.core.VosReves;
import org.eportfolio.core.privacy.WaysOut;
import org.eportfolio.dossier.Production;
import org.eportfolio.id.PersonId;
import org.eportfolio.privacy.ErasurePlan;
import org.eportfolio.school.Actor;
import org.eportfolio.school.Members;
import org.eportfolio.school.NewGrant;
import org.eportfolio.school.Reach;
import org.eportfolio.school.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** J8, « la direction ne lit pas » : the head manages, and reads one dossier for a stated reason and some hours. */
class HeadOpensForReasonTest extends Story {
    private static final String REASON = "Signalement 2026-3 de la vie scolaire.";

    @AfterEach
    void the_school_is_sound() {
        assertThat(school.head.journal().verify().faults()).isEmpty();
        assertThat(school.head.safekeeping().check().sound()).isTrue();
    }

    private ExceptionalAccess opened() {
        return school.head.access().openForReason(school.dossier, REASON, 4);
    }

    private List<ExceptionalAccess> openings(Desk reader) {
        return reader.access().openings(school.dossier, PageRequest.first(10)).items();
    }

    private List<Reader> readings(Desk asking, String person) {
        return asking.access().whoCanRead(school.dossier).stream()
                .filter(each -> PersonId.of(person).equals(each.person()))
                .toList();
    }

    @Test
    void the_head_manages_and_reads_no_content() {
        Production map = school.mindMap();
        school.positioned(school.durand, "C3.1", "acquis");
        assertThat(school.head.dossiers().of(PersonId.of("emma"))).hasSize(1);
        assertThat(school.head.dossiers().get(school.dossier).learner()).isEqualTo(PersonId.of("emma"));
        assertThat(school.head.workplaces().count(school.dossier).learner()).isEqualTo(PersonId.of("emma"));
        assertThatThrownBy(() -> school.head.progress().of(school.dossier)).isInstanceOf(DeniedException.class);
        assertThatThrownBy(() -> school.head.productions().get(school.dossier, map.id()))
                .isInstanceOf(DeniedException.class);
        assertThatThrownBy(() -> school.head.productions().clear(school.dossier, map.id()))
                .isInstanceOf(DeniedException.class);
        assertThat(school.head.progress().matrix(school.cohort, school.sno).lines())
                .isEmpty();
        assertThat(Arrays.stream(Permission.values())
                        .filter(Permission::showsADossier)
                        .filter(each -> each.heldBy(Role.HEAD)))
                .containsExactlyInAnyOrder(
                        Permission.FIND_DOSSIER,
                        Permission.READ_LINKS,
                        Permission.READ_DAYS,
                        Permission.READ_AUTHORISATION);
    }

    @Test
    void the_refusal_says_how_the_head_opens_a_dossier() {
        refused(
                DeniedException.class,
                "open this one dossier",
                "pour un motif indiqué",
                () -> school.head.progress().of(school.dossier));
        assertThat(school.head
                        .access()
                        .why(Actor.of("proviseure"), Permission.READ_PROGRESS, new Reach.OfDossier(school.dossier))
                        .reason()
                        .in(Locale.ENGLISH))
                .contains("stated reason");
    }

    @Test
    void for_its_hours_the_head_reads_of_one_dossier_what_teachers_read_and_changes_nothing() {
        Production map = school.mindMap();
        school.positioned(school.durand, "C3.1", "acquis");
        opened();
        assertThat(school.head.progress().of(school.dossier))
                .isEqualTo(school.durand.progress().of(school.dossier));
        assertThat(school.head.productions().get(school.dossier, map.id())).isEqualTo(map);
        assertThat(school.head.progress().matrix(school.cohort, school.sno).lines())
                .extracting(Matrix.Line::learner)
                .containsExactly(PersonId.of("emma"));
        assertThatThrownBy(() -> school.head.progress().of(school.malos)).isInstanceOf(DeniedException.class);
        assertThatThrownBy(() -> school.head.productions().clear(school.dossier, map.id()))
                .isInstanceOf(DeniedException.class);
        school.clock.advance(Duration.ofHours(4).minusMillis(1));
        school.head.progress().of(school.dossier);
        school.clock.advance(Duration.ofMillis(1));
        assertThatThrownBy(() -> school.head.progress().of(school.dossier)).isInstanceOf(DeniedException.class);
        assertThat(openings(school.emma)).hasSize(1);
    }

    @Test
    void it_opens_to_the_head_who_asked_and_to_no_other() {
        school.head.grants().give(NewGrant.of("adjointe", Role.HEAD));
        opened();
        assertThatThrownBy(() -> school.as("adjointe").progress().of(school.dossier))
                .isInstanceOf(DeniedException.class);
        for (Desk other : List.of(school.durand, school.emma, school.as("adjointe"))) {
            assertThat(other.dossiers().get(school.dossier).id()).isEqualTo(school.dossier);
        }
        assertThatThrownBy(() -> school.durand.access().openForReason(school.dossier, REASON, 4))
                .isInstanceOf(DeniedException.class);
        assertThatThrownBy(() -> school.malo.access().openForReason(school.dossier, REASON, 4))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> school.durand.access().openings(school.dossier, PageRequest.first(10)))
                .isInstanceOf(DeniedException.class);
    }

    @Test
    void who_teaches_the_class_and_heads_the_school_reads_as_a_teacher_without_naming_the_role() {
        school.head.cohorts().enrol(VosReves.CLASS, Members.teachers("proviseure"));
        opened();
        assertThat(school.head.progress().of(school.dossier))
                .isEqualTo(school.durand.progress().of(school.dossier));
        assertThat(readings(school.emma, "proviseure"))
                .extracting(each -> each.path().role())
                .containsOnly(Role.TEACHER, Role.HEAD);
        school.portfolio.as(Actor.of("proviseure").acting(Role.HEAD)).progress().of(school.dossier);
    }

    @Test
    void a_head_whose_role_ended_reads_nothing_any_more() {
        opened();
        school.head.grants().give(NewGrant.of("suivante", Role.HEAD));
        Desk next = school.as("suivante");
        next.grants()
                .of(PersonId.of("proviseure"))
                .forEach(each -> next.grants().revoke(each.id()));
        assertThatThrownBy(() -> school.head.progress().of(school.dossier)).isInstanceOf(DeniedException.class);
        next.grants().give(NewGrant.of("proviseure", Role.HEAD));
    }

    @Test
    void the_learner_sees_who_opened_the_dossier_when_why_and_until_when() {
        ExceptionalAccess access = opened();
        assertThat(openings(school.emma)).containsExactly(access);
        assertThat(access.closedFrom()).isEqualTo(VosReves.BEGINNING.plus(Duration.ofHours(4)));
        assertThat(readings(school.emma, "proviseure"))
                .flatExtracting(each -> each.path().steps())
                .contains(new AccessStep.OpenedForReason(access));
        News news = school.emma.home().of(school.dossier).news().items().get(0);
        assertThat(news.what()).isEqualTo(News.What.OPENED_FOR_REASON);
        assertThat(news.by()).isEqualTo(PersonId.of("proviseure"));
        assertThat(news.text().in(Locale.FRENCH)).contains("chef d'établissement", REASON);
        assertThat(school.head
                        .access()
                        .why(Actor.of("proviseure"), Permission.READ_PROGRESS, new Reach.OfDossier(school.dossier))
                        .reason()
                        .in(Locale.FRENCH))
                .contains("motif indiqué", REASON);
        school.clock.advance(Duration.ofDays(1));
        assertThat(readings(school.emma, "proviseure"))
                .flatExtracting(each -> each.path().steps())
                .noneMatch(each -> each instanceof AccessStep.OpenedForReason);
        assertThat(school.emma.access().whoCanRead(school.dossier, VosReves.BEGINNING.plusSeconds(60)))
                .flatExtracting(each -> each.path().steps())
                .contains(new AccessStep.OpenedForReason(access));
    }

    @Test
    void it_can_be_ended_early_and_once() {
        ExceptionalAccess access = opened();
        school.clock.advance(Duration.ofHours(1));
        ExceptionalAccess ended = school.head.access().endEarly(access);
        assertThat(ended.closedFrom()).isEqualTo(VosReves.BEGINNING.plus(Duration.ofHours(1)));
        assertThatThrownBy(() -> school.head.progress().of(school.dossier)).isInstanceOf(DeniedException.class);
        assertThatThrownBy(() -> school.head.access().endEarly(access)).isInstanceOf(ConflictException.class);
        refused(
                ConflictException.class,
                "closed again already",
                "déjà refermé",
                () -> school.head.access().endEarly(ended));
        assertThat(openings(school.emma)).containsExactly(ended);
    }

    @Test
    void it_needs_a_reason_and_has_its_bounds() {
        refused(
                InvalidInputException.class,
                "from 1 to 72",
                "entre 1 et 72",
                () -> school.head.access().openForReason(school.dossier, REASON, 73));
        assertThatThrownBy(() -> school.head.access().openForReason(school.dossier, REASON, 0))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> school.head.access().openForReason(school.dossier, " ", 4))
                .isInstanceOf(InvalidInputException.class);
        opened();
        refused(
                ConflictException.class,
                "opened this dossier already",
                "déjà ouvert ce dossier",
                () -> school.head.access().openForReason(school.dossier, REASON, 72));
        assertThat(openings(school.head)).hasSize(1);
    }

    @Test
    void a_dossier_that_came_from_elsewhere_is_opened_too_and_what_was_open_there_opens_nothing_here()
            throws IOException {
        ExceptionalAccess access = opened();
        assertThat(WaysOut.exported(school)).anyMatch(each -> each.contains(REASON));
        try (Portfolio elsewhere = WaysOut.elsewhere(school)) {
            Desk head = elsewhere.as(Actor.of("proviseure"));
            assertThatThrownBy(() -> head.progress().of(school.dossier)).isInstanceOf(DeniedException.class);
            Desk emma = elsewhere.as(Actor.of("emma"));
            assertThat(openings(emma)).containsExactly(access);
            school.clock.advance(Duration.ofHours(4));
            head.access().openForReason(school.dossier, "Reprise du dossier.", 1);
            head.progress().of(school.dossier);
            assertThat(openings(emma)).hasSize(2);
            assertThat(head.journal().verify().faults()).isEmpty();
        }
    }

    @Test
    void it_goes_with_the_learner_and_loses_the_name_of_a_head_who_is_erased() {
        opened();
        school.head.grants().give(NewGrant.of("suivante", Role.HEAD));
        Desk next = school.as("suivante");
        erase(next, "proviseure");
        assertThat(openings(next))
                .singleElement()
                .satisfies(each -> assertThat(each.openedBy()).isNotEqualTo(PersonId.of("proviseure")));
        erase(next, "emma");
        assertThatThrownBy(() -> openings(next)).isInstanceOf(NotFoundException.class);
        next.grants().give(NewGrant.of("proviseure", Role.HEAD));
    }

    private static void erase(Desk head, String person) {
        ErasurePlan plan = head.privacy().planErasure(PersonId.of(person));
        head.privacy().erase(plan);
    }
}
