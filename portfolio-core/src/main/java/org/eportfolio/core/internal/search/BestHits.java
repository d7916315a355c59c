package org.eportfolio.core.internal.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Supplier;
import org.eportfolio.search.Findings;
import org.eportfolio.search.Found;
import org.eportfolio.search.SearchRequest;
import org.jspecify.annotations.Nullable;

/** The best of what is found behind one place of the ranking, as many as a page has; the others are let go. For one thread. */
final class BestHits {
    private final SearchRequest request;
    private final @Nullable Rank after;
    private final PriorityQueue<Candidate> kept =
            new PriorityQueue<>(Comparator.comparing(Candidate::rank).reversed());

    /** @param found makes what is shown of it, once it is known to be on the page */
    private record Candidate(Rank rank, Supplier<Found> found) {}

    BestHits(SearchRequest request) {
        this.request = request;
        this.after = request.after() == null ? null : Rank.parse(request.after());
    }

    void add(Rank rank, Supplier<Found> found) {
        if (after != null && rank.compareTo(after) <= 0) return;
        kept.add(new Candidate(rank, found));
        if (kept.size() > request.size() + 1) kept.remove();
    }

    /** @param whole whether everything was looked through */
    Findings page(boolean whole) {
        List<Candidate> ordered = new ArrayList<>(kept);
        ordered.sort(Comparator.comparing(Candidate::rank));
        boolean more = ordered.size() > request.size();
        List<Candidate> page = more ? ordered.subList(0, request.size()) : ordered;
        List<Found> items = page.stream().map(each -> each.found().get()).toList();
        SearchRequest next =
                more ? request.after(page.get(page.size() - 1).rank().toString()) : null;
        return new Findings(items, next, whole);
    }
}
