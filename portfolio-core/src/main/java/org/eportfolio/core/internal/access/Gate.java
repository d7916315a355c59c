package org.eportfolio.core.internal.access;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eportfolio.DeniedException;
import org.eportfolio.Message;
import org.eportfolio.NotFoundException;
import org.eportfolio.access.AccessStep;
import org.eportfolio.access.HostService;
import org.eportfolio.access.Permission;
import org.eportfolio.core.internal.history.Arrivals;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.kind.SharingKinds;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.dossier.Citation;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.ProductionId;
import org.eportfolio.school.Actor;
import org.eportfolio.school.Cohort;
import org.eportfolio.school.Membership;
import org.eportfolio.school.Reach;
import org.eportfolio.school.Role;
import org.eportfolio.sharing.ShareLink;
import org.eportfolio.sharing.Target;
import org.eportfolio.sharing.Token;
import org.eportfolio.spi.Hash;
import org.jspecify.annotations.Nullable;

/**
 * The one gate that every call of an actor passes. {@link AccessRules} decide; the gate lets through, with a question to
 * the host's policy, or throws: outside an actor's scope <em>not found</em>, as for an id that does not exist, inside it a
 * refusal that names the rule. Thread-safe.
 *
 * <p>All ways through it stand in this one class, a few lines each, so that they can be looked over at once.
 */
public final class Gate {
    /**
     * What stays possible in a dossier from elsewhere: to take back what was allowed, to look at what is new in it, and for
     * the head to open it for a reason.
     */
    private static final Set<Permission> STILL_IN_HISTORY = Set.of(
            Permission.REVOKE_SHARE,
            Permission.WITHDRAW_AUTHORISATION,
            Permission.KEEP_HOME,
            Permission.OPEN_FOR_REASON);

    private final Actor actor;
    private final Services services;
    private final @Nullable HostService service;

    /** @throws NotFoundException if the actor is a service that was not declared */
    public Gate(Actor actor, Services services) {
        this.actor = actor;
        this.services = services;
        this.service = actor.service().map(services::require).orElse(null);
    }

    /** The gate of another actor. */
    public Gate of(Actor other) {
        return new Gate(other, services);
    }

    /** The services that the host declared. */
    public Services services() {
        return services;
    }

    /** In whose name the calls are made. */
    public Actor actor() {
        return actor;
    }

    /** Lets the actor act on the organisation as a whole. */
    public Entitled organisation(Permission permission, Work work) {
        return passed(rulings(work).organisation(permission), work);
    }

    /** Lets the actor act on a cohort. */
    public Entitled cohort(CohortId cohort, Permission permission, Work work) {
        return passed(rulings(work).cohort(cohort, permission), work);
    }

    /**
     * Lets the actor act in a cohort, as one of its staff or as one who learns in it now.
     *
     * @param hidden what all others get: that there is no such thing
     */
    public Entitled classroom(
            CohortId cohort, Permission permission, Supplier<? extends RuntimeException> hidden, Work work) {
        Ruling ruling = asked(rulings(work).classroom(cohort, permission), work);
        return ruling.entitled(hidden);
    }

    /** Lets the actor act for a learner who may have no dossier yet. */
    public Entitled learner(PersonId learner, Permission permission, Work work) {
        return passed(rulings(work).learner(learner, permission), work);
    }

    /** Lets the actor act on their own data, regardless of the roles held today. The role is one that they hold or held. */
    public Entitled oneself(Permission permission, Work work) {
        return passed(rulings(work).oneself(permission), work);
    }

    /** Lets the actor act in a dossier. */
    public Opened dossier(DossierId id, Permission permission, Work work) {
        return opened(rulings(work).dossier(id, permission), null, work);
    }

    /** Whether the actor may do this in a dossier; the host's policy included; no refusal is thrown. */
    public boolean opens(DossierId id, Permission permission, Work work) {
        return rulings(work)
                .dossier(id, permission)
                .question()
                .filter(work::admits)
                .isPresent();
    }

    /**
     * Which of many dossiers open to the actor.
     *
     * @param role in which the actor makes the call
     * @param atHand memberships that were read already; possibly none
     */
    public ManyDossiers many(Role role, Collection<Membership> atHand, Work work) {
        Holdings holdings = holdings(work);
        return new ManyDossiers(
                List.of(new AccessRules(holdings, role), new AccessRules(holdings, role())), atHand, work);
    }

    /**
     * Which of many dossiers open to the actor in any of these roles, as far as they hold them; without a role, as a call
     * about each would.
     */
    public ManyDossiers many(Collection<Role> roles, Work work) {
        Holdings holdings = holdings(work);
        Set<Role> held = holdings.roles();
        List<AccessRules> rules = roles.isEmpty()
                ? List.of(new AccessRules(holdings, role()))
                : roles.stream()
                        .filter(held::contains)
                        .map(each -> new AccessRules(holdings, each))
                        .toList();
        return new ManyDossiers(rules, List.of(), work);
    }

    /**
     * Lets the actor act on one production; a grant over that production alone is enough. Those who may read productions in
     * the dossier of another learner who made it may read it too: what is opened then is that dossier.
     */
    public Opened production(DossierId id, ProductionId production, Permission permission, Work work) {
        Opened opened = opened(rulings(work).production(id, production, permission), null, work);
        work.readsOf(DossierKinds.PRODUCTION.kind().name(), production.value());
        return opened;
    }

    /**
     * Lets the actor read several productions, each as {@link #production} would; a bounded number of readings, however
     * many.
     */
    public void productions(Collection<Citation> cited, Work work) {
        if (cited.isEmpty()) return;
        ManyProductions many = ManyProductions.of(cited, new AccessRules(holdings(work), role()), work);
        for (Citation each : cited) opened(many.reading(each), null, work);
    }

    /**
     * Lets the actor act in the first of these dossiers that opens to them, such as those of a group's members. A refusal
     * that names a rule goes before <em>not found</em>.
     *
     * @param dossiers at least one
     */
    public Opened anyOf(List<DossierId> dossiers, Permission permission, Work work) {
        return opened(rulings(work).anyOf(dossiers, permission), null, work);
    }

    /**
     * The same.
     *
     * @param hidden what those outside get in place of <em>not found</em>
     */
    public Opened anyOf(
            List<DossierId> dossiers, Permission permission, Supplier<? extends RuntimeException> hidden, Work work) {
        return opened(rulings(work).anyOf(dossiers, permission), hidden, work);
    }

    /**
     * Those of a learner's dossiers that open to the actor: all where they may do this for the learner, else the ones
     * granted one by one; none of them is <em>not found</em>.
     */
    public List<Dossier> dossiers(PersonId learner, List<Dossier> all, Permission permission, Work work) {
        Ruling whole = asked(rulings(work).learner(learner, permission), work);
        if (whole.allowed())
            return many(whole.entitled().role(), List.of(), work).open(all, permission);
        if (whole.verdict() instanceof Verdict.Hidden) {
            List<Dossier> granted = all.stream()
                    .filter(each -> isReached(each, permission, work))
                    .toList();
            if (!granted.isEmpty()) return granted;
        }
        whole.entitled();
        return List.of();
    }

    /**
     * The dossiers and the single productions that the actor may reach, to be looked through; {@link #many} says which of
     * them open.
     *
     * @param most how many dossiers at most
     */
    public ReachedDossiers reached(int most, Work work) {
        return ReachedDossiers.by(holdings(work), most, work);
    }

    /** All of them, but those that are reached because everything is: that is only said. */
    public ReachedDossiers reached(Work work) {
        return ReachedDossiers.all(holdings(work), work);
    }

    /** Who learns today in the cohorts that the actor teaches, answers for or learns in. */
    public Set<PersonId> near(Work work) {
        return ReachedDossiers.people(holdings(work), work);
    }

    /** Those of the productions that open to the actor as {@link #production} says; nothing is thrown. */
    public List<Citation> open(Collection<Citation> cited, Work work) {
        if (cited.isEmpty()) return List.of();
        ManyProductions many = ManyProductions.of(cited, new AccessRules(holdings(work), role()), work);
        return cited.stream()
                .filter(each ->
                        many.reading(each).question().filter(work::admits).isPresent())
                .toList();
    }

    /** A refusal that names a rule is thrown: the dossier is within reach. */
    private boolean isReached(Dossier dossier, Permission permission, Work work) {
        Ruling ruling = asked(rulings(work).dossier(dossier.id(), permission), work);
        if (ruling.verdict() instanceof Verdict.Hidden) return false;
        ruling.entitled();
        return true;
    }

    /** The ruling that a call of the actor on this object would meet; the host's policy is not asked. */
    public Ruling ruling(Reach object, Permission permission, Work work) {
        return rulings(work).on(object, permission);
    }

    /**
     * The link whose bearer the actor is. Wrong, altered, ended and revoked tokens get the same answer after the same
     * work: one hash, one look-up by it, one comparison in constant time. A package waits for a learner who left, so the link
     * to it opens nothing while they learn here again.
     */
    public ShareLink link(Work work) {
        String presented = actor.token().orElseThrow(() -> denied("denied.not-a-bearer"));
        Hash hash = Token.hashOf(presented);
        Optional<ShareLink> found = work.where(SharingKinds.LINK, SharingKinds.linkOf(hash)).stream()
                .findFirst();
        boolean opens = found.map(link -> link.opens(hash, work.now()))
                .orElseGet(() -> MessageDigest.isEqual(Hash.NONE.bytes(), hash.bytes()));
        if (!opens) throw NotFoundException.link();
        ShareLink link = found.orElseThrow(NotFoundException::link);
        if (link.target() instanceof Target.OfPackage of && learns(of.learner(), work)) throw NotFoundException.link();
        return link;
    }

    /** Whether a person is a learner today, by a membership or a grant. */
    public boolean learns(PersonId person, Work work) {
        return Holdings.of(person, work).learnsNow();
    }

    /** Whether it is the host itself that acts, before any person has a role. */
    public boolean isSystem() {
        return actor.equals(Actor.system());
    }

    /** The person behind the calls, or the id that stands for a service; the system and bearers of links are refused. */
    public PersonId person() {
        if (service != null) return service.id();
        return actor.person().orElseThrow(() -> denied(actor.token().isPresent() ? "denied.bearer" : "denied.system"));
    }

    /** All roles that the actor holds today, over any object; nothing for the system and for bearers of links. */
    public List<AccessStep> held(Work work) {
        if (!holdsAnything()) return List.of();
        Holdings holdings = holdings(work);
        return Stream.concat(holdings.granted(grant -> grant.role() != Role.LEARNER), holdings.learning())
                .map(path -> path.steps().get(0))
                .toList();
    }

    /** The actor's own roles, for themselves: refused to those who hold none and to those who name one that they do not hold. */
    public OwnRoles own(Work work) {
        if (service != null) throw denied("denied.service-is-no-person");
        return OwnRoles.of(holdings(work), role(), work);
    }

    /** Those of the actor's own dossiers that they may read now, in the same order; the host's policy included. */
    public List<Dossier> ownDossiers(List<Dossier> all, Work work) {
        Rulings rulings = rulings(work);
        return all.stream()
                .filter(each -> rulings.on(new Reach.OfDossier(each.id()), Permission.READ_PROGRESS)
                        .question()
                        .filter(work::admits)
                        .isPresent())
                .toList();
    }

    /**
     * The rulings that calls of the actor on this object would meet, one for each permission over such a thing; the host's
     * policy is not asked. Permissions that write are left out in a dossier that is history.
     *
     * @throws org.eportfolio.NotFoundException if nothing opens and the actor may not know of the object
     * @throws DeniedException if a rule is against all of it
     */
    public List<Ruling> rulings(Reach object, Work work) {
        person();
        Rulings rulings = rulings(work);
        List<Ruling> all = Arrays.stream(Permission.values())
                .filter(each -> Rulings.isOver(object, each))
                .map(each -> rulings.on(object, each))
                .toList();
        if (all.stream().noneMatch(Ruling::reaches)) all.get(0).entitled();
        boolean history = all.stream()
                .map(Ruling::dossier)
                .filter(Objects::nonNull)
                .anyMatch(each -> Arrivals.contain(each.id(), work));
        return all.stream()
                .filter(each -> !history || !writes(each.permission()))
                .toList();
    }

    /** Whether a cohort is one that the actor may read, for lists that leave out the others. */
    public Predicate<Cohort> readable(Work work) {
        return new Listing(holdings(work), role()).cohorts();
    }

    /** Those of the people whom the actor may know of, as {@link Listing#people} says. */
    public Set<PersonId> known(Collection<PersonId> people, Work work) {
        return new Listing(holdings(work), role()).people(people, work);
    }

    /** Those of the people whom the actor represents now. */
    public Set<PersonId> represented(Collection<PersonId> people, Work work) {
        return new Listing(holdings(work), role()).represented(people, work);
    }

    /** Which memberships a cohort's list shows to the actor; it leaves out those that ended before they came. */
    public Predicate<Membership> memberships(Work work) {
        return new Listing(holdings(work), role()).memberships(work.now());
    }

    private Rulings rulings(Work work) {
        return new Rulings(this, work);
    }

    /** Whether it is a person or a service that acts. */
    boolean holdsAnything() {
        return service != null || actor.person().isPresent();
    }

    Holdings holdings(Work work) {
        return service == null ? Holdings.of(person(), work) : Holdings.of(service, work.now(), work);
    }

    private @Nullable Role role() {
        return actor.role().orElse(null);
    }

    private static Ruling asked(Ruling ruling, Work work) {
        ruling.question().ifPresent(work::ask);
        return ruling;
    }

    private static Entitled passed(Ruling ruling, Work work) {
        return asked(ruling, work).entitled();
    }

    private static Opened opened(Ruling ruling, @Nullable Supplier<? extends RuntimeException> hidden, Work work) {
        Opened opened = asked(ruling, work).opened(hidden);
        Readings.note(opened, ruling.permission(), work);
        if (writes(ruling.permission())) requireNoHistory(opened.dossier().id(), work);
        return opened;
    }

    /**
     * For a call that writes into a dossier which it did not open for that, such as one about a group or one's own signature.
     *
     * @throws DeniedException if the dossier came from elsewhere
     */
    public static void requireNoHistory(DossierId dossier, Work work) {
        if (Arrivals.contain(dossier, work)) throw denied("denied.history");
    }

    private static boolean writes(Permission permission) {
        boolean changes =
                permission.access() == Permission.Access.CHANGES || permission.access() == Permission.Access.JUDGES;
        return changes && !STILL_IN_HISTORY.contains(permission);
    }

    private static DeniedException denied(String key) {
        return new DeniedException(Message.of(key));
    }
}
