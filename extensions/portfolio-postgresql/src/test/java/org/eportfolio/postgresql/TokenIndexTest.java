package org.eportfolio.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eportfolio.postgresql.Dossiers.dossier;
import static org.eportfolio.postgresql.Dossiers.put;
import static org.eportfolio.postgresql.Dossiers.row;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eportfolio.spi.Change;
import org.eportfolio.spi.IndexedRow;
import org.eportfolio.spi.PortfolioStore;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.RowName;
import org.eportfolio.spi.SearchIndex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The index of words beside others who are at work in the database. */
class TokenIndexTest {
    private static final int REINDEXED = 200;
    private static final Row ROW = row(dossier(1), 1, "{}");

    private static Change words(Map<String, Integer> words) {
        IndexedRow indexed = new IndexedRow(RowName.of(ROW), 1, words);
        return new Change(Map.of(), List.of(), List.of(ROW), List.of(), Set.of(), List.of(indexed));
    }

    private static Change gone() {
        IndexedRow none = IndexedRow.none(RowName.of(ROW));
        return new Change(Map.of(), List.of(RowName.of(ROW)), List.of(), List.of(), Set.of(), List.of(none));
    }

    @Test
    void what_is_revised_while_the_index_is_cleared_is_found_by_all_of_its_words() throws Exception {
        try (PostgresSchools schools = PostgresSchools.open(Server.pool());
                PortfolioStore store = schools.create(UUID.randomUUID())) {
            put(store, row(dossier(1), 2, "{}"));
            SearchIndex index = store.searchIndex().orElseThrow();
            AtomicBoolean over = new AtomicBoolean();
            FutureTask<Integer> revising = new FutureTask<>(() -> {
                int revised = 0;
                do store.commit(words(Map.of("stays", 1, "turn" + revised++ % 7, 2)));
                while (!over.get());
                return revised;
            });
            new Thread(revising).start();
            try {
                for (int i = 0; i < REINDEXED; i++) {
                    index.clear();
                    assertThat(store.check()).isEmpty();
                }
            } finally {
                over.set(true);
            }
            assertThat(revising.get()).isPositive();
            assertThat(store.check()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void a_row_is_replaced_and_removed_where_all_tables_are_published(int partitions) throws Exception {
        PGSimpleDataSource source = Server.plain(Server.database());
        PostgresSchools.migrate(source, PostgresOptions.defaults().withPartitions(partitions));
        Server.run(source, "CREATE PUBLICATION p FOR ALL TABLES");
        try (PostgresSchools schools = PostgresSchools.open(source);
                PortfolioStore store = schools.create(UUID.randomUUID())) {
            put(store, row(dossier(1), 2, "{}"));
            store.commit(words(Map.of("stays", 1, "goes", 2)));
            store.commit(words(Map.of("stays", 1, "comes", 2)));
            assertThat(Server.seen(source, "SELECT token FROM portfolio.token ORDER BY token"))
                    .containsExactly("comes", "stays");
            store.commit(gone());
            assertThat(Server.seen(source, "SELECT token FROM portfolio.token")).isEmpty();
            assertThat(store.check()).isEmpty();
        }
    }
}
