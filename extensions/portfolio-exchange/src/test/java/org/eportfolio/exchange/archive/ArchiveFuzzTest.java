package org.eportfolio.exchange.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32C;
import org.eportfolio.ConflictException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.NotFoundException;
import org.eportfolio.PluginException;
import org.eportfolio.core.Desk;
import org.eportfolio.core.InMemoryStore;
import org.eportfolio.core.Portfolio;
import org.eportfolio.core.VosReves;
import org.eportfolio.exchange.Bounds;
import org.eportfolio.exchange.Exchange;
import org.eportfolio.exchange.Extent;
import org.eportfolio.exchange.ImportOptions;
import org.eportfolio.spi.PortfolioStore;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real archives, mutated: nothing but the documented exceptions, quickly, and nothing half done. A failure names its seed:
 * {@code -Dfuzz.seed=…} plays it again.
 */
class ArchiveFuzzTest {
    private static final long SEED = Long.getLong("fuzz.seed", 20260907);
    private static final int LEAST = 100;

    /** Of the processor's time, since other tests run beside this one. */
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final ImportOptions OPTIONS =
            ImportOptions.ofDefaults().within(new Bounds(1_000, 1 << 20, 8 << 20, 1_000, 64, 200_000, 100_000));

    @TempDir
    Path folder = Path.of("");

    @Test
    void mutated_archives_bring_the_documented_exceptions_and_nothing_else() throws IOException {
        fuzz(1_000, Duration.ofSeconds(3));
    }

    @Test
    @Tag("long")
    void many_mutated_archives_bring_the_documented_exceptions_and_nothing_else() throws IOException {
        fuzz(1_000_000, Duration.ofMinutes(1));
    }

    private void fuzz(int most, Duration time) throws IOException {
        List<Map<String, byte[]>> seeds = seeds();
        long end = System.nanoTime() + time.toNanos();
        int refused = 0;
        int played = 0;
        InMemoryStore store = new InMemoryStore();
        try (Portfolio there = Portfolio.with(store).build()) {
            Desk head = there.setUp("directrice");
            for (; played < LEAST || (played < most && System.nanoTime() < end); played++) {
                long seed = SEED + played;
                Random random = new Random(seed);
                Map<String, byte[]> mutated =
                        mutated(seeds.get(Math.min(random.nextInt(12), seeds.size() - 1)), random);
                Path file = folder.resolve("mutated.zip");
                if (random.nextInt(6) == 0) scrambled(Zips.sealed(file, mutated), random);
                else Zips.forged(file, mutated);
                refused += imported(head, file, store, seed) ? 0 : 1;
                if (played % 100 == 0) {
                    assertThat(head.journal().verify().faults())
                            .as("seed %s", seed)
                            .isEmpty();
                }
            }
            assertThat(head.journal().verify().faults())
                    .as("from seed %s", SEED)
                    .isEmpty();
        }
        System.out.printf("archive fuzz: seed %d, %d played, %d refused%n", SEED, played, refused);
        assertThat(refused).isGreaterThan(played / 2);
    }

    /** Whether it came in; a refusal leaves the journal where it was. */
    private static boolean imported(Desk head, Path file, PortfolioStore store, long seed) throws IOException {
        long length = entries(store);
        long began = THREADS.getCurrentThreadCpuTime();
        try {
            Exchange.ofDefaults().importFrom(head, file, "archive", OPTIONS, (done, total) -> true);
            return true;
        } catch (InvalidInputException | ConflictException | NotFoundException | PluginException e) {
            assertThat(e.getMessage()).as("seed %s", seed).isNotBlank();
            assertThat(entries(store)).as("seed %s", seed).isEqualTo(length);
            return false;
        } catch (RuntimeException | Error e) {
            return fail("seed " + seed + " in " + file, e);
        } finally {
            assertThat(Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - began))
                    .as("seed %s", seed)
                    .isLessThan(LONGEST);
        }
    }

    private static long entries(PortfolioStore store) {
        return store.<Long>read(view -> view.scopes(null, 1_000).stream()
                .mapToLong(scope -> view.head(scope).length())
                .sum());
    }

    private List<Map<String, byte[]>> seeds() throws IOException {
        List<Map<String, byte[]>> seeds = new ArrayList<>();
        try (VosReves school = VosReves.over(new InMemoryStore())) {
            Year.playedIn(school);
            List<Extent> extents = List.of(
                    new Extent.OfDossier(school.dossier),
                    new Extent.OfCohort(school.cohort),
                    new Extent.OfOrganisation());
            for (int i = extents.size() - 1; i >= 0; i--) {
                Path file = folder.resolve("seed-" + i + ".zip");
                Exchange.ofDefaults().export(school.head, extents.get(i), "archive", file);
                seeds.add(Zips.entries(file));
            }
            Path bag = folder.resolve("bag.zip");
            Exchange.ofDefaults().export(school.emma, extents.get(0), "take-away", bag);
            seeds.add(2, Zips.entries(bag));
        }
        return seeds;
    }

    private static Map<String, byte[]> mutated(Map<String, byte[]> seed, Random random) {
        Map<String, byte[]> entries = new LinkedHashMap<>(seed);
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
            List<String> names = new ArrayList<>(entries.keySet());
            String name = names.get(random.nextInt(names.size()));
            byte[] bytes = entries.getOrDefault(name, new byte[0]);
            switch (random.nextInt(10)) {
                case 0 -> entries.remove(name);
                case 1 -> entries.put("records/" + random.nextInt(3) + "x.jsonl", bytes);
                case 2 -> entries.put(names.get(random.nextInt(names.size())), bytes);
                case 3 -> entries.put(name, new byte[0]);
                default -> entries.put(name, mutated(bytes, random));
            }
        }
        return entries;
    }

    private static byte[] mutated(byte[] bytes, Random random) {
        if (bytes.length == 0) return new byte[] {(byte) random.nextInt()};
        byte[] changed = bytes.clone();
        int at = random.nextInt(changed.length);
        int length = Math.min(changed.length - at, 1 + random.nextInt(200));
        switch (random.nextInt(7)) {
            case 0 -> changed[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> changed[at] = (byte) random.nextInt();
            case 2 -> changed = Arrays.copyOf(changed, at);
            case 3 -> System.arraycopy(bytes, random.nextInt(changed.length - length + 1), changed, at, length);
            case 4 -> changed = joined(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, at + length, bytes.length));
            case 5 -> changed = joined(bytes, Arrays.copyOfRange(bytes, at, at + length));
            default ->
                changed = joined(
                        joined(
                                Arrays.copyOf(bytes, at),
                                TOKENS[random.nextInt(TOKENS.length)].getBytes(
                                        java.nio.charset.StandardCharsets.UTF_8)),
                        Arrays.copyOfRange(bytes, at, bytes.length));
        }
        return changed;
    }

    private static final String[] TOKENS = {
        "[".repeat(500),
        "{\"a\":".repeat(100),
        "null",
        "-1",
        "1e400",
        "9".repeat(200),
        "\"\\ud800\"",
        "\u0000",
        "\n",
        "}",
        "\"v\":2,",
        "\"s\":\"\",",
        "true",
        "00000000-0000-0000-0000-000000000000"
    };

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    /** Bytes of the ZIP itself, under a seal that fits. */
    private static void scrambled(Path file, Random random) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        byte[] packed = Arrays.copyOf(bytes, bytes.length - ArchiveTrailer.LENGTH);
        for (int times = 1 + random.nextInt(8); times > 0; times--) {
            int at = random.nextBoolean()
                    ? random.nextInt(packed.length)
                    : packed.length - 1 - random.nextInt(Math.min(packed.length, 2_000));
            packed[at] = (byte) random.nextInt();
        }
        CRC32C sum = new CRC32C();
        sum.update(packed);
        Files.write(file, joined(packed, ArchiveTrailer.of(sum).getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
    }
}
