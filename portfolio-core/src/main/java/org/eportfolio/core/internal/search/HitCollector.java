package org.eportfolio.core.internal.search;

import java.time.Instant;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.Ref;
import org.eportfolio.search.Findings;
import org.eportfolio.search.Found;
import org.eportfolio.search.FoundKind;
import org.eportfolio.search.MarkedText;
import org.eportfolio.search.SearchFilters;
import org.eportfolio.search.SearchRequest;
import org.jspecify.annotations.Nullable;

/** Keeps of everything that is offered what fits the query and the filters, the best of it. For one call. */
final class HitCollector {
    private final SearchQuery query;
    private final SearchFilters filters;
    private final BestHits best;

    HitCollector(SearchQuery query, SearchFilters filters, SearchRequest request) {
        this.query = query;
        this.filters = filters;
        this.best = new BestHits(request);
    }

    boolean wants(FoundKind kind) {
        return filters.wants(kind);
    }

    /** @param shown done if it comes to be on the page */
    void offer(
            FoundKind kind,
            Ref ref,
            @Nullable String part,
            @Nullable PersonId learner,
            SearchedText texts,
            @Nullable Instant at,
            Runnable shown) {
        Instant since = filters.since();
        if (since != null && (at == null || at.isBefore(since))) return;
        SearchedText.Match match = texts.match(query);
        if (match == null) return;
        best.add(Rank.of(match, at, ref, part), () -> {
            shown.run();
            return new Found(
                    kind,
                    ref,
                    part,
                    learner,
                    HitMarking.whole(query, texts.title()),
                    HitMarking.snippet(query, texts.others()),
                    at);
        });
    }

    /** A person, by their name alone. */
    void offer(PersonId person, String name) {
        if (filters.since() != null) return;
        int words = 0;
        for (Word each : Words.of(name)) words |= query.fitsName(each);
        if (words == 0) return;
        Ref ref = Ref.to(Ref.Kind.PERSON, person);
        SearchedText.Match match = new SearchedText.Match(Integer.bitCount(words), Integer.bitCount(words));
        best.add(
                Rank.of(match, null, ref, null),
                () -> new Found(
                        FoundKind.PERSON, ref, null, null, HitMarking.name(query, name), MarkedText.EMPTY, null));
    }

    Findings page(boolean whole) {
        return best.page(whole);
    }
}
