package org.eportfolio.core;

import static org.eportfolio.access.Permission.EXPLAIN_ACCESS;
import static org.eportfolio.access.Permission.OPEN_FOR_REASON;
import static org.eportfolio.access.Permission.SEE_READERS;
import static org.eportfolio.access.Permission.SEE_READINGS;
import static org.eportfolio.core.internal.kind.DossierKinds.DOSSIER;
import static org.eportfolio.core.internal.kind.PrivacyKinds.EXCEPTIONAL_ACCESS;
import static org.eportfolio.core.internal.kind.SchoolKinds.COHORT;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eportfolio.ConflictException;
import org.eportfolio.Message;
import org.eportfolio.Page;
import org.eportfolio.PageRequest;
import org.eportfolio.access.AccessPath;
import org.eportfolio.access.AccessPolicy;
import org.eportfolio.access.AccessStep;
import org.eportfolio.access.Decision;
import org.eportfolio.access.DossierReading;
import org.eportfolio.access.ExceptionalAccess;
import org.eportfolio.access.Permission;
import org.eportfolio.access.Reader;
import org.eportfolio.core.internal.access.Gate;
import org.eportfolio.core.internal.access.Readership;
import org.eportfolio.core.internal.access.Ruling;
import org.eportfolio.core.internal.access.Verdict;
import org.eportfolio.core.internal.call.DeskContext;
import org.eportfolio.core.internal.input.Inputs;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.work.AccessRecorder;
import org.eportfolio.core.internal.work.Identities;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.ExceptionalAccessId;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Actor;
import org.eportfolio.school.Reach;
import org.eportfolio.school.Role;
import org.eportfolio.spi.LoggedReading;
import org.eportfolio.spi.Scope;
import org.jspecify.annotations.Nullable;

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
     * learner, the head, administrators and the DPO. A person with several paths has one entry for each. The host's
     * {@link AccessPolicy} is asked with its rules of today, and what it refuses is left out.
     *
     * @return as many as the dossier has readers: its learner, the staff of its cohorts, and those it is shared with
     */
    public List<Reader> whoCanRead(DossierId dossier, Instant at) {
        Inputs.requireBounded("at", at);
        List<Reader> readers = desk.read(
                dossier,
                SEE_READERS,
                call -> new Readership(at, desk.gate().services(), call.work()).of(call.dossier()));
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
     * Opens one dossier to the head who asks, for a stated reason and some hours: what the learner's teachers read, and
     * nothing of another dossier. It ends by itself. The learner sees who opened it, when, why and until when: among the
     * {@link #whoCanRead readers}, in {@link #openings} and at home; the journal has it.
     *
     * @param reason why, which the learner reads: not blank, at most 10,000 characters, and no other person's data
     * @param hours from 1 to {@value ExceptionalAccess#MOST_HOURS}
     * @throws ConflictException if the dossier is open to this head already
     */
    public ExceptionalAccess openForReason(DossierId dossier, String reason, int hours) {
        String stated = Inputs.words(reason);
        return desk.write(dossier, OPEN_FOR_REASON, call -> {
            for (ExceptionalAccess each : call.list(EXCEPTIONAL_ACCESS)) {
                if (each.openedBy().equals(call.person()) && each.runsAt(call.now())) {
                    throw ConflictException.state("exceptional-access.running", each.endsAt());
                }
            }
            call.work().touch(Scope.ORGANISATION);
            return call.save(
                    "access.opened-for-reason",
                    EXCEPTIONAL_ACCESS,
                    ExceptionalAccess.opened(
                            new ExceptionalAccessId(call.newId()), dossier, stated, hours, call.person(), call.now()));
        });
    }

    /**
     * Closes a dossier again before the hours are over. Any head may do so.
     *
     * @param seen as the caller read it; a {@link ConflictException} if it changed since, or is over
     */
    public ExceptionalAccess endEarly(ExceptionalAccess seen) {
        return desk.write(seen.dossier(), OPEN_FOR_REASON, call -> {
            call.work().touch(Scope.ORGANISATION);
            return call.change(
                    "access.ended-early", EXCEPTIONAL_ACCESS, seen, there -> there.asEnded(call.person(), call.now()));
        });
    }

    /** One of the times that a head opened the dossier for a reason; for those who read {@link #openings}. */
    public ExceptionalAccess opening(DossierId dossier, ExceptionalAccessId id) {
        return desk.read(dossier, SEE_READERS, call -> call.require(EXCEPTIONAL_ACCESS, id.value()));
    }

    /**
     * A page of the times that a head opened a dossier for a reason, those that are over included, the oldest first; for its
     * learner, the head, administrators and the DPO.
     *
     * @param request the first page, or {@link Page#next} of the page before
     */
    public Page<ExceptionalAccess> openings(DossierId dossier, PageRequest request) {
        return desk.read(dossier, SEE_READERS, call -> call.page(EXCEPTIONAL_ACCESS, request));
    }

    /**
     * A page of who read something of a dossier that is not their own: in which role, when and what; for its learner and the
     * DPO. Reading the same again within a minute adds no second entry. It goes back as far as the host keeps readings
     * ({@link Portfolio.Builder#readingsKept}), and shows nothing of what a person read in other dossiers.
     *
     * @param request the first page, or {@link Page#next} of the page before
     * @throws ConflictException if this school does not keep who read a dossier
     */
    public Page<DossierReading> readers(DossierId dossier, PageRequest request) {
        Objects.requireNonNull(request, "request");
        Identities people = desk.read(dossier, SEE_READINGS, call -> call.work().identities());
        AccessRecorder recorder = desk.engine().recorder().orElseThrow(() -> ConflictException.state("access.no-log"));
        Scope scope = DossierKinds.scope(dossier);
        List<LoggedReading> found = recorder.of(scope, request, desk.engine().now());
        return new Page<>(
                found.stream().map(each -> reading(dossier, each, people)).toList(),
                next(found, request, scope, recorder));
    }

    private static DossierReading reading(DossierId dossier, LoggedReading each, Identities people) {
        return new DossierReading(
                dossier,
                people.now(PersonId.of(each.person())),
                Role.valueOf(each.role()),
                each.at(),
                each.kind(),
                each.object());
    }

    private @Nullable PageRequest next(
            List<LoggedReading> found, PageRequest request, Scope scope, AccessRecorder recorder) {
        if (found.size() < request.size()) return null;
        UUID last = found.get(found.size() - 1).id();
        PageRequest one = new PageRequest(1, request.order(), last);
        return recorder.of(scope, one, desk.engine().now()).isEmpty() ? null : request.after(last);
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
        Gate theirs = desk.gate().of(actor);
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

    /** The actor does not learn whether the thing does not exist or is only out of their reach. */
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
