package org.eportfolio.benchmarks;

import static org.eportfolio.school.Members.learners;
import static org.eportfolio.school.Members.teachers;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.eportfolio.assessment.NewPositioning;
import org.eportfolio.core.BundledFrameworks;
import org.eportfolio.core.Desk;
import org.eportfolio.core.ExampleScales;
import org.eportfolio.core.InMemoryStore;
import org.eportfolio.core.Portfolio;
import org.eportfolio.dossier.NewAttachment;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.exchange.Exchange;
import org.eportfolio.exchange.Extent;
import org.eportfolio.exchange.ImportOptions;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.DossierId;
import org.eportfolio.school.Actor;

/**
 * How fast an archive goes out and comes in, beside the JDK's ZIP streams over the same bytes: medians of rounds that
 * take turns, in time of the processor, as ratios. All stores are in memory, so that no disk is measured but the ZIP's own.
 */
public final class ArchiveThroughput {
    private static final int ROUNDS = 11;
    private static final int WARMING = 6;
    private static final int LEARNERS = 30;
    private static final int POSITIONINGS = 40;
    private static final int FILE = 512 * 1024;

    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    private ArchiveThroughput() {}

    private interface Work {
        void run(Path zip) throws IOException;
    }

    /** @param arguments the folder to write to, and {@code quick} for a run that only shows that it works */
    public static void main(String... arguments) throws IOException {
        Path to = Path.of(arguments.length > 0 ? arguments[0] : "target");
        boolean quick = List.of(arguments).contains("quick");
        Figures figures = new Figures("speed");
        if (!quick) measure(true, false, figures);
        measure(false, quick, figures);
        figures.tell(to, "archive-throughput");
    }

    private static void measure(boolean files, boolean quick, Figures figures) throws IOException {
        int warming = quick ? 0 : WARMING;
        int rounds = quick ? 1 : ROUNDS;
        Path folder = Files.createTempDirectory("archive");
        Path original = folder.resolve("original.zip");
        try (Portfolio school = school(files)) {
            Desk head = school.as(Actor.of("head"));
            Extent all = new Extent.OfOrganisation();
            Exchange.ofDefaults().export(head, all, "archive", original);
            Map<String, byte[]> entries = entries(original);
            double[] jdk = new double[rounds];
            double[] out = new double[rounds];
            double[] unzip = new double[rounds];
            double[] checked = new double[rounds];
            double[] in = new double[rounds];
            for (int i = -warming; i < rounds; i++) {
                int at = Math.max(i, 0);
                Path zip = folder.resolve("out-" + i + ".zip");
                jdk[at] = timed(original, each -> pack(entries, folder.resolve("jdk.zip")));
                out[at] = timed(zip, each -> Exchange.ofDefaults().export(head, all, "archive", each));
                unzip[at] = timed(original, ArchiveThroughput::entries);
                checked[at] = timed(original, ArchiveThroughput::check);
                in[at] = timed(original, ArchiveThroughput::bring);
                Files.delete(zip);
            }
            double megabytes =
                    entries.values().stream().mapToLong(each -> each.length).sum() / 1e6;
            String what =
                    String.format(Locale.ROOT, "%s, %.1f MB", files ? "files and records" : "records only", megabytes);
            double came = Figures.median(in);
            figures.speed(
                    "archive export, " + what, Figures.median(out), "JDK ZIP streams", Figures.median(jdk), "0.60");
            figures.speed("archive import, " + what, came, "JDK ZIP streams", Figures.median(unzip), "0.60");
            figures.speed(
                    "archive import, " + what, came, "JDK ZIP streams and SHA-256", Figures.median(checked), "0.60");
            Figures.clear(folder);
        }
    }

    private static double timed(Path zip, Work work) throws IOException {
        long began = CPU.getCurrentThreadCpuTime();
        work.run(zip);
        return (CPU.getCurrentThreadCpuTime() - began) / 1e6;
    }

    private static void check(Path zip) throws IOException {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            entries(zip).values().forEach(sha::digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void bring(Path zip) throws IOException {
        try (Portfolio empty = Portfolio.with(new InMemoryStore()).build()) {
            Exchange.ofDefaults().bring(empty.as(Actor.system()), zip, ImportOptions.ofDefaults());
        }
    }

    private static void pack(Map<String, byte[]> entries, Path to) throws IOException {
        try (OutputStream file = Files.newOutputStream(to);
                ZipOutputStream zip = new ZipOutputStream(file)) {
            for (Map.Entry<String, byte[]> each : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(each.getKey()));
                zip.write(each.getValue());
            }
        }
    }

    private static Map<String, byte[]> entries(Path zip) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (InputStream file = Files.newInputStream(zip);
                ZipInputStream in = new ZipInputStream(file)) {
            for (ZipEntry each = in.getNextEntry(); each != null; each = in.getNextEntry()) {
                entries.put(each.getName(), in.readAllBytes());
            }
        }
        return entries;
    }

    private static Portfolio school(boolean files) {
        Portfolio school = Portfolio.with(new InMemoryStore()).build();
        Desk head = school.setUp("head");
        AdoptionId sno = head.frameworks().adopt(BundledFrameworks.MC_SNO, ExampleScales.FOUR_STEPS);
        head.cohorts()
                .enrol(
                        "CS",
                        learners(java.util.stream.IntStream.range(0, LEARNERS)
                                .mapToObj(each -> "learner-" + each)
                                .toArray(String[]::new)),
                        teachers("teacher"));
        Random random = new Random(6);
        for (int i = 0; i < LEARNERS; i++) {
            Desk learner = school.as(Actor.of("learner-" + i));
            DossierId dossier = learner.dossiers().open(sno);
            if (files) {
                learner.productions()
                        .add(dossier, NewProduction.titled("Une photo").attaching(file("photo.jpg", noise(random))));
                learner.productions()
                        .add(dossier, NewProduction.titled("Un texte").attaching(file("texte.txt", prose(random))));
            }
            for (int j = 0; j < POSITIONINGS; j++) {
                school.as(Actor.of("teacher"))
                        .assessments()
                        .position(dossier, NewPositioning.of("C3.1", "acquis").because("Vu en TP, séance " + j + "."));
            }
        }
        return school;
    }

    private static NewAttachment file(String name, byte[] bytes) {
        return NewAttachment.of(name, "application/octet-stream", () -> new ByteArrayInputStream(bytes));
    }

    private static byte[] noise(Random random) {
        byte[] bytes = new byte[FILE];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] prose(Random random) {
        String[] words = {"le ", "module ", "de ", "paiement ", "installé ", "comparer ", "offres ", "client ", "site "
        };
        StringBuilder text = new StringBuilder(FILE);
        while (text.length() < FILE)
            text.append(words[random.nextInt(words.length)]).append(random.nextInt(100));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
