package org.eportfolio.core.internal.access;

import static org.eportfolio.core.internal.access.Verdict.denied;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eportfolio.access.AccessPath;
import org.eportfolio.access.AccessStep;
import org.eportfolio.access.HostService;
import org.eportfolio.access.Permission;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.ProductionId;
import org.eportfolio.privacy.Departure;
import org.eportfolio.school.Grant;
import org.eportfolio.school.Membership;
import org.eportfolio.school.Reach;
import org.eportfolio.school.Role;
import org.jspecify.annotations.Nullable;

/**
 * The rules: may this person do this, over that? Decided from what the person holds and from {@link Permission}; nothing
 * is read and nothing is thrown.
 *
 * @param named the role that the person named; {@code null} when they leave the choice to {@link #inOneRole}
 */
record AccessRules(Holdings holdings, @Nullable Role named) {
    private static final Set<Permission> ENDING_WHAT_ONE_OPENED =
            EnumSet.of(Permission.REVOKE_SHARE, Permission.CLOSE_TO_REPRESENTATIVE);

    /** On the organisation as a whole. */
    Verdict organisation(Permission permission) {
        boolean anyReach = permission.over() == Permission.Over.ANY_REACH;
        List<AccessPath> paths = Stream.concat(
                        holdings.granted(grant -> grant.role() != Role.LEARNER
                                && (anyReach || grant.reach() instanceof Reach.Organisation)),
                        holdings.learning())
                .toList();
        if (!paths.isEmpty()) return inOneRole(paths, permission);
        if (anyReach && isReading(permission) && holdings.stillReads()) return departed(permission);
        return denied("denied.needs-role", permission, permission.roles());
    }

    /** On a cohort that exists, by a grant that reaches it. */
    Verdict cohort(CohortId cohort, Permission permission) {
        Predicate<Grant> over = grant -> reachesCohort(grant.reach(), cohort);
        return through(holdings.granted(over).toList(), over, permission, new Verdict.Hidden("cohort", cohort));
    }

    /** In a cohort, as one of its staff or as one who learns in it now. */
    Verdict classroom(CohortId cohort, Permission permission) {
        Predicate<Grant> over = grant -> grant.role() != Role.LEARNER && reachesCohort(grant.reach(), cohort);
        List<AccessPath> paths = Stream.concat(holdings.granted(over), holdings.learningIn(cohort))
                .toList();
        return through(paths, over, permission, new Verdict.Hidden("cohort", cohort));
    }

    /**
     * For a learner who may have no dossier yet.
     *
     * @param memberships all of the learner's, asked for when a grant over a cohort makes them matter
     */
    Verdict learner(PersonId learner, Permission permission, Supplier<List<Membership>> memberships) {
        return over(learner, null, null, permission, memberships, new Verdict.Hidden("person", learner));
    }

    /**
     * In a dossier.
     *
     * @param production the one production concerned, which a grant over it alone reaches; {@code null} for the whole
     * @param memberships all of the learner's, asked for when a grant over a cohort makes them matter
     */
    Verdict dossier(
            Dossier dossier,
            @Nullable ProductionId production,
            Permission permission,
            Supplier<List<Membership>> memberships) {
        PersonId learner = dossier.learner();
        Verdict verdict = over(
                learner, dossier, production, permission, memberships, new Verdict.Hidden("dossier", dossier.id()));
        boolean judgesOneself = permission.access() == Permission.Access.JUDGES
                && holdings.person().equals(learner);
        return judgesOneself && opensInSomeRole(verdict) ? denied("denied.oneself") : verdict;
    }

    /** On the person's own data, in a role that they hold or once held: today's roles do not matter. */
    Verdict oneself(Permission permission) {
        List<AccessPath> ever = holdings.ever()
                .filter(path -> permission.heldBy(Objects.requireNonNull(path.role())))
                .toList();
        if (ever.isEmpty()) return denied("denied.needs-role", permission, permission.roles());
        Set<Role> roles = roles(ever);
        Role role = named != null && roles.contains(named)
                ? named
                : Objects.requireNonNull(ever.get(0).role());
        return in(role, ever);
    }

    /** Whether a grant over a cohort may lead to a learner, so that the learner's memberships matter. */
    boolean goesByCohorts() {
        return holdings.current().anyMatch(grant -> grant.reach() instanceof Reach.OfCohort);
    }

    private Verdict over(
            PersonId learner,
            @Nullable Dossier dossier,
            @Nullable ProductionId production,
            Permission permission,
            Supplier<List<Membership>> memberships,
            Verdict.Hidden hidden) {
        boolean own = holdings.person().equals(learner);
        if (own && holdings.learnsNow()) {
            return inOneRole(
                    holdings.learning()
                            .map(path -> path.then(new AccessStep.Own(learner)))
                            .toList(),
                    permission);
        }
        List<Membership> current = current(memberships);
        Predicate<Grant> over =
                grant -> grant.role() != Role.LEARNER && reaches(grant.reach(), current, dossier, production);
        // By hand, since a class's screen asks it of each dossier and a teacher may have many classes.
        List<AccessPath> paths = new ArrayList<>(1);
        for (Grant each : holdings.grants()) {
            if (!over.test(each) || !each.period().holdsAt(holdings.at())) continue;
            AccessPath path = AccessPath.of(each.role(), holdings.step(each));
            paths.add(forReason(throughCohort(path, each.reach(), current), dossier, permission));
        }
        Verdict verdict = through(paths, over, permission, hidden);
        return verdict instanceof Verdict.Hidden && own && holdings.everLearnt() ? departed(permission) : verdict;
    }

    /** Those of the learner's memberships that hold; none where no grant over a cohort makes them matter. */
    private List<Membership> current(Supplier<List<Membership>> memberships) {
        boolean byCohort = false;
        for (Grant each : holdings.grants()) byCohort |= each.reach() instanceof Reach.OfCohort;
        if (!byCohort) return List.of();
        List<Membership> current = new ArrayList<>(1);
        for (Membership each : memberships.get()) if (each.period().holdsAt(holdings.at())) current.add(each);
        return current;
    }

    /** By these paths; else with the end of the last grant that once led there, else hidden. */
    private Verdict through(
            List<AccessPath> paths, Predicate<Grant> over, Permission permission, Verdict.Hidden hidden) {
        return paths.isEmpty() ? ended(over).orElse(hidden) : inOneRole(paths, permission);
    }

    /**
     * In the one role in which the person acts: the one they named, or the only one that both reaches the object and holds
     * the permission. Where several do, the person must name one of them.
     */
    private Verdict inOneRole(List<AccessPath> paths, Permission permission) {
        Set<Role> reaching = roles(paths);
        if (named != null) {
            if (!holdings.roles().contains(named)) return denied("denied.role-not-held", named, holdings.roles());
            if (!reaching.contains(named)) return denied("denied.role-does-not-reach", named, reaching);
            boolean opened = named == Role.HEAD && openForReason(paths);
            return holdings.has(permission, named) || opened ? in(named, paths) : lacking(permission, Set.of(named));
        }
        EnumSet<Role> able = EnumSet.copyOf(reaching);
        able.removeIf(role -> !holdings.has(permission, role));
        if (able.isEmpty()) return openForReason(paths) ? in(Role.HEAD, paths) : lacking(permission, reaching);
        return able.size() == 1 ? in(able.iterator().next(), paths) : Verdict.Refused.betweenRoles(able);
    }

    private Verdict in(Role role, List<AccessPath> paths) {
        return new Verdict.Allowed(
                holdings.person(),
                role,
                paths.stream().filter(path -> path.role() == role).toList());
    }

    /**
     * For those who have left: they read for as long as the school said when it closed their dossiers. A link to a showcase, and
     * what they opened to a former representative, they may end at any time.
     */
    private Verdict departed(Permission permission) {
        if (ENDING_WHAT_ONE_OPENED.contains(permission)) {
            PersonId person = holdings.person();
            AccessPath path = AccessPath.of(Role.LEARNER, new AccessStep.Own(person));
            return new Verdict.Allowed(person, Role.LEARNER, List.of(path));
        }
        Departure last = holdings.lastDeparture().orElse(null);
        if (last == null) return denied("denied.membership-ended");
        LocalDate until = Objects.requireNonNull(last.readableUntil());
        if (!holdings.stillReads()) return denied("denied.departed", until);
        if (!isReading(permission)) return denied("denied.departed-reads-only", until);
        if (!permission.heldBy(Role.LEARNER)) return lacking(permission, Set.of(Role.LEARNER));
        PersonId person = holdings.person();
        AccessPath path = AccessPath.of(Role.LEARNER, new AccessStep.Departed(person, until));
        return new Verdict.Allowed(person, Role.LEARNER, List.of(path));
    }

    /** A refusal for a person whose grant is over, or not begun: they know the object, so they may know the reason. */
    private Optional<Verdict> ended(Predicate<Grant> over) {
        return holdings.grants().stream()
                .filter(over)
                .max(Comparator.comparing(grant -> grant.period().from()))
                .map(grant -> {
                    Instant until = grant.period().until();
                    boolean begun = !holdings.at().isBefore(grant.period().from());
                    return denied(
                            begun ? "denied.grant-ended" : "denied.grant-not-begun",
                            grant.role(),
                            begun && until != null ? until : grant.period().from());
                });
    }

    static boolean reachesCohort(Reach reach, CohortId cohort) {
        return reach instanceof Reach.Organisation
                || (reach instanceof Reach.OfCohort of && of.cohort().equals(cohort));
    }

    private static boolean reaches(
            Reach reach, List<Membership> current, @Nullable Dossier dossier, @Nullable ProductionId production) {
        if (reach instanceof Reach.Organisation) return true;
        if (reach instanceof Reach.OfCohort of) return in(of.cohort(), current) != null;
        if (dossier == null) return false;
        if (reach instanceof Reach.OfDossier of) return of.dossier().equals(dossier.id());
        return reach instanceof Reach.OfProduction of
                && of.dossier().equals(dossier.id())
                && of.production().equals(production);
    }

    /** A grant over a cohort leads to the dossier through the learner's membership of it. */
    private static AccessPath throughCohort(AccessPath path, Reach reach, List<Membership> memberships) {
        if (!(reach instanceof Reach.OfCohort of)) return path;
        Membership membership = in(of.cohort(), memberships);
        return membership == null ? path : path.then(new AccessStep.Enrolled(membership));
    }

    private static @Nullable Membership in(CohortId cohort, List<Membership> memberships) {
        for (Membership each : memberships) if (each.cohort().equals(cohort)) return each;
        return null;
    }

    private static boolean isReading(Permission permission) {
        return permission.access() == Permission.Access.READS;
    }

    private static boolean opensInSomeRole(Verdict verdict) {
        return verdict.allowed()
                || (verdict instanceof Verdict.Refused refused
                        && !refused.choice().isEmpty());
    }

    private static Set<Role> roles(List<AccessPath> paths) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (AccessPath each : paths) roles.add(Objects.requireNonNull(each.role()));
        return roles;
    }

    /** What the head does not read opens where they opened the dossier for a reason, for as long as that lasts. */
    private AccessPath forReason(AccessPath path, @Nullable Dossier dossier, Permission permission) {
        if (path.role() != Role.HEAD || dossier == null || !permission.opensForReason()) return path;
        return holdings.openedForReason(dossier.id())
                .map(access -> path.then(new AccessStep.OpenedForReason(access)))
                .orElse(path);
    }

    private static boolean openForReason(List<AccessPath> paths) {
        return paths.stream()
                .anyMatch(path -> path.steps().get(path.steps().size() - 1) instanceof AccessStep.OpenedForReason);
    }

    private Verdict lacking(Permission permission, Set<Role> roles) {
        HostService service = holdings.service();
        if (service != null) return denied("denied.service", service.name(), permission);
        if (roles.contains(Role.HEAD) && permission.opensForReason()) {
            return denied("denied.opens-for-reason", permission);
        }
        return denied("denied.permission", permission, roles, permission.roles());
    }
}
