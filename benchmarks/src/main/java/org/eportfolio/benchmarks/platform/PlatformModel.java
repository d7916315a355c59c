package org.eportfolio.benchmarks.platform;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.eportfolio.postgresql.PostgresSchools;
import org.eportfolio.spi.PortfolioStore;

/**
 * Loads a scaled model of a platform into an empty database and says what thousands of schools would come to, each figure with its
 * error: by how much the largest model misses the line through the smaller ones. One leg has ever more schools of one year, the
 * other one school of ever more years.
 */
public final class PlatformModel {
    private static final int SCHOOLS = 5_000;
    private static final int LEARNERS = 600;
    private static final int YEARS = 10;
    private static final int SCHOOL_DAYS = 180;
    private static final int EIGHT_HOURS = 28_800;
    private static final double GIGA = 1e9;
    private static final double DAY = 86_400;

    private final HikariDataSource pool;
    private final PostgresSchools schools;
    private final int learners;
    private final Map<String, List<Line.Point>> measured = new LinkedHashMap<>();
    private double spent;

    private PlatformModel(HikariDataSource pool, PostgresSchools schools, int learners) {
        this.pool = pool;
        this.schools = schools;
        this.learners = learners;
    }

    /**
     * @param arguments the URL of an empty database; how many learners a school of the model has; how many schools and how many years
     *     there are at most
     */
    public static void main(String... arguments) throws Exception {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(arguments[0]);
        config.setMaximumPoolSize(4);
        try (HikariDataSource pool = new HikariDataSource(config)) {
            PostgresSchools.migrate(pool);
            try (PostgresSchools schools = PostgresSchools.open(pool)) {
                PlatformModel model = new PlatformModel(pool, schools, Integer.parseInt(arguments[1]));
                System.out.println(model.grown(Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3])));
            }
        }
    }

    private String grown(int mostSchools, int mostYears) throws Exception {
        UUID last = UUID.randomUUID();
        for (int number = 1; number <= mostSchools; number++) {
            last = UUID.randomUUID();
            try (ModelSchool school = new ModelSchool(schools.create(last), learners, number)) {
                live(school);
            }
            note("schools", (double) number * learners);
        }
        double backup = backup(last);
        double fewest = total();
        try (ModelSchool school = new ModelSchool(schools.create(UUID.randomUUID()), learners, 0)) {
            for (int year = 1; year <= mostYears; year++) {
                live(school);
                point("years, bytes", (double) year * learners, total() - fewest);
            }
        }
        return said(backup);
    }

    private void live(ModelSchool school) {
        long from = System.nanoTime();
        school.live();
        spent += (System.nanoTime() - from) / GIGA;
    }

    private void note(String leg, double size) throws SQLException {
        for (String table :
                List.of("record", "key", "entry", "head", "content", "content_key", "piece", "indexed", "token")) {
            point(
                    leg + ", bytes of " + table,
                    size,
                    number("SELECT pg_total_relation_size('portfolio." + table + "')"));
            point(leg + ", rows of " + table, size, number("SELECT count(*) FROM portfolio." + table));
        }
        point(leg + ", bytes", size, total());
        point(leg + ", seconds", size, spent);
        point(leg + ", log", size, number("SELECT pg_current_wal_lsn() - '0/0'::pg_lsn"));
    }

    private void point(String what, double size, double value) {
        measured.computeIfAbsent(what, first -> new ArrayList<>()).add(new Line.Point(size, value));
    }

    private double total() throws SQLException {
        return number("SELECT sum(pg_total_relation_size(c.oid)) FROM pg_class c"
                + " WHERE c.relnamespace = 'portfolio'::regnamespace AND c.relkind = 'r'");
    }

    private double number(String query) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getDouble(1);
        }
    }

    /** Seconds that the backup of one school of the model takes. */
    private double backup(UUID id) throws IOException {
        Path folder = Files.createTempDirectory("platform");
        Path file = folder.resolve("backup");
        try (PortfolioStore store = schools.school(id)) {
            long from = System.nanoTime();
            store.backup(file);
            return (System.nanoTime() - from) / GIGA;
        } finally {
            Files.deleteIfExists(file);
            Files.delete(folder);
        }
    }

    private String said(double backup) {
        double all = (double) SCHOOLS * LEARNERS * YEARS;
        double files = all * ModelSchool.FILES * ModelSchool.FILE_BYTES;
        StringBuilder text = new StringBuilder();
        text.append(line("%,d schools × %d learners × %d years: %,.0f learner-years", SCHOOLS, LEARNERS, YEARS, all));
        text.append("| What | of a learner and year | all | error |\n|---|--:|--:|--:|\n");
        measured.forEach((what, points) -> text.append(row(what, Line.through(points), all)));
        Line bytes = line("schools, bytes");
        text.append(line(
                "without the files' own bytes: %,.0f GB; each MB of files of a learner and year is %,.0f TB more",
                (bytes.slope() * all - files) / GIGA, all / 1e6));
        text.append(line("a later year of a school ÷ its first, by bytes: %.2f", later("years, bytes")));
        double perDay = all / YEARS * ModelSchool.ACTS / SCHOOL_DAYS;
        text.append(line(
                "%,.0f acts on each of %d school days, %.0f a second over eight hours; one connection made %.0f a second here",
                perDay,
                SCHOOL_DAYS,
                perDay / EIGHT_HOURS,
                ModelSchool.ACTS / line("schools, seconds").slope()));
        text.append(line(
                "backup of a school by itself: %.1f s for %d learner-years here, %.0f s for one of %d",
                backup, learners, backup / learners * LEARNERS * YEARS, LEARNERS * YEARS));
        return text.toString();
    }

    private Line line(String what) {
        return Line.through(measured.getOrDefault(what, List.of()));
    }

    /** How what the last year takes compares with what the first took. */
    private double later(String what) {
        List<Line.Point> points = measured.getOrDefault(what, List.of());
        double first = points.get(0).value();
        double last = points.get(points.size() - 1).value()
                - points.get(points.size() - 2).value();
        return last / first;
    }

    private static String row(String what, Line line, double all) {
        boolean rows = what.contains("rows");
        boolean seconds = what.contains("seconds");
        String unit = rows ? "million" : seconds ? "days" : "GB";
        double by = rows ? 1e6 : seconds ? DAY : GIGA;
        return line(
                "| %s | %,.2f | %,.0f %s | %.1f %% |",
                what, line.slope(), line.slope() * all / by, unit, 100 * line.error());
    }

    private static String line(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments) + "\n";
    }
}
