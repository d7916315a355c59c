package org.eportfolio.core.teeth;

import org.eportfolio.core.InMemoryStore;
import org.eportfolio.core.PassingStore;
import org.eportfolio.spi.PortfolioStore;

/** A correct store; a fault overrides one thing of it. */
class OtherStore extends PassingStore {
    OtherStore() {
        this(new InMemoryStore());
    }

    OtherStore(PortfolioStore sound) {
        super(sound);
    }
}
