package org.eportfolio.benchmarks.side;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.eportfolio.core.BundledFrameworks;
import org.eportfolio.core.Desk;
import org.eportfolio.core.ExampleScales;
import org.eportfolio.core.Portfolio;
import org.eportfolio.dossier.NewAttachment;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.exchange.Exchange;
import org.eportfolio.exchange.Extent;
import org.eportfolio.framework.Framework;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.DossierId;
import org.eportfolio.school.Actor;
import org.eportfolio.school.Members;
import org.eportfolio.sqlite.SqliteStore;

/**
 * How long a learner's take-along as Leap2A takes, 500 entries with 200 MB of files, beside the JDK's ZIP streams over the same
 * files, from disk to disk.
 */
final class Leap2aTravel implements Chapter {
    private static final String SCHOOL = "along.db";
    private static final String MADE = "along-made.zip";
    private static final String GIVEN = "along-given.zip";
    private static final int FILE = 420_000;
    /** At least 80 % of the speed. */
    private static final Bound MUST = Bound.ofJdbc(1 / 0.80);

    private interface Work {
        void run() throws IOException;
    }

    private record FromDisk(Course course, Work work) implements Race.Variant {
        @Override
        public void prepare() throws IOException {
            course.clear(MADE);
        }

        @Override
        public void run(int times) throws IOException {
            for (int i = 0; i < times; i++) work.run();
        }
    }

    @Override
    public void measure(Course course, Table table) throws Exception {
        int entries = course.sized(5, 500, 500);
        Path given = course.fresh(GIVEN);
        Path made = course.fresh(MADE);
        Path unpacked = Files.createTempDirectory(given.getParent(), "along");
        try (Portfolio school =
                Portfolio.with(SqliteStore.open(course.fresh(SCHOOL))).build()) {
            DossierId dossier = fill(school, entries);
            Desk learner = school.as(Actor.of("learner"));
            export(learner, dossier, given);
            unpack(given, unpacked);
            Race race = new Race()
                    .with("write", new FromDisk(course, () -> pack(unpacked, made)))
                    .with("export", new FromDisk(course, () -> export(learner, dossier, made)));
            Map<String, Double> nanos = course.race(race, 1);
            String what = String.format(
                    Locale.ROOT, "leap2a export, %d entries, %.0f MB of files", entries, entries * (double) FILE / 1e6);
            table.add(Row.millis(what, nanos, "export", "write")
                    .beside("ZIP")
                    .must(MUST)
                    .note("beside the JDK's ZIP streams over the same files, from disk to disk"));
        } finally {
            remove(unpacked);
            for (String each : List.of(SCHOOL, MADE, GIVEN)) course.clear(each);
        }
    }

    private static DossierId fill(Portfolio school, int entries) {
        Desk head = school.setUp("head");
        Framework framework = BundledFrameworks.MC_SNO.framework();
        head.frameworks().publish(framework);
        AdoptionId sno = head.frameworks().adopt(framework.id(), ExampleScales.FOUR_STEPS);
        head.cohorts().enrol("CS", Members.learners("learner"));
        Desk learner = school.as(Actor.of("learner"));
        DossierId dossier = learner.dossiers().open(sno);
        Random random = new Random(18);
        byte[] bytes = new byte[FILE];
        for (int i = 0; i < entries; i++) {
            random.nextBytes(bytes);
            learner.productions()
                    .add(
                            dossier,
                            NewProduction.titled("Réalisation " + i)
                                    .describedAs("Ce que j'ai fait. ".repeat(100))
                                    .attaching(NewAttachment.of(
                                            "mesures.bin",
                                            "application/octet-stream",
                                            () -> new ByteArrayInputStream(bytes))));
        }
        return dossier;
    }

    private static void export(Desk learner, DossierId dossier, Path to) throws IOException {
        Exchange.ofDefaults().export(learner, new Extent.OfDossier(dossier), "leap2a", to);
    }

    private static void pack(Path folder, Path to) throws IOException {
        try (OutputStream file = Files.newOutputStream(to);
                ZipOutputStream zip = new ZipOutputStream(file);
                Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.filter(Files::isRegularFile).sorted().toList()) {
                zip.putNextEntry(new ZipEntry(folder.relativize(each).toString()));
                Files.copy(each, zip);
            }
        }
    }

    private static void unpack(Path zip, Path folder) throws IOException {
        try (InputStream file = Files.newInputStream(zip);
                ZipInputStream in = new ZipInputStream(file)) {
            for (ZipEntry each = in.getNextEntry(); each != null; each = in.getNextEntry()) {
                Path to = folder.resolve(each.getName());
                Files.createDirectories(to.getParent());
                Files.copy(in, to);
            }
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(each);
        }
    }
}
