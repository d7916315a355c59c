package org.eportfolio.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.eportfolio.spi.KeptContent;
import org.eportfolio.spi.Stored;

/** The sentences in which tests speak of files. */
abstract class FileContract extends Contract {
    static final Instant ALWAYS = Instant.parse("2999-12-31T00:00:00Z");

    FileContract(Supplier<? extends StoreFixture> fixtures) {
        super(fixtures);
    }

    final Stored write(byte[] bytes) throws IOException {
        return write(bytes, Examples.MONDAY);
    }

    final Stored write(byte[] bytes, Instant at) throws IOException {
        return store.contents().write(new ByteArrayInputStream(bytes), at);
    }

    final byte[] bytesOf(Stored content) throws IOException {
        Optional<InputStream> opened = store.contents().open(content);
        assertThat(opened).as("content %s", content).isPresent();
        try (InputStream in = opened.get()) {
            return in.readAllBytes();
        }
    }

    final void assertMissing(Stored content) throws IOException {
        Optional<InputStream> opened = store.contents().open(content);
        if (opened.isPresent()) opened.get().close();
        assertThat(opened).as("content %s", content).isEmpty();
    }

    /** All that is kept, as a sweep would find it. */
    final List<Stored> kept() {
        return store.contents().list(null, ALL).stream()
                .map(KeptContent::content)
                .toList();
    }
}
