package org.eportfolio.core.internal.kind;

/** What becomes of a record when something goes that it names. */
public enum WhenGone {
    /** It does not go while the record stands, or the record goes with it: the name always leads somewhere. */
    REFUSED,
    /** The record stays, and shows what is still there. */
    DETACHED,
    /** The record stays as it was made, with a name that leads nowhere. */
    KEPT_AS_IT_STOOD
}
