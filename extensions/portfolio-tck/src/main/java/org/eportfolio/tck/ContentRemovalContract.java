package org.eportfolio.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eportfolio.tck.Examples.MONDAY;
import static org.eportfolio.tck.Examples.bytes;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.eportfolio.spi.KeptContent;
import org.eportfolio.spi.Stored;
import org.junit.jupiter.api.Test;

/** Content that was not touched for long is found and removed; content touched since then is kept, even when both happen at once. */
public abstract class ContentRemovalContract extends FileContract {
    /** Times are kept in microseconds. */
    private static final Instant JUST_AFTER = MONDAY.plus(1, ChronoUnit.MICROS);

    protected ContentRemovalContract(Supplier<? extends StoreFixture> fixtures) {
        super(fixtures);
    }

    @Test
    void lists_each_content_with_its_last_touch() throws IOException {
        Stored early = write(bytes(100, 1), MONDAY);
        Stored late = write(bytes(100, 2), JUST_AFTER);
        assertThat(store.contents().list(null, ALL))
                .containsExactlyInAnyOrder(new KeptContent(early, MONDAY), new KeptContent(late, JUST_AFTER));
    }

    @Test
    void finds_contents_in_the_order_of_their_hashes_up_to_a_limit() throws IOException {
        List<Stored> contents = new ArrayList<>();
        for (int i = 0; i < 40; i++) contents.add(write(bytes(1_000 + i, i)));
        contents.sort(Comparator.comparing(content -> content.sha256().toString()));
        assertThat(kept()).isEqualTo(contents);
        assertThat(store.contents().list(null, 7))
                .extracting(KeptContent::content)
                .containsExactlyElementsOf(contents.subList(0, 7));
    }

    @Test
    void removes_what_was_last_touched_before_the_cutoff() throws IOException {
        Stored stored = write(bytes(300_000, 3));
        Stored other = write(bytes(300_000, 4));
        assertThat(store.contents().remove(stored, JUST_AFTER)).isTrue();
        assertMissing(stored);
        assertThat(kept()).containsExactly(other);
        assertThat(bytesOf(other)).isEqualTo(bytes(300_000, 4));
        assertThat(store.contents().remove(stored, JUST_AFTER)).isFalse();
    }

    @Test
    void keeps_everything_else_when_it_is_written_anew() throws IOException {
        Stored gone = write(bytes(300_000, 7));
        Stored other = write(bytes(300_000, 8));
        assertThat(store.contents().remove(gone, JUST_AFTER)).isTrue();
        store.compact();
        assertMissing(gone);
        assertThat(bytesOf(other)).isEqualTo(bytes(300_000, 8));
    }

    @Test
    void leaves_what_was_touched_at_the_cutoff_or_after() throws IOException {
        Stored stored = write(bytes(1_000, 5));
        assertThat(store.contents().remove(stored, MONDAY)).isFalse();
        assertThat(store.contents().remove(stored, MONDAY.minusSeconds(1))).isFalse();
        assertThat(bytesOf(stored)).isEqualTo(bytes(1_000, 5));
        assertThat(store.contents().remove(stored, JUST_AFTER)).isTrue();
    }

    @Test
    void is_touched_by_writing_the_same_bytes_again() throws IOException {
        Stored stored = write(bytes(1_000, 6), MONDAY);
        write(bytes(1_000, 6), MONDAY.plusSeconds(60));
        assertThat(store.contents().list(null, ALL)).containsExactly(new KeptContent(stored, MONDAY.plusSeconds(60)));
        assertThat(store.contents().remove(stored, MONDAY.plusSeconds(60))).isFalse();
        assertThat(bytesOf(stored)).hasSize(1_000);
        assertThat(store.contents().remove(stored, MONDAY.plusSeconds(61))).isTrue();
        assertMissing(stored);
    }

    /** Of two uploads at once, the one that began later may end first. */
    @Test
    void keeps_a_later_touch_when_an_earlier_one_comes_after_it() throws IOException {
        Stored stored = write(bytes(1_000, 7), MONDAY.plusSeconds(60));
        write(bytes(1_000, 7), MONDAY);
        assertThat(store.contents().remove(stored, MONDAY.plusSeconds(30))).isFalse();
        assertThat(bytesOf(stored)).hasSize(1_000);
    }

    @Test
    void takes_removed_bytes_again() throws IOException {
        byte[] bytes = bytes(300_000, 8);
        Stored stored = write(bytes);
        assertThat(store.contents().remove(stored, ALWAYS)).isTrue();
        assertThat(kept()).isEmpty();
        assertThat(write(bytes)).isEqualTo(stored);
        assertThat(bytesOf(stored)).isEqualTo(bytes);
    }

    @Test
    void breaks_a_download_whose_content_is_removed() throws IOException {
        Stored stored = write(bytes(5_000_000, 9));
        try (InputStream download = store.contents().open(stored).orElseThrow()) {
            assertThat(download.readNBytes(10)).isEqualTo(Arrays.copyOf(bytes(5_000_000, 9), 10));
            assertThat(store.contents().remove(stored, ALWAYS)).isTrue();
            assertThatThrownBy(download::readAllBytes).isInstanceOf(IOException.class);
        }
    }

    @Test
    void removes_once_when_many_try() throws Exception {
        for (int round = 0; round < 10; round++) {
            Stored stored = write(bytes(1_000, 100 + round));
            assertThat(TestThreads.of(8, sweeper -> store.contents().remove(stored, ALWAYS)))
                    .containsOnlyOnce(true);
            assertMissing(stored);
        }
    }
}
