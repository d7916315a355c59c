package org.eportfolio.web.look;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field of a form. Immutable.
 *
 * @param values what stands in it at first
 * @param choices of what one chooses, where one does
 */
public record Field(
        Kind kind, String name, String label, @Nullable String hint, List<String> values, List<Choice> choices) {
    /** How it is filled in. */
    public enum Kind {
        LINE,
        TEXT,
        DAY,
        NUMBER,
        CHOICE,
        PICKS,
        SURE,
        FILE,
        HIDDEN
    }

    private static Field of(Kind kind, String name, String label, @Nullable String value) {
        return new Field(kind, name, label, null, value == null ? List.of() : List.of(value), List.of());
    }

    public static Field line(String name, String label, @Nullable String value) {
        return of(Kind.LINE, name, label, value);
    }

    public static Field text(String name, String label, @Nullable String value) {
        return of(Kind.TEXT, name, label, value);
    }

    public static Field day(String name, String label, @Nullable LocalDate value) {
        return of(Kind.DAY, name, label, value == null ? null : value.toString());
    }

    public static Field number(String name, String label, int value) {
        return of(Kind.NUMBER, name, label, Integer.toString(value));
    }

    public static Field file(String name, String label) {
        return of(Kind.FILE, name, label, null);
    }

    public static Field hidden(String name, String value) {
        return of(Kind.HIDDEN, name, "", value);
    }

    /** One of a list. */
    public static Field choice(String name, String label, List<Choice> choices, @Nullable String chosen) {
        return new Field(Kind.CHOICE, name, label, null, chosen == null ? List.of() : List.of(chosen), choices);
    }

    /** Any of a list. */
    public static Field picks(String name, String label, List<Choice> choices, List<String> chosen) {
        return new Field(Kind.PICKS, name, label, null, chosen, choices);
    }

    /** A box without which nothing happens. */
    static Field sure(String sentence) {
        return of(Kind.SURE, Sent.SURE, sentence, null);
    }

    public Field hint(String sentence) {
        return new Field(kind, name, label, sentence, values, choices);
    }

    /** What stands in it: what was typed, if that came back. */
    public List<String> shown(@Nullable Again again) {
        return again == null ? values : again.typed().getOrDefault(name, List.of());
    }

    /** The only value, for fields of one. */
    public String value(@Nullable Again again) {
        List<String> shown = shown(again);
        return shown.isEmpty() ? "" : shown.get(0);
    }
}
