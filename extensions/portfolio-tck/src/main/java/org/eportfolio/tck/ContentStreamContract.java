package org.eportfolio.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eportfolio.tck.Examples.ANNA;
import static org.eportfolio.tck.Examples.MONDAY;
import static org.eportfolio.tck.Examples.assessment;
import static org.eportfolio.tck.Examples.bytes;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.eportfolio.spi.Head;
import org.eportfolio.spi.Stored;
import org.junit.jupiter.api.Test;

/** Uploads and downloads may be many and slow: no other call waits for them. */
public abstract class ContentStreamContract extends FileContract {
    protected ContentStreamContract(Supplier<? extends StoreFixture> fixtures) {
        super(fixtures);
    }

    @Test
    void equal_bytes_from_many_writers_at_once_are_kept_once() throws Exception {
        for (int round = 0; round < 5; round++) {
            byte[] bytes = bytes(300_000, 20 + round);
            List<Stored> stored = TestThreads.of(8, writer -> store.contents().write(TrickyStream.of(bytes), MONDAY));
            assertThat(stored).hasSize(8).containsOnly(write(bytes));
            assertThat(bytesOf(stored.get(0))).isEqualTo(bytes);
            assertThat(kept()).hasSize(round + 1);
        }
    }

    @Test
    void different_files_of_many_writers_at_once_are_all_kept() throws Exception {
        List<List<Stored>> stored = TestThreads.of(8, writer -> {
            List<Stored> mine = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                mine.add(store.contents().write(TrickyStream.of(bytes(100_000, writer * 5 + i)), MONDAY));
            }
            return mine;
        });
        for (int writer = 0; writer < 8; writer++) {
            for (int i = 0; i < 5; i++) {
                assertThat(bytesOf(stored.get(writer).get(i))).isEqualTo(bytes(100_000, writer * 5 + i));
            }
        }
        assertThat(kept()).hasSize(40);
    }

    @Test
    void many_readers_of_one_file_each_get_all_of_it() throws Exception {
        byte[] bytes = bytes(1_500_000, 30);
        Stored stored = write(bytes);
        assertThat(TestThreads.of(8, reader -> bytesOf(stored)))
                .hasSize(8)
                .allSatisfy(read -> assertThat(read).isEqualTo(bytes));
    }

    @Test
    void slow_downloads_hold_nobody_up() throws IOException {
        byte[] bytes = bytes(3_000_000, 31);
        Stored stored = write(bytes);
        List<InputStream> downloads = new ArrayList<>();
        // More than any pool of connections would hold.
        for (int i = 0; i < 100; i++) {
            InputStream download = store.contents().open(stored).orElseThrow();
            downloads.add(download);
            assertThat(download.read()).isEqualTo(bytes[0] & 0xFF);
        }
        assertThat(everybodyElseGoesOn(1)).isEqualTo(1);
        InputStream last = downloads.get(99);
        byte[] rest = last.readAllBytes();
        assertThat(rest).hasSize(bytes.length - 1).endsWith(bytes[bytes.length - 1]);
        for (InputStream download : downloads) download.close();
        assertThat(everybodyElseGoesOn(2)).isEqualTo(2);
    }

    @Test
    void slow_uploads_hold_nobody_up() throws IOException {
        byte[] bytes = bytes(3_000_000, 32);
        List<Long> lengths = new ArrayList<>();
        InputStream slow = TrickyStream.interrupted(bytes, 2_500_000, () -> lengths.add(everybodyElseGoesOn(1)));
        Stored stored = store.contents().write(slow, MONDAY);
        assertThat(lengths).containsExactly(1L);
        assertThat(bytesOf(stored)).isEqualTo(bytes);
    }

    @Test
    void an_upload_within_an_upload_is_kept_too() throws IOException {
        byte[] outer = bytes(1_000_000, 33);
        List<Stored> inner = new ArrayList<>();
        InputStream nesting = TrickyStream.interrupted(outer, 600_000, () -> inner.add(write(outer)));
        Stored stored = store.contents().write(nesting, MONDAY);
        assertThat(inner).containsExactly(stored);
        assertThat(bytesOf(stored)).isEqualTo(outer);
        assertThat(kept()).containsExactly(stored);
    }

    /** Another thread commits, reads, uploads, downloads and removes; gives the length of Anna's chain. */
    private long everybodyElseGoesOn(int round) {
        return TestThreads.aside(() -> {
            Head head = acted(ANNA, assessment(ANNA, round));
            assertThat(head(ANNA)).isEqualTo(head);
            byte[] small = bytes(70_000, 1_000 + round);
            Stored stored = write(small);
            assertThat(bytesOf(stored)).isEqualTo(small);
            assertThat(store.contents().remove(stored, ALWAYS)).isTrue();
            return head.length();
        });
    }
}
