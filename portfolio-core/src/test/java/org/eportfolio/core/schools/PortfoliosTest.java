package org.eportfolio.core.schools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eportfolio.NotFoundException;
import org.eportfolio.StorageException;
import org.eportfolio.core.MutableClock;
import org.eportfolio.core.PassingStore;
import org.eportfolio.core.Portfolio;
import org.eportfolio.core.Portfolios;
import org.eportfolio.core.VosReves;
import org.eportfolio.id.PersonId;
import org.eportfolio.spi.PortfolioStore;
import org.eportfolio.spi.SchoolStores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A platform's schools in one process, over a folder of files and over a database. */
@ParameterizedClass(name = "{0}")
@EnumSource(SchoolPlaces.class)
class PortfoliosTest {
    @Parameter
    @SuppressWarnings("NullAway.Init")
    SchoolPlaces place;

    @TempDir
    Path folder;

    private final MutableClock clock = new MutableClock(VosReves.BEGINNING, VosReves.PARIS);
    private final AtomicInteger openings = new AtomicInteger();

    @SuppressWarnings("NullAway.Init")
    private String lycee;

    @SuppressWarnings("NullAway.Init")
    private String college;

    @BeforeEach
    void there_are_two_schools() {
        lycee = made("tete.du.lycee");
        college = made("tete.du.college");
    }

    @SuppressWarnings("NullAway.Init")
    private Portfolios portfolios;

    @AfterEach
    void the_platform_stops() {
        if (portfolios != null) portfolios.close();
    }

    private String made(String head) {
        return made(UUID.randomUUID().toString(), head);
    }

    private String made(String school, String head) {
        try (Portfolio portfolio = portfolio(place.made(school, folder))) {
            portfolio.setUp(head);
        }
        return school;
    }

    private Portfolio portfolio(PortfolioStore store) {
        return Portfolio.with(store).clock(clock).build();
    }

    private Portfolios.Builder platform() {
        return platform(place.stores(folder));
    }

    private Portfolios.Builder platform(SchoolStores stores) {
        return Portfolios.over(stores, (school, store) -> {
                    openings.incrementAndGet();
                    return portfolio(store);
                })
                .clock(clock)
                .patience(Duration.ZERO);
    }

    private String head(String school) {
        return portfolios.call(
                school,
                portfolio -> portfolio.administrator().map(PersonId::value).orElse("?"));
    }

    @Test
    void each_school_is_opened_when_it_is_first_used_and_stays_open() {
        portfolios = platform().build();
        assertThat(portfolios.open()).isZero();
        assertThat(head(lycee)).isEqualTo("tete.du.lycee");
        assertThat(head(college)).isEqualTo("tete.du.college");
        assertThat(head(lycee)).isEqualTo("tete.du.lycee");
        assertThat(openings).hasValue(2);
        assertThat(portfolios.open()).isEqualTo(2);
    }

    @Test
    void many_who_come_at_once_wait_for_one_opening() throws Exception {
        portfolios = platform().patience(Duration.ofMinutes(1)).build();
        CountDownLatch go = new CountDownLatch(1);
        inThreads(8, () -> {
            go.countDown();
            go.await();
            return head(lycee);
        });
        assertThat(openings).hasValue(1);
    }

    @Test
    void a_school_that_is_not_there_answers_like_an_id_that_is_none() throws Exception {
        portfolios = platform().build();
        List<String> outside = List.of(
                UUID.randomUUID().toString(),
                lycee.toUpperCase(Locale.ROOT) + "X",
                "../" + lycee,
                lycee + "/../" + college,
                lycee + "\0",
                lycee + " ",
                "",
                "x".repeat(10_000));
        for (String school : outside) {
            assertThatThrownBy(() -> portfolios.use(school)).isInstanceOfSatisfying(NotFoundException.class, e -> {
                assertThat(e.what()).isEqualTo("school");
                assertThat(e.id()).isEqualTo(school);
                assertThat(e).hasNoCause();
            });
        }
        assertThat(portfolios.open()).isZero();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.filter(each -> each.toString().endsWith(".db"))).hasSizeLessThanOrEqualTo(2);
        }
    }

    @Test
    void a_school_that_another_process_makes_or_removes_is_there_or_gone_at_once() {
        portfolios = platform().build();
        String late = UUID.randomUUID().toString();
        assertThatThrownBy(() -> head(late)).isInstanceOf(NotFoundException.class);
        made(late, "tete.tardive");
        assertThat(head(late)).isEqualTo("tete.tardive");
        place.remove(late, folder);
        assertThatThrownBy(() -> head(late)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void a_school_that_was_put_in_the_place_of_another_is_opened_anew_once_the_other_is_free() {
        portfolios = platform().build();
        try (Portfolios.Use used = portfolios.use(lycee)) {
            place.remove(lycee, folder);
            made(lycee, "une.autre.tete");
            portfolios.reopen(lycee);
            assertThat(used.portfolio().zone()).isEqualTo(VosReves.PARIS);
            assertThatThrownBy(() -> portfolios.use(lycee)).isInstanceOf(StorageException.class);
        }
        assertThat(head(lycee)).isEqualTo("une.autre.tete");
    }

    @Test
    void what_is_in_use_is_never_closed_and_the_next_one_waits_for_its_place() {
        portfolios = platform().mostOpen(1).build();
        try (Portfolios.Use used = portfolios.use(lycee)) {
            assertThatThrownBy(() -> portfolios.use(college))
                    .isInstanceOfSatisfying(
                            StorageException.class,
                            e -> assertThat(e.reason().key()).isEqualTo("storage.schools-in-use"));
            clock.advance(Duration.ofDays(1));
            portfolios.closeIdle();
            portfolios.reopen(lycee);
            assertThat(used.portfolio().administrator()).isPresent();
        }
        assertThat(head(college)).isEqualTo("tete.du.college");
        assertThat(portfolios.open()).isEqualTo(1);
    }

    @Test
    void what_was_idle_for_long_is_closed() {
        portfolios = platform().idleFor(Duration.ofMinutes(10)).build();
        head(lycee);
        clock.advance(Duration.ofMinutes(9));
        head(college);
        clock.advance(Duration.ofMinutes(2));
        head(college);
        assertThat(portfolios.open()).isEqualTo(1);
        clock.advance(Duration.ofMinutes(11));
        portfolios.closeIdle();
        assertThat(portfolios.open()).isZero();
        assertThat(head(lycee)).isEqualTo("tete.du.lycee");
    }

    @Test
    void a_school_that_could_not_be_opened_can_be_tried_again() {
        AtomicInteger attempts = new AtomicInteger();
        portfolios = Portfolios.over(place.stores(folder), (school, store) -> {
                    if (attempts.incrementAndGet() == 1) throw new IllegalStateException("not now");
                    return portfolio(store);
                })
                .mostOpen(1)
                .patience(Duration.ZERO)
                .build();
        assertThatThrownBy(() -> head(lycee)).hasMessage("not now");
        assertThat(head(lycee)).isEqualTo("tete.du.lycee");
    }

    @Test
    void threads_that_share_few_places_never_meet_a_closed_portfolio() throws Exception {
        List<String> schools = new ArrayList<>(List.of(lycee, college));
        IntStream.range(0, 8).forEach(i -> schools.add(made("tete." + i)));
        portfolios = platform().mostOpen(3).patience(Duration.ofMinutes(1)).build();
        Set<Integer> open = ConcurrentHashMap.newKeySet();
        inThreads(8, () -> {
            for (int i = 0; i < 60; i++) {
                String school = schools.get(ThreadLocalRandom.current().nextInt(schools.size()));
                assertThat(head(school)).startsWith("tete.");
                open.add(portfolios.open());
            }
            return true;
        });
        assertThat(open).allMatch(each -> each <= 3);
        assertThat(openings.get()).isGreaterThan(10);
    }

    @Test
    void the_end_closes_every_portfolio_and_then_what_they_share() {
        List<String> order = new ArrayList<>();
        SchoolStores real = place.stores(folder);
        portfolios = platform(new SchoolStores() {
                    @Override
                    public PortfolioStore open(String school) {
                        return new PassingStore(real.open(school)) {
                            @Override
                            public void close() {
                                order.add(school);
                                super.close();
                            }
                        };
                    }

                    @Override
                    public void close() {
                        order.add("all");
                        real.close();
                    }
                })
                .build();
        head(lycee);
        Portfolios.Use kept = portfolios.use(college);
        portfolios.close();
        assertThat(order).containsExactlyInAnyOrder(lycee, college, "all").endsWith("all");
        assertThatThrownBy(() -> portfolios.use(lycee)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> kept.portfolio().administrator()).isInstanceOf(IllegalStateException.class);
        kept.close();
        kept.close();
    }

    private static <T> void inThreads(int number, Callable<T> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(number);
        try {
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < number; i++) running.add(threads.submit(work));
            for (Future<T> each : running) each.get();
        } finally {
            threads.shutdownNow();
        }
    }
}
