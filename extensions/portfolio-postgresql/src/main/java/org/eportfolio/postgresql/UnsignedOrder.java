package org.eportfolio.postgresql;

import java.util.Comparator;
import java.util.UUID;
import org.eportfolio.spi.RowName;

/** The order of an id's 16 bytes, unsigned, as the database has it too; {@link UUID#compareTo} has another. */
final class UnsignedOrder {
    static final Comparator<UUID> OF_IDS = (a, b) -> {
        int high = Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(a.getLeastSignificantBits(), b.getLeastSignificantBits());
    };

    static final Comparator<RowName> OF_NAMES = Comparator.comparing(RowName::id, OF_IDS)
            .thenComparing(name -> name.scope().id(), OF_IDS)
            .thenComparing(name -> name.kind().name());

    private UnsignedOrder() {}
}
