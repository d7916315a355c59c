package org.eportfolio.reflection;

/** Whether an authorisation holds on a day, and if not, why. */
public enum Standing {
    /** Asked for, not given. */
    REQUESTED,
    HOLDS,
    /** Given by a legal representative for a person who is of age now and has not confirmed. */
    TO_CONFIRM,
    /** The end date is past. */
    EXPIRED,
    /** Refused, or taken back. */
    WITHDRAWN
}
