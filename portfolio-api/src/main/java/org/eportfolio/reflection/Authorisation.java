package org.eportfolio.reflection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eportfolio.ConflictException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.id.AuthorisationId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Role;
import org.jspecify.annotations.Nullable;

/**
 * One person's leave to be recorded, or to have the recording shown, for one project, one use, named recipients and a
 * limited time. A person of age gives it alone. A minor agrees, and so do as many legal representatives as the controller
 * states: both parents protect a minor's image together and associate the child (code civil, art. 372-1, from loi 2024-120).
 * An unknown age counts as minor. What was given for a minor ceases to hold on the day of majority until the person
 * confirms it. Holds from the last signature that it needs until its last day, and until it is withdrawn, which any person
 * concerned can do alone and at any time.
 * Methods named {@code as…} give a changed copy; nothing is stored.
 *
 * @param dossier of the learner whose recordings it is about
 * @param majorityOn the day on which the person comes of age; {@code null} when they were of age when asked, or when it is
 *     not known
 * @param until the last day
 * @param given the signature with which it was complete; {@code null} until then
 * @param confirmed by the person, of age now; only of what was given for a minor
 * @param withdrawal {@code null} unless it was refused or taken back
 * @param ofAge whether the person was of age when asked, as the school states
 * @param representatives how many legal representatives sign for a minor
 * @param signatures all of them, the oldest first; empty in what an earlier version of the library kept
 * @param one the statement that a single person holds parental authority; {@code null} where none was made
 */
public record Authorisation(
        AuthorisationId id,
        DossierId dossier,
        AuthorisationKind kind,
        PersonId person,
        @Nullable LocalDate majorityOn,
        String project,
        String use,
        String recipients,
        LocalDate until,
        boolean transcriptMayStandIn,
        Instant requestedAt,
        @Nullable AuthorisationSignature given,
        @Nullable AuthorisationSignature confirmed,
        @Nullable Withdrawal withdrawal,
        boolean ofAge,
        int representatives,
        List<AuthorisationSignature> signatures,
        @Nullable OneRepresentative one) {

    /** It was refused or taken back. */
    public record Withdrawal(PersonId by, Role role, Instant at) {
        public Withdrawal {
            Objects.requireNonNull(by, "by");
            Objects.requireNonNull(role, "role");
            Objects.requireNonNull(at, "at");
        }
    }

    /**
     * The controller's statement that a single person holds parental authority, so that one representative signs.
     *
     * @param reason the reference of what the school saw, and no more: those who read the authorisation read it
     */
    public record OneRepresentative(String reason, PersonId by, Instant at) {
        public OneRepresentative {
            Objects.requireNonNull(by, "by");
            Objects.requireNonNull(at, "at");
            InvalidInputException.unless(!reason.isBlank(), "reason", "text.blank");
        }
    }

    public Authorisation {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(dossier, "dossier");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(until, "until");
        Objects.requireNonNull(requestedAt, "requestedAt");
        InvalidInputException.unless(!project.isBlank(), "project", "text.blank");
        InvalidInputException.unless(!use.isBlank(), "use", "text.blank");
        InvalidInputException.unless(!recipients.isBlank(), "recipients", "text.blank");
        signatures = List.copyOf(signatures);
    }

    /** Whether it says how old the person is: of age when asked, or from which day on. */
    public boolean statesAge() {
        return ofAge || majorityOn != null;
    }

    /** Whether the person is a minor on this day, or counts as one because their age is not known. */
    public boolean minorOn(LocalDate day) {
        return !ofAge && (majorityOn == null || day.isBefore(majorityOn));
    }

    /** Whether it was given for a minor, with or without the minor's own agreement. */
    public boolean byRepresentative() {
        return given != null && (!given.by().equals(person) || minorOn(given.on()));
    }

    /** Whether it holds on this day; if not, the first reason for which it does not. */
    public Standing on(LocalDate day) {
        if (withdrawal != null) return Standing.WITHDRAWN;
        if (given == null) return Standing.REQUESTED;
        if (day.isAfter(until)) return Standing.EXPIRED;
        return byRepresentative() && !minorOn(day) && confirmed == null ? Standing.TO_CONFIRM : Standing.HOLDS;
    }

    /** Whether the person's own signature is still to come: of age the only one that is needed, of a minor one of several. */
    public boolean awaitsPerson() {
        return given == null && signatures.stream().noneMatch(each -> each.by().equals(person));
    }

    /** How many legal representatives are still to sign, if the person is a minor on this day. */
    public int awaitedRepresentatives(LocalDate day) {
        if (given != null || !minorOn(day)) return 0;
        return Math.max(0, representatives - (int) signedFor(signatures));
    }

    private long signedFor(List<AuthorisationSignature> all) {
        return all.stream().filter(each -> !each.by().equals(person)).count();
    }

    /**
     * The authorisation once an entitled person has signed. Of a person of age on that day their own signature is enough; of
     * a minor it is complete with their own and those of the representatives, in whichever order they come.
     */
    public Authorisation asGiven(AuthorisationSignature signature) {
        if (withdrawal != null) throw ConflictException.state("authorisation.withdrawn");
        if (given != null) throw ConflictException.state("authorisation.given");
        requireLasting(signature.on());
        boolean own = signature.by().equals(person);
        boolean minor = minorOn(signature.on());
        InvalidInputException.unless(own || minor, "by", "authorisation.adult-signs", person);
        boolean again =
                signatures.stream().anyMatch(each -> each.by().equals(signature.by()) && minorOn(each.on()) == minor);
        if (again) throw ConflictException.state("authorisation.signed-already", signature.by());
        List<AuthorisationSignature> all =
                Stream.concat(signatures.stream(), Stream.of(signature)).toList();
        return with(transcriptMayStandIn, !minor || complete(all, representatives) ? signature : null, null, null, all);
    }

    private boolean complete(List<AuthorisationSignature> all, int needed) {
        return signedFor(all) >= needed && signedFor(all) < all.size();
    }

    /** The authorisation once the controller states that a single person holds parental authority. */
    public Authorisation withOneRepresentative(OneRepresentative statement) {
        if (withdrawal != null) throw ConflictException.state("authorisation.withdrawn");
        if (given != null) throw ConflictException.state("authorisation.given");
        int needed = Math.min(1, representatives);
        AuthorisationSignature last = signatures.isEmpty() ? null : signatures.get(signatures.size() - 1);
        return new Authorisation(
                id,
                dossier,
                kind,
                person,
                majorityOn,
                project,
                use,
                recipients,
                until,
                transcriptMayStandIn,
                requestedAt,
                last != null && complete(signatures, needed) ? last : null,
                null,
                null,
                ofAge,
                needed,
                signatures,
                statement);
    }

    /** Once the person, of age now, has confirmed what was given for them as a minor. */
    public Authorisation asConfirmed(AuthorisationSignature signature) {
        if (withdrawal != null) throw ConflictException.state("authorisation.withdrawn");
        if (!byRepresentative() || confirmed != null) throw ConflictException.state("authorisation.nothing-to-confirm");
        requireLasting(signature.on());
        InvalidInputException.unless(signature.by().equals(person), "by", "authorisation.adult-signs", person);
        if (minorOn(signature.on())) {
            throw majorityOn == null
                    ? ConflictException.state("authorisation.age-unknown", person)
                    : ConflictException.state("authorisation.too-early", majorityOn);
        }
        return with(transcriptMayStandIn, given, signature, null, signatures);
    }

    /** The authorisation once it was refused or taken back: neither the recording nor its transcript may be read. */
    public Authorisation asWithdrawn(Withdrawal by) {
        return ended(false, by);
    }

    /** The authorisation once it was refused or taken back, with the transcript to be read in place of the recording. */
    public Authorisation asWithdrawnLeavingTranscript(Withdrawal by) {
        return ended(true, by);
    }

    private Authorisation ended(boolean keepTranscript, Withdrawal by) {
        if (withdrawal != null) throw ConflictException.state("authorisation.withdrawn");
        return with(keepTranscript, given, confirmed, by, signatures);
    }

    private void requireLasting(LocalDate day) {
        if (day.isAfter(until)) throw ConflictException.state("authorisation.over", until);
    }

    /** Whether it speaks of this person, this project and this kind of use. */
    public boolean covers(PersonId whom, String what, AuthorisationKind how) {
        return person.equals(whom) && project.equals(what) && kind == how;
    }

    private Authorisation with(
            boolean transcript,
            @Nullable AuthorisationSignature complete,
            @Nullable AuthorisationSignature confirmation,
            @Nullable Withdrawal taken,
            List<AuthorisationSignature> all) {
        return new Authorisation(
                id,
                dossier,
                kind,
                person,
                majorityOn,
                project,
                use,
                recipients,
                until,
                transcript,
                requestedAt,
                complete,
                confirmation,
                taken,
                ofAge,
                representatives,
                all,
                one);
    }
}
