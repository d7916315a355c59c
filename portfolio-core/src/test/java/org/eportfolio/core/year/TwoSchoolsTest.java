package org.eportfolio.core.year;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.eportfolio.core.Stores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever people do in a year of two schools, right or wrong: both stay sound, an erasure leaves what it listed and
 * nothing else, what came from the other school counts nowhere, and everything can be restored elsewhere.
 * {@code -Dportfolio.seed=…} plays one year again, {@code -Dportfolio.calls=…} says how long.
 */
class TwoSchoolsTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void a_short_year_breaks_nothing() throws IOException {
        years(1, 1_000, 16, 2);
    }

    @Test
    @Tag("long")
    void three_years_of_many_calls_break_nothing() throws IOException {
        years(3, 34_000, 160, 12);
    }

    private void years(int number, int usual, int events, int checks) throws IOException {
        int calls = Integer.getInteger("portfolio.calls", usual);
        Long given = Long.getLong("portfolio.seed");
        List<Long> seeds = given == null
                ? LongStream.generate(new Random()::nextLong)
                        .limit(number)
                        .boxed()
                        .toList()
                : List.of(given);
        System.out.println("two schools, " + calls + " calls over each store: "
                + seeds.stream().map(each -> "-Dportfolio.seed=" + each).collect(Collectors.joining(" or ")));
        for (long seed : seeds) {
            for (Stores each : Stores.chosen()) year(each, calls, events, checks, seed);
        }
    }

    private void year(Stores stores, int calls, int events, int checks, long seed) throws IOException {
        Path place = Files.createTempDirectory(folder, "year");
        try (TwoSchools year = new TwoSchools(stores, place, seed)) {
            year.play(calls, events, checks);
            String told = year.outcomes().entrySet().stream()
                    .map(each -> each.getKey() + " " + each.getValue()[0] + "/" + each.getValue()[1] + "/"
                            + each.getValue()[2])
                    .collect(Collectors.joining(", "));
            if (Boolean.getBoolean("portfolio.told")) System.out.println(told);
            long worked = year.outcomes().values().stream()
                    .filter(each -> each[0] > 0)
                    .count();
            assertThat(worked)
                    .as(
                            "seed %s: a year in which little succeeds proves little; done/nothing yet/refused: %s",
                            seed, told)
                    .isGreaterThan(60);
        }
    }
}
