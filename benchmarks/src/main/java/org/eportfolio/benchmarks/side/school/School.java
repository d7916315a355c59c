package org.eportfolio.benchmarks.side.school;

import java.sql.SQLException;

/** The same work in each variant, upon the same {@link Facts}. Thread-safe. */
public interface School extends AutoCloseable {
    int CLASS = 30;

    /** Puts these learners on file, in classes of thirty. */
    void fill(int learners, int productions, int assessments, int goals) throws Exception;

    /** How many records there are in it. */
    int readDossier(int learner) throws Exception;

    /** Reads the learner's first production by its id. */
    Object readProduction(int learner) throws Exception;

    /** How many lines it has. */
    int matrix(int cohort) throws Exception;

    void position(int learner, int number) throws Exception;

    void positionClass(int cohort, int number) throws Exception;

    @Override
    void close() throws SQLException;

    /** For one thread that reads beside others. */
    interface Reader extends AutoCloseable {
        int readDossier(int learner) throws Exception;

        @Override
        default void close() throws SQLException {}
    }

    default Reader reader() throws Exception {
        return this::readDossier;
    }
}
