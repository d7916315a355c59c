package org.eportfolio.core.guice;

import org.eportfolio.core.Portfolio;

/**
 * For how long a school keeps who read a dossier, as a host binds it: {@link Portfolio.Builder#readingsKept}. Where nothing is
 * bound, nothing of it is kept. Immutable and thread-safe.
 *
 * @param months 6 to 12
 */
public record ReadingsKept(int months) {
    /** @throws IllegalArgumentException if the months are not 6 to 12 */
    public ReadingsKept {
        if (months < 6 || months > 12) throw new IllegalArgumentException("months of the access log: " + months);
    }
}
