package org.eportfolio.core;

import static org.eportfolio.access.Permission.ANSWER_FOR_ONESELF;
import static org.eportfolio.access.Permission.AUTHORISE_FOR_MINOR;
import static org.eportfolio.access.Permission.READ_AUTHORISATION;
import static org.eportfolio.access.Permission.RECORD_AUTHORISATION;
import static org.eportfolio.access.Permission.STATE_ONE_REPRESENTATIVE;
import static org.eportfolio.access.Permission.WITHDRAW_AUTHORISATION;
import static org.eportfolio.core.internal.kind.DossierKinds.DOSSIER;
import static org.eportfolio.core.internal.kind.RecordingKinds.AUTHORISATION;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
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
import org.eportfolio.core.internal.badge.BadgePlaces;
import org.eportfolio.core.internal.call.Call;
import org.eportfolio.core.internal.call.DeskContext;
import org.eportfolio.core.internal.call.DossierCall;
import org.eportfolio.core.internal.history.Arrivals;
import org.eportfolio.core.internal.input.Inputs;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.kind.RecordingKinds;
import org.eportfolio.core.internal.reflection.RecordingVisibility;
import org.eportfolio.core.internal.school.Guardianship;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.id.AuthorisationId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.privacy.PrivacySettings;
import org.eportfolio.reflection.Authorisation;
import org.eportfolio.reflection.AuthorisationKind;
import org.eportfolio.reflection.AuthorisationSignature;
import org.eportfolio.reflection.NewAuthorisation;
import org.eportfolio.reflection.Standing;
import org.eportfolio.school.Role;
import org.jspecify.annotations.Nullable;

/**
 * Who may be recorded, and who may be shown. The staff ask, in terms that they state, the date of majority included; a
 * person of age answers alone, a minor together with one or two legal representatives
 * ({@link PrivacySettings#representativesSigning}), each here or on paper that the staff record. Any one of them can
 * withdraw it, which counts from the next reading on. Thread-safe.
 */
public final class AuthorisationDesk {
    private final DeskContext desk;
    private final PrivacySettings settings;

    AuthorisationDesk(DeskContext desk, PrivacySettings settings) {
        this.desk = desk;
        this.settings = settings;
    }

    /**
     * Asks a person for an authorisation, in the dossier of the learner whose recordings it is about. If the request states
     * neither a day of majority nor that the person is of age, the day stated at enrolment counts; without one, the person
     * counts as a minor. A single holder of parental authority who was stated before is taken over.
     */
    public Authorisation request(DossierId dossier, NewAuthorisation input) {
        NewAuthorisation given = Inputs.checked(input);
        LocalDate until = Objects.requireNonNull(given.until());
        return desk.write(dossier, RECORD_AUTHORISATION, call -> {
            LocalDate today = call.today();
            boolean own =
                    given.kind() != AuthorisationKind.BADGE || given.person().equals(call.learner());
            InvalidInputException.unless(own, "person", "authorisation.badge-of-learner", call.learner());
            InvalidInputException.unless(!until.isBefore(today), "until", "authorisation.until-past", until, today);
            List<Authorisation> before =
                    RecordingVisibility.authorisations(dossier, List.of(given.person()), call.work());
            Authorisation.OneRepresentative one = before.stream()
                    .flatMap(each -> Stream.ofNullable(each.one()))
                    .findFirst()
                    .orElse(null);
            Authorisation authorisation = new Authorisation(
                    new AuthorisationId(call.newId()),
                    dossier,
                    given.kind(),
                    given.person(),
                    majority(given, call.work()),
                    given.project(),
                    given.use(),
                    given.recipients(),
                    until,
                    given.transcriptMayStandIn(),
                    call.now(),
                    null,
                    null,
                    null,
                    given.ofAge(),
                    one == null ? signatures(given.kind()) : 1,
                    List.of(),
                    one);
            requireOneMajority(authorisation, before, today);
            return call.save("authorisation.requested", AUTHORISATION, authorisation);
        });
    }

    private int signatures(AuthorisationKind kind) {
        return kind == AuthorisationKind.DIFFUSION ? settings.signaturesToDiffuse() : settings.signaturesToRecord();
    }

    private static @Nullable LocalDate majority(NewAuthorisation asked, Work work) {
        if (asked.ofAge() || asked.majorityOn() != null) return asked.majorityOn();
        return Guardianship.enrolledAsMinorUntil(asked.person(), work).orElse(null);
    }

    /** A person is of age in all authorisations, or in none; an age that is not known contradicts nothing. */
    private static void requireOneMajority(Authorisation asked, List<Authorisation> others, LocalDate today) {
        for (Authorisation each : others) {
            boolean matters = each.withdrawal() == null && (each.minorOn(today) || asked.minorOn(today));
            boolean known = each.statesAge() && asked.statesAge();
            if (matters && known && !Objects.equals(each.majorityOn(), asked.majorityOn())) {
                throw ConflictException.state("authorisation.majority-differs", asked.person());
            }
        }
    }

    /**
     * States that a single person holds parental authority over a minor, so that one representative's signature is enough
     * beside the minor's own: for this authorisation, and for what the same person is asked later in this dossier.
     *
     * @param reason the reference of what the school saw, at most 10,000 characters and no more than is needed: those who
     *     read the authorisation read it
     * @throws ConflictException if it was given or withdrawn already
     */
    public Authorisation stateOneRepresentative(DossierId dossier, AuthorisationId id, String reason) {
        Objects.requireNonNull(id, "id");
        String stated = Inputs.words(reason);
        return desk.write(
                dossier,
                STATE_ONE_REPRESENTATIVE,
                call -> call.change(
                        "authorisation.one-representative",
                        AUTHORISATION,
                        id.value(),
                        there -> there.withOneRepresentative(
                                new Authorisation.OneRepresentative(stated, call.person(), call.now()))));
    }

    /**
     * Says yes: a person of age for themselves; for a minor both they and the legal representatives, each with their own
     * call and in any order. It holds once all that it needs is there.
     */
    public Authorisation give(DossierId dossier, AuthorisationId id) {
        return sign(dossier, id, Authorisation::asGiven, "authorisation.given");
    }

    /** The person, of age now, confirms what their representative had given. */
    public Authorisation confirm(DossierId dossier, AuthorisationId id) {
        return sign(dossier, id, Authorisation::asConfirmed, "authorisation.confirmed");
    }

    private Authorisation sign(DossierId dossier, AuthorisationId id, Signing signing, String act) {
        return desk.session().write(DossierKinds.scope(dossier), work -> {
            Answering answering = answering(dossier, id, AUTHORISE_FOR_MINOR, work);
            Gate.requireNoHistory(dossier, work);
            Call by = answering.by();
            AuthorisationSignature signature =
                    new AuthorisationSignature(by.person(), by.today(), by.person(), by.role(), by.now());
            return by.save(act, AUTHORISATION, signing.with(answering.there(), signature));
        });
    }

    /**
     * The staff have a signed paper.
     *
     * @param by who signed: the person, or while they are a minor also a legal representative; a call for each signature
     * @param on the day of the signature, not after today
     */
    public Authorisation recordGiven(DossierId dossier, AuthorisationId id, PersonId by, LocalDate on) {
        Inputs.requireBounded("on", on);
        return onPaper(dossier, id, by, on, Authorisation::asGiven, "authorisation.given");
    }

    /** The staff have a paper on which the person, of age now, confirms what their representative had given. */
    public Authorisation recordConfirmed(DossierId dossier, AuthorisationId id, PersonId by, LocalDate on) {
        Inputs.requireBounded("on", on);
        return onPaper(dossier, id, by, on, Authorisation::asConfirmed, "authorisation.confirmed");
    }

    private interface Signing {
        Authorisation with(Authorisation there, AuthorisationSignature signature);
    }

    private Authorisation onPaper(
            DossierId dossier, AuthorisationId id, PersonId by, LocalDate on, Signing signing, String act) {
        return desk.write(dossier, RECORD_AUTHORISATION, call -> {
            Authorisation there = call.require(AUTHORISATION, id.value());
            LocalDate today = call.today();
            InvalidInputException.unless(!on.isAfter(today), "on", "authorisation.signed-later", on, today);
            if (by.equals(call.person()) && !by.equals(there.person())) {
                throw new DeniedException(Message.of("authorisation.recorder-signs"));
            }
            AuthorisationSignature signature =
                    new AuthorisationSignature(by, on, call.person(), call.role(), call.now());
            return call.save(act, AUTHORISATION, signing.with(there, signature));
        });
    }

    /**
     * Refuses, or takes back, from now on, together with whatever else the same person had been asked of the same kind
     * for the same project in this dossier. What was agreed for badges revokes those that were accepted. The person can always do so; a legal representative while the learner is a
     * minor; the staff on their behalf. Neither the recording nor its transcript is read from then on.
     */
    public Authorisation withdraw(DossierId dossier, AuthorisationId id) {
        return withdraw(dossier, id, Authorisation::asWithdrawn);
    }

    /** The same as {@link #withdraw}, but the transcript may be read from now on in place of the recording. */
    public Authorisation withdrawLeavingTranscript(DossierId dossier, AuthorisationId id) {
        return withdraw(dossier, id, Authorisation::asWithdrawnLeavingTranscript);
    }

    private Authorisation withdraw(
            DossierId dossier,
            AuthorisationId id,
            BiFunction<Authorisation, Authorisation.Withdrawal, Authorisation> ending) {
        return desk.session().write(DossierKinds.scope(dossier), work -> {
            Answering answering = answering(dossier, id, WITHDRAW_AUTHORISATION, work);
            Authorisation there = answering.there();
            Call by = answering.by();
            boolean own = by.person().equals(there.person());
            if (by.role() == Role.REPRESENTATIVE && !own && !there.minorOn(work.today())) {
                throw new DeniedException(Message.of("authorisation.of-age", there.person()));
            }
            UnaryOperator<Authorisation> end =
                    each -> ending.apply(each, new Authorisation.Withdrawal(by.person(), by.role(), work.now()));
            Authorisation withdrawn = end.apply(there);
            for (Authorisation each : RecordingVisibility.authorisations(dossier, List.of(there.person()), work)) {
                boolean same = each.covers(there.person(), there.project(), there.kind());
                if (same && each.withdrawal() == null) work.put(AUTHORISATION, end.apply(each));
            }
            if (there.kind() == AuthorisationKind.BADGE) BadgePlaces.revokeAll(dossier, by);
            by.journal("authorisation.withdrawn");
            return withdrawn;
        });
    }

    /** One authorisation, for those it concerns. */
    public Authorisation get(DossierId dossier, AuthorisationId id) {
        return desk.session()
                .read(work -> answering(dossier, id, READ_AUTHORISATION, work).there());
    }

    /** Whether an authorisation holds now, and if not, why. */
    public Standing standing(DossierId dossier, AuthorisationId id) {
        return desk.session()
                .read(work ->
                        answering(dossier, id, READ_AUTHORISATION, work).there().on(work.today()));
    }

    /**
     * A page of the authorisations asked for in a dossier, the oldest first; a legal representative sees the learner's
     * own only.
     *
     * @param request the first page, or {@link Page#next} of the page before
     */
    public Page<Authorisation> list(DossierId dossier, PageRequest request) {
        return desk.read(
                dossier,
                READ_AUTHORISATION,
                call -> call.role() == Role.REPRESENTATIVE
                        ? call.page(AUTHORISATION, RecordingKinds.authorisationsIn(dossier, call.learner()), request)
                        : call.page(AUTHORISATION, request));
    }

    /**
     * A page of all that the actor was asked to authorise, in any dossier, the oldest first.
     *
     * @param request the first page, or {@link Page#next} of the page before
     */
    public Page<Authorisation> mine(PageRequest request) {
        return desk.read(
                ANSWER_FOR_ONESELF,
                call -> call.page(AUTHORISATION, RecordingKinds.authorisationsOf(call.person()), request));
    }

    private record Answering(Authorisation there, Call by) {}

    /** In a dossier from elsewhere an equal id may be another person's; of its learner alone the name was compared. */
    private boolean isOneself(Authorisation asked, Work work) {
        PersonId person = desk.gate().person();
        if (!asked.person().equals(person)) return false;
        if (!Arrivals.cameFromElsewhere(asked.dossier(), work)) return true;
        return work.find(
                        DOSSIER,
                        DossierKinds.scope(asked.dossier()),
                        asked.dossier().value())
                .filter(dossier -> dossier.learner().equals(person))
                .isPresent();
    }

    /** The person themselves, in any dossier; otherwise a reader of the dossier. */
    private Answering answering(DossierId dossier, AuthorisationId id, Permission permission, Work work) {
        Optional<Authorisation> there = work.find(AUTHORISATION, DossierKinds.scope(dossier), id.value());
        if (there.isPresent() && isOneself(there.get(), work)) {
            // Those who have left still see what they said, and take it back.
            Entitled self = permission == AUTHORISE_FOR_MINOR
                    ? desk.gate().organisation(ANSWER_FOR_ONESELF, work)
                    : desk.gate().oneself(ANSWER_FOR_ONESELF, work);
            return new Answering(there.get(), desk.by(self, work));
        }
        DossierCall call = desk.open(dossier, permission, work);
        Authorisation found = there.filter(each ->
                        call.role() != Role.REPRESENTATIVE || each.person().equals(call.learner()))
                .orElseThrow(() -> new NotFoundException("authorisation", id));
        return new Answering(found, call);
    }
}
