package org.eportfolio.postgresql;

import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;
import org.eportfolio.spi.PortfolioStore;
import org.eportfolio.tck.Capability;
import org.eportfolio.tck.PortfolioStoreContract;
import org.eportfolio.tck.StoreFixture;

/** The contract, in a school of its own for each test. */
class PostgresStoreTest extends PortfolioStoreContract {
    @Override
    protected StoreFixture fixture() {
        return new OfOneSchool();
    }

    private static final class OfOneSchool implements StoreFixture {
        private final PostgresSchools schools = PostgresSchools.open(Server.pool());
        private final UUID school = UUID.randomUUID();

        @Override
        public PortfolioStore open() {
            return schools.create(school);
        }

        @Override
        public Set<Capability> capabilities() {
            return Set.of(Capability.values());
        }

        @Override
        public PortfolioStore restored(Path backup) {
            return schools.restore(backup, UUID.randomUUID());
        }

        @Override
        public void clear() {
            schools.remove(school);
            schools.close();
        }
    }
}
