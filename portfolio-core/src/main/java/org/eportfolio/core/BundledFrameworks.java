package org.eportfolio.core;

import java.util.List;
import org.eportfolio.core.internal.framework.ShippedFrameworks;
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
        return ShippedFrameworks.framework(file);
    }

    /** The crosswalks that ship: MC SNO to CRCN, bloc 1 only; the source maps no more. */
    public static List<Crosswalk> crosswalks() {
        return ShippedFrameworks.crosswalks();
    }

    /** The successions that ship: MC SNO to CS SNO, one to one. */
    public static List<Succession> successions() {
        return ShippedFrameworks.successions();
    }
}
