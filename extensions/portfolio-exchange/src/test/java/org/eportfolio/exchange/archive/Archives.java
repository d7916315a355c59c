package org.eportfolio.exchange.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eportfolio.core.Desk;
import org.eportfolio.core.Portfolio;
import org.eportfolio.core.Stores;
import org.eportfolio.core.Story;
import org.eportfolio.exchange.Exchange;
import org.eportfolio.exchange.Extent;
import org.eportfolio.exchange.ImportOptions;
import org.eportfolio.exchange.ImportReport;
import org.junit.jupiter.api.BeforeEach;

/** A year in the VosRêves class, and what is needed to carry it about. */
abstract class Archives extends Story {
    static final Exchange EXCHANGE = Exchange.ofDefaults();
    private int files;

    @BeforeEach
    void a_year_goes_by() {
        Year.playedIn(school);
    }

    final Extent emmas() {
        return new Extent.OfDossier(school.dossier);
    }

    final Path exported(Desk by, Extent extent) throws IOException {
        return exported(by, extent, "archive");
    }

    final Path exported(Desk by, Extent extent, String format) throws IOException {
        Path to = folder.resolve("export-" + files++ + ".zip");
        EXCHANGE.export(by, extent, format, to);
        return to;
    }

    static ImportReport imported(Desk by, Path archive) throws IOException {
        return EXCHANGE.importFrom(by, archive, ImportOptions.ofDefaults());
    }

    /** A portfolio over the other store, with nothing in it. */
    final Portfolio elsewhere() throws IOException {
        Stores other = stores == Stores.IN_MEMORY ? Stores.SQLITE : Stores.IN_MEMORY;
        return over(other);
    }

    final Portfolio over(Stores chosen) throws IOException {
        Path place = Files.createDirectory(folder.resolve("elsewhere-" + files++));
        return Portfolio.with(chosen.open(place)).clock(school.clock).build();
    }
}
