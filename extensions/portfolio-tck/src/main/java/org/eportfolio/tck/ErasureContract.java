package org.eportfolio.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eportfolio.tck.Examples.ANNA;
import static org.eportfolio.tck.Examples.ASSESSMENT;
import static org.eportfolio.tck.Examples.id;
import static org.eportfolio.tck.Examples.removes;
import static org.eportfolio.tck.Examples.row;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.eportfolio.spi.Key;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.Stored;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where {@link Capability#ERASED_BYTES} is declared: once the store is compacted, nothing erased is in its files. */
public abstract class ErasureContract extends FileContract {
    protected ErasureContract(Supplier<? extends StoreFixture> fixtures) {
        super(fixtures);
    }

    @BeforeEach
    void only_where_there_are_files_to_search() {
        assumeTrue(has(Capability.ERASED_BYTES), "the store declares that it has no files of its own to search");
    }

    private boolean holds(String text) throws Exception {
        return fixture.holds(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static Row marked(int number, String mark) {
        return row(ANNA, ASSESSMENT, id(number), "{\"text\":\"" + mark + "\"}", new Key("person", mark));
    }

    @Test
    void nothing_of_what_was_removed_or_replaced_is_left() throws Exception {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 400; i++) rows.add(marked(i, "mark-of-row-" + (1_000 + i)));
        put(rows.toArray(Row[]::new));
        assertThat(holds("mark-of-row-1123"))
                .as("the search finds what is there")
                .isTrue();
        for (int i = 0; i < 400; i++) {
            if (i % 3 == 0) store.commit(removes(rows.get(i)));
            if (i % 3 == 1) put(marked(i, "new-text"));
        }
        store.compact();
        for (int i = 0; i < 400; i += 7) {
            assertThat(holds("mark-of-row-" + (1_000 + i))).as("row %s", i).isEqualTo(i % 3 == 2);
        }
        assertThat(list(ANNA, ASSESSMENT)).hasSize(266);
    }

    @Test
    void nothing_of_a_file_that_was_removed_is_left() throws Exception {
        Stored gone = write("mark-of-a-file-that-goes ".repeat(40_000).getBytes(StandardCharsets.US_ASCII));
        Stored stays = write("mark-of-a-file-that-stays ".repeat(40_000).getBytes(StandardCharsets.US_ASCII));
        boolean readable = holds("mark-of-a-file-that-goes");
        assertThat(store.contents().remove(gone, ALWAYS)).isTrue();
        store.compact();
        assertThat(holds("mark-of-a-file-that-goes")).isFalse();
        assertThat(holds("mark-of-a-file-that-stays"))
                .as("a store that encrypts its files shows neither")
                .isEqualTo(readable);
        assertThat(bytesOf(stays)).hasSize(26 * 40_000);
    }
}
