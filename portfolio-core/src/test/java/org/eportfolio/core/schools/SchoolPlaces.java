package org.eportfolio.core.schools;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.eportfolio.postgresql.PostgresSchools;
import org.eportfolio.spi.PortfolioStore;
import org.eportfolio.spi.SchoolStores;
import org.eportfolio.sqlite.SqliteStore;

/** Where the schools of a platform may be kept. */
enum SchoolPlaces {
    FOLDER_OF_FILES {
        @Override
        SchoolStores stores(Path folder) {
            return SqliteStore.folder(folder);
        }

        @Override
        PortfolioStore made(String school, Path folder) {
            return SqliteStore.open(file(school, folder));
        }

        @Override
        void remove(String school, Path folder) {
            try {
                Files.delete(file(school, folder));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    },
    DATABASE {
        @Override
        SchoolStores stores(Path folder) {
            return PostgresSchools.open(TestServer.pool());
        }

        @Override
        PortfolioStore made(String school, Path folder) {
            return PostgresSchools.open(TestServer.pool()).create(UUID.fromString(school));
        }

        @Override
        void remove(String school, Path folder) {
            try (PostgresSchools schools = PostgresSchools.open(TestServer.pool())) {
                schools.remove(UUID.fromString(school));
            }
        }
    };

    static Path file(String school, Path folder) {
        return folder.resolve(school + ".db");
    }

    abstract SchoolStores stores(Path folder);

    /** As another process makes a school. */
    abstract PortfolioStore made(String school, Path folder);

    /** As another process removes one. */
    abstract void remove(String school, Path folder);
}
