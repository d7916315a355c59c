package org.eportfolio.privacy;

import java.util.Objects;
import java.util.Set;
import org.eportfolio.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * One purpose of processing, in the words of the controller (GDPR art. 30(1)(b)).
 *
 * @param legalBasis in the controller's words (GDPR art. 6); {@code null} where none was stated, which the register
 *     shows as missing: the library knows no law
 * @param categories the data that serves this purpose
 */
public record Purpose(String title, @Nullable String legalBasis, Set<DataCategory> categories) {
    public Purpose {
        Objects.requireNonNull(categories, "categories");
        InvalidInputException.unless(!title.isBlank(), "title", "text.blank");
        categories = Set.copyOf(categories);
    }

    /** A purpose without a legal basis yet. */
    public static Purpose of(String title, DataCategory... categories) {
        return new Purpose(title, null, Set.of(categories));
    }

    /** The same purpose on this legal basis. */
    public Purpose basedOn(String basis) {
        return new Purpose(title, basis, categories);
    }
}
