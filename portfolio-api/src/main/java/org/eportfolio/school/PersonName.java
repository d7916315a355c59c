package org.eportfolio.school;

import java.util.Objects;
import org.eportfolio.IncomingText;
import org.jspecify.annotations.Nullable;

/**
 * The name of a person: as it is shown and, where the host or a roster knows them, the parts by which it is sorted. All in
 * Unicode's composed form (NFC), so that two spellings of one name are one.
 *
 * @param family {@code null} when it is not known
 * @param given {@code null} when it is not known
 * @param display as it is shown to users
 */
public record PersonName(@Nullable String family, @Nullable String given, String display) {
    public PersonName {
        Objects.requireNonNull(display, "display");
        family = family == null || IncomingText.isBlank(family) ? null : IncomingText.composed(family.strip());
        given = given == null || IncomingText.isBlank(given) ? null : IncomingText.composed(given.strip());
        display = IncomingText.composed(display);
    }

    /** A name of which only the whole is known. */
    public static PersonName shown(String display) {
        return new PersonName(null, null, display);
    }

    /** Given name and family name, shown in this order. */
    public static PersonName of(String given, String family) {
        return new PersonName(family, given, (given.strip() + " " + family.strip()).strip());
    }
}
