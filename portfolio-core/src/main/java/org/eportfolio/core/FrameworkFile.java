package org.eportfolio.core;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.eportfolio.InvalidInputException;
import org.eportfolio.core.internal.work.JsonFile;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.framework.Crosswalk;
import org.eportfolio.framework.Framework;
import org.eportfolio.framework.Scale;
import org.eportfolio.framework.Succession;

/**
 * Frameworks, crosswalks, successions and scales as JSON files in UTF-8: the fields are the components of
 * {@link Framework}, {@link Crosswalk}, {@link Succession} and {@link Scale}, by name. Optional ones may be missing; a field that does not exist is refused with
 * its place, so that a slip of the pen loses nothing.
 */
public final class FrameworkFile {
    private FrameworkFile() {}

    /** Reads a framework; an {@link InvalidInputException} says what is wrong, and where. */
    public static Framework readFramework(InputStream in) throws IOException {
        return JsonFile.read(in, Framework.class);
    }

    /** Reads a crosswalk; an {@link InvalidInputException} says what is wrong, and where. */
    public static Crosswalk readCrosswalk(InputStream in) throws IOException {
        return JsonFile.read(in, Crosswalk.class);
    }

    /** Reads a scale; an {@link InvalidInputException} says what is wrong, and where. */
    public static Scale readScale(InputStream in) throws IOException {
        return JsonFile.read(in, Scale.class);
    }

    /** Reads a succession; an {@link InvalidInputException} says what is wrong, and where. */
    public static Succession readSuccession(InputStream in) throws IOException {
        return JsonFile.read(in, Succession.class);
    }

    /** Writes what {@link #readFramework} reads, indented; the stream stays open. */
    public static void write(Framework framework, OutputStream to) throws IOException {
        Work.json().write(framework, to);
    }
}
