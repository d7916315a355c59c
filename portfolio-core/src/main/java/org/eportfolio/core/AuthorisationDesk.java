package org.eportfolio.core;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.eportfolio.ConflictException;
import org.eportfolio.DeniedException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.Message;
import org.eportfolio.NotFoundException;
import org.eportfolio.Page;
import org.eportfolio.PageRequest;
import org.eportfolio.access.Permission;
import org.eportfolio.core.internal.access.Entitled;
import org.eportfolio.core.internal.access.Gate;
import org.eportfolio.core.internal.access.Opened;
import org.eportfolio.core.internal.input.Inputs;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.kind.RecordingKinds;
import org.eportfolio.core.internal.reflection.RecordingVisibility;
import org.eportfolio.core.internal.school.Guardianship;
import org.eportfolio.core.internal.work.Engine;
import org.eportfolio.core.internal.work.Session;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.id.AuthorisationId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.reflection.Authorisation;
import org.eportfolio.reflection.NewAuthorisation;
import org.eportfolio.reflection.Signature;
import org.eportfolio.reflection.Standing;
import org.eportfolio.school.Role;

/**
 * Who may be recorded, and who may be shown. The staff ask, in terms that they state, the date of majority included; the
 * person answers, or their legal representative while they are a minor, here or on paper that the staff record.
 * Withdrawing counts from the next reading on. Thread-safe.
 */
public final class AuthorisationDesk {
    private final Session session;
    private final Gate gate;
    private final ZoneId zone;

    AuthorisationDesk(Session session, Gate gate, Engine engine) {
        this.session = session;
        this.gate = gate;
        this.zone = engine.clock().getZone();
    }

    /** Asks somebody for an authorisation, in the dossier of the learner whose recordings it is about. */
    public Authorisation request(DossierId dossier, NewAuthorisation input) {
        Inputs.checked(input);
        LocalDate until = Objects.requireNonNull(input.until());
        return session.write(DossierKinds.scope(dossier), work -> {
            Opened opened = gate.dossier(dossier, Permission.RECORD_AUTHORISATION, work);
            LocalDate today = RecordingVisibility.today(zone, work);
            InvalidInputException.unless(!until.isBefore(today), "until", "authorisation.until-past", until, today);
            Authorisation authorisation = new Authorisation(
                    new AuthorisationId(work.newId()),
                    dossier,
                    input.kind(),
                    input.person(),
                    input.majorityOn(),
                    input.project(),
                    input.use(),
                    input.recipients(),
                    until,
                    input.transcriptMayStandIn(),
                    work.now(),
                    null,
                    null,
                    null);
            requireOneMajority(authorisation, today, work);
            work.put(RecordingKinds.AUTHORISATION, authorisation);
            if (input.majorityOn() != null) Guardianship.end(input.person(), input.majorityOn(), zone, work);
            work.journal("authorisation.requested", opened.person(), opened.role());
            return authorisation;
        });
    }

    /** Nobody is a minor in one authorisation and of age in another. */
    private static void requireOneMajority(Authorisation asked, LocalDate today, Work work) {
        for (Authorisation each : RecordingVisibility.authorisations(asked.dossier(), List.of(asked.person()), work)) {
            boolean matters = each.withdrawal() == null && (each.minorOn(today) || asked.minorOn(today));
            if (matters && !Objects.equals(each.majorityOn(), asked.majorityOn())) {
                throw ConflictException.state("authorisation.majority-differs", asked.person());
            }
        }
    }

    /** Says yes: the person for themselves if of age, the legal representative for the learner if not. */
    public Authorisation give(DossierId dossier, AuthorisationId id) {
        return session.write(DossierKinds.scope(dossier), work -> {
            Answering answering = answering(dossier, id, Permission.AUTHORISE_FOR_MINOR, work);
            return put(
                    answering.there().given(answering.signature(RecordingVisibility.today(zone, work), work)),
                    "authorisation.given",
                    answering.by(),
                    work);
        });
    }

    /** The person, of age now, confirms what their representative had given. */
    public Authorisation confirm(DossierId dossier, AuthorisationId id) {
        return session.write(DossierKinds.scope(dossier), work -> {
            Answering answering = answering(dossier, id, Permission.AUTHORISE_FOR_MINOR, work);
            return put(
                    answering.there().confirmed(answering.signature(RecordingVisibility.today(zone, work), work)),
                    "authorisation.confirmed",
                    answering.by(),
                    work);
        });
    }

    /**
     * The staff have a paper on which somebody said yes.
     *
     * @param by who signed: the person if of age on that day, a legal representative if not
     * @param on the day of the signature, not after today
     */
    public Authorisation recordGiven(DossierId dossier, AuthorisationId id, PersonId by, LocalDate on) {
        return onPaper(dossier, id, by, on, Authorisation::given, "authorisation.given");
    }

    /** The staff have a paper on which the person, of age now, confirms what their representative had given. */
    public Authorisation recordConfirmed(DossierId dossier, AuthorisationId id, PersonId by, LocalDate on) {
        return onPaper(dossier, id, by, on, Authorisation::confirmed, "authorisation.confirmed");
    }

    private interface Signing {
        Authorisation with(Authorisation there, Signature signature);
    }

    private Authorisation onPaper(
            DossierId dossier, AuthorisationId id, PersonId by, LocalDate on, Signing signing, String act) {
        return session.write(DossierKinds.scope(dossier), work -> {
            Opened opened = gate.dossier(dossier, Permission.RECORD_AUTHORISATION, work);
            Authorisation there = work.require(RecordingKinds.AUTHORISATION, DossierKinds.scope(dossier), id.value());
            LocalDate today = RecordingVisibility.today(zone, work);
            InvalidInputException.unless(!on.isAfter(today), "on", "authorisation.signed-later", on, today);
            if (by.equals(opened.person()) && !by.equals(there.person())) {
                throw new DeniedException(Message.of("authorisation.recorder-signs"));
            }
            Signature signature = new Signature(by, on, opened.person(), opened.role(), work.now());
            return put(signing.with(there, signature), act, opened.entitled(), work);
        });
    }

    /**
     * Refuses, or takes back, from now on, together with whatever else the same person had been asked of the same kind
     * for the same project in this dossier. The person can always do so; a legal representative while the learner is a
     * minor; the staff on their behalf.
     *
     * @param keepTranscript whether the transcript may be read from now on in place of the recording
     */
    public Authorisation withdraw(DossierId dossier, AuthorisationId id, boolean keepTranscript) {
        return session.write(DossierKinds.scope(dossier), work -> {
            Answering answering = answering(dossier, id, Permission.WITHDRAW_AUTHORISATION, work);
            Authorisation there = answering.there();
            Entitled by = answering.by();
            boolean own = by.person().equals(there.person());
            if (by.role() == Role.REPRESENTATIVE && !own && !there.minorOn(RecordingVisibility.today(zone, work))) {
                throw new DeniedException(Message.of("authorisation.of-age", there.person()));
            }
            UnaryOperator<Authorisation> end = each ->
                    each.withdrawn(new Authorisation.Withdrawal(by.person(), by.role(), work.now()), keepTranscript);
            Authorisation withdrawn = end.apply(there);
            for (Authorisation each : RecordingVisibility.authorisations(dossier, List.of(there.person()), work)) {
                boolean same = each.covers(there.person(), there.project(), there.kind());
                if (same && each.withdrawal() == null) work.put(RecordingKinds.AUTHORISATION, end.apply(each));
            }
            work.journal("authorisation.withdrawn", by.person(), by.role());
            return withdrawn;
        });
    }

    /** One authorisation, for those it concerns. */
    public Authorisation get(DossierId dossier, AuthorisationId id) {
        return session.read(work ->
                answering(dossier, id, Permission.READ_AUTHORISATION, work).there());
    }

    /** Whether an authorisation holds now, and if not, why. */
    public Standing standing(DossierId dossier, AuthorisationId id) {
        return session.read(work -> answering(dossier, id, Permission.READ_AUTHORISATION, work)
                .there()
                .on(RecordingVisibility.today(zone, work)));
    }

    /**
     * A page of the authorisations asked for in a dossier, the oldest first; a legal representative sees the learner's
     * own only.
     *
     * @param request the first page, or {@link Page#next} of the page before
     */
    public Page<Authorisation> list(DossierId dossier, PageRequest request) {
        return session.read(work -> {
            Opened opened = gate.dossier(dossier, Permission.READ_AUTHORISATION, work);
            return opened.role() == Role.REPRESENTATIVE
                    ? work.page(
                            RecordingKinds.AUTHORISATION,
                            RecordingKinds.authorisationsIn(
                                    dossier, opened.dossier().learner()),
                            request)
                    : work.page(RecordingKinds.AUTHORISATION, DossierKinds.scope(dossier), request);
        });
    }

    /**
     * A page of all that the actor was asked to authorise, in whosever dossier, the oldest first.
     *
     * @param request the first page, or {@link Page#next} of the page before
     */
    public Page<Authorisation> mine(PageRequest request) {
        return session.read(work -> {
            Entitled self = gate.organisation(Permission.ANSWER_FOR_ONESELF, work);
            return work.page(RecordingKinds.AUTHORISATION, RecordingKinds.authorisationsOf(self.person()), request);
        });
    }

    private record Answering(Authorisation there, Entitled by) {
        Signature signature(LocalDate today, Work work) {
            return new Signature(by.person(), today, by.person(), by.role(), work.now());
        }
    }

    /** The person themselves, in whosever dossier; otherwise somebody to whom the dossier is open. */
    private Answering answering(DossierId dossier, AuthorisationId id, Permission permission, Work work) {
        Optional<Authorisation> there =
                work.find(RecordingKinds.AUTHORISATION, DossierKinds.scope(dossier), id.value());
        if (there.isPresent() && there.get().person().equals(gate.person())) {
            return new Answering(there.get(), gate.organisation(Permission.ANSWER_FOR_ONESELF, work));
        }
        Opened opened = gate.dossier(dossier, permission, work);
        Authorisation found = there.filter(each -> opened.role() != Role.REPRESENTATIVE
                        || each.person().equals(opened.dossier().learner()))
                .orElseThrow(() -> new NotFoundException("authorisation", id));
        return new Answering(found, opened.entitled());
    }

    private static Authorisation put(Authorisation authorisation, String act, Entitled by, Work work) {
        work.put(RecordingKinds.AUTHORISATION, authorisation);
        work.journal(act, by.person(), by.role());
        return authorisation;
    }
}
