package org.eportfolio.core.keeping;

import org.eportfolio.core.InMemoryStore;
import org.eportfolio.tck.Capability;
import org.eportfolio.tck.PortfolioStoreContract;
import org.eportfolio.tck.StoreFixture;

public class InMemoryStoreTest extends PortfolioStoreContract {
    @Override
    protected StoreFixture fixture() {
        return StoreFixture.transientOf(InMemoryStore::new, Capability.ACCESS_LOG, Capability.SEARCH_INDEX);
    }
}
