package org.eportfolio.core;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eportfolio.DeniedException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.Message;
import org.eportfolio.NotFoundException;
import org.eportfolio.access.Decision;
import org.eportfolio.access.Ground;
import org.eportfolio.access.Permission;
import org.eportfolio.access.Reader;
import org.eportfolio.access.Way;
import org.eportfolio.core.internal.access.Gate;
import org.eportfolio.core.internal.access.Opened;
import org.eportfolio.core.internal.access.Readership;
import org.eportfolio.core.internal.work.Engine;
import org.eportfolio.core.internal.work.Kinds;
import org.eportfolio.core.internal.work.Session;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Actor;
import org.eportfolio.school.Reach;
import org.eportfolio.school.Role;
import org.eportfolio.spi.AccessPolicy;
import org.eportfolio.spi.Scope;

/** Who gets at what, and why; answered by the gate that decides each call. Thread-safe. */
public final class AccessDesk {
    private final Session session;
    private final Gate gate;
    private final Engine engine;

    AccessDesk(Session session, Gate gate, Engine engine) {
        this.session = session;
        this.gate = gate;
        this.engine = engine;
    }

    /** Who can read something of a dossier now, and why. */
    public List<Reader> whoCanRead(DossierId dossier) {
        return whoCanRead(dossier, engine.now());
    }

    /**
     * Who can read something of a dossier at an instant, by the grants, memberships and links that are known now: for its
     * learner, the head, administrators and the DPO. Whoever has several ways stands in the list once for each. The
     * host's {@link AccessPolicy} is asked, as it decides now, and what it refuses is left out.
     */
    public List<Reader> whoCanRead(DossierId dossier, Instant at) {
        List<Reader> readers = session.read(work -> {
            Opened opened = gate.dossier(dossier, Permission.SEE_READERS, work);
            return new Readership(at, work).of(opened.dossier());
        });
        return readers.stream()
                .flatMap(each -> notVetoed(each, dossier).stream())
                .toList();
    }

    private List<Reader> notVetoed(Reader reader, DossierId dossier) {
        PersonId person = reader.person();
        Role role = reader.way().role();
        if (person == null || role == null) return List.of(reader);
        Set<String> left = reader.permissions().stream()
                .filter(each -> engine.veto(new AccessPolicy.Question(person, role, each, dossier))
                        .isEmpty())
                .collect(Collectors.toSet());
        return left.isEmpty() ? List.of() : List.of(new Reader(person, reader.way(), left));
    }

    /**
     * Explains one decision: the very one that a call of this actor would meet now, the host's policy included. For the
     * head, administrators and the DPO.
     *
     * @param action the name of a permission, such as {@code POSITION}
     * @param object what it would be done to
     */
    public Decision why(Actor actor, String action, Reach object) {
        session.read(work -> gate.organisation(Permission.EXPLAIN_ACCESS, work));
        Permission permission = Permission.named(action)
                .orElseThrow(() -> InvalidInputException.because(
                        "action",
                        "access.no-action",
                        action,
                        Arrays.stream(Permission.values()).map(Enum::name).toList()));
        try {
            List<Way> ways = session.read(work -> decided(new Gate(actor), permission, object, work));
            return allowed(ways);
        } catch (DeniedException e) {
            return new Decision(false, List.of(), e.reason(), e.reason());
        } catch (NotFoundException e) {
            return new Decision(
                    false, List.of(), session.read(work -> outside(actor, object, e.reason(), work)), e.reason());
        }
    }

    private static List<Way> decided(Gate gate, Permission permission, Reach object, Work work) {
        if (object instanceof Reach.OfCohort of) {
            return permission.heldBy(Role.LEARNER)
                    ? gate.classroom(of.cohort(), permission, () -> new NotFoundException("cohort", of.cohort()), work)
                            .ways()
                    : gate.cohort(of.cohort(), permission, work).ways();
        }
        if (object instanceof Reach.OfDossier of) {
            return gate.dossier(of.dossier(), permission, work).ways();
        }
        if (object instanceof Reach.OfProduction of) {
            return gate.production(of.dossier(), of.production(), permission, work)
                    .ways();
        }
        return gate.organisation(permission, work).ways();
    }

    private static Decision allowed(List<Way> ways) {
        Message reason = Message.of(
                "access.allowed",
                ways.stream()
                        .flatMap(way -> way.chain().stream())
                        .map(Ground::told)
                        .toList());
        return new Decision(true, ways, reason, reason);
    }

    /** What the actor is not told: whether the thing is not there, or only not theirs. */
    private static Message outside(Actor actor, Reach object, Message told, Work work) {
        if (!exists(object, work)) return Message.of("access.not-there", told);
        List<Message> held = actor.person()
                .map(person ->
                        new Gate(actor).held(work).stream().map(Ground::told).toList())
                .orElse(List.of());
        return held.isEmpty()
                ? Message.of("access.holds-nothing", told)
                : Message.of("access.does-not-reach", held, told);
    }

    private static boolean exists(Reach object, Work work) {
        if (object instanceof Reach.OfCohort of) {
            return work.find(Kinds.COHORT, Scope.ORGANISATION, of.cohort().value())
                    .isPresent();
        }
        if (object instanceof Reach.OfDossier of) return isThere(of.dossier(), work);
        return !(object instanceof Reach.OfProduction of) || isThere(of.dossier(), work);
    }

    private static boolean isThere(DossierId id, Work work) {
        return work.find(Kinds.DOSSIER, Kinds.scope(id), id.value()).isPresent();
    }
}
