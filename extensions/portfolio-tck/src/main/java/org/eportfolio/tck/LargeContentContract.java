package org.eportfolio.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eportfolio.tck.Examples.MONDAY;
import static org.eportfolio.tck.Examples.bytes;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.util.function.Supplier;
import org.eportfolio.StorageException;
import org.eportfolio.spi.Hash;
import org.eportfolio.spi.Stored;
import org.junit.jupiter.api.Test;

/** A file larger than the memory it may cost goes in and out in a stream; or it is refused, and nothing of it kept. */
public abstract class LargeContentContract extends FileContract {
    private static final long SIZE = 200L << 20;
    private static final long BOUND = SIZE / 4;

    protected LargeContentContract(Supplier<? extends StoreFixture> fixtures) {
        super(fixtures);
    }

    @Test
    void streams_a_large_file_in_bounded_memory() throws IOException {
        assumeTrue(has(Capability.LARGE_CONTENT), "the store declares that it takes no large content");
        DigestInputStream digest = new DigestInputStream(new LongStream(SIZE), Examples.sha256());
        HeapWatch upload = new HeapWatch(digest);
        Stored stored = store.contents().write(upload, MONDAY);
        Hash hash = Hash.of(digest.getMessageDigest().digest());
        assertThat(stored).isEqualTo(new Stored(hash, SIZE));
        assertThat(upload.growth()).as("heap taken by the upload").isLessThan(BOUND);

        HeapWatch download = new HeapWatch(store.contents().open(stored).orElseThrow());
        try (DigestInputStream read = new DigestInputStream(download, Examples.sha256())) {
            read.transferTo(OutputStream.nullOutputStream());
            assertThat(Hash.of(read.getMessageDigest().digest())).isEqualTo(hash);
        }
        assertThat(download.count()).isEqualTo(SIZE);
        assertThat(download.growth()).as("heap taken by the download").isLessThan(BOUND);
    }

    @Test
    void refuses_a_large_file_where_it_takes_none_and_keeps_nothing_of_it() throws IOException {
        assumeFalse(has(Capability.LARGE_CONTENT), "the store declares that it takes large content");
        Stored small = write(bytes(1_000_000, 1));
        try (InputStream large = new LongStream(SIZE)) {
            assertThatThrownBy(() -> store.contents().write(large, MONDAY)).isInstanceOf(StorageException.class);
        }
        assertThat(kept()).containsExactly(small);
        assertThat(bytesOf(small)).isEqualTo(bytes(1_000_000, 1));
    }
}
