package org.eportfolio.exchange.leap2a;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.eportfolio.core.VosReves;
import org.eportfolio.dossier.NewAttachment;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.exchange.Exchange;
import org.eportfolio.exchange.Extent;
import org.eportfolio.exchange.ImportOptions;
import org.eportfolio.exchange.ImportReport;
import org.eportfolio.exchange.SmallProcess;
import org.eportfolio.sqlite.SqliteStore;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** E5: a take-along of many entries and large files, by a process with little memory. */
class LargeLeap2aTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void more_than_the_memory_goes_out_and_comes_in() throws Exception {
        travels("-Xmx64m", 20, 4 << 20);
    }

    @Test
    @Tag("long")
    void five_hundred_entries_with_200_megabytes_go_out_and_come_in() throws Exception {
        travels("-Xmx128m", 500, 420_000);
    }

    private void travels(String heap, int entries, int bytes) throws Exception {
        SmallProcess.ran(heap, Child.class, folder, entries, bytes);
    }

    /** The process with little memory. */
    static final class Child {
        private Child() {}

        public static void main(String[] args) throws IOException {
            Path folder = Path.of(args[0]);
            int entries = Integer.parseInt(args[1]);
            Path zip = folder.resolve("along.zip");
            try (VosReves school = VosReves.over(SqliteStore.open(folder.resolve("one.db")))) {
                byte[] bytes = new byte[Integer.parseInt(args[2])];
                Random random = new Random(18);
                for (int i = 0; i < entries; i++) {
                    random.nextBytes(bytes);
                    school.emma
                            .productions()
                            .add(
                                    school.dossier,
                                    NewProduction.titled("Réalisation " + i)
                                            .describedAs("Ce que j'ai fait. ".repeat(100))
                                            .attaching(NewAttachment.of(
                                                    "mesures.bin",
                                                    "application/octet-stream",
                                                    () -> new ByteArrayInputStream(bytes))));
                }
                Exchange exchange = Exchange.ofDefaults();
                exchange.export(school.emma, new Extent.OfDossier(school.dossier), "leap2a", zip);
                ImportReport report = exchange.importFrom(school.malo, zip, ImportOptions.ofDefaults());
                long added = report.counts().get("production").added();
                if (added != entries) throw new IllegalStateException(added + " came in");
            }
        }
    }
}
