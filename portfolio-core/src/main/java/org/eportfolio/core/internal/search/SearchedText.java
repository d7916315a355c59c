package org.eportfolio.core.internal.search;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is searched of one record.
 *
 * @param title what is shown in front of the others
 * @param name what ranks before the others: the title, or empty for what is only shown by its first words
 */
record SearchedText(String title, String name, List<String> others) {
    /** @param others those that are not there are left out */
    static SearchedText of(String title, @Nullable String... others) {
        List<String> there = new ArrayList<>();
        for (String each : others) if (each != null && !each.isBlank()) there.add(each);
        return new SearchedText(title, title, there);
    }

    /** One text without a title, shown by its first words. */
    static SearchedText untitled(String firstWords, String text) {
        return new SearchedText(firstWords, "", List.of(text));
    }

    /** The same with more texts. */
    SearchedText and(List<String> more) {
        List<String> all = new ArrayList<>(others);
        more.stream().filter(each -> !each.isBlank()).forEach(all::add);
        return new SearchedText(title, name, all);
    }

    /** How much of the query is in it; {@code null} if nothing is. */
    @Nullable
    Match match(SearchQuery query) {
        int titled = query.in(name);
        int all = titled;
        for (String each : others) all |= query.in(each);
        return all == 0 ? null : new Match(Integer.bitCount(all), Integer.bitCount(titled));
    }

    /** How many words of a query a record has, and how many of them stand in its title. */
    record Match(int words, int titled) {}
}
