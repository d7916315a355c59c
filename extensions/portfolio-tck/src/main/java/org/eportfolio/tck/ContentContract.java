package org.eportfolio.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.eportfolio.tck.Examples.MONDAY;
import static org.eportfolio.tck.Examples.bytes;
import static org.eportfolio.tck.Examples.hashOf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.eportfolio.spi.Stored;
import org.junit.jupiter.api.Test;

/** Files come back byte for byte under the hash of their bytes; equal bytes are kept once, broken uploads not at all. */
public abstract class ContentContract extends FileContract {
    protected ContentContract(Supplier<? extends StoreFixture> fixtures) {
        super(fixtures);
    }

    @Test
    void gives_back_the_bytes_under_their_hash_and_size() throws IOException {
        byte[] bytes = bytes(3_000_000, 1);
        Stored stored = write(bytes);
        assertThat(stored).isEqualTo(new Stored(hashOf(bytes), bytes.length));
        assertThat(bytesOf(stored)).isEqualTo(bytes);
    }

    @Test
    void keeps_files_of_every_size_around_the_pieces_it_may_be_cut_into() throws IOException {
        for (int power = 0; power <= 21; power++) {
            for (int off = -1; off <= 1; off++) {
                byte[] bytes = bytes((1 << power) + off, power);
                Stored stored = write(bytes);
                assertThat(stored).isEqualTo(new Stored(hashOf(bytes), bytes.length));
                assertThat(bytesOf(stored)).as("%s bytes", bytes.length).isEqualTo(bytes);
            }
        }
    }

    @Test
    void keeps_an_empty_file() throws IOException {
        Stored empty = write(new byte[0]);
        assertThat(empty).isEqualTo(new Stored(hashOf(new byte[0]), 0));
        assertThat(bytesOf(empty)).isEmpty();
        assertThat(kept()).containsExactly(empty);
    }

    @Test
    void keeps_equal_bytes_once() throws IOException {
        byte[] bytes = bytes(200_000, 2);
        Stored first = write(bytes);
        Stored other = write(bytes(200_000, 3));
        Stored again = write(bytes, MONDAY.plusSeconds(60));
        assertThat(again).isEqualTo(first);
        assertThat(kept()).containsExactlyInAnyOrder(first, other);
        assertThat(bytesOf(first)).isEqualTo(bytes);
    }

    @Test
    void knows_nothing_of_bytes_that_were_never_written() throws IOException {
        Stored written = write(bytes(10, 4));
        assertThat(bytesOf(written)).hasSize(10);
        assertMissing(new Stored(hashOf(bytes(10, 5)), 10));
    }

    @Test
    void reads_an_upload_to_its_end_and_leaves_it_open() throws IOException {
        byte[] bytes = bytes(500_000, 6);
        TrickyStream upload = TrickyStream.of(bytes);
        Stored stored = store.contents().write(upload, MONDAY);
        assertThat(upload.isClosed()).isFalse();
        assertThat(upload.read()).isEqualTo(-1);
        assertThat(bytesOf(stored)).isEqualTo(bytes);
    }

    @Test
    void keeps_nothing_of_an_upload_that_breaks_and_lets_its_exception_through() throws IOException {
        Stored whole = write(bytes(1_000, 7));
        byte[] bytes = bytes(3_000_000, 8);
        List<Throwable> breaks =
                List.of(new IOException("connection reset"), new IllegalStateException("mine"), new AssertionError());
        for (Throwable thrown : breaks) {
            for (int position : new int[] {0, 1, 2_500_000, 3_000_000}) {
                InputStream broken = TrickyStream.interrupted(bytes, position, () -> rethrow(thrown));
                assertThat(catchThrowable(() -> store.contents().write(broken, MONDAY)))
                        .isSameAs(thrown);
            }
        }
        assertThat(kept()).containsExactly(whole);
        assertMissing(new Stored(hashOf(bytes), bytes.length));
        assertThat(bytesOf(write(bytes))).isEqualTo(bytes);
    }

    @Test
    void gives_a_download_single_bytes_and_skips_as_any_stream_does() throws IOException {
        byte[] bytes = bytes(200_000, 9);
        Stored stored = write(bytes);
        try (InputStream in = store.contents().open(stored).orElseThrow();
                InputStream plain = new ByteArrayInputStream(bytes)) {
            for (int i = 0; i < 1_000; i++) assertThat(in.read()).isEqualTo(plain.read());
            in.skipNBytes(100_000);
            plain.skipNBytes(100_000);
            assertThat(in.read(new byte[0])).isZero();
            assertThat(in.readNBytes(50_000)).isEqualTo(plain.readNBytes(50_000));
            assertThat(in.readAllBytes()).isEqualTo(plain.readAllBytes());
            assertThat(in.read()).isEqualTo(-1);
            assertThat(in.read(new byte[10])).isEqualTo(-1);
        }
    }

    @Test
    void gives_the_bytes_from_any_place_on_as_the_whole_stream_would() throws IOException {
        byte[] bytes = bytes(1_500_000, 10);
        Stored stored = write(bytes);
        List<Integer> places = new ArrayList<>(List.of(0, 1, 777_777, bytes.length - 1, bytes.length));
        for (int power = 12; power <= 20; power++)
            places.addAll(List.of((1 << power) - 1, 1 << power, (1 << power) + 1));
        for (int from : places) {
            try (InputStream in = store.contents().open(stored, from).orElseThrow()) {
                assertThat(in.readAllBytes())
                        .as("from %s", from)
                        .isEqualTo(Arrays.copyOfRange(bytes, from, bytes.length));
                assertThat(in.read()).isEqualTo(-1);
            }
            try (InputStream in = store.contents().open(stored, from, 11).orElseThrow()) {
                assertThat(in.read()).as("from %s", from).isEqualTo(from == bytes.length ? -1 : bytes[from] & 0xFF);
                assertThat(in.readNBytes(10))
                        .isEqualTo(Arrays.copyOfRange(
                                bytes, Math.min(from + 1, bytes.length), Math.min(from + 11, bytes.length)));
            }
        }
        Stored exact = write(bytes(1 << 20, 11));
        try (InputStream in = store.contents().open(exact, 1 << 20).orElseThrow()) {
            assertThat(in.readAllBytes()).isEmpty();
        }
        Stored empty = write(new byte[0]);
        try (InputStream in = store.contents().open(empty, 0).orElseThrow()) {
            assertThat(in.readAllBytes()).isEmpty();
        }
    }

    @Test
    void refuses_a_place_outside_a_file_and_knows_no_place_in_a_file_that_is_not_there() throws IOException {
        Stored stored = write(bytes(1_000, 12));
        for (long from : new long[] {-1, 1_001, Long.MAX_VALUE, Long.MIN_VALUE}) {
            assertThatThrownBy(() -> store.contents().open(stored, from)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(store.contents().open(new Stored(hashOf(bytes(10, 13)), 10), 5))
                .isEmpty();
        assertThat(bytesOf(stored)).hasSize(1_000);
    }

    private static void rethrow(Throwable thrown) throws IOException {
        if (thrown instanceof IOException io) throw io;
        if (thrown instanceof Error error) throw error;
        throw (RuntimeException) thrown;
    }
}
