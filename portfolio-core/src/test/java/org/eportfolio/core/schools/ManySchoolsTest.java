package org.eportfolio.core.schools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.eportfolio.core.MutableClock;
import org.eportfolio.core.Portfolio;
import org.eportfolio.core.Portfolios;
import org.eportfolio.core.VosReves;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Actor;
import org.eportfolio.spi.PortfolioStore;
import org.eportfolio.spi.SchoolStores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** A platform of very many schools in one process: what it holds depends on how many are open, not on how many there are. */
@Isolated("counts the threads, descriptors and heap of the whole process")
class ManySchoolsTest {
    private static final int OPEN = 16;
    private static final int THREADS = 4;
    private static final long MEGABYTE = 1 << 20;

    private final MutableClock clock = new MutableClock(VosReves.BEGINNING, VosReves.PARIS);

    @TempDir
    Path folder;

    @Test
    void two_hundred_files_in_one_folder() throws Exception {
        Held held = served(SchoolPlaces.FOLDER_OF_FILES, 200, 1_000);
        assertThat(held.descriptors()).isLessThan(OPEN * 12);
    }

    @Test
    void two_hundred_schools_of_one_database() throws Exception {
        Held held = served(SchoolPlaces.DATABASE, 200, 1_000);
        assertThat(held.descriptors()).isLessThan(3 * TestServer.CONNECTIONS + 10);
    }

    @Test
    @Tag("long")
    void five_thousand_schools_of_one_database() throws Exception {
        Held held = served(SchoolPlaces.DATABASE, 5_000, 20_000);
        assertThat(held.descriptors()).isLessThan(3 * TestServer.CONNECTIONS + 10);
    }

    @Test
    void each_of_two_hundred_files_that_are_open_at_the_same_time_holds_little() throws Exception {
        int number = 200;
        for (int i = 0; i < number; i++) {
            try (Portfolio portfolio = portfolio(SchoolPlaces.FOLDER_OF_FILES.made("school-" + i, folder))) {
                portfolio.setUp("tete." + i);
            }
        }
        SchoolStores stores = SchoolPlaces.FOLDER_OF_FILES.stores(folder);
        List<Portfolio> open = new ArrayList<>();
        try {
            Held before = Held.now();
            for (int i = 0; i < number; i++) {
                open.add(portfolio(stores.open("school-" + i)));
                assertThat(open.get(i).administrator()).contains(PersonId.of("tete." + i));
            }
            Held held = Held.now().since(before);
            assertThat(held.heap()).isLessThan(number * 64L * 1_024);
            // A connection takes three; without a bound there were two connections and more for each school.
            assertThat(held.descriptors()).isLessThan(number);
            assertThat(held.threads()).isLessThan(20);
        } finally {
            open.forEach(Portfolio::close);
        }
    }

    /** What the process has more than before, at the most that was seen. */
    private record Held(long threads, long descriptors, long heap) {
        static Held now() throws IOException {
            System.gc();
            return new Held(
                    entries("/proc/self/task"),
                    entries("/proc/self/fd"),
                    Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
        }

        /** Zero where the system does not say. */
        private static long entries(String folder) throws IOException {
            if (!Files.isDirectory(Path.of(folder))) return 0;
            try (Stream<Path> all = Files.list(Path.of(folder))) {
                return all.count();
            }
        }

        Held since(Held before) {
            return new Held(threads - before.threads, descriptors - before.descriptors, heap - before.heap);
        }
    }

    private Held served(SchoolPlaces place, int number, int calls) throws Exception {
        List<String> schools = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            String school = new UUID(0x5C0001, i).toString();
            try (Portfolio portfolio = portfolio(place.made(school, folder))) {
                portfolio.setUp("tete." + i);
            }
            schools.add(school);
        }
        try (Portfolios warm = platform(place)) {
            warm.call(schools.get(0), Portfolio::administrator);
        }
        Held before = Held.now();
        try (Portfolios portfolios = platform(place)) {
            ExecutorService threads = Executors.newFixedThreadPool(THREADS);
            try {
                List<Future<?>> running = new ArrayList<>();
                for (int t = 0; t < THREADS; t++) {
                    Random random = new Random(t);
                    running.add(threads.submit(() -> {
                        for (int i = 0; i < calls / THREADS; i++) visit(portfolios, schools, random.nextInt(number));
                    }));
                }
                for (Future<?> each : running) each.get();
                Held held = Held.now().since(before);
                assertThat(portfolios.open()).isLessThanOrEqualTo(OPEN);
                assertThat(held.threads()).isLessThan(THREADS + 20);
                assertThat(held.heap()).isLessThan(64 * MEGABYTE);
                assertThat(
                                TestServer.pool().getHikariPoolMXBean() == null
                                        ? 0
                                        : TestServer.pool()
                                                .getHikariPoolMXBean()
                                                .getTotalConnections())
                        .isLessThanOrEqualTo(TestServer.CONNECTIONS);
                System.out.println(place + ", " + number + " schools, beside before: " + held);
                return held;
            } finally {
                threads.shutdownNow();
            }
        }
    }

    /** Reads, and writes now and then. */
    private static void visit(Portfolios portfolios, List<String> schools, int number) {
        portfolios.call(schools.get(number), portfolio -> {
            String head = portfolio.administrator().orElseThrow().value();
            assertThat(head).isEqualTo("tete." + number);
            if (number % 10 == 0) portfolio.as(Actor.of(head)).people().name(PersonId.of("eleve"), "Élève d'exemple");
            return true;
        });
    }

    private Portfolios platform(SchoolPlaces place) {
        return Portfolios.over(place.stores(folder), (school, store) -> portfolio(store))
                .clock(clock)
                .mostOpen(OPEN)
                .patience(Duration.ofMinutes(1))
                .build();
    }

    private Portfolio portfolio(PortfolioStore store) {
        return Portfolio.with(store).clock(clock).build();
    }
}
