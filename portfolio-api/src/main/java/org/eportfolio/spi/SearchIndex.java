package org.eportfolio.spi;

/**
 * The index of a store that keeps the tokens of rows, for search. It changes with the rows, by {@link Change#indexed}, and is
 * asked through {@link View#hits}. It may be left out of backups, since it can be made again of what is kept; a store that
 * leaves it out also leaves out by which rules it is whole. A store may bring what is new into its best shape later, many rows
 * at once; what goes leaves it with the commit that removes it, tokens that no other row has included. Thread-safe.
 */
public interface SearchIndex {
    /**
     * Says that by now every row that is to be found is indexed, by these rules; {@link View#indexedBy} gives them back until
     * others are said. Durable when the call returns, where the store is.
     *
     * @param rules at most 100 characters; empty where the index is not whole any more
     */
    void wholeBy(String rules);

    /** Forgets everything, so that it can be made anew; it is not whole then. Durable as above. */
    void clear();
}
