package org.eportfolio.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.eportfolio.PortfolioException;
import org.eportfolio.ProgressListener;
import org.eportfolio.core.Desk;
import org.eportfolio.core.InMemoryStore;
import org.eportfolio.core.VosReves;
import org.eportfolio.exchange.framework.CaseFiles;
import org.eportfolio.exchange.leap2a.Leap2aFiles;
import org.eportfolio.exchange.roster.AafFiles;
import org.eportfolio.exchange.roster.Rosters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files that are nearly right, hundreds of them: refused by the library's own exceptions, or imported whole. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class FuzzTest {
    private static final int PORTFOLIOS_LAST = 150;
    private static final Bounds BOUNDS = new Bounds(50, 1 << 20, 4 << 20, 100, 64, 100_000, 20_000);
    private static final List<String> NASTY = List.of(
            "\"",
            ",",
            ";",
            "{",
            "}",
            "[",
            "]",
            "<",
            ">",
            "&",
            "\n",
            "\r",
            "\u0000",
            "\uFFFF",
            "null",
            "-1",
            "1e999",
            "99999999999999999999",
            "true",
            "{}",
            "[]",
            "\"\"",
            "<!DOCTYPE x [<!ENTITY e \"e\">]>",
            "&e;",
            "<![CDATA[",
            "%2C",
            "\\u0000",
            "\\ud800",
            "../",
            "=1+1",
            "\uD83D\uDE00");

    @TempDir
    Path folder;

    private final Exchange exchange = Exchange.ofDefaults();

    @Test
    void case_packages() throws IOException {
        List<byte[]> packages = new ArrayList<>(List.of(CaseFiles.sample()));
        packages.addAll(Standards.packages());
        fuzz("case", random -> mutated(packages.get(random.nextInt(packages.size())), random));
    }

    @Test
    void moodle_files() throws IOException {
        fuzz("moodle", random -> mutated(CaseFiles.moodle(), random));
    }

    @Test
    void case_sheets() throws IOException {
        fuzz("case-csv", random -> mutated(CaseFiles.sheet(), random));
    }

    @Test
    void rosters() throws IOException {
        fuzz("roster", random -> mutated(Rosters.CSV.getBytes(StandardCharsets.UTF_8), random));
    }

    @Test
    void siecle_files() throws IOException {
        fuzz("siecle", random -> mutated(Rosters.siecle(), random));
    }

    @Test
    void files_of_an_academies_directory() throws IOException {
        fuzz("aaf", random -> AafFiles.zip(mutated(AafFiles.pupils(), random)));
    }

    @Test
    void one_roster_archives() throws IOException {
        fuzz("oneroster", random -> {
            if (random.nextInt(3) == 0) return mutated(Rosters.zip(Rosters.oneRoster()), random);
            Map<String, String> files = new LinkedHashMap<>(Rosters.oneRoster());
            String name = new ArrayList<>(files.keySet()).get(random.nextInt(files.size()));
            files.computeIfPresent(
                    name,
                    (each, text) ->
                            new String(mutated(text.getBytes(StandardCharsets.UTF_8), random), StandardCharsets.UTF_8));
            return Rosters.zip(files);
        });
    }

    @Test
    void leap2a_feeds_and_archives() throws IOException {
        byte[] feed = Leap2aFiles.FEED.getBytes(StandardCharsets.UTF_8);
        fuzz(
                "leap2a",
                school -> school.emma,
                random -> random.nextInt(3) == 0 ? mutated(Leap2aFiles.zip(), random) : mutated(feed, random));
    }

    /** How many files of each format. */
    int times() {
        return 250;
    }

    private interface Mutant {
        byte[] of(Random random);
    }

    private void fuzz(String format, Mutant mutant) throws IOException {
        fuzz(format, school -> school.head, mutant);
    }

    private void fuzz(String format, Function<VosReves, Desk> by, Mutant mutant) throws IOException {
        long seed = Long.getLong("portfolio.fuzz.seed", System.nanoTime());
        Random random = new Random(seed);
        Path file = folder.resolve("mutant");
        int imported = 0;
        VosReves school = VosReves.over(new InMemoryStore());
        try {
            for (int i = 0; i < times(); i++) {
                if (i % PORTFOLIOS_LAST == PORTFOLIOS_LAST - 1) {
                    school.close();
                    school = VosReves.over(new InMemoryStore());
                }
                ImportOptions options = ImportOptions.ofDefaults().within(BOUNDS);
                if (random.nextBoolean()) options = options.leavingOutBadOnes();
                Files.write(file, mutant.of(random));
                long before = school.journalLength();
                try {
                    exchange.importFrom(by.apply(school), file, format, options, ProgressListener.NONE);
                    imported++;
                } catch (PortfolioException refusal) {
                    assertThat(refusal.getMessage()).isNotBlank();
                    assertThat(school.journalLength())
                            .as("seed %d, file %d", seed, i)
                            .isEqualTo(before);
                } catch (RuntimeException | IOException | StackOverflowError surprise) {
                    fail(
                            "seed %d, file %d: %s"
                                    .formatted(seed, i, Files.readString(file, StandardCharsets.ISO_8859_1)),
                            surprise);
                }
            }
        } finally {
            school.close();
        }
        System.out.printf("fuzz %s: seed %d, %d files, %d imported%n", format, seed, times(), imported);
        assertThat(imported).as("some are still right, or nothing was tried").isBetween(1, times() - 1);
    }

    private static byte[] mutated(byte[] right, Random random) {
        byte[] bytes = right;
        for (int i = random.nextInt(4); i >= 0; i--) bytes = once(bytes, random);
        return bytes;
    }

    private static byte[] once(byte[] bytes, Random random) {
        if (bytes.length == 0) return bytes;
        int from = random.nextInt(bytes.length);
        int to = Math.min(bytes.length, from + 1 + random.nextInt(1 << random.nextInt(8)));
        ByteArrayOutputStream made = new ByteArrayOutputStream();
        switch (random.nextInt(7)) {
            case 0 -> {
                byte[] flipped = bytes.clone();
                flipped[from] ^= (byte) (1 << random.nextInt(8));
                return flipped;
            }
            case 1 -> made.write(bytes, 0, from);
            case 2 -> {
                made.write(bytes, 0, from);
                made.write(bytes, to, bytes.length - to);
            }
            case 3 -> {
                made.write(bytes, 0, to);
                made.write(bytes, from, bytes.length - from);
            }
            case 4 -> {
                byte[] nasty = NASTY.get(random.nextInt(NASTY.size())).getBytes(StandardCharsets.UTF_8);
                made.write(bytes, 0, from);
                made.write(nasty, 0, nasty.length);
                made.write(bytes, to, bytes.length - to);
            }
            case 5 -> {
                made.write(bytes, 0, from);
                int times = 1 + random.nextInt(200);
                for (int i = 0; i < times; i++) made.write(bytes, from, to - from);
                made.write(bytes, to, bytes.length - to);
            }
            default -> {
                int other = random.nextInt(bytes.length);
                int length = Math.min(to - from, bytes.length - other);
                byte[] moved = bytes.clone();
                System.arraycopy(bytes, other, moved, from, length);
                return moved;
            }
        }
        return made.toByteArray();
    }
}
