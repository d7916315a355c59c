package org.eportfolio.core.internal.work;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eportfolio.Page;
import org.eportfolio.PageRequest;
import org.eportfolio.core.internal.kind.RecordKind;

/** Lists of records in the order of their ids. */
final class SortedRecords {
    private SortedRecords() {}

    /** Puts a record into the list, or takes it out. */
    static <T> void lay(RecordKind<T> kind, List<T> records, UUID at, Optional<T> record) {
        int low = placeOf(kind.id(), records, at);
        boolean there =
                low < records.size() && kind.id().apply(records.get(low)).equals(at);
        if (there) records.remove(low);
        if (record.isPresent()) records.add(low, record.get());
    }

    /** One page of the list. */
    static <T> Page<T> page(RecordKind<T> kind, List<T> records, PageRequest request) {
        return page(kind.id(), records, request);
    }

    /** One page of the list, which is in the order of these ids. */
    static <T> Page<T> page(Function<T, UUID> id, List<T> records, PageRequest request) {
        boolean backwards = request.order() == PageRequest.Order.NEWEST_FIRST;
        int at = backwards ? records.size() : 0;
        if (request.after() != null) {
            at = placeOf(id, records, request.after());
            if (!backwards && at < records.size() && id.apply(records.get(at)).equals(request.after())) at++;
        }
        int from = backwards ? Math.max(0, at - request.size()) : at;
        int to = backwards ? at : Math.min(records.size(), at + request.size());
        List<T> items = new ArrayList<>(records.subList(from, to));
        if (backwards) Collections.reverse(items);
        boolean last = items.isEmpty() || (backwards ? from == 0 : to == records.size());
        return new Page<>(items, last ? null : request.after(id.apply(items.get(items.size() - 1))));
    }

    /** Where a record with this id stands in the list, or would stand. */
    private static <T> int placeOf(Function<T, UUID> id, List<T> records, UUID at) {
        int low = 0;
        int high = records.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (Ids.BY_BYTES.compare(id.apply(records.get(middle)), at) < 0) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    /** The record with this id, of the list. */
    static <T> Optional<T> among(RecordKind<T> kind, List<T> records, UUID wanted) {
        int at = placeOf(kind.id(), records, wanted);
        return at < records.size() && kind.id().apply(records.get(at)).equals(wanted)
                ? Optional.of(records.get(at))
                : Optional.empty();
    }
}
