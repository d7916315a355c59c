package org.eportfolio.core.internal.search;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eportfolio.core.internal.kind.RecordKind;
import org.eportfolio.core.internal.work.Indexing;
import org.eportfolio.spi.IndexedRow;
import org.eportfolio.spi.RowName;

/**
 * What records are found by in a store's index: of each word its form and its stems, words that stand everywhere left out.
 * The flags of a token say whether it is a form, for what is searched by its beginning, or a stem or a code, for what is
 * searched whole; and whether it stands in the title. So a record is ranked without being read. Thread-safe.
 */
public final class SearchIndexing implements Indexing {
    /** The one there is. */
    public static final Indexing RULES = new SearchIndexing();

    /** To be changed with anything that changes a token or its flags. */
    private static final String NAME = "fr-1";

    private static final int FORM_IN_TITLE = 1;
    private static final int FORM_IN_TEXT = 2;
    private static final int WHOLE_IN_TITLE = 4;
    private static final int WHOLE_IN_TEXT = 8;

    private static final Map<RecordKind<?>, SearchedKind<?>> KINDS =
            SearchedKind.IN_DOSSIERS.stream().collect(Collectors.toMap(SearchedKind::kind, each -> each));

    private SearchIndexing() {}

    @Override
    public String rules() {
        return NAME;
    }

    @Override
    public Set<RecordKind<?>> kinds() {
        return KINDS.keySet();
    }

    @Override
    public IndexedRow row(RecordKind<?> kind, RowName name, Object record) {
        SearchedKind<?> searched = KINDS.get(kind);
        if (searched == null) throw new IllegalArgumentException("not searched: " + kind);
        return row(searched, name, record);
    }

    private static <T> IndexedRow row(SearchedKind<T> searched, RowName name, Object record) {
        T typed = searched.kind().type().cast(record);
        SearchedText texts = searched.texts().apply(typed, Labels.NONE);
        Map<String, Integer> tokens = new HashMap<>();
        add(texts.name(), FORM_IN_TITLE, WHOLE_IN_TITLE, tokens);
        for (String each : texts.others()) add(each, FORM_IN_TEXT, WHOLE_IN_TEXT, tokens);
        return new IndexedRow(name, Rank.micros(searched.at().apply(typed)), tokens);
    }

    private static void add(String text, int form, int whole, Map<String, Integer> tokens) {
        for (Word each : Words.of(text)) {
            if (each.common()) continue;
            if (each.exact()) {
                add(each.form(), whole, tokens);
                continue;
            }
            add(each.form(), form, tokens);
            for (String stem : FrenchStems.of(each.form())) add(stem, whole, tokens);
        }
    }

    private static void add(String text, int flags, Map<String, Integer> tokens) {
        tokens.merge(token(text), flags, (one, other) -> one | other);
    }

    /** A text as a token: not longer than one may be, and without what a few letters of other scripts fall apart into. */
    static String token(String text) {
        int end = Math.min(text.length(), IndexedRow.LONGEST_TOKEN);
        if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) end--;
        return text.substring(0, end).replace(' ', '_');
    }

    /** Which words of the query a hit in the index stands for, as bits. */
    static int words(SearchQuery.Fitting fitting, int flags) {
        return fits(fitting, flags, WHOLE_IN_TITLE | WHOLE_IN_TEXT, FORM_IN_TITLE | FORM_IN_TEXT);
    }

    /** Those of them that stand in the title. */
    static int titled(SearchQuery.Fitting fitting, int flags) {
        return fits(fitting, flags, WHOLE_IN_TITLE, FORM_IN_TITLE);
    }

    private static int fits(SearchQuery.Fitting fitting, int flags, int whole, int form) {
        return ((flags & whole) != 0 ? fitting.whole() : 0) | ((flags & form) != 0 ? fitting.begun() : 0);
    }
}
