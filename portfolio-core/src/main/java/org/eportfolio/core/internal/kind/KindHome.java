package org.eportfolio.core.internal.kind;

/** Where records of a kind are kept. */
public enum KindHome {
    ORGANISATION,
    DOSSIER,
    /** Each in the one or the other. */
    EITHER
}
