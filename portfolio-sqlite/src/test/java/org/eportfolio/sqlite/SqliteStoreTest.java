package org.eportfolio.sqlite;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.eportfolio.spi.PortfolioStore;
import org.eportfolio.tck.Capability;
import org.eportfolio.tck.PortfolioStoreContract;
import org.eportfolio.tck.StoreFixture;

/** The contract, on a file. */
class SqliteStoreTest extends PortfolioStoreContract {
    @Override
    protected StoreFixture fixture() {
        return new InFolder();
    }

    private static final class InFolder implements StoreFixture {
        /** For others that write, and for a test: a slow machine is no fault of the store. */
        private static final Duration PATIENCE = Duration.ofMinutes(5);

        private final Path folder;

        InFolder() {
            try {
                folder = Files.createTempDirectory("portfolio");
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public PortfolioStore open() {
            return SqliteStore.open(
                    folder.resolve("school.portfolio"), SqliteOptions.defaults().withBusyTimeout(PATIENCE));
        }

        @Override
        public Duration patience() {
            return PATIENCE;
        }

        @Override
        public Set<Capability> capabilities() {
            return EnumSet.complementOf(EnumSet.of(Capability.UNKNOWN_COMMIT));
        }

        @Override
        public PortfolioStore another() {
            return open();
        }

        @Override
        public boolean holds(byte[] bytes) throws IOException {
            String wanted = new String(bytes, StandardCharsets.ISO_8859_1);
            try (Stream<Path> list = Files.list(folder)) {
                for (Path file : list.toList()) {
                    if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(wanted)) return true;
                }
            }
            return false;
        }

        @Override
        public PortfolioStore restored(Path backup) {
            Path restored = folder.resolve("restored.portfolio");
            SqliteStore.restore(backup, restored);
            return SqliteStore.open(restored);
        }

        @Override
        public void clear() throws IOException {
            List<Path> files;
            try (Stream<Path> list = Files.list(folder)) {
                files = list.toList();
            }
            for (Path file : files) Files.delete(file);
            Files.delete(folder);
        }
    }
}
