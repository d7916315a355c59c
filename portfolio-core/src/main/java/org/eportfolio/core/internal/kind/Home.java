package org.eportfolio.core.internal.kind;

/** Where records of a kind are kept. */
public enum Home {
    ORGANISATION,
    DOSSIER,
    /** Each in the one or the other. */
    EITHER
}
