package org.eportfolio.core.internal.archive;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.kind.PrivacyKinds;
import org.eportfolio.core.internal.kind.RecordKind;
import org.eportfolio.core.internal.work.Inside;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.id.PersonId;
import org.eportfolio.privacy.ErasureReceipt;
import org.eportfolio.spi.Scope;
import org.jspecify.annotations.Nullable;

/** Who and what was erased here, as the receipts tell: an archive made before does not bring it back. */
final class ErasedHere {
    private @Nullable Map<ErasureReceipt.Trace, LocalDate> traces;
    private final Map<PersonId, LocalDate> people = new HashMap<>();

    /** When the person was erased whose record of the organisation this is, or whom it names; empty for all others. */
    <T> Optional<LocalDate> when(RecordKind<T> kind, ImportedRow<T> row, Work work) {
        Map<ErasureReceipt.Trace, LocalDate> erased = traces(work);
        if (erased.isEmpty()) return Optional.empty();
        LocalDate day = erased.get(new ErasureReceipt.Trace(
                row.row().scope().id(), kind.kind().name(), row.row().id()));
        if (day != null) kind.identified(row.record()).ifPresent(person -> people.put(person, day));
        if (day != null || people.isEmpty()) return Optional.ofNullable(day);
        return Inside.people(row.record()).stream()
                .filter(people::containsKey)
                .findFirst()
                .map(people::get);
    }

    /** When the dossier of this scope was erased; empty if it was not. */
    Optional<LocalDate> dossier(Scope scope, Work work) {
        UUID id = scope.id();
        return Optional.ofNullable(traces(work)
                .get(new ErasureReceipt.Trace(id, DossierKinds.DOSSIER.kind().name(), id)));
    }

    private Map<ErasureReceipt.Trace, LocalDate> traces(Work work) {
        if (traces == null) {
            Map<ErasureReceipt.Trace, LocalDate> found = new HashMap<>();
            for (ErasureReceipt each : work.list(PrivacyKinds.ERASURE, Scope.ORGANISATION)) {
                each.traces().forEach(trace -> found.put(trace, work.dayOf(each.at())));
            }
            traces = found;
        }
        return traces;
    }
}
