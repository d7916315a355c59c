package org.eportfolio.reflection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.eportfolio.ConflictException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.id.AuthorisationId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Role;
import org.jspecify.annotations.Nullable;

/**
 * One person's leave to be recorded, or to have the recording shown, for one project, one use, named recipients and a
 * limited time. Given by the person if of age, by a legal representative if not; what a representative gave ceases to
 * hold on the day of majority until the person confirms it. Holds from the signature until its last day, and until it is
 * withdrawn, which any person concerned can do at any time.
 * Methods named {@code as…} give a changed copy; nothing is stored.
 *
 * @param dossier of the learner whose recordings it is about
 * @param majorityOn the day on which the person comes of age; {@code null} when they were of age when asked
 * @param until the last day
 * @param given {@code null} until it is signed
 * @param confirmed by the person, of age now; only of what a representative gave
 * @param withdrawal {@code null} unless it was refused or taken back
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
        @Nullable Withdrawal withdrawal) {

    /** It was refused or taken back. */
    public record Withdrawal(PersonId by, Role role, Instant at) {
        public Withdrawal {
            Objects.requireNonNull(by, "by");
            Objects.requireNonNull(role, "role");
            Objects.requireNonNull(at, "at");
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
    }

    /** Whether the person is a minor on this day. */
    public boolean minorOn(LocalDate day) {
        return majorityOn != null && day.isBefore(majorityOn);
    }

    /** Whether a legal representative gave it. */
    public boolean byRepresentative() {
        return given != null && !given.by().equals(person);
    }

    /** Whether it holds on this day; if not, the first reason for which it does not. */
    public Standing on(LocalDate day) {
        if (withdrawal != null) return Standing.WITHDRAWN;
        if (given == null) return Standing.REQUESTED;
        if (day.isAfter(until)) return Standing.EXPIRED;
        return byRepresentative() && !minorOn(day) && confirmed == null ? Standing.TO_CONFIRM : Standing.HOLDS;
    }

    /** The authorisation once an entitled person has signed: the person recorded if of age on that day, a legal representative for a minor. */
    public Authorisation asGiven(AuthorisationSignature signature) {
        if (withdrawal != null) throw ConflictException.state("authorisation.withdrawn");
        if (given != null) throw ConflictException.state("authorisation.given");
        requireLasting(signature.on());
        boolean own = signature.by().equals(person);
        if (minorOn(signature.on())) {
            InvalidInputException.unless(
                    !own, "by", "authorisation.minor-signs", person, Objects.requireNonNull(majorityOn));
        } else {
            InvalidInputException.unless(own, "by", "authorisation.adult-signs", person);
        }
        return with(transcriptMayStandIn, signature, null, null);
    }

    /** Once the person, of age now, has confirmed what their representative gave. */
    public Authorisation asConfirmed(AuthorisationSignature signature) {
        if (withdrawal != null) throw ConflictException.state("authorisation.withdrawn");
        if (!byRepresentative() || confirmed != null) throw ConflictException.state("authorisation.nothing-to-confirm");
        requireLasting(signature.on());
        InvalidInputException.unless(signature.by().equals(person), "by", "authorisation.adult-signs", person);
        if (minorOn(signature.on())) {
            throw ConflictException.state("authorisation.too-early", Objects.requireNonNull(majorityOn));
        }
        return with(transcriptMayStandIn, given, signature, null);
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
        return with(keepTranscript, given, confirmed, by);
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
            @Nullable AuthorisationSignature signature,
            @Nullable AuthorisationSignature confirmation,
            @Nullable Withdrawal taken) {
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
                signature,
                confirmation,
                taken);
    }
}
