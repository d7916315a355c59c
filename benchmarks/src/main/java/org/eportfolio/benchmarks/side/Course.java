package org.eportfolio.benchmarks.side;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.eportfolio.benchmarks.side.school.School;

/**
 * How far a run goes.
 *
 * @param folder for the files measured on; taken away in the end
 * @param quick only shows that everything still works: a few seconds, and figures that say nothing
 * @param million a million assessments to load, a million learners on file, ten minutes of reading beside a writer
 */
public record Course(Path folder, boolean quick, boolean million) {
    /** One of three, by how far the run goes. */
    public int sized(int inQuick, int inOrdinary, int inMillion) {
        return quick ? inQuick : million ? inMillion : inOrdinary;
    }

    /** Puts so many learners on file, each with a dossier of the size that is asked for. */
    public void fill(School school, int learners) throws Exception {
        school.fill(learners, sized(2, 40, 40), sized(3, 60, 60), sized(1, 5, 5));
    }

    /** Nanoseconds by variant, of so much work in each round, once Java has compiled what there is to compile. */
    public Map<String, Double> race(Race race, int times) throws Exception {
        if (quick) return race.run(0, rounds(), Math.max(1, times / 50));
        race.warm(times, TimeUnit.SECONDS.toNanos(3), TimeUnit.SECONDS.toNanos(40));
        return race.run(0, rounds(), times);
    }

    public int rounds() {
        return quick ? 1 : 7;
    }

    public Path fresh(String name) throws IOException {
        clear(name);
        return folder.resolve(name);
    }

    /** Takes away a database with its logs. */
    public void clear(String name) throws IOException {
        for (String suffix : new String[] {"", "-wal", "-shm", "-journal", ".access-log"})
            Files.deleteIfExists(folder.resolve(name + suffix));
    }

    public void clear() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path each : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(each);
        }
    }
}
