package org.eportfolio.benchmarks.side;

/** Rows of the table that are measured together; {@link SideBySide} runs one chapter after another. */
public interface Chapter {
    void measure(Course course, Table table) throws Exception;
}
