package org.eportfolio.core.internal.search;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.Ref;
import org.eportfolio.search.Findings;
import org.eportfolio.search.Found;
import org.eportfolio.search.FoundKind;
import org.eportfolio.search.MarkedText;
import org.eportfolio.search.SearchFilters;
import org.eportfolio.search.SearchRequest;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.RowName;
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

    /** How many may be on the page, and one more, that says whether there is another page. */
    int room() {
        return best.room();
    }

    /** Whether something that fits so may be on the page, as far as its rank and the filters say. */
    boolean mayShow(SearchedText.Match match, long at) {
        return isWithin(at) && best.mayStand(match, at);
    }

    private boolean isWithin(long at) {
        Instant since = filters.since();
        return since == null || at >= Rank.micros(since);
    }

    /**
     * Something of which the index knows how well it fits, to be read only if it comes to be on the page.
     *
     * @param at in microseconds
     * @param found makes of the row what is shown
     * @return whether it stands behind the pages before
     */
    boolean offer(Ref ref, RowName name, SearchedText.Match match, long at, Function<Row, @Nullable Found> found) {
        return isWithin(at) && best.add(Rank.of(match, at, ref), name, found);
    }

    /** What is shown of something, with the places of the hits. */
    Found found(
            FoundKind kind,
            Ref ref,
            @Nullable String part,
            @Nullable PersonId learner,
            SearchedText texts,
            @Nullable Instant at) {
        return new Found(
                kind,
                ref,
                part,
                learner,
                HitMarking.whole(query, texts.title()),
                HitMarking.snippet(query, texts.others()),
                at);
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
            return found(kind, ref, part, learner, texts, at);
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

    /** @param read reads rows by their names */
    Findings page(boolean whole, Function<Collection<RowName>, List<Row>> read) {
        return best.page(whole, read);
    }
}
