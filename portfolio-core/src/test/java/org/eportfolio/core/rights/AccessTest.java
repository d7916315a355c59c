package org.eportfolio.core.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eportfolio.core.Refusals.refused;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eportfolio.DeniedException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.NotFoundException;
import org.eportfolio.access.AccessStep;
import org.eportfolio.access.Decision;
import org.eportfolio.access.Permission;
import org.eportfolio.access.Reader;
import org.eportfolio.core.Desk;
import org.eportfolio.core.Portfolio;
import org.eportfolio.core.Story;
import org.eportfolio.core.VosReves;
import org.eportfolio.dossier.NewGroup;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.dossier.Production;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.GroupId;
import org.eportfolio.id.PersonId;
import org.eportfolio.peer.Criterion;
import org.eportfolio.peer.NewCampaign;
import org.eportfolio.peer.NewHandIn;
import org.eportfolio.peer.Pair;
import org.eportfolio.school.Actor;
import org.eportfolio.school.Grant;
import org.eportfolio.school.Members;
import org.eportfolio.school.NewGrant;
import org.eportfolio.school.Reach;
import org.eportfolio.school.Role;
import org.eportfolio.sharing.IssuedLink;
import org.eportfolio.showcase.NewShowcase;
import org.eportfolio.showcase.Showcase;
import org.junit.jupiter.api.Test;

/** D1: who can read this dossier today, and why; and why a call is let through or not. */
class AccessTest extends Story {
    private List<Reader> readers() {
        return school.head.access().whoCanRead(school.dossier);
    }

    private static List<String> chain(Reader reader) {
        return reader.path().steps().stream()
                .map(each -> each.getClass().getSimpleName())
                .toList();
    }

    private Reader only(String person) {
        List<Reader> found = readers().stream()
                .filter(each -> PersonId.of(person).equals(each.person()))
                .toList();
        assertThat(found).as(person).hasSize(1);
        return found.get(0);
    }

    @Test
    void a_teacher_reads_through_grant_cohort_and_membership_and_the_learner_because_it_is_theirs() {
        Reader durand = only("m.durand");
        assertThat(durand.path().role()).isEqualTo(Role.TEACHER);
        assertThat(durand.permissions())
                .contains(Permission.READ_PROGRESS, Permission.READ_PRODUCTION)
                .doesNotContain(Permission.POSITION);
        assertThat(durand.path().steps()).hasSize(2);
        AccessStep.Granted grant = (AccessStep.Granted) durand.path().steps().get(0);
        assertThat(grant.grant().reach()).isEqualTo(new Reach.OfCohort(school.cohort));
        AccessStep.Enrolled learning =
                (AccessStep.Enrolled) durand.path().steps().get(1);
        assertThat(learning.membership().learner()).isEqualTo(PersonId.of("emma"));

        assertThat(chain(only("emma"))).containsExactly("Enrolled", "Own");
        assertThat(chain(only("proviseure"))).containsExactly("Granted");
        assertThat(people()).containsExactlyInAnyOrder("emma", "m.durand", "mme.petit", "proviseure");
    }

    private Set<String> people() {
        return readers().stream()
                .map(Reader::person)
                .filter(Objects::nonNull)
                .map(PersonId::value)
                .collect(Collectors.toSet());
    }

    @Test
    void a_representative_reads_published_facts_only_and_a_grant_over_one_production_opens_no_more() {
        Production map = school.mindMap();
        school.head.grants().give(NewGrant.of("mere", Role.REPRESENTATIVE).over(school.dossier));
        school.head.grants().give(NewGrant.of("invite", Role.TEACHER).over(school.dossier, map.id()));
        school.head.grants().give(NewGrant.of("elle-seule", Role.DPO));

        assertThat(only("mere").permissions())
                .containsExactlyInAnyOrder(
                        Permission.FIND_DOSSIER, Permission.READ_PROGRESS, Permission.READ_AUTHORISATION);
        AccessStep.Granted over =
                (AccessStep.Granted) only("invite").path().steps().get(0);
        assertThat(over.grant().reach()).isEqualTo(new Reach.OfProduction(school.dossier, map.id()));
        assertThat(people()).as("a DPO reads no content").doesNotContain("elle-seule");
        assertThat(school.as("elle-seule").access().whoCanRead(school.dossier)).hasSameSizeAs(readers());
    }

    @Test
    void those_in_the_list_can_read_and_all_others_cannot() {
        school.head.cohorts().enrol("CS SNO 2025", Members.learners("zoe"), Members.teachers("m.autre"));
        school.head.grants().give(NewGrant.of("inspecteur", Role.CERTIFIER).over(school.dossier));
        school.head.grants().give(NewGrant.of("lina", Role.TEACHER).over(school.dossier));
        Set<String> mayReadProgress = readers().stream()
                .filter(each -> each.permissions().contains(Permission.READ_PROGRESS))
                .map(each -> Objects.requireNonNull(each.person()) + " "
                        + each.path().role())
                .collect(Collectors.toSet());
        for (String person :
                List.of("emma", "malo", "lina", "zoe", "m.durand", "m.autre", "proviseure", "inspecteur", "passant")) {
            for (Role role : Role.ofPeople()) {
                Desk desk = school.portfolio.as(Actor.of(person).acting(role));
                assertThat(reads(desk)).as(person + role).isEqualTo(mayReadProgress.contains(person + " " + role));
            }
        }
    }

    private boolean reads(Desk desk) {
        try {
            desk.progress().of(school.dossier);
            return true;
        } catch (NotFoundException | DeniedException e) {
            return false;
        }
    }

    @Test
    void revoking_takes_effect_on_the_next_call_and_what_was_is_still_known() {
        Instant before = school.clock.instant();
        Grant grant = school.head.grants().of(PersonId.of("m.durand")).get(0);
        assertThat(why("m.durand", Permission.POSITION).allowed()).isTrue();
        school.clock.advance(Duration.ofMinutes(1));
        school.head.grants().revoke(grant.id());

        assertThat(people()).doesNotContain("m.durand");
        Decision refused = why("m.durand", Permission.POSITION);
        assertThat(refused.allowed()).isFalse();
        assertThat(refused.reason().key()).isEqualTo("denied.grant-ended");
        assertThat(school.head.access().whoCanRead(school.dossier, before))
                .anyMatch(each -> PersonId.of("m.durand").equals(each.person()));
    }

    @Test
    void links_are_named_with_what_they_open_until_they_end_or_are_taken_back() {
        Production map = school.mindMap();
        Showcase showcase = school.emma
                .showcases()
                .publish(school.emma
                        .showcases()
                        .begin(school.dossier, NewShowcase.titled("Vitrine").showing(map, "")));
        IssuedLink link = school.emma.shares().share(school.dossier, showcase.id(), VosReves.TODAY.plusDays(7));
        Instant open = school.clock.instant();

        Reader bearer = readers().get(readers().size() - 1);
        assertThat(bearer.person()).isNull();
        assertThat(bearer.path().role()).isNull();
        AccessStep.ByLink bearing = (AccessStep.ByLink) bearer.path().steps().get(0);
        assertThat(bearing.link()).isEqualTo(link.link().id());
        assertThat(bearing.message().in(Locale.ENGLISH))
                .contains("showcase", showcase.id().toString().substring(28), "emma")
                .doesNotContain(link.token().text());

        school.clock.advance(Duration.ofMinutes(1));
        school.emma.shares().revoke(school.dossier, link.link().id());
        assertThat(readers()).noneMatch(each -> each.person() == null);
        assertThat(school.head.access().whoCanRead(school.dossier, open)).anyMatch(each -> each.person() == null);
        assertThat(school.head.access().whoCanRead(school.dossier, open.plus(Duration.ofDays(30))))
                .noneMatch(each -> each.person() == null);
    }

    @Test
    void what_was_made_together_is_read_by_those_who_read_the_others_and_reviewers_are_not_named() {
        Desk lina = school.as("lina");
        DossierId linas = lina.dossiers().open(school.sno);
        GroupId group = school.emma
                .groups()
                .start(school.dossier, NewGroup.of(NewProduction.titled("Site")).with("lina"))
                .id();
        lina.groups().accept(group, linas);
        assertThat(readers())
                .filteredOn(each -> PersonId.of("lina").equals(each.person()))
                .singleElement()
                .satisfies(each -> {
                    assertThat(chain(each)).containsExactly("Enrolled", "Own", "MadeTogether");
                    assertThat(each.permissions()).containsExactly(Permission.READ_PRODUCTION);
                });

        var campaign = school.durand
                .campaigns()
                .open(NewCampaign.of(school.cohort, "Relire")
                        .asking(Criterion.of("Est-ce clair ?"))
                        .until(VosReves.BEGINNING.plusSeconds(86_400)));
        school.emma.campaigns().handIn(campaign.id(), school.dossier, NewHandIn.of(school.mindMap()));
        school.durand.campaigns().assign(campaign.id(), Pair.of("malo", "emma"));
        assertThat(readers())
                .filteredOn(each -> chain(each).contains("PeerReview"))
                .singleElement()
                .satisfies(each -> assertThat(each.person()).isNull());
        assertThat(people()).doesNotContain("malo");
    }

    /** How a sentence writes an id. */
    private static String end(String id) {
        return "…" + id.substring(id.length() - 8);
    }

    @Test
    void a_decision_is_explained_to_those_who_may_know_with_what_the_actor_sees() {
        Decision allowed = why("m.durand", Permission.POSITION);
        assertThat(allowed.allowed()).isTrue();
        assertThat(allowed.reason().in(Locale.ENGLISH)).contains("teacher", end(school.cohort.toString()), "emma");

        Decision role = why("m.durand", Permission.KEEP_PRODUCTION);
        assertThat(role.allowed()).isFalse();
        assertThat(role.reason().key()).isEqualTo("denied.permission");
        assertThat(role.shown()).isEqualTo(role.reason());

        Decision classmate = why("malo", Permission.READ_PROGRESS);
        assertThat(classmate.reason().in(Locale.ENGLISH)).contains("out of the actor's reach", "malo learns in");
        assertThat(why("passant", Permission.READ_PROGRESS).reason().key()).isEqualTo("access.holds-nothing");
        assertThat(classmate.shown().key()).isEqualTo("not-found");
        school.head.cohorts().enrol("CS SNO 2025", Members.teachers("m.autre"));
        assertThat(why("m.autre", Permission.READ_PROGRESS).reason().in(Locale.FRENCH))
                .contains("hors de portée", "enseignant");
        assertThat(school.head
                        .access()
                        .why(
                                Actor.of("m.autre"),
                                Permission.READ_PROGRESS,
                                new Reach.OfDossier(new DossierId(VosReves.nowhere())))
                        .reason()
                        .key())
                .isEqualTo("access.not-there");
        assertThat(why("emma", Permission.POSITION).allowed()).isFalse();
        assertThat(school.head
                        .access()
                        .why(Actor.of("malo"), Permission.REVIEW_PEERS, new Reach.OfCohort(school.cohort))
                        .allowed())
                .isTrue();
        assertThat(school.head
                        .access()
                        .why(Actor.of("m.durand"), Permission.GRANT_ROLES, new Reach.Organisation())
                        .reason()
                        .key())
                .isEqualTo("denied.needs-role");
        for (Actor nobody : List.of(Actor.system(), Actor.bearing("x"))) {
            assertThat(school.head
                            .access()
                            .why(nobody, Permission.READ_PROGRESS, new Reach.OfDossier(school.dossier))
                            .allowed())
                    .isFalse();
        }
    }

    private Decision why(String person, Permission permission) {
        return school.head.access().why(Actor.of(person), permission, new Reach.OfDossier(school.dossier));
    }

    @Test
    void the_hosts_policy_is_part_of_the_answer() {
        Portfolio strict = Portfolio.with(school.store)
                .clock(school.clock)
                .accessPolicy(
                        question -> question.role() == Role.TEACHER && question.permission() == Permission.READ_PROGRESS
                                ? Optional.of("examens en cours")
                                : Optional.empty())
                .build();
        Desk head = strict.as(Actor.of("proviseure"));
        Decision decision =
                head.access().why(Actor.of("m.durand"), Permission.READ_PROGRESS, new Reach.OfDossier(school.dossier));
        assertThat(decision.allowed()).isFalse();
        assertThat(decision.reason().in(Locale.FRENCH)).contains("examens en cours");
        assertThat(head.access().whoCanRead(school.dossier))
                .filteredOn(each -> PersonId.of("m.durand").equals(each.person()))
                .allMatch(each -> !each.permissions().contains(Permission.READ_PROGRESS));
    }

    @Test
    void only_the_learner_and_those_who_answer_for_access_may_ask() {
        assertThat(school.emma.access().whoCanRead(school.dossier)).isEqualTo(readers());
        refused(
                DeniedException.class,
                "see who can read a dossier",
                "voir qui peut lire un dossier",
                () -> school.durand.access().whoCanRead(school.dossier));
        refused(
                NotFoundException.class,
                "no dossier",
                "(dossier)",
                () -> school.malo.access().whoCanRead(school.dossier));
        refused(
                DeniedException.class,
                "have a decision about access explained",
                "se faire expliquer une décision d'accès",
                () -> school.durand.access().why(Actor.of("emma"), Permission.POSITION, new Reach.Organisation()));
    }

    @Test
    void an_action_of_a_name_that_there_is_not_is_refused_with_those_there_are() {
        assertThat(Permission.of("POSITION")).isEqualTo(Permission.POSITION);
        refused(
                InvalidInputException.class,
                "“POSITON” is not an action",
                "« POSITON » n'est pas une action",
                () -> Permission.of("POSITON"));
    }

    @Test
    void the_answer_lists_the_roles_that_the_actor_must_choose_from() {
        school.head.grants().give(NewGrant.of("m.durand", Role.HEAD));
        Decision reading = why("m.durand", Permission.READ_AUTHORISATION);
        assertThat(reading.allowed()).isFalse();
        assertThat(reading.choice()).containsExactly(Role.TEACHER, Role.HEAD);
        assertThat(reading.shown().key()).isEqualTo("denied.several-roles");
        assertThat(why("m.durand", Permission.POSITION).paths())
                .extracting(each -> each.role())
                .containsOnly(Role.TEACHER);
    }
}
