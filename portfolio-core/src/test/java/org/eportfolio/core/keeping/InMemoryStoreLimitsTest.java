package org.eportfolio.core.keeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.eportfolio.StorageException;
import org.eportfolio.core.InMemoryStore;
import org.eportfolio.spi.Change;
import org.eportfolio.spi.Scope;
import org.eportfolio.spi.View;
import org.junit.jupiter.api.Test;

class InMemoryStoreLimitsTest {
    private static final Instant NOW = Instant.parse("2026-09-07T08:00:00Z");
    private static final Change NOTHING = new Change(Map.of(), List.of(), List.of(), List.of());

    @Test
    void takes_a_file_of_the_largest_size_and_refuses_one_byte_more() throws IOException {
        try (InMemoryStore store = new InMemoryStore()) {
            byte[] largest = new byte[InMemoryStore.LARGEST_CONTENT];
            assertThat(store.contents()
                            .write(new ByteArrayInputStream(largest), NOW)
                            .size())
                    .isEqualTo(largest.length);
            byte[] larger = new byte[InMemoryStore.LARGEST_CONTENT + 1];
            assertThatThrownBy(() -> store.contents().write(new ByteArrayInputStream(larger), NOW))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("67108864 bytes");
        }
    }

    @Test
    void refuses_a_view_that_outlived_its_read() {
        try (InMemoryStore store = new InMemoryStore()) {
            View escaped = store.read(view -> view);
            assertThatThrownBy(() -> escaped.head(Scope.ORGANISATION)).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void refuses_a_commit_from_within_a_load() {
        try (InMemoryStore store = new InMemoryStore()) {
            Iterator<Change> committing = List.of(NOTHING).stream()
                    .peek(change -> store.commit(change))
                    .iterator();
            assertThatThrownBy(() -> store.load(committing)).isInstanceOf(IllegalStateException.class);
        }
    }
}
