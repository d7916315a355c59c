package org.eportfolio.postgresql;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.eportfolio.spi.PortfolioStore;
import org.eportfolio.tck.Capability;
import org.eportfolio.tck.PortfolioStoreContract;
import org.eportfolio.tck.StoreFixture;

/** The contract, in a school of its own for each test. */
class PostgresStoreTest extends PortfolioStoreContract {
    @Override
    protected StoreFixture fixture() {
        return new OfOneSchool(Server.pool());
    }

    static final class OfOneSchool implements StoreFixture {
        private final LossySource lossy = new LossySource();
        private final DataSource pool;
        private final PostgresSchools schools;
        private final UUID school = UUID.randomUUID();

        /** @param pool over the tests' server */
        OfOneSchool(DataSource pool) {
            this.pool = pool;
            // Other tests' schools are in the same tables.
            this.schools = PostgresSchools.open(
                    lossy.over(pool), PostgresOptions.defaults().withLockTimeout(Duration.ofMinutes(1)));
        }

        @Override
        public PortfolioStore open() {
            return schools.create(school);
        }

        @Override
        public Set<Capability> capabilities() {
            return EnumSet.allOf(Capability.class);
        }

        @Override
        public PortfolioStore restored(Path backup) {
            return schools.restore(backup, UUID.randomUUID());
        }

        @Override
        public PortfolioStore another() {
            return PostgresSchools.open(pool).school(school);
        }

        @Override
        public void loseNext(Loss loss) {
            lossy.loseNext(loss == Loss.BEFORE_IT_ARRIVED ? LossySource.Loss.BEFORE : LossySource.Loss.AFTER);
        }

        @Override
        public boolean holds(byte[] bytes) throws SQLException, IOException {
            return !Server.filesWith(Server.pool(), bytes).isEmpty();
        }

        @Override
        public Duration patience() {
            return Duration.ofMinutes(5);
        }

        @Override
        public void clear() {
            schools.remove(school);
            schools.close();
        }
    }
}
