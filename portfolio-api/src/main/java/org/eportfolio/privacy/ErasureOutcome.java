package org.eportfolio.privacy;

/** What becomes of one record when a person's data is erased. */
public enum ErasureOutcome {
    /** It goes, with the secret that keyed its hash in the journal. */
    DELETE,
    /** It stays for the sake of others, and no longer names anyone. */
    PSEUDONYMISE,
    /** It stays as it is, for the reason given. */
    KEEP
}
