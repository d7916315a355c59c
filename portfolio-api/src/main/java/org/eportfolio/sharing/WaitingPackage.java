package org.eportfolio.sharing;

import java.time.LocalDate;
import java.util.Objects;

/**
 * That a package waits behind a link, as its bearer sees it before they gave the code: nothing of whose it is.
 *
 * @param until the last day on which it can be had
 * @param triesLeft how many wrong codes may still be tried; with 0 the link is locked until the school gives a new code
 */
public record WaitingPackage(LocalDate until, int triesLeft) {
    public WaitingPackage {
        Objects.requireNonNull(until, "until");
    }
}
