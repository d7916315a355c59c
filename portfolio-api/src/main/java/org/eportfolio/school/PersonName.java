package org.eportfolio.school;

import java.text.Normalizer;
import java.util.Objects;
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
        family = family == null || family.isBlank() ? null : composed(family.strip());
        given = given == null || given.isBlank() ? null : composed(given.strip());
        display = composed(display);
    }

    /** A name of which only the whole is known. */
    public static PersonName shown(String display) {
        return new PersonName(null, null, display);
    }

    /** Given name and family name, shown in this order. */
    public static PersonName of(String given, String family) {
        return new PersonName(family, given, (given.strip() + " " + family.strip()).strip());
    }

    private static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }
}
