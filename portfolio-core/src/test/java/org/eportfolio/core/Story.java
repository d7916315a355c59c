package org.eportfolio.core;

import java.nio.file.Path;
import org.eportfolio.spi.PortfolioStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** A test that plays in the VosRêves class, over each store. */
@OverBothStores
public abstract class Story {
    @Parameter
    @SuppressWarnings("NullAway.Init")
    public Stores stores;

    @TempDir
    public Path folder;

    public VosReves school;

    @BeforeEach
    public void theSchoolYearBegins() {
        school = VosReves.over(store());
    }

    /** The store that the test plays over. */
    public PortfolioStore store() {
        return stores.open(folder);
    }

    @AfterEach
    public void theSchoolCloses() {
        school.close();
    }
}
