package org.eportfolio.sharing;

import java.security.MessageDigest;
import java.time.Instant;
import java.util.Objects;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.LinkId;
import org.eportfolio.id.LinkLockId;
import org.eportfolio.id.PersonId;
import org.eportfolio.spi.Hash;

/**
 * That a link opens with a code only, and how often a wrong one was tried. After {@link #MOST_WRONG} wrong codes it opens no
 * more, until the school gives a new code.
 * Methods named {@code as…} and {@code with…} give a changed copy; nothing is stored.
 *
 * @param code the hash of the code
 * @param wrong how many wrong codes were tried since the code was given or was last right
 * @param givenBy who gave the code
 * @param revision grows by one with each change
 */
public record LinkLock(
        LinkLockId id,
        DossierId dossier,
        LinkId link,
        Hash code,
        int wrong,
        PersonId givenBy,
        Instant givenAt,
        int revision) {
    /** How many wrong codes lock a link. */
    public static final int MOST_WRONG = 5;

    public LinkLock {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(dossier, "dossier");
        Objects.requireNonNull(link, "link");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(givenBy, "givenBy");
        Objects.requireNonNull(givenAt, "givenAt");
    }

    /** How many wrong codes may still be tried; with 0 the link is locked. */
    public int triesLeft() {
        return Math.max(0, MOST_WRONG - wrong);
    }

    /** Whether this code opens it now; none does once it is locked. Takes the same time wherever two codes differ. */
    public boolean opensWith(String presented) {
        boolean right = MessageDigest.isEqual(
                code.bytes(), Passcode.hashOf(presented, link).bytes());
        return right & triesLeft() > 0;
    }

    /** The lock after this code was tried; itself when that changes nothing. */
    public LinkLock asTried(String presented) {
        if (triesLeft() == 0) return this;
        int then = opensWith(presented) ? 0 : wrong + 1;
        return then == wrong ? this : new LinkLock(id, dossier, link, code, then, givenBy, givenAt, revision + 1);
    }

    /** The lock with another code, in place of the one before. */
    public LinkLock withCode(Passcode other, PersonId by, Instant at) {
        return new LinkLock(id, dossier, link, other.hash(link), 0, by, at, revision + 1);
    }
}
