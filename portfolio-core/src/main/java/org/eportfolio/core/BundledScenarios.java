package org.eportfolio.core;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.eportfolio.scenario.Scenario;

/**
 * The scenarios that ship with the library, read from files through the same door as a host's own. Each text keeps its
 * source; where the source states nothing, nothing stands there, and the mission is a draft that says so.
 */
public enum BundledScenarios {
    /**
     * The travel agency VosRêves of the IGÉSR presentation of MC SNO: a situation for each bloc, and one for all three.
     * It names codes of {@link BundledFrameworks#MC_SNO}, {@link BundledFrameworks#CRCN} and
     * {@link BundledFrameworks#TRANSVERSAL}, which have to be published first.
     */
    VOS_REVES("vosreves");

    private final String file;

    BundledScenarios(String file) {
        this.file = file;
    }

    /** The scenario, read from its file. */
    public Scenario scenario() {
        try (InputStream in = BundledScenarios.class.getResourceAsStream("scenarios/" + file + ".json")) {
            if (in == null) throw new IllegalStateException("the library's own file is missing: " + file);
            return ScenarioFile.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
