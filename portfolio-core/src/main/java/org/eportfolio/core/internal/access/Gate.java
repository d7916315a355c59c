package org.eportfolio.core.internal.access;

import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eportfolio.DeniedException;
import org.eportfolio.Message;
import org.eportfolio.NotFoundException;
import org.eportfolio.PortfolioException;
import org.eportfolio.access.Ground;
import org.eportfolio.access.Permission;
import org.eportfolio.access.Way;
import org.eportfolio.core.internal.work.Kinds;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.dossier.Citation;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.dossier.GroupProduction;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.ProductionId;
import org.eportfolio.privacy.Departure;
import org.eportfolio.school.Actor;
import org.eportfolio.school.Cohort;
import org.eportfolio.school.Grant;
import org.eportfolio.school.Membership;
import org.eportfolio.school.Reach;
import org.eportfolio.school.Role;
import org.eportfolio.sharing.ShareLink;
import org.eportfolio.sharing.Token;
import org.eportfolio.spi.AccessPolicy;
import org.eportfolio.spi.Hash;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.Scope;
import org.jspecify.annotations.Nullable;

/**
 * The one place that decides. Outside an actor's scope the answer is <em>not found</em>, as for an id that never was;
 * inside it a refusal names the rule. Nothing is allowed that {@link Permission} does not say.
 */
public final class Gate {
    private final Actor actor;

    public Gate(Actor actor) {
        this.actor = actor;
    }

    /** Lets the actor act on the organisation as a whole. */
    public Entitled organisation(Permission permission, Work work) {
        Holdings holdings = holdings(work);
        List<Way> ways = Stream.concat(
                        holdings.granted(grant -> grant.role() != Role.LEARNER
                                && (permission.whateverTheReach() || grant.reach() instanceof Reach.Organisation)),
                        holdings.learning())
                .toList();
        if (ways.isEmpty() && permission.whateverTheReach() && permission.onlyReads() && holdings.stillReads()) {
            return asked(departed(holdings, permission), permission, null, work);
        }
        if (ways.isEmpty()) {
            throw denied("denied.needs-role", permission, permission.roles());
        }
        return asked(entitled(holdings, ways, permission), permission, null, work);
    }

    /** Lets the actor act on a cohort. */
    public Entitled cohort(CohortId cohort, Permission permission, Work work) {
        Holdings holdings = holdings(work);
        if (work.find(Kinds.COHORT, Scope.ORGANISATION, cohort.value()).isEmpty()) {
            throw new NotFoundException("cohort", cohort);
        }
        Predicate<Grant> over = grant -> reachesCohort(grant.reach(), cohort);
        List<Way> ways = holdings.granted(over).toList();
        if (ways.isEmpty()) throw ended(holdings, over).orElseGet(() -> new NotFoundException("cohort", cohort));
        return asked(entitled(holdings, ways, permission), permission, null, work);
    }

    /**
     * Lets the actor act in a cohort, as one of its staff or as one who learns in it now.
     *
     * @param hidden what anybody else is told: that there is no such thing
     */
    public Entitled classroom(
            CohortId cohort, Permission permission, Supplier<? extends RuntimeException> hidden, Work work) {
        Holdings holdings = holdings(work);
        Predicate<Grant> over = grant -> grant.role() != Role.LEARNER && reachesCohort(grant.reach(), cohort);
        List<Way> ways = Stream.concat(holdings.granted(over), holdings.learningIn(cohort))
                .toList();
        if (ways.isEmpty()) {
            ended(holdings, over).ifPresent(refusal -> {
                throw refusal;
            });
            throw hidden.get();
        }
        return asked(entitled(holdings, ways, permission), permission, null, work);
    }

    /** Lets the actor act in a dossier. */
    public Opened dossier(DossierId id, Permission permission, Work work) {
        return dossier(id, null, permission, work);
    }

    /**
     * Lets the actor act on one production; a grant over that production alone is enough. Whoever may read productions in
     * the dossier of one who made it with others may read it too: what is opened then is that dossier.
     */
    public Opened production(DossierId id, ProductionId production, Permission permission, Work work) {
        try {
            return dossier(id, production, permission, work);
        } catch (NotFoundException | DeniedException refusal) {
            if (permission != Permission.READ_PRODUCTION) throw refusal;
            for (GroupProduction group : work.where(Kinds.GROUP, Kinds.groupMaking(production))) {
                if (!group.dossier().equals(id)) continue;
                try {
                    return anyOf(group.dossiers(), permission, work);
                } catch (NotFoundException | DeniedException none) {
                    throw refusal;
                }
            }
            throw refusal;
        }
    }

    /**
     * Lets the actor read several productions, each as {@link #production} would; a bounded number of readings, however
     * many.
     */
    public void productions(Collection<Citation> cited, Work work) {
        if (cited.isEmpty()) return;
        ManyProductions many = ManyProductions.of(cited, this, holdings(work), work);
        for (Citation each : cited) {
            Opened opened = many.readable(each);
            asked(
                    opened.entitled(),
                    Permission.READ_PRODUCTION,
                    opened.dossier().id(),
                    work);
        }
    }

    /**
     * Lets the actor act in the first of these dossiers that opens to them, such as those of a group's members. A refusal
     * that names a rule goes before <em>not found</em>.
     *
     * @param dossiers at least one
     */
    public Opened anyOf(List<DossierId> dossiers, Permission permission, Work work) {
        PortfolioException refusal = new NotFoundException("dossier", dossiers.get(0));
        for (DossierId each : dossiers) {
            try {
                return dossier(each, permission, work);
            } catch (NotFoundException outside) {
                continue;
            } catch (DeniedException inside) {
                refusal = inside;
            }
        }
        throw refusal;
    }

    private Opened dossier(DossierId id, @Nullable ProductionId production, Permission permission, Work work) {
        Holdings holdings = holdings(work);
        Dossier dossier = work.find(Kinds.DOSSIER, Kinds.scope(id), id.value())
                .orElseThrow(() -> new NotFoundException("dossier", id));
        Opened opened = opened(dossier, production, permission, holdings, () -> memberships(dossier.learner(), work));
        asked(opened.entitled(), permission, id, work);
        return opened;
    }

    /**
     * The decision about a dossier itself, but for the host's policy.
     *
     * @param memberships all of the learner's, asked for when a grant over a cohort makes them matter
     */
    Opened opened(
            Dossier dossier,
            @Nullable ProductionId production,
            Permission permission,
            Holdings holdings,
            Supplier<List<Membership>> memberships) {
        Entitled by = over(dossier.learner(), dossier, production, permission, holdings, memberships)
                .orElseThrow(() -> new NotFoundException("dossier", dossier.id()));
        boolean own = holdings.person().equals(dossier.learner());
        if (own && permission.isOverOthers()) throw denied("denied.oneself");
        return new Opened(by.person(), by.role(), dossier, by.ways());
    }

    /** Lets the actor act for a learner who may have no dossier yet. */
    public Entitled learner(PersonId learner, Permission permission, Work work) {
        Holdings holdings = holdings(work);
        Entitled by = over(learner, null, null, permission, holdings, () -> memberships(learner, work))
                .orElseThrow(() -> new NotFoundException("person", learner));
        return asked(by, permission, null, work);
    }

    /** Empty when the actor has nothing to do with the learner. */
    private Optional<Entitled> over(
            PersonId learner,
            @Nullable Dossier dossier,
            @Nullable ProductionId production,
            Permission permission,
            Holdings holdings,
            Supplier<List<Membership>> memberships) {
        boolean own = holdings.person().equals(learner);
        if (own && holdings.learnsNow()) {
            List<Way> ways = holdings.learning()
                    .map(way -> further(way, new Ground.Own(learner)))
                    .toList();
            return Optional.of(entitled(holdings, ways, permission));
        }
        List<Membership> current = holdings.grants().stream().anyMatch(grant -> grant.reach() instanceof Reach.OfCohort)
                ? memberships.get().stream()
                        .filter(each -> each.period().holdsAt(holdings.at()))
                        .toList()
                : List.of();
        Predicate<Grant> over =
                grant -> grant.role() != Role.LEARNER && reaches(grant.reach(), current, dossier, production);
        List<Way> ways =
                holdings.granted(over).map(way -> throughCohort(way, current)).toList();
        if (!ways.isEmpty()) return Optional.of(entitled(holdings, ways, permission));
        ended(holdings, over).ifPresent(refusal -> {
            throw refusal;
        });
        if (own && holdings.everLearnt()) return Optional.of(departed(holdings, permission));
        return Optional.empty();
    }

    /** A grant over a cohort leads to the dossier through the learner's membership of it. */
    private static Way throughCohort(Way way, List<Membership> memberships) {
        if (!(way.chain().get(0) instanceof Ground.Granted granted)
                || !(granted.grant().reach() instanceof Reach.OfCohort of)) return way;
        return memberships.stream()
                .filter(each -> each.cohort().equals(of.cohort()))
                .findFirst()
                .map(each -> further(way, new Ground.Learning(each)))
                .orElse(way);
    }

    static Way further(Way way, Ground step) {
        return new Way(
                way.role(), Stream.concat(way.chain().stream(), Stream.of(step)).toList());
    }

    private static List<Membership> memberships(PersonId learner, Work work) {
        return work.where(Kinds.MEMBERSHIP, Kinds.membershipsOf(learner));
    }

    /** Whoever has left reads for as long as the school said when it closed their dossiers. */
    private static Entitled departed(Holdings holdings, Permission permission) {
        Departure last = holdings.lastDeparture().orElseThrow(() -> denied("denied.membership-ended"));
        LocalDate until = Objects.requireNonNull(last.readableUntil());
        if (!holdings.stillReads()) throw denied("denied.departed", until);
        if (!permission.onlyReads()) throw denied("denied.departed-reads-only", until);
        if (!permission.heldBy(Role.LEARNER)) {
            throw denied("denied.permission", permission, Role.LEARNER, permission.roles());
        }
        return new Entitled(
                holdings.person(),
                Role.LEARNER,
                List.of(new Way(Role.LEARNER, List.of(new Ground.Departed(holdings.person(), until)))));
    }

    private static boolean reaches(
            Reach reach, List<Membership> current, @Nullable Dossier dossier, @Nullable ProductionId production) {
        if (reach instanceof Reach.Organisation) return true;
        if (reach instanceof Reach.OfCohort of) {
            return current.stream().anyMatch(each -> each.cohort().equals(of.cohort()));
        }
        if (dossier == null) return false;
        if (reach instanceof Reach.OfDossier of) return of.dossier().equals(dossier.id());
        return reach instanceof Reach.OfProduction of
                && of.dossier().equals(dossier.id())
                && of.production().equals(production);
    }

    private static boolean reachesCohort(Reach reach, CohortId cohort) {
        return reach instanceof Reach.Organisation
                || (reach instanceof Reach.OfCohort of && of.cohort().equals(cohort));
    }

    /** A refusal for somebody whose grant is over, or not begun: they know the object, so they may know the reason. */
    private static Optional<RuntimeException> ended(Holdings holdings, Predicate<Grant> over) {
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

    /** The actor in the one role in which they act here. */
    private Entitled entitled(Holdings holdings, List<Way> ways, Permission permission) {
        Set<Role> reaching =
                ways.stream().map(Way::role).collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
        Set<Role> held = holdings.roles();
        Role role;
        if (actor.role().isPresent()) {
            role = actor.role().get();
            if (!held.contains(role)) throw denied("denied.role-not-held", role, held);
            if (!reaching.contains(role)) throw denied("denied.role-does-not-reach", role, reaching);
        } else {
            if (held.size() > 1) throw denied("denied.several-roles", held);
            role = reaching.iterator().next();
        }
        if (!permission.heldBy(role)) throw denied("denied.permission", permission, role, permission.roles());
        return new Entitled(
                holdings.person(),
                role,
                ways.stream().filter(way -> way.role() == role).toList());
    }

    /**
     * The link whose bearer the actor is. Wrong, altered, ended and revoked tokens get the same answer after the same
     * work: one hash, one look-up by it, one comparison in constant time.
     */
    public ShareLink link(Work work) {
        String presented = actor.token().orElseThrow(() -> denied("denied.not-a-bearer"));
        Hash hash = Token.hashOf(presented);
        Optional<ShareLink> found =
                work.where(Kinds.LINK, Kinds.linkOf(hash)).stream().findFirst();
        boolean opens = found.map(link -> link.opens(hash, work.now()))
                .orElseGet(() -> MessageDigest.isEqual(Hash.NONE.bytes(), hash.bytes()));
        if (!opens) throw NotFoundException.link();
        return found.orElseThrow(NotFoundException::link);
    }

    private Holdings holdings(Work work) {
        return Holdings.of(person(), work);
    }

    /**
     * Lets the actor ask what is their own whatever they hold today: whoever was ever here may. The role is one that they
     * held.
     */
    public Entitled oneself(Permission permission, Work work) {
        Holdings holdings = holdings(work);
        List<Way> ever = holdings.ever()
                .filter(way -> permission.heldBy(Objects.requireNonNull(way.role())))
                .toList();
        if (ever.isEmpty()) throw denied("denied.needs-role", permission, permission.roles());
        Role role = actor.role()
                .filter(wanted -> ever.stream().anyMatch(way -> way.role() == wanted))
                .orElseGet(() -> Objects.requireNonNull(ever.get(0).role()));
        return asked(
                new Entitled(
                        holdings.person(),
                        role,
                        ever.stream().filter(way -> way.role() == role).toList()),
                permission,
                null,
                work);
    }

    /** Whether somebody is a learner today, by a membership or a grant. */
    public boolean learns(PersonId person, Work work) {
        return Holdings.of(person, work).learnsNow();
    }

    /** Whether it is the host itself that acts, before anybody has a role. */
    public boolean isSystem() {
        return actor.equals(Actor.system());
    }

    /** All that the actor holds today, over whatever. */
    public List<Ground> held(Work work) {
        Holdings holdings = holdings(work);
        return Stream.concat(holdings.granted(grant -> grant.role() != Role.LEARNER), holdings.learning())
                .map(way -> way.chain().get(0))
                .toList();
    }

    /** The person behind the calls; the system is refused. */
    public PersonId person() {
        return actor.person().orElseThrow(() -> denied(actor.token().isPresent() ? "denied.bearer" : "denied.system"));
    }

    private static Entitled asked(Entitled by, Permission permission, @Nullable DossierId dossier, Work work) {
        work.ask(new AccessPolicy.Question(by.person(), by.role(), permission.name(), dossier));
        return by;
    }

    private static DeniedException denied(String key, Object... arguments) {
        return new DeniedException(Message.of(key, arguments));
    }

    /** Whether a cohort is one that the actor may read, for lists that leave out the others. */
    public Predicate<Cohort> readable(Work work) {
        Holdings holdings = holdings(work);
        Set<Role> held = holdings.roles();
        if (held.isEmpty()) throw denied("denied.needs-role", Permission.READ_COHORT, Permission.READ_COHORT.roles());
        actor.role().filter(role -> !held.contains(role)).ifPresent(role -> {
            throw denied("denied.role-not-held", role, held);
        });
        List<Grant> current = holdings.current()
                .filter(grant -> Permission.READ_COHORT.heldBy(grant.role()))
                .filter(grant -> actor.role().isEmpty() || actor.role().get() == grant.role())
                .toList();
        return cohort -> current.stream().anyMatch(grant -> reachesCohort(grant.reach(), cohort.id()));
    }

    /** Those of the people whom the actor may know of: themselves, those they share a cohort with, the heads. */
    public Set<PersonId> known(Collection<PersonId> people, Work work) {
        Holdings own = holdings(work);
        if (own.roles().isEmpty() && own.stillReads()) {
            return people.contains(own.person()) ? Set.of(own.person()) : Set.of();
        }
        if (own.roles().isEmpty())
            throw denied("denied.needs-role", Permission.READ_NAMES, Permission.READ_NAMES.roles());
        if (own.current().anyMatch(grant -> grant.reach() instanceof Reach.Organisation)) return new HashSet<>(people);
        Set<CohortId> shared = cohorts(own.current(), own.memberships().stream(), work.now());
        List<Row> rows = work.view()
                .whereAny(people.stream()
                        .flatMap(each -> Stream.of(Kinds.grantsOf(each), Kinds.membershipsOf(each)))
                        .collect(Collectors.toSet()));
        Set<PersonId> known = new HashSet<>();
        for (Grant grant : work.decode(Kinds.GRANT, rows)) {
            boolean near = grant.reach() instanceof Reach.Organisation
                    || (grant.reach() instanceof Reach.OfCohort of && shared.contains(of.cohort()));
            if (near) known.add(grant.holder());
        }
        for (Membership membership : work.decode(Kinds.MEMBERSHIP, rows)) {
            if (shared.contains(membership.cohort())) known.add(membership.learner());
        }
        if (people.contains(own.person())) known.add(own.person());
        return known;
    }

    private static Set<CohortId> cohorts(Stream<Grant> grants, Stream<Membership> memberships, Instant at) {
        return Stream.concat(
                        grants.map(Grant::reach)
                                .filter(Reach.OfCohort.class::isInstance)
                                .map(reach -> ((Reach.OfCohort) reach).cohort()),
                        memberships.filter(each -> each.period().holdsAt(at)).map(Membership::cohort))
                .collect(Collectors.toCollection(HashSet::new));
    }
}
