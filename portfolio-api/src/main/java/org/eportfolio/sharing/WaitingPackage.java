package org.eportfolio.sharing;

import java.time.LocalDate;
import java.util.Objects;

/**
 * What the bearer of a link to a package sees before giving the code: that it waits, and not whose it is.
 *
 * @param until the last day on which it can be had
 * @param triesLeft how many wrong codes may still be tried; with 0 the link is locked until the school gives a new code
 */
public record WaitingPackage(LocalDate until, int triesLeft) {
    public WaitingPackage {
        Objects.requireNonNull(until, "until");
    }
}
