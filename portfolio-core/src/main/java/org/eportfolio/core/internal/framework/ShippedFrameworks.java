package org.eportfolio.core.internal.framework;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.eportfolio.core.internal.work.JsonFile;
import org.eportfolio.framework.Crosswalk;
import org.eportfolio.framework.Framework;
import org.eportfolio.framework.Succession;
import org.eportfolio.workplace.WorkplaceRequirement;

/** The files of frameworks, crosswalks and successions that ship with the library. */
public final class ShippedFrameworks {
    private static final List<String> FRAMEWORKS = List.of("mc-sno", "cs-sno", "crcn", "transversal");

    private ShippedFrameworks() {}

    public static Stream<Framework> frameworks() {
        return FRAMEWORKS.stream().map(ShippedFrameworks::framework);
    }

    public static Framework framework(String file) {
        return read(file, Framework.class);
    }

    public static List<Crosswalk> crosswalks() {
        return List.of(read("mc-sno-crcn", Crosswalk.class));
    }

    public static List<Succession> successions() {
        return List.of(read("mc-sno-cs-sno", Succession.class));
    }

    /** How many weeks at a workplace a framework asks for, where a source says so: MC SNO alone. */
    public static List<WorkplaceRequirement> workplaceRequirements() {
        return Workplaces.REQUIREMENTS;
    }

    /** Each portfolio asks for them when it is opened, so they are read once. */
    private static final class Workplaces {
        static final List<WorkplaceRequirement> REQUIREMENTS =
                List.of(read("mc-sno-workplace", WorkplaceRequirement.class));
    }

    private static <T> T read(String file, Class<T> type) {
        try (InputStream in =
                ShippedFrameworks.class.getResourceAsStream("/org/eportfolio/core/frameworks/" + file + ".json")) {
            if (in == null) throw new IllegalStateException("the library's own file is missing: " + file);
            return JsonFile.read(in, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
