package org.eportfolio.core.internal.archive;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.kind.PrivacyKinds;
import org.eportfolio.core.internal.kind.RecordKind;
import org.eportfolio.core.internal.privacy.KeptByOthers;
import org.eportfolio.core.internal.work.Inside;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.id.PersonId;
import org.eportfolio.privacy.ErasureReceipt;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.RowName;
import org.eportfolio.spi.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Who and what was erased here: an archive made before brings it back in no way. Receipts name no one. A person of the archive
 * is known by a record that a receipt has a trace of, or by a record that is here and has a pseudonym where the archive's has
 * an id, and is equal otherwise.
 */
final class ErasedHere {
    private Map<ErasureReceipt.Trace, ErasureReceipt> byTrace = Map.of();
    private Map<PersonId, ErasureReceipt> byPseudonym = Map.of();
    private boolean read;
    private final Map<PersonId, ErasureReceipt> people = new HashMap<>();

    /** Whether no one was erased here. */
    boolean isEmpty(Work work) {
        read(work);
        return byPseudonym.isEmpty();
    }

    /** When the person was erased whose record this is, or whom it names; empty for all others. */
    Optional<LocalDate> when(ImportedRow<?> row, Work work) {
        return Stream.concat(
                        receipt(RowName.of(row.row()), work).stream(),
                        Inside.people(row.record()).stream().flatMap(each -> Stream.ofNullable(people.get(each))))
                .map(each -> work.dayOf(each.at()))
                .max(LocalDate::compareTo);
    }

    /** When the dossier of this scope was erased; empty if it was not. */
    Optional<LocalDate> dossier(Scope scope, Work work) {
        return receipt(new RowName(scope, DossierKinds.DOSSIER.kind(), scope.id()), work)
                .map(each -> work.dayOf(each.at()));
    }

    /** When the last of those was erased whom a dossier names; empty when it names none of them. */
    Optional<LocalDate> when(ArrivedDossier arrived, Work work) {
        return arrived.rows().values().stream()
                .flatMap(each -> when(each, work).stream())
                .max(LocalDate::compareTo);
    }

    /** Learns who of the archive was erased here, from a record and what is here under its name. */
    <T> void recognise(ImportedRow<T> theirs, Optional<Row> here, Work work) {
        receipt(RowName.of(theirs.row()), work)
                .ifPresent(receipt ->
                        theirs.kind().identified(theirs.record()).ifPresent(each -> people.put(each, receipt)));
        if (here.isEmpty() || byPseudonym.isEmpty()) return;
        T ours = ImportedRow.read(theirs.kind(), here.get()).record();
        left(theirs.kind(), theirs.record()).ifPresent(left -> {
            Map<PersonId, ErasureReceipt> pairs = unlike(ours, left).pairs();
            if (left(theirs.kind(), left, pairs).equals(Optional.of(ours))) people.putAll(pairs);
        });
    }

    /**
     * Learns it from a dossier and what is here of it. Who has a dossier of their own that was not erased here came back.
     *
     * @return whether everybody is known by now who stands there under an id and here under a pseudonym
     */
    boolean recognise(ArrivedDossier theirs, Map<RowName, Row> ours, Work work) {
        int known;
        do {
            known = people.size();
            theirs.rows().forEach((name, row) -> recognise(row, Optional.ofNullable(ours.get(name)), work));
        } while (people.size() > known);
        if (theirs.dossier() != null) people.remove(theirs.dossier().learner());
        return theirs.rows().entrySet().stream().noneMatch(each -> isUnlike(each.getValue(), ours.get(each.getKey())));
    }

    private <T> boolean isUnlike(ImportedRow<T> theirs, @Nullable Row here) {
        if (here == null) return false;
        T ours = ImportedRow.read(theirs.kind(), here).record();
        return left(theirs.kind(), theirs.record())
                .filter(left -> unlike(ours, left).isAnyone())
                .isPresent();
    }

    /** Those erased whom a record names here and not there, and those whom it names there and not here. */
    private record Unlike(List<ErasureReceipt> here, List<PersonId> there) {
        boolean isAnyone() {
            return !here.isEmpty() && !there.isEmpty();
        }

        /** Who would be whom, in the order in which the record names them; none where their numbers differ. */
        Map<PersonId, ErasureReceipt> pairs() {
            Map<PersonId, ErasureReceipt> pairs = new HashMap<>();
            if (here.size() != there.size()) return pairs;
            for (int i = 0; i < here.size(); i++) pairs.put(there.get(i), here.get(i));
            return pairs;
        }
    }

    private Unlike unlike(Object ours, Object theirs) {
        Set<PersonId> here = Inside.people(ours);
        Set<PersonId> there = Inside.people(theirs);
        return new Unlike(
                here.stream()
                        .filter(each -> !there.contains(each))
                        .flatMap(each -> Stream.ofNullable(byPseudonym.get(each)))
                        .toList(),
                there.stream().filter(each -> !here.contains(each)).toList());
    }

    /** The record as the erasures here leave it: the same where it names none of the erased; empty if it goes. */
    <T> Optional<T> left(RecordKind<T> kind, T record) {
        return left(kind, record, people);
    }

    private static <T> Optional<T> left(RecordKind<T> kind, T record, Map<PersonId, ErasureReceipt> erased) {
        Optional<T> left = Optional.of(record);
        for (Map.Entry<PersonId, ErasureReceipt> each : erased.entrySet()) {
            left = left.flatMap(still -> KeptByOthers.left(
                    kind, still, each.getKey(), each.getValue().pseudonym()));
        }
        return left;
    }

    /** The same of a row, found by the keys of what is left; empty too for a record that a receipt has a trace of. */
    <T> Optional<ImportedRow<T>> left(ImportedRow<T> row, Work work) {
        if (receipt(RowName.of(row.row()), work).isPresent()) return Optional.empty();
        return left(row.kind(), row.record()).map(left -> left == row.record() ? row : row.saying(left, work));
    }

    /** The same of a dossier. */
    ArrivedDossier left(ArrivedDossier arrived, Work work) {
        if (isEmpty(work)) return arrived;
        Map<RowName, ImportedRow<?>> rows = new LinkedHashMap<>();
        arrived.rows().forEach((name, row) -> left(row, work).ifPresent(left -> rows.put(name, left)));
        return arrived.with(rows);
    }

    private Optional<ErasureReceipt> receipt(RowName name, Work work) {
        read(work);
        return Optional.ofNullable(byTrace.get(
                new ErasureReceipt.Trace(name.scope().id(), name.kind().name(), name.id())));
    }

    private void read(Work work) {
        if (read) return;
        read = true;
        List<ErasureReceipt> receipts = work.list(PrivacyKinds.ERASURE, Scope.ORGANISATION);
        byPseudonym = receipts.stream()
                .collect(Collectors.toMap(ErasureReceipt::pseudonym, each -> each, (first, second) -> second));
        byTrace = new HashMap<>();
        for (ErasureReceipt each : receipts) each.traces().forEach(trace -> byTrace.put(trace, each));
    }
}
