package org.eportfolio.benchmarks.side;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.eportfolio.benchmarks.side.school.Facts;
import org.eportfolio.core.BundledFrameworks;
import org.eportfolio.core.ExampleScales;
import org.eportfolio.core.Portfolio;
import org.eportfolio.school.Actor;
import org.eportfolio.school.Members;
import org.eportfolio.sqlite.SqliteStore;

/**
 * A host that keeps very many schools open: what each holds once it was used, and what opening it takes beside a bare
 * connection of sqlite-jdbc to the same file that looks into it once.
 */
final class ManySchools implements Chapter {
    private static final String HEAD = "proviseure";
    private static final File DESCRIPTORS = new File("/proc/self/fd");

    @Override
    public void measure(Course course, Table table) throws Exception {
        int number = course.sized(20, 1_000, 1_000);
        Path first = course.fresh("one-of-many.db");
        try (Portfolio school = portfolio(first)) {
            school.setUp(HEAD).cohorts().enrol("classe", Members.learners(names()), Members.teachers(Facts.TEACHER));
            school.as(Actor.of(HEAD)).frameworks().adopt(BundledFrameworks.MC_SNO, ExampleScales.FOUR_STEPS);
        }
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < number; i++) files.add(Files.copy(first, course.fresh("one-of-many-" + i + ".db")));
        opening(files, table);
        holding(files, table);
        for (Path each : files) course.clear(each.getFileName().toString());
        course.clear("one-of-many.db");
    }

    private static String[] names() {
        String[] names = new String[30];
        for (int i = 0; i < names.length; i++) names[i] = Facts.learner(i);
        return names;
    }

    private static Portfolio portfolio(Path file) {
        return Portfolio.with(SqliteStore.open(file)).build();
    }

    /** All stay open until the end, as they would in a host; in turns, since the machine is shared. */
    private static void opening(List<Path> files, Table table) throws Exception {
        List<AutoCloseable> open = new ArrayList<>();
        try {
            Turns stores = Turns.of(
                    files.size() * 3 / 4 - 1, n -> open.add(SqliteStore.open(files.get(n))), n -> bare(files.get(n)));
            table.add(stores.byProcessor("a store is opened, " + files.size() + " of them in one process")
                    .beside("bare sqlite-jdbc")
                    .must(Bound.ofJdbc(1.5))
                    .aim(Bound.ofJdbc(1.2)));
            close(open);
            Turns portfolios =
                    Turns.of(files.size() * 3 / 4 - 1, n -> open.add(portfolio(files.get(n))), n -> bare(files.get(n)));
            table.add(portfolios.byProcessor("the same with its portfolio").beside("bare sqlite-jdbc"));
        } finally {
            close(open);
        }
    }

    /** What any program would do first: open it, and ask it something. */
    private static void bare(Path file) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT value FROM meta WHERE name = 'views'")) {
            if (!row.next()) throw new IllegalStateException(file + " has no views");
        }
    }

    private static void holding(List<Path> files, Table table) throws Exception {
        use(files.get(0));
        long heap = heap();
        int descriptors = descriptors();
        List<AutoCloseable> open = new ArrayList<>();
        try {
            for (Path each : files) open.add(use(each));
            String one = " of each of " + files.size() + " schools that are open and were used";
            table.add(Row.of("heap after GC" + one, "KiB", (heap() - heap) / 1_024.0 / files.size())
                    .must(Bound.atMost(64))
                    .aim(Bound.atMost(32)));
            table.add(Row.of("descriptors" + one, "", (descriptors() - descriptors) / (double) files.size())
                    .must(Bound.atMost(0))
                    .note("64 connections at most for all stores of a process, 3 descriptors each"));
        } finally {
            close(open);
        }
    }

    private static Portfolio use(Path file) {
        Portfolio portfolio = portfolio(file);
        if (portfolio.as(Actor.of(HEAD)).cohorts().find("classe").isEmpty())
            throw new IllegalStateException("no class");
        return portfolio;
    }

    private static void close(List<AutoCloseable> open) throws Exception {
        for (AutoCloseable each : open) each.close();
        open.clear();
    }

    private static long heap() {
        for (int i = 0; i < 4; i++) System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** Zero where the system does not say. */
    private static int descriptors() {
        String[] all = DESCRIPTORS.list();
        return all == null ? 0 : all.length;
    }
}
