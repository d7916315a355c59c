package org.eportfolio.core;

import static org.eportfolio.access.Permission.EXPLAIN_ACCESS;
import static org.eportfolio.access.Permission.SEE_READERS;
import static org.eportfolio.core.internal.kind.DossierKinds.DOSSIER;
import static org.eportfolio.core.internal.kind.SchoolKinds.COHORT;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.eportfolio.Message;
import org.eportfolio.access.AccessPath;
import org.eportfolio.access.AccessPolicy;
import org.eportfolio.access.AccessStep;
import org.eportfolio.access.Decision;
import org.eportfolio.access.Permission;
import org.eportfolio.access.Reader;
import org.eportfolio.core.internal.access.Gate;
import org.eportfolio.core.internal.access.Readership;
import org.eportfolio.core.internal.access.Ruling;
import org.eportfolio.core.internal.access.Verdict;
import org.eportfolio.core.internal.call.DeskContext;
import org.eportfolio.core.internal.input.Inputs;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Actor;
import org.eportfolio.school.Reach;
import org.eportfolio.school.Role;
import org.eportfolio.spi.Scope;

/** Who may do what, and why; answered by the rules that decide each call. Thread-safe. */
public final class AccessDesk {
    private final DeskContext desk;

    AccessDesk(DeskContext desk) {
        this.desk = desk;
    }

    /**
     * Who can read something of a dossier now, and why.
     *
     * @return as many as the dossier has readers: its learner, the staff of its cohorts, and those it is shared with
     */
    public List<Reader> whoCanRead(DossierId dossier) {
        return whoCanRead(dossier, desk.engine().now());
    }

    /**
     * Who can read something of a dossier at an instant, by the grants, memberships and links that are known now: for its
     * learner, the head, administrators and the DPO. A person with several paths has one entry for each. The
     * host's {@link AccessPolicy} is asked, as it decides now, and what it refuses is left out.
     *
     * @return as many as the dossier has readers: its learner, the staff of its cohorts, and those it is shared with
     */
    public List<Reader> whoCanRead(DossierId dossier, Instant at) {
        Inputs.requireBounded("at", at);
        List<Reader> readers =
                desk.read(dossier, SEE_READERS, call -> new Readership(at, call.work()).of(call.dossier()));
        return readers.stream()
                .flatMap(each -> notVetoed(each, dossier).stream())
                .toList();
    }

    private List<Reader> notVetoed(Reader reader, DossierId dossier) {
        PersonId person = reader.person();
        Role role = reader.path().role();
        if (person == null || role == null) return List.of(reader);
        Set<Permission> left = reader.permissions().stream()
                .filter(each -> desk.engine()
                        .veto(new AccessPolicy.Question(person, role, each, dossier))
                        .isEmpty())
                .collect(Collectors.toSet());
        return left.isEmpty() ? List.of() : List.of(new Reader(person, reader.path(), left));
    }

    /**
     * Explains one decision: the very one that a call of this actor would meet now, the host's policy included. For the
     * head, administrators and the DPO.
     *
     * @param object what it would be done to
     */
    public Decision why(Actor actor, Permission permission, Reach object) {
        Objects.requireNonNull(object, "object");
        Decision decision = decision(actor, permission, object);
        ZoneId zone = desk.engine().clock().getZone();
        return new Decision(
                decision.allowed(),
                decision.paths(),
                decision.choice(),
                decision.reason().at(zone),
                decision.shown().at(zone));
    }

    private Decision decision(Actor actor, Permission permission, Reach object) {
        desk.require(EXPLAIN_ACCESS);
        Gate theirs = new Gate(actor);
        Ruling ruling = desk.session().read(work -> theirs.ruling(object, permission, work));
        if (ruling.verdict() instanceof Verdict.Hidden hidden) {
            Message shown = hidden.shown();
            Message reason = desk.session().read(work -> outside(theirs, object, shown, work));
            return new Decision(false, List.of(), Set.of(), reason, shown);
        }
        if (ruling.verdict() instanceof Verdict.Refused refused) return refused(refused.reason(), refused.choice());
        return ruling.question()
                .flatMap(desk.engine()::veto)
                .map(veto -> refused(Message.of("denied.veto", veto), Set.of()))
                .orElseGet(() -> allowed(ruling.verdict().paths()));
    }

    private static Decision refused(Message reason, Set<Role> choice) {
        return new Decision(false, List.of(), choice, reason, reason);
    }

    private static Decision allowed(List<AccessPath> paths) {
        Message reason = Message.of(
                "access.allowed",
                paths.stream()
                        .flatMap(path -> path.steps().stream())
                        .map(AccessStep::message)
                        .toList());
        return new Decision(true, paths, Set.of(), reason, reason);
    }

    /** What the actor does not learn: whether the thing is not there, or only not within their reach. */
    private static Message outside(Gate theirs, Reach object, Message shown, Work work) {
        if (!exists(object, work)) return Message.of("access.not-there", shown);
        List<Message> held = theirs.held(work).stream().map(AccessStep::message).toList();
        return held.isEmpty()
                ? Message.of("access.holds-nothing", shown)
                : Message.of("access.does-not-reach", held, shown);
    }

    private static boolean exists(Reach object, Work work) {
        if (object instanceof Reach.OfCohort of) {
            return work.find(COHORT, Scope.ORGANISATION, of.cohort().value()).isPresent();
        }
        if (object instanceof Reach.OfDossier of) return isThere(of.dossier(), work);
        return !(object instanceof Reach.OfProduction of) || isThere(of.dossier(), work);
    }

    private static boolean isThere(DossierId id, Work work) {
        return work.find(DOSSIER, DossierKinds.scope(id), id.value()).isPresent();
    }
}
