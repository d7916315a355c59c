package org.eportfolio.core.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eportfolio.ConflictException;
import org.eportfolio.DeniedException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.NotFoundException;
import org.eportfolio.PageRequest;
import org.eportfolio.PortfolioException;
import org.eportfolio.access.AccessStep;
import org.eportfolio.access.Decision;
import org.eportfolio.access.Permission;
import org.eportfolio.access.Reader;
import org.eportfolio.agenda.Queue;
import org.eportfolio.assessment.NewClassEntry;
import org.eportfolio.assessment.NewPositioning;
import org.eportfolio.core.Desk;
import org.eportfolio.core.Given;
import org.eportfolio.core.Story;
import org.eportfolio.core.VosReves;
import org.eportfolio.dossier.NewGroup;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.dossier.Production;
import org.eportfolio.id.CampaignId;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.GrantId;
import org.eportfolio.id.PersonId;
import org.eportfolio.interview.NewInterview;
import org.eportfolio.peer.Criterion;
import org.eportfolio.peer.NewCampaign;
import org.eportfolio.peer.NewHandIn;
import org.eportfolio.peer.Remarks;
import org.eportfolio.peer.ReviewAssignment;
import org.eportfolio.school.Actor;
import org.eportfolio.school.Members;
import org.eportfolio.school.Membership;
import org.eportfolio.school.NewGrant;
import org.eportfolio.school.Reach;
import org.eportfolio.school.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Whatever a call shows of many dossiers is what the same person may read of each of them alone, at that moment; and what
 * the list of readers says of an instant is what the gate answers at that instant. Over a random history of pupils who
 * leave and come back, of teachers who come and go, of grants that end or begin later. {@code -Drights.seed=…} plays it
 * again.
 */
class RightsNowTest extends Story {
    private static final long SEED = Long.getLong("rights.seed", System.nanoTime());
    private static final List<String> LEARNERS = List.of("emma", "lina", "malo", "yanis", "kim", "zoe");
    private static final List<String> TEACHERS = List.of("m.durand", "mme.petit", "m.nouveau", "mme.remplace");
    private static final List<String> PEOPLE = Stream.of(
                    LEARNERS, TEACHERS, List.of("proviseure", "directrice", "k.tuteur", "passant"))
            .flatMap(List::stream)
            .toList();
    private static final List<Permission> READING =
            Arrays.stream(Permission.values()).filter(Permission::showsADossier).toList();

    private final Random dice = new Random(SEED);
    private final Map<String, DossierId> dossiers = new LinkedHashMap<>();
    private final Map<DossierId, Map<Instant, Set<String>>> recorded = new LinkedHashMap<>();
    private final List<GrantId> grants = new ArrayList<>();
    private final Map<DossierId, Production> together = new LinkedHashMap<>();

    @SuppressWarnings("NullAway.Init")
    private ManyAndOne many;

    @Nullable
    private CampaignId campaign;

    private CohortId second() {
        return school.head.cohorts().find("CS SNO 2027").orElseThrow().id();
    }

    private List<CohortId> cohorts() {
        return List.of(school.cohort, second());
    }

    @Test
    void at_every_moment_of_a_random_history_many_show_what_one_shows_and_readers_are_whom_the_gate_lets_in() {
        history(20, "matrix", "matrix then", "queue");
    }

    @Test
    @Tag("long")
    void so_it_is_over_a_long_history() {
        history(300, "matrix", "matrix then", "queue", "left out");
    }

    private void history(int steps, String... atLeast) {
        System.out.println("rights now, over " + stores + ": -Drights.seed=" + SEED);
        begin();
        for (int step = 0; step < steps; step++) {
            String what = "seed " + SEED + ", step " + step + ": ";
            what += happens();
            for (String person : List.of(one(TEACHERS), one(TEACHERS), one(PEOPLE), "directrice")) {
                for (Role role : new Role[] {null, Role.TEACHER, Role.LEAD_TEACHER, Role.HEAD}) {
                    Actor actor =
                            role == null ? Actor.of(person) : Actor.of(person).acting(role);
                    compare(what + ", as " + person + " " + role, actor);
                }
            }
            readers(what, dossiers.get(one(LEARNERS)), step % 4 == 0);
            // What was kept of an instant holds once nothing more happens in it.
            school.clock.advance(
                    Duration.ofMinutes(dice.nextInt(4) == 0 ? 600 + dice.nextInt(2_000) : 1 + dice.nextInt(50)));
        }
        pastAndFuture();
        assertThat(many.shown())
                .as("seed " + SEED + ": a test that is shown nothing proves nothing")
                .containsKeys(atLeast);
    }

    private void begin() {
        school.head.cohorts().enrol(VosReves.CLASS, Members.learners("kim", "zoe"));
        school.head.cohorts().enrol("CS SNO 2027", Members.teachers("mme.petit"), Members.learners("zoe"));
        dossiers.put("emma", school.dossier);
        dossiers.put("malo", school.malos);
        for (String each : LEARNERS) {
            if (!dossiers.containsKey(each))
                dossiers.put(each, school.as(each).dossiers().open(school.sno));
            school.head.people().name(PersonId.of(each), "Nom de " + each);
        }
        school.head.grants().give(NewGrant.of("directrice", Role.HEAD).over(second()));
        many = new ManyAndOne(school.portfolio, school.head, school.sno, dossiers, cohorts());
        grants.add(school.head
                .grants()
                .give(NewGrant.of("k.tuteur", Role.TUTOR).over(school.dossier))
                .id());
    }

    /** Something happens, or is refused. */
    private String happens() {
        String learner = one(LEARNERS);
        String teacher = one(TEACHERS);
        CohortId cohort = one(cohorts());
        int what = dice.nextInt(16);
        String said = what + " " + learner + " " + teacher + " " + cohort;
        try {
            switch (what) {
                case 0, 1 -> school.head.cohorts().leave(cohort, PersonId.of(learner));
                case 2, 3 -> school.head.cohorts().enrol(name(cohort), starting(Members.learners(learner)));
                case 4, 5 ->
                    grants.add(school.head
                            .grants()
                            .give(lasting(NewGrant.of(teacher, dice.nextBoolean() ? Role.TEACHER : Role.LEAD_TEACHER))
                                    .over(cohort))
                            .id());
                case 6 -> school.head.grants().revoke(one(grants));
                case 7, 8 ->
                    school.as(teacher)
                            .assessments()
                            .position(
                                    dossiers.get(learner),
                                    NewPositioning.of(code(), level()).because("Vu."));
                case 9 -> {
                    var entry = school.as(teacher)
                            .assessments()
                            .positionClass(
                                    NewClassEntry.of(cohort, code(), level()).because("TP."));
                    if (dice.nextBoolean()) school.head.cohorts().leave(cohort, PersonId.of(learner));
                    var undone = school.as(teacher).assessments().undo(cohort, entry.id(), "Mauvaise colonne.");
                    Actor undoing = Actor.of(teacher);
                    assertThat(undone.leftOut()).noneMatch(each -> many.may(undoing, Permission.POSITION, each));
                    assertThat(undone.retractions())
                            .allMatch(each -> many.may(undoing, Permission.POSITION, each.dossier()));
                }
                case 10 ->
                    school.as(learner)
                            .productions()
                            .add(
                                    dossiers.get(learner),
                                    NewProduction.titled("De " + learner).writing("Texte."));
                case 11 -> school.as(learner).reflections().share(dossiers.get(learner), Given.INSTALLING);
                case 12 ->
                    school.as(teacher)
                            .interviews()
                            .schedule(
                                    dossiers.get(learner),
                                    NewInterview.about("Bilan")
                                            .at(school.clock.instant().plusSeconds(9_000)));
                case 13 -> madeTogether(learner, one(LEARNERS));
                case 14 -> campaign(teacher, cohort);
                default -> departs(learner);
            }
            return said;
        } catch (NotFoundException | DeniedException | ConflictException | InvalidInputException refused) {
            return said + " (" + refused.reason().key() + ")";
        }
    }

    private void madeTogether(String starter, String other) {
        var group = school.as(starter)
                .groups()
                .start(
                        dossiers.get(starter),
                        NewGroup.of(NewProduction.titled("Ensemble")).with(other));
        school.as(other).groups().accept(group.id(), dossiers.get(other));
        together.put(
                dossiers.get(starter), school.as(starter).productions().get(dossiers.get(starter), group.production()));
    }

    private void campaign(String teacher, CohortId cohort) {
        Desk desk = school.as(teacher);
        campaign = desk.campaigns()
                .open(NewCampaign.of(cohort, "Relire")
                        .asking(Criterion.of("Clair ?"))
                        .until(school.clock.instant().plus(Duration.ofDays(2))))
                .id();
        for (String each : LEARNERS) {
            try {
                Production card = school.as(each)
                        .productions()
                        .add(dossiers.get(each), NewProduction.titled("Carte").writing("Carte."));
                school.as(each).campaigns().handIn(campaign, dossiers.get(each), NewHandIn.of(card));
            } catch (PortfolioException refused) {
                // Not of this cohort.
            }
        }
        List<ReviewAssignment> drawn = desk.campaigns().draw(campaign, 1);
        for (ReviewAssignment each : drawn) {
            if (dice.nextBoolean()) {
                school.as(each.reviewer().value())
                        .reviews()
                        .submit(each.id(), Remarks.strength("Net.").on(1, "Oui."));
            }
        }
    }

    private void departs(String learner) {
        if (dice.nextInt(3) > 0) return;
        try {
            ByteArrayOutputStream kept = new ByteArrayOutputStream();
            PersonId person = PersonId.of(learner);
            school.head.departures().pack(person, Locale.FRENCH, kept);
            school.head.departures().verify(person, new ByteArrayInputStream(kept.toByteArray()));
            school.head.departures().close(person, today().plusDays(dice.nextInt(4)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What this actor is shown of both cohorts, against the calls about each dossier. */
    private void compare(String what, Actor actor) {
        Desk desk = school.portfolio.as(actor);
        for (CohortId cohort : cohorts()) {
            for (LocalDate day : new LocalDate[] {null, today().minusDays(dice.nextInt(4))}) {
                many.matrix(what, actor, desk, cohort, day);
            }
            queue(what, actor, desk, cohort);
            many.boards(what, actor, desk, cohort);
        }
        reviews(what, actor, desk);
        names(what, actor, desk);
    }

    private void queue(String what, Actor actor, Desk desk, CohortId cohort) {
        Optional<Queue> shown = many.queue(what, actor, desk, cohort);
        if (shown.isEmpty()) return;
        Queue queue = shown.get();
        int productions = 0;
        int interviews = 0;
        for (String learner : many.members(cohort, school.clock.instant())) {
            DossierId dossier = dossiers.get(learner);
            if (many.may(actor, Permission.READ_PRODUCTION, dossier)) {
                productions += all(school.as(learner)
                        .productions()
                        .list(dossier, PageRequest.first(200))
                        .items());
            }
            if (many.may(actor, Permission.READ_INTERVIEW, dossier)) {
                interviews += all(school.as(learner)
                        .interviews()
                        .list(dossier, PageRequest.first(200))
                        .items());
            }
        }
        assertThat(queue.productions().items().size() + queue.productions().more())
                .as(what + ": productions in the queue")
                .isEqualTo(productions);
        assertThat(queue.interviews().items().size() + queue.interviews().more())
                .as(what + ": interviews in the queue")
                .isEqualTo(interviews);
    }

    private static int all(List<?> items) {
        return items.size();
    }

    private void reviews(String what, Actor actor, Desk desk) {
        if (campaign == null) return;
        try {
            assertThat(desk.campaigns().handIns(campaign, PageRequest.first(50)).items())
                    .as(what + ": handed in")
                    .allMatch(each -> many.may(actor, Permission.READ_PRODUCTION, each.dossier()));
            assertThat(desk.campaigns()
                            .assignments(campaign, PageRequest.first(50))
                            .items())
                    .as(what + ": assigned")
                    .allMatch(each -> many.may(actor, Permission.READ_REVIEWS, each.dossier()));
        } catch (NotFoundException | DeniedException refused) {
            // Nothing is shown.
        }
    }

    /** A name is shown of a learner whose dossier opens, and of nobody who had left before the actor came. */
    private void names(String what, Actor actor, Desk desk) {
        Set<PersonId> asked = LEARNERS.stream().map(PersonId::of).collect(Collectors.toSet());
        Map<PersonId, String> named;
        try {
            named = desk.people().named(asked);
        } catch (DeniedException refused) {
            return;
        }
        PersonId person = actor.person().orElseThrow();
        Instant now = school.clock.instant();
        for (String learner : LEARNERS) {
            List<Membership> memberships = many.memberships(learner);
            boolean met = person.equals(PersonId.of(learner));
            for (var grant : school.head.grants().of(person)) {
                if (!grant.period().holdsAt(now)) continue;
                if (grant.reach() instanceof Reach.Organisation) met = true;
                if (!(grant.reach() instanceof Reach.OfCohort of)) continue;
                met |= memberships.stream()
                        .anyMatch(each -> each.cohort().equals(of.cohort())
                                && each.period().endsAfter(grant.period().from()));
            }
            for (Membership own : many.memberships(person.value())) {
                if (!own.period().holdsAt(now)) continue;
                met |= memberships.stream()
                        .anyMatch(each -> each.cohort().equals(own.cohort())
                                && each.period().endsAfter(own.period().from()));
            }
            assertThat(named.get(PersonId.of(learner)).startsWith("Nom de"))
                    .as(what + ": the name of " + learner)
                    .isEqualTo(met);
        }
    }

    /** Readers of this instant are whom the gate lets in now. */
    private void readers(String what, DossierId dossier, boolean andKept) {
        Set<String> now = byTheGate(dossier);
        assertThat(listed(dossier, school.clock.instant()))
                .as(what + ": readers now")
                .isEqualTo(now);
        if (andKept)
            recorded.computeIfAbsent(dossier, first -> new LinkedHashMap<>()).put(school.clock.instant(), now);
    }

    private void pastAndFuture() {
        recorded.forEach((dossier, then) -> then.forEach((at, gate) -> assertThat(listed(dossier, at))
                .as("seed %s: readers of %s at %s, said afterwards", SEED, dossier, at)
                .isEqualTo(gate)));
        DossierId dossier = school.dossier;
        assertThat(listed(dossier, VosReves.BEGINNING.minusSeconds(1))).isEmpty();
        Map<Instant, Set<String>> foretold = new LinkedHashMap<>();
        for (int days = 1; days <= 6; days++) {
            Instant at = school.clock.instant().plus(Duration.ofHours(20L * days));
            foretold.put(at, listed(dossier, at));
        }
        foretold.forEach((at, said) -> {
            school.clock.set(at.toString());
            assertThat(byTheGate(dossier))
                    .as("seed %s: readers of %s at %s, foretold", SEED, dossier, at)
                    .isEqualTo(said);
        });
    }

    private Set<String> listed(DossierId dossier, Instant at) {
        Set<String> listed = new TreeSet<>();
        for (Reader each : school.head.access().whoCanRead(dossier, at)) {
            if (each.path().steps().get(0) instanceof AccessStep.PeerReview) listed.add("reviewers");
            boolean by = each.path().steps().stream().anyMatch(AccessStep.MadeTogether.class::isInstance);
            if (each.person() == null || by) continue;
            each.permissions()
                    .forEach(may -> listed.add(each.person() + " " + each.path().role() + " " + may));
        }
        return listed;
    }

    private Set<String> byTheGate(DossierId dossier) {
        Set<String> let = new TreeSet<>();
        for (String person : PEOPLE) {
            Set<@Nullable Role> roles = new HashSet<>(
                    Arrays.asList(null, Role.LEARNER, Role.TEACHER, Role.LEAD_TEACHER, Role.HEAD, Role.TUTOR));
            for (Role role : roles) {
                Actor actor = role == null ? Actor.of(person) : Actor.of(person).acting(role);
                for (Permission permission : READING) {
                    Decision decision = school.head.access().why(actor, permission, new Reach.OfDossier(dossier));
                    if (decision.allowed()) {
                        let.add(person + " " + decision.paths().get(0).role() + " " + permission);
                    }
                }
            }
        }
        for (String each : LEARNERS) {
            if (reads(each, dossier)) let.add("reviewers");
        }
        return let;
    }

    private boolean reads(String reviewer, DossierId dossier) {
        try {
            Desk desk = school.as(reviewer);
            for (ReviewAssignment each :
                    desk.reviews().assigned(PageRequest.first(100)).items()) {
                if (!each.dossier().equals(dossier)) continue;
                try {
                    desk.reviews().work(each.id());
                    return true;
                } catch (PortfolioException over) {
                    // Another one may run.
                }
            }
            return false;
        } catch (PortfolioException refused) {
            return false;
        }
    }

    private Members starting(Members members) {
        return switch (dice.nextInt(4)) {
            case 0 -> members.from(today().plusDays(1 + dice.nextInt(3)));
            case 1 -> members.until(today().plusDays(dice.nextInt(3)));
            default -> members;
        };
    }

    private NewGrant lasting(NewGrant grant) {
        return switch (dice.nextInt(4)) {
            case 0 -> grant.from(today().plusDays(1 + dice.nextInt(3)));
            case 1 -> grant.from(today().minusDays(3));
            case 2 -> grant.until(today().plusDays(dice.nextInt(3)));
            default -> grant;
        };
    }

    private String name(CohortId cohort) {
        return cohort.equals(school.cohort) ? VosReves.CLASS : "CS SNO 2027";
    }

    private LocalDate today() {
        return LocalDate.ofInstant(school.clock.instant(), VosReves.PARIS);
    }

    private String code() {
        return one(List.of("C3.1", "C1.1", "C2.1"));
    }

    private String level() {
        return one(List.of("en-cours", "acquis", "maitrise"));
    }

    private <T> T one(List<T> of) {
        return of.get(dice.nextInt(of.size()));
    }
}
