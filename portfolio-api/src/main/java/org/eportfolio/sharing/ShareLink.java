package org.eportfolio.sharing;

import java.security.MessageDigest;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.eportfolio.InvalidInputException;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.LinkId;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Period;
import org.eportfolio.spi.Hash;
import org.jspecify.annotations.Nullable;

/**
 * A link to one thing of a dossier, without an account. It always ends, can be revoked, and is kept by the hash of its
 * token only.
 * Methods named {@code with…} and {@code as…} give a changed copy; nothing is stored.
 *
 * @param token SHA-256 of the secret that opens it
 * @param period when it opens; it has an end
 * @param issuedBy who made it
 * @param revocation when it was taken back, and by whom; {@code null} while it was not
 */
public record ShareLink(
        LinkId id,
        DossierId dossier,
        Target target,
        Hash token,
        Period period,
        PersonId issuedBy,
        Instant issuedAt,
        @Nullable Revocation revocation) {
    /** The longest that a link opens; another can follow it. */
    public static final int LONGEST_DAYS = 1_500;

    /** A link taken back. */
    public record Revocation(PersonId by, Instant at) {
        public Revocation {
            Objects.requireNonNull(by, "by");
            Objects.requireNonNull(at, "at");
        }
    }

    public ShareLink {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(dossier, "dossier");
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(token, "token");
        Objects.requireNonNull(period, "period");
        Objects.requireNonNull(issuedBy, "issuedBy");
        Objects.requireNonNull(issuedAt, "issuedAt");
        Instant until = period.until();
        InvalidInputException.unless(until != null, "until", "link.endless");
        InvalidInputException.unless(
                until != null && until.isAfter(issuedAt), "until", "link.over", Optional.ofNullable(until));
        InvalidInputException.unless(
                until != null && !until.isAfter(issuedAt.plusSeconds(LONGEST_DAYS * 86_400L)),
                "until",
                "link.too-long",
                LONGEST_DAYS);
    }

    /** The link taken back; itself if it was before. */
    public ShareLink asRevoked(PersonId by, Instant at) {
        if (revocation != null) return this;
        return new ShareLink(id, dossier, target, token, period, issuedBy, issuedAt, new Revocation(by, at));
    }

    /** The link opening up to another instant, later or earlier; one that was taken back stays so. */
    public ShareLink withEnd(Instant end) {
        return new ShareLink(
                id, dossier, target, token, new Period(period.from(), end), issuedBy, issuedAt, revocation);
    }

    /** Whether the link opened then, or will: within its period, and not taken back before. */
    public boolean standsAt(Instant at) {
        return period.holdsAt(at) && (revocation == null || at.isBefore(revocation.at()));
    }

    /**
     * Whether what was presented opens the link now. Takes the same time wherever two hashes differ, and whether it is
     * the hash, the period or the revocation that says no.
     */
    public boolean opens(Hash presented, Instant at) {
        return MessageDigest.isEqual(token.bytes(), presented.bytes()) & period.holdsAt(at) & revocation == null;
    }
}
