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

    /** @param found of the row, once it is read */
    void add(Rank rank, RowName name, Function<Row, @Nullable Found> found) {
        add(rank, new Candidate(name, row -> row == null ? null : found.apply(row)));
    }

    private void add(Rank rank, Candidate candidate) {
        if (after != null && rank.compareTo(after) <= 0) return;
        kept.put(rank, candidate);
        if (kept.size() > request.size() + 1) kept.pollLastEntry();
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
