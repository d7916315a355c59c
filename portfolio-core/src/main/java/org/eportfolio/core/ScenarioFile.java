package org.eportfolio.core;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.eportfolio.InvalidInputException;
import org.eportfolio.core.internal.input.Inputs;
import org.eportfolio.core.internal.work.JsonFile;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.scenario.Scenario;

/**
 * Scenarios as JSON files in UTF-8: the fields are the components of {@link Scenario} and of what it consists of, by
 * name. Optional ones may be missing; a field that does not exist is refused with its place, so that a slip of the pen
 * loses nothing. Codes are held against the published frameworks when the scenario is drafted, because a file cannot
 * know them. The format is described in {@code docs/scenario-file.md}.
 */
public final class ScenarioFile {
    private ScenarioFile() {}

    /** Reads a scenario, complete or not; an {@link InvalidInputException} says what is wrong, and where. */
    public static Scenario read(InputStream in) throws IOException {
        return Inputs.checked(JsonFile.read(in, Scenario.class));
    }

    /** Writes what {@link #read} reads, indented; the stream stays open. */
    public static void write(Scenario scenario, OutputStream to) throws IOException {
        Work.json().write(scenario, to);
    }
}
