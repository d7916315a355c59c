package org.eportfolio.benchmarks.side;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.eportfolio.benchmarks.side.school.LibrarySchool;
import org.eportfolio.benchmarks.side.school.NaiveLoad;
import org.eportfolio.benchmarks.side.school.StatelessLoad;
import org.jspecify.annotations.Nullable;

/** A school's history, loaded at once: assessments with their current levels and the journal. */
final class BulkLoad implements Chapter {
    static final int EACH = 60;
    /** Hibernate loads a part, which only helps it: a smaller file has shallower trees. */
    private static final int HIBERNATE_SHARE = 5;

    /** Opens an empty file before, and takes it away afterwards; neither is timed. */
    private abstract static class Load<S extends AutoCloseable> implements Race.Variant {
        private final Course course;
        private final String name;
        private @Nullable S school;

        Load(Course course, String name) {
            this.course = course;
            this.name = name;
        }

        abstract S open(Path file) throws Exception;

        abstract void load(S into, int learners) throws Exception;

        @Override
        public void prepare() throws Exception {
            school = open(course.fresh(name));
        }

        @Override
        public void run(int times) throws Exception {
            load(Objects.requireNonNull(school), Math.max(1, times / EACH));
        }

        @Override
        public void finish() throws Exception {
            Objects.requireNonNull(school).close();
            course.clear(name);
        }
    }

    @Override
    public void measure(Course course, Table table) throws Exception {
        int assessments = course.sized(120, 100_000, 1_000_000);
        Race race = new Race()
                .with(Row.LIBRARY, new Load<LibrarySchool>(course, "load-library.db") {
                    @Override
                    LibrarySchool open(Path file) {
                        return new LibrarySchool(file);
                    }

                    @Override
                    void load(LibrarySchool into, int learners) {
                        into.load(learners, EACH);
                    }
                })
                .with(Row.JDBC, new Load<NaiveLoad>(course, "load-jdbc.db") {
                    @Override
                    NaiveLoad open(Path file) throws Exception {
                        return new NaiveLoad(file);
                    }

                    @Override
                    void load(NaiveLoad into, int learners) throws Exception {
                        into.load(learners, EACH);
                    }
                })
                .with(Row.HIBERNATE, HIBERNATE_SHARE, new Load<StatelessLoad>(course, "load-hibernate.db") {
                    @Override
                    StatelessLoad open(Path file) {
                        return new StatelessLoad(file);
                    }

                    @Override
                    void load(StatelessLoad into, int learners) {
                        into.load(learners, EACH);
                    }
                });
        Map<String, Double> nanos = race.run(course.sized(0, 1, 1), course.sized(1, 5, 5), assessments);
        table.add(Row.time("bulk load of " + assessments + " assessments, each", nanos)
                .must(Bound.ofJdbc(0.5), Bound.ofHibernate(0.25))
                .aim(Bound.ofJdbc(0.3))
                .note("JDBC: the naive batch, in order of arrival; Hibernate: a fifth of them, stateless"));
        double peak = SmallHeap.peakMiB(course.fresh("load-heap.db"), assessments / EACH);
        course.clear("load-heap.db");
        table.add(Row.of(
                        "bulk load of " + assessments + " assessments with -Xmx128m: heap after GC, at most",
                        "MiB",
                        peak)
                .must(Bound.atMost(SmallHeap.MIB)));
    }
}
