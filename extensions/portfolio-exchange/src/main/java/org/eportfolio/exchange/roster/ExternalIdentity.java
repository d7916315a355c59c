package org.eportfolio.exchange.roster;

import java.util.Objects;

/**
 * Who a person is in a directory that serves many schools: the directory, the school, and the key that the directory gives.
 * The same person in two schools is two identities, so that nothing is joined across schools. Immutable and thread-safe.
 *
 * @param issuer the directory, such as {@code aaf}
 * @param school its UAI
 * @param subject the directory's key of the person, the same in every export
 */
public record ExternalIdentity(String issuer, String school, String subject) {
    public ExternalIdentity {
        Objects.requireNonNull(issuer, "issuer");
        Objects.requireNonNull(school, "school");
        Objects.requireNonNull(subject, "subject");
    }

    /** As an id of a person, where the host has none of its own: the three with colons between. */
    @Override
    public String toString() {
        return issuer + ":" + school + ":" + subject;
    }
}
