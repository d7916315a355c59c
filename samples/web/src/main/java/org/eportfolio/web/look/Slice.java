package org.eportfolio.web.look;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A part of a long list of people, with the way to the parts beside it.
 *
 * @param named what their names contain; empty for all
 * @param number of this part, from 1
 * @param last number of the last part
 */
public record Slice<T>(List<T> items, String named, int number, int last, int all, String address) {
    /** How many stand on a page: a class, or the greater part of one. */
    public static final int MOST = 60;

    private static final String MARKS = "\\p{M}+";

    /**
     * @param name by which they are found, whatever its accents
     * @param named what was typed; {@code null} for nothing
     * @param number which part is wanted; the first or last, if there is none of this number
     */
    public static <T> Slice<T> of(
            List<T> all, Function<T, String> name, @Nullable String named, int number, String address) {
        String typed = named == null ? "" : named.strip();
        List<T> found = all.stream()
                .filter(each -> plain(name.apply(each)).contains(plain(typed)))
                .toList();
        int last = Math.max(1, (found.size() + MOST - 1) / MOST);
        int wanted = Math.min(Math.max(1, number), last);
        List<T> items = found.subList((wanted - 1) * MOST, Math.min(found.size(), wanted * MOST));
        return new Slice<>(items, typed, wanted, last, found.size(), address);
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll(MARKS, "")
                .toLowerCase(Locale.ROOT);
    }

    /** Whether there are enough to look for one by name; what the address asks already would be lost. */
    public boolean isSearched() {
        return address.indexOf('?') < 0 && (last > 1 || !named.isEmpty());
    }

    public @Nullable String before() {
        return number == 1 ? null : at(number - 1);
    }

    public @Nullable String after() {
        return number == last ? null : at(number + 1);
    }

    private String at(int part) {
        UriComponentsBuilder to = UriComponentsBuilder.fromUriString(address).queryParam("part", part);
        if (!named.isEmpty()) to.queryParam("named", named);
        return to.encode().toUriString();
    }
}
