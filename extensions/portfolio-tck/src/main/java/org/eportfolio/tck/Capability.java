package org.eportfolio.tck;

/** Features that a store may lack. It must refuse every use of a feature it lacks, and the kit checks that instead. */
public enum Capability {
    /** What was acknowledged is there after {@code close} and another {@link StoreFixture#open}. */
    DURABLE,

    /**
     * Takes files of 200 MB in bounded memory. A store without it refuses them with a
     * {@link org.eportfolio.StorageException} and keeps nothing of them; the limit is its own to document.
     */
    LARGE_CONTENT,

    /**
     * Copies itself into a file while it is written to, and the fixture can open such a copy. A store without it refuses
     * with a {@link org.eportfolio.StorageException} and makes no file.
     */
    BACKUP,

    /**
     * Several processes may open the same place at once; the fixture opens {@linkplain StoreFixture#another another} store
     * there.
     */
    SEVERAL_PROCESSES,

    /**
     * Lies behind a connection that may be lost while a commit is on its way; the fixture can
     * {@linkplain StoreFixture#loseNext lose} it.
     */
    UNKNOWN_COMMIT,

    /**
     * Keeps files of its own, in which nothing of what was erased is left once it is compacted; the fixture can
     * {@linkplain StoreFixture#holds search} them.
     */
    ERASED_BYTES,

    /** Keeps who read which dossier, in {@link org.eportfolio.spi.PortfolioStore#accessLog}; a store without it gives none. */
    ACCESS_LOG,

    /** Keeps the tokens of rows for search, in {@link org.eportfolio.spi.PortfolioStore#searchIndex}; a store without it gives none. */
    SEARCH_INDEX
}
