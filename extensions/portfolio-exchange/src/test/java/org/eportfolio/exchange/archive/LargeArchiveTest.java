package org.eportfolio.exchange.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.eportfolio.core.Desk;
import org.eportfolio.core.Portfolio;
import org.eportfolio.core.VosReves;
import org.eportfolio.dossier.NewAttachment;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.exchange.Exchange;
import org.eportfolio.exchange.Extent;
import org.eportfolio.exchange.ImportOptions;
import org.eportfolio.exchange.SmallProcess;
import org.eportfolio.sqlite.SqliteStore;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A large file travels through little memory. */
class LargeArchiveTest {
    private static final String HEAP = "-Xmx48m";

    @TempDir
    Path folder = Path.of("");

    @Test
    void a_file_larger_than_the_memory_goes_out_and_comes_in() throws Exception {
        travels(64);
    }

    @Test
    @Tag("long")
    void a_file_of_two_gigabytes_goes_out_and_comes_in() throws Exception {
        travels(2_048);
    }

    private void travels(long megabytes) throws Exception {
        SmallProcess.ran(HEAP, Child.class, folder, megabytes << 20);
    }

    /** The process with little memory. */
    static final class Child {
        private Child() {}

        public static void main(String[] args) throws IOException {
            Path folder = Path.of(args[0]);
            long length = Long.parseLong(args[1]);
            Path zip = folder.resolve("large.zip");
            try (VosReves school = VosReves.over(SqliteStore.open(folder.resolve("one.db")))) {
                school.emma
                        .productions()
                        .add(
                                school.dossier,
                                NewProduction.titled("Jeu de données")
                                        .attaching(NewAttachment.of(
                                                "v.bin", "application/octet-stream", () -> new Pattern(length))));
                Exchange.ofDefaults().export(school.head, new Extent.OfDossier(school.dossier), "archive", zip);
            }
            try (Portfolio there =
                    Portfolio.with(SqliteStore.open(folder.resolve("two.db"))).build()) {
                Desk head = there.setUp("directrice");
                Exchange.ofDefaults().importFrom(head, zip, ImportOptions.ofDefaults());
                if (!head.journal().verify().faults().isEmpty()) throw new IllegalStateException("not sound");
            }
        }
    }

    /** So many bytes that repeat themselves a little. */
    private static final class Pattern extends InputStream {
        private static final byte[] BLOCK = new byte[1 << 14];

        static {
            new java.util.Random(1).nextBytes(BLOCK);
        }

        private long left;
        private int turn;

        Pattern(long length) {
            left = length;
        }

        @Override
        public int read() {
            if (left-- <= 0) return -1;
            return (turn++ & 0xFF);
        }

        @Override
        public int read(byte[] into, int from, int length) {
            if (left <= 0) return -1;
            if (length == 0) return 0;
            int some = (int) Math.min(left, Math.min(length, BLOCK.length));
            System.arraycopy(BLOCK, 0, into, from, some);
            into[from] = (byte) turn++;
            left -= some;
            return some;
        }
    }
}
