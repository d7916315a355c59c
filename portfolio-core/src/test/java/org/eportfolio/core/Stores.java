package org.eportfolio.core;

import java.nio.file.Path;
import org.eportfolio.spi.PortfolioStore;
import org.eportfolio.sqlite.SqliteStore;

/** The stores that every row is told over. */
public enum Stores {
    IN_MEMORY {
        @Override
        public PortfolioStore open(Path folder) {
            return new InMemoryStore();
        }
    },
    SQLITE {
        @Override
        public PortfolioStore open(Path folder) {
            return SqliteStore.open(folder.resolve("school.db"));
        }
    };

    /** An empty store, or on a second call the one that was kept in this folder. */
    public abstract PortfolioStore open(Path folder);
}
