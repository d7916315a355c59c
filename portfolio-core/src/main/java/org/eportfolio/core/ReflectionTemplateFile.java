package org.eportfolio.core;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.eportfolio.InvalidInputException;
import org.eportfolio.core.internal.work.JsonFile;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.reflection.ReflectionTemplate;

/**
 * Reflection templates as JSON files in UTF-8: the fields are the components of {@link ReflectionTemplate}, by name;
 * texts are objects with a field for each language. A hint may be missing; a field that does not exist is refused with
 * its place. The templates that ship are files of the same shape.
 */
public final class ReflectionTemplateFile {
    private ReflectionTemplateFile() {}

    /** Reads a template; an {@link InvalidInputException} says what is wrong, and where. */
    public static ReflectionTemplate read(InputStream in) throws IOException {
        return JsonFile.read(in, ReflectionTemplate.class);
    }

    /** Writes what {@link #read} reads, indented; the stream stays open. */
    public static void write(ReflectionTemplate template, OutputStream to) throws IOException {
        Work.json().write(template, to);
    }
}
