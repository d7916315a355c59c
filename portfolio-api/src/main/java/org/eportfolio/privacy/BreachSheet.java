package org.eportfolio.privacy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.eportfolio.id.PersonId;

/**
 * Whose data a breach reached, and which: counts by category, no content. Immutable and thread-safe.
 *
 * @param since the first day on which the data may have been reached
 * @param at when the sheet was made
 * @param affected in the order in which they were asked for
 * @param document the same as a text, with what the controller has to add
 */
public record BreachSheet(LocalDate since, Instant at, List<Affected> affected, PrivacyDocument document) {
    /**
     * One person whose data were reached.
     *
     * @param records how many records speak of the person, by category
     */
    public record Affected(PersonId person, Map<DataCategory, Integer> records) {
        public Affected {
            Objects.requireNonNull(person, "person");
            records = Map.copyOf(records);
        }
    }

    public BreachSheet {
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(document, "document");
        affected = List.copyOf(affected);
    }

    /** Which data were reached, of anyone. */
    public Set<DataCategory> categories() {
        return affected.stream()
                .flatMap(each -> each.records().keySet().stream())
                .filter(each -> each != DataCategory.NONE)
                .collect(Collectors.toUnmodifiableSet());
    }
}
