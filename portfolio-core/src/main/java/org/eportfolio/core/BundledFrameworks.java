package org.eportfolio.core;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.eportfolio.framework.Crosswalk;
import org.eportfolio.framework.Framework;
import org.eportfolio.framework.Succession;

/**
 * The frameworks that ship with the library, read from the same files, through the same door, as a host's own. Each item
 * keeps its source; where no source states something, it is left out.
 */
public enum BundledFrameworks {
    /** <em>Mention complémentaire Services numériques aux organisations</em>: three blocs, nine competencies. */
    MC_SNO("mc-sno"),
    /**
     * <em>Certificat de spécialisation Services numériques aux organisations</em>: what MC SNO is called from the session
     * of 2025 on. The sources say that the programme did not change, so its items are those of {@link #MC_SNO}.
     */
    CS_SNO("cs-sno"),
    /** <em>Cadre de référence des compétences numériques</em>: five domains, sixteen competencies. */
    CRCN("crcn"),
    /** The eight transversal competencies that the presentation of MC SNO attaches to situations. */
    TRANSVERSAL("transversal");

    private final String file;

    BundledFrameworks(String file) {
        this.file = file;
    }

    /** The framework, read from its file. */
    public Framework framework() {
        try (InputStream in = open(file)) {
            return FrameworkFile.readFramework(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The crosswalks that ship: MC SNO to CRCN, bloc 1 only; the source maps no more. */
    public static List<Crosswalk> crosswalks() {
        try (InputStream in = open("mc-sno-crcn")) {
            return List.of(FrameworkFile.readCrosswalk(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The successions that ship: MC SNO to CS SNO, one to one. */
    public static List<Succession> successions() {
        try (InputStream in = open("mc-sno-cs-sno")) {
            return List.of(FrameworkFile.readSuccession(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String name) {
        InputStream in = BundledFrameworks.class.getResourceAsStream("frameworks/" + name + ".json");
        if (in == null) throw new IllegalStateException("the library's own file is missing: " + name);
        return in;
    }
}
