package org.eportfolio.core.internal.archive;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eportfolio.assessment.Assessment;
import org.eportfolio.core.internal.kind.TraceKinds;
import org.eportfolio.core.internal.work.Inside;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.spi.Hash;
import org.eportfolio.spi.Key;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.RowName;
import org.eportfolio.spi.Scope;

/**
 * A dossier as an archive has it, under ids of its own, so that it can stand beside the one that is here. Its ids follow from
 * those of the archive and the end of the chain there (or, without a chain, all its records), so that the same state of it is copied once. They keep their time, by
 * which records are sorted. What its records say of others (people, adoptions, other dossiers) stays. Without the chain, which
 * is over the old ids, and so without aliases.
 */
final class DossierCopy {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private final ArrivedDossier arrived;
    private final ErasedHere erased;
    private final Work work;
    private final String state;
    private final Map<UUID, UUID> ids = new HashMap<>();

    /** @param erased who was erased here, and is in the copy under their pseudonym */
    DossierCopy(ArrivedDossier arrived, ErasedHere erased, Work work) {
        this.arrived = arrived;
        this.erased = erased;
        this.work = work;
        this.state = state();
        ids(arrived).forEach(each -> ids.put(each, other(each)));
    }

    private static Set<UUID> ids(ArrivedDossier dossier) {
        Set<UUID> ids = new HashSet<>();
        ids.add(dossier.scope().id());
        dossier.rows().keySet().forEach(each -> ids.add(each.id()));
        return ids;
    }

    /** Of what was taken away, which has no chain, its records stand for the state. */
    private String state() {
        if (!arrived.entries().isEmpty()) return arrived.head().hash().toString();
        StringBuilder records = new StringBuilder();
        arrived.rows().values().stream()
                .map(ImportedRow::row)
                .sorted(Comparator.comparing((Row row) -> row.kind().name()).thenComparing(Row::id))
                .forEach(row -> records.append(row.kind().name())
                        .append(' ')
                        .append(row.id())
                        .append(' ')
                        .append(row.body())
                        .append('\n'));
        return sha256(records.toString()).toString();
    }

    private UUID other(UUID id) {
        Hash hash = sha256(arrived.scope().id() + " " + state + " " + id);
        long random = ByteBuffer.wrap(hash.bytes()).getLong();
        return new UUID(id.getMostSignificantBits(), random >>> 2 | Long.MIN_VALUE);
    }

    private static Hash sha256(String text) {
        return Hash.ofContent(text.getBytes(StandardCharsets.UTF_8));
    }

    ArrivedDossier whole() {
        Map<RowName, ImportedRow<?>> rows = new LinkedHashMap<>();
        List<Assessment> assessments = new ArrayList<>();
        Dossier dossier = null;
        for (ImportedRow<?> each : arrived.rows().values()) {
            if (each.kind().equals(TraceKinds.ALIAS)) continue;
            Optional<? extends ImportedRow<?>> left = copied(each);
            if (left.isEmpty()) continue;
            ImportedRow<?> copy = left.get();
            rows.put(RowName.of(copy.row()), copy);
            if (copy.record() instanceof Dossier found) dossier = found;
            if (copy.record() instanceof Assessment assessment) assessments.add(assessment);
        }
        Scope scope = new Scope(Objects.requireNonNull(ids.get(arrived.scope().id())));
        return foundByItself(
                new ArrivedDossier(scope, dossier, rows, assessments, List.of(), Map.of(), Optional.empty()));
    }

    private <T> Optional<ImportedRow<T>> copied(ImportedRow<T> row) {
        return erased.left(row, work).map(left -> {
            T copy = Inside.reidentified(left.record(), each -> ids.getOrDefault(each, each));
            return new ImportedRow<>(row.kind(), work.row(row.kind(), copy), copy);
        });
    }

    /**
     * The dossier with those keys of its rows that lead to them from within it: they are not found by a campaign, a class-wide
     * entry or a person of the school, and so count nowhere.
     */
    static ArrivedDossier foundByItself(ArrivedDossier dossier) {
        Set<UUID> own = ids(dossier);
        Map<RowName, ImportedRow<?>> rows = new LinkedHashMap<>();
        dossier.rows()
                .forEach((name, row) ->
                        rows.put(name, row.under(within(own, row.row().keys()))));
        return new ArrivedDossier(
                dossier.scope(),
                dossier.dossier(),
                rows,
                dossier.assessments(),
                dossier.entries(),
                dossier.left(),
                dossier.covering());
    }

    private static Set<Key> within(Set<UUID> own, Set<Key> keys) {
        return keys.stream()
                .filter(key ->
                        ID.matcher(key.value()).results().anyMatch(each -> own.contains(UUID.fromString(each.group()))))
                .collect(Collectors.toSet());
    }
}
