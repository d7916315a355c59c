package org.eportfolio.spring;

import java.util.Objects;
import java.util.function.Supplier;
import org.eportfolio.spi.PortfolioStore;
import org.eportfolio.spi.SchoolStores;

/** The store of one school, by its id; any other id is that of no school. */
record OneSchool(String id, Supplier<PortfolioStore> opening) implements SchoolStores {
    OneSchool {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(opening, "opening");
    }

    @Override
    public PortfolioStore open(String school) {
        if (!id.equals(school)) throw SchoolStores.unknown(school);
        return opening.get();
    }

    @Override
    public void close() {}
}
