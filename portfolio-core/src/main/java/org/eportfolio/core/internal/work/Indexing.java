package org.eportfolio.core.internal.work;

import java.util.Set;
import org.eportfolio.core.internal.kind.RecordKind;
import org.eportfolio.spi.IndexedRow;
import org.eportfolio.spi.RowName;

/** What records are found by: made of the record alone, so that it can be made again at any time. Thread-safe. */
public interface Indexing {
    /** Of a store that keeps no index. */
    Indexing NONE = new Indexing() {
        @Override
        public String rules() {
            return "";
        }

        @Override
        public Set<RecordKind<?>> kinds() {
            return Set.of();
        }

        @Override
        public IndexedRow row(RecordKind<?> kind, RowName name, Object record) {
            return IndexedRow.none(name);
        }
    };

    /** The name of these rules: with others, everything is indexed anew. */
    String rules();

    /** Whose records are indexed. */
    Set<RecordKind<?>> kinds();

    default boolean indexes(RecordKind<?> kind) {
        return kinds().contains(kind);
    }

    /** @param record of a kind that is indexed */
    IndexedRow row(RecordKind<?> kind, RowName name, Object record);
}
