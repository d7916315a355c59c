package org.eportfolio.core.internal.memory;

import java.util.Comparator;
import java.util.UUID;
import org.eportfolio.spi.Key;
import org.eportfolio.spi.RowName;
import org.eportfolio.spi.Scope;

/** The orders that the SPI asks for. {@link UUID#compareTo} is not one of them: it takes the two halves as signed. */
final class StoreOrder {
    static final Comparator<UUID> IDS = Comparator.comparing(UUID::getMostSignificantBits, Long::compareUnsigned)
            .thenComparing(UUID::getLeastSignificantBits, Long::compareUnsigned);

    static final Comparator<Scope> SCOPES = Comparator.comparing(Scope::id, IDS);

    /** Scope, kind, id: each list of one scope and kind is one stretch. */
    static final Comparator<RowName> ROWS = Comparator.comparing(RowName::scope, SCOPES)
            .thenComparing(name -> name.kind().name())
            .thenComparing(RowName::id, IDS);

    /** Id first, as answers over all scopes are sorted; scope and kind keep rows of equal ids apart. */
    static final Comparator<RowName> ROWS_BY_ID =
            Comparator.comparing(RowName::id, IDS).thenComparing(ROWS);

    static final Comparator<Key> KEYS = Comparator.comparing(Key::name).thenComparing(Key::value);

    private StoreOrder() {}
}
