package org.eportfolio.core.internal.notice;

import java.util.Set;
import org.eportfolio.access.Permission;
import org.eportfolio.core.internal.kind.RecordKind;
import org.jspecify.annotations.Nullable;

/**
 * What certain acts in a dossier mean for those whom they concern.
 *
 * @param permission what the reader must be allowed in the dossier when the notice is read
 * @param acts by their names in the journal
 * @param records what the acts wrote that says more
 */
record NoticeRule<T>(Permission permission, RecordKind<T> records, Set<String> acts, Saying<T> saying) {
    interface Saying<T> {
        /** What is said of a record that the act wrote, as the record stands now; {@code null} for nothing any more. */
        @Nullable
        NoticeContent of(T record, ActContext moment);
    }

    static <T> NoticeRule<T> of(Permission permission, RecordKind<T> records, Saying<T> saying, String... acts) {
        return new NoticeRule<>(permission, records, Set.of(acts), saying);
    }

    boolean concerns(Act act) {
        return acts.contains(act.name()) && act.wrote(records);
    }
}
