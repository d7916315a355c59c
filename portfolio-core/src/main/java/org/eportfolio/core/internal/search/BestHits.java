package org.eportfolio.core.internal.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eportfolio.search.Findings;
import org.eportfolio.search.Found;
import org.eportfolio.search.SearchRequest;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.RowName;
import org.jspecify.annotations.Nullable;

/**
 * The best of what is found behind one place of the ranking, each thing once and as many as a page has; the others are let go.
 * For one thread.
 */
final class BestHits {
    /** No thing's name is greater. */
    private static final String BEHIND_ALL = "\uffff";

    private final SearchRequest request;
    private final @Nullable Rank after;
    private final TreeMap<Rank, Candidate> kept = new TreeMap<>();

    /**
     * @param name of a row that is not read before it is known to be on the page
     * @param found makes what is shown of it; {@code null} for a row that shows nothing
     */
    private record Candidate(@Nullable RowName name, Function<@Nullable Row, @Nullable Found> found) {}

    BestHits(SearchRequest request) {
        this.request = request;
        this.after = request.after() == null ? null : Rank.parse(request.after());
    }

    void add(Rank rank, Supplier<Found> found) {
        add(rank, new Candidate(null, row -> found.get()));
    }

    /** How many are kept. */
    int room() {
        return request.size() + 1;
    }

    /** Whether something that fits so may stand behind the pages before, whatever it is called. */
    boolean mayStand(SearchedText.Match match, long at) {
        return after == null || new Rank(match.words(), match.titled(), at, BEHIND_ALL).compareTo(after) > 0;
    }

    /**
     * @param found of the row, once it is read
     * @return whether it stands behind the pages before
     */
    boolean add(Rank rank, RowName name, Function<Row, @Nullable Found> found) {
        return add(rank, new Candidate(name, row -> row == null ? null : found.apply(row)));
    }

    private boolean add(Rank rank, Candidate candidate) {
        if (after != null && rank.compareTo(after) <= 0) return false;
        kept.put(rank, candidate);
        if (kept.size() > room()) kept.pollLastEntry();
        return true;
    }

    /**
     * @param whole whether everything was looked through
     * @param read reads rows by their names
     */
    Findings page(boolean whole, Function<Collection<RowName>, List<Row>> read) {
        List<Map.Entry<Rank, Candidate>> ordered = new ArrayList<>(kept.entrySet());
        boolean more = ordered.size() > request.size();
        List<Map.Entry<Rank, Candidate>> page = more ? ordered.subList(0, request.size()) : ordered;
        List<RowName> names = page.stream()
                .map(each -> each.getValue().name())
                .filter(Objects::nonNull)
                .toList();
        Map<RowName, Row> rows = new HashMap<>();
        if (!names.isEmpty()) read.apply(names).forEach(row -> rows.put(RowName.of(row), row));
        List<Found> items = new ArrayList<>();
        for (Map.Entry<Rank, Candidate> each : page) {
            RowName name = each.getValue().name();
            Found found = each.getValue().found().apply(name == null ? null : rows.get(name));
            if (found != null) items.add(found);
        }
        SearchRequest next =
                more ? request.after(page.get(page.size() - 1).getKey().toString()) : null;
        return new Findings(items, next, whole);
    }
}
