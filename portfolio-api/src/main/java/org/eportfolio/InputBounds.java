package org.eportfolio;

import java.time.Duration;
import java.time.LocalDate;

/**
 * The bounds of every input, besides the narrower ones on its own parts ({@link Line}, {@link Prose}, {@code @Size} …). They
 * are checked before anything else looks at the input; what is beyond them is an {@link InvalidInputException} that names
 * the bound. So is a {@code null} in a part of an input that allows none; as an argument of a call it is a
 * {@link NullPointerException} that names the argument. No text may hold a U+0000, which some stores cannot keep. Immutable.
 */
public final class InputBounds {
    /** The first day that may be named. */
    public static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);

    /** The last day that may be named, and of whose day an instant may be. */
    public static final LocalDate LAST_DAY = LocalDate.of(2199, 12, 31);

    /** The longest duration. */
    public static final Duration LONGEST_DURATION = Duration.ofDays(36_525);

    /** The longest text, in UTF-16 characters. */
    public static final int LONGEST_TEXT = 200_000;

    /** The longest address of a page, in characters. */
    public static final int LONGEST_ADDRESS = 2_000;

    /** The most that a list, set or map of an input or of a call may hold; a host with more asks several times. */
    public static final int MOST_IN_A_LIST = 100_000;

    /** The tag of a language as a regular expression: some parts of BCP 47, of eight characters each, ten at most. */
    public static final String LANGUAGE_TAG = "[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,9}+";

    private InputBounds() {}
}
