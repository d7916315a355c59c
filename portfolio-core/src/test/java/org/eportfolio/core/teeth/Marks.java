package org.eportfolio.core.teeth;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.eportfolio.spi.KeptContent;
import org.eportfolio.spi.Kind;
import org.eportfolio.spi.PortfolioStore;
import org.eportfolio.spi.Scope;

/** Where the kit's erasures put their marks. */
final class Marks {
    static final Scope SCOPE = new Scope(new UUID(0x0193_0000_0000_7000L, 0x8000_0000_0000_000AL));
    static final Kind KIND = new Kind("assessment");

    private Marks() {}

    static boolean inFiles(PortfolioStore store, String mark) throws IOException {
        for (KeptContent each : store.contents().list(null, 100)) {
            try (InputStream in = store.contents().open(each.content()).orElseThrow()) {
                if (new String(in.readAllBytes(), StandardCharsets.UTF_8).contains(mark)) return true;
            }
        }
        return false;
    }
}
