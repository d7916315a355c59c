package org.eportfolio.core;

import java.nio.file.Path;
import org.eportfolio.spi.PortfolioStore;
import org.eportfolio.sqlite.SqliteStore;

/** The stores that every row is told over. */
enum Stores {
    IN_MEMORY {
        @Override
        PortfolioStore open(Path folder) {
            return new InMemoryStore();
        }
    },
    SQLITE {
        @Override
        PortfolioStore open(Path folder) {
            return SqliteStore.open(folder.resolve("school.db"));
        }
    };

    /** An empty store, or on a second call the one that was kept in this folder. */
    abstract PortfolioStore open(Path folder);
}
