package org.eportfolio.privacy;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.eportfolio.access.HostService;

/**
 * The record of processing activities (GDPR art. 30): what the controller states, and what the library knows to be kept.
 * What was not stated is missing here too.
 *
 * @param version changes exactly when the content changes: the first 16 digits of a SHA-256 over it
 * @param settings what the controller states
 * @param kept what is kept, one line for each category of data that is switched on
 * @param services the jobs of the host that act for no person, in the order of their names
 */
public record ProcessingRegister(
        String version, PrivacySettings settings, List<Kept> kept, List<HostService> services) {
    /**
     * One category of data.
     *
     * @param people whom it speaks of
     * @param kinds the kinds of records that hold it, by their names in the store
     * @param outcomes what an erasure can do with them
     */
    public record Kept(
            DataCategory category, Set<PersonCategory> people, List<String> kinds, Set<ErasureOutcome> outcomes) {
        public Kept {
            Objects.requireNonNull(category, "category");
            people = Set.copyOf(people);
            kinds = List.copyOf(kinds);
            outcomes = Set.copyOf(outcomes);
        }
    }

    public ProcessingRegister {
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(settings, "settings");
        kept = List.copyOf(kept);
        services = List.copyOf(services);
    }

    /** The record as a document in Markdown, in this language. What the controller did not state says so. */
    public String document(Locale locale) {
        return new RegisterDocument(this, locale).toString();
    }
}
