package org.eportfolio.core.internal.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eportfolio.InvalidInputException;

/**
 * What is searched: the words of the query that lead somewhere, each once. A word stands for itself and for the other forms
 * of it; the last one, while it is typed, for all words that begin so; a code, a day or a number for itself alone. For any
 * number of threads.
 */
final class SearchQuery {
    /** The most words that are searched together. */
    static final int MOST_WORDS = 12;

    private static final int SHORTEST_BEGINNING = 2;

    private final List<Term> terms;

    /** @param beginning whether it stands for words that only begin so */
    private record Term(String form, Set<String> stems, boolean exact, boolean beginning) {
        static Term of(Word word, boolean beginning) {
            Set<String> stems = word.exact() ? Set.of() : FrenchStems.of(word.form());
            boolean begins = beginning && !word.exact() && word.form().length() >= SHORTEST_BEGINNING;
            return new Term(word.form(), stems, word.exact(), begins);
        }

        boolean fits(Word word) {
            if (exact || word.exact()) return exact && word.form().equals(form);
            // The stems of one word begin alike.
            if (word.form().charAt(0) != form.charAt(0)) return false;
            return isFormOf(word) && !word.common();
        }

        private boolean isFormOf(Word word) {
            if (word.form().equals(form) || (beginning && word.form().startsWith(form))) return true;
            for (String each : FrenchStems.of(word.form())) {
                if (stems.contains(each)) return true;
            }
            return false;
        }

        /** Under which tokens words that it stands for are indexed, beside those that begin so. */
        Set<String> tokens() {
            return exact ? Set.of(SearchIndexing.token(form)) : tokens(stems);
        }

        private static Set<String> tokens(Set<String> stems) {
            Set<String> tokens = new HashSet<>();
            stems.forEach(each -> tokens.add(SearchIndexing.token(each)));
            return tokens;
        }

        /** Of names, which have no endings. */
        boolean fitsName(Word name) {
            return name.form().equals(form) || (beginning && name.form().startsWith(form));
        }
    }

    private SearchQuery(List<Term> terms) {
        this.terms = terms;
    }

    /**
     * The words of a query.
     *
     * @throws InvalidInputException if there is none, if all of them stand everywhere, or if there are too many
     */
    static SearchQuery of(String text) {
        List<Word> words = Words.of(text);
        InvalidInputException.unless(!words.isEmpty(), "query", "search.no-word");
        Map<String, Term> terms = new LinkedHashMap<>();
        for (Word each : words) {
            if (!each.common())
                terms.merge(each.form(), Term.of(each, each.end() == text.length()), (one, last) -> last);
        }
        InvalidInputException.unless(
                !terms.isEmpty(),
                "query",
                "search.only-common-words",
                words.stream().map(Word::form).distinct().limit(MOST_WORDS).toList());
        InvalidInputException.unless(
                terms.size() <= MOST_WORDS, "query", "search.too-many-words", MOST_WORDS, terms.size());
        return new SearchQuery(new ArrayList<>(terms.values()));
    }

    /** Which words of the query a word of a text stands for, as bits. */
    int fits(Word word) {
        int fitting = 0;
        for (int i = 0; i < terms.size(); i++) if (terms.get(i).fits(word)) fitting |= 1 << i;
        return fitting;
    }

    /** The beginnings of tokens that are searched. */
    Set<String> beginnings() {
        Set<String> beginnings = new HashSet<>();
        terms.stream().filter(Term::beginning).forEach(each -> beginnings.add(SearchIndexing.token(each.form())));
        return beginnings;
    }

    /** The tokens that are searched as they are. */
    Set<String> tokens() {
        Set<String> tokens = new HashSet<>();
        terms.forEach(each -> tokens.addAll(each.tokens()));
        return tokens;
    }

    /** Which words of the query a token of the index stands for, as a whole or as a beginning, each as bits. */
    Fitting fitting(String token) {
        int whole = 0;
        int begun = 0;
        for (int i = 0; i < terms.size(); i++) {
            Term term = terms.get(i);
            if (term.tokens().contains(token)) whole |= 1 << i;
            if (term.beginning() && token.startsWith(SearchIndexing.token(term.form()))) begun |= 1 << i;
        }
        return new Fitting(whole, begun);
    }

    /** @param whole as forms of one word, or as a code */
    record Fitting(int whole, int begun) {}

    /** Which words of the query a text has, as bits. */
    int in(String text) {
        int found = 0;
        for (Word each : Words.of(text)) found |= fits(each);
        return found;
    }

    /** The same for the words of a name. */
    int fitsName(Word word) {
        int fitting = 0;
        for (int i = 0; i < terms.size(); i++) if (terms.get(i).fitsName(word)) fitting |= 1 << i;
        return fitting;
    }
}
