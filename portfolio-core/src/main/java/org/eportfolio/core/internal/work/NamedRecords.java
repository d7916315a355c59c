package org.eportfolio.core.internal.work;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eportfolio.core.internal.kind.RecordKind;
import org.eportfolio.spi.RowName;
import org.eportfolio.spi.Scope;

/** The records of a kind that a call names, found in a bounded number of readings, however many they are. */
public record NamedRecords<T>(RecordKind<T> kind, Map<RowName, T> found) {
    /** So many are looked up one by one; more are read with all of their kind that lies beside them. */
    private static final int FEW = 2;

    public static <T> NamedRecords<T> in(Scope scope, RecordKind<T> kind, Collection<UUID> ids, Work work) {
        Set<RowName> names = new HashSet<>();
        ids.forEach(id -> names.add(new RowName(scope, kind.kind(), id)));
        return of(kind, names, work);
    }

    public static <T> NamedRecords<T> of(RecordKind<T> kind, Set<RowName> names, Work work) {
        Map<RowName, T> found = new HashMap<>();
        if (names.size() <= FEW) {
            names.forEach(name -> work.find(kind, name.scope(), name.id()).ifPresent(each -> found.put(name, each)));
            return new NamedRecords<>(kind, found);
        }
        Set<Scope> scopes = new HashSet<>();
        names.forEach(name -> scopes.add(name.scope()));
        for (T each : work.among(kind, scopes)) {
            RowName name = kind.nameOf(each);
            if (names.contains(name)) found.put(name, each);
        }
        return new NamedRecords<>(kind, found);
    }

    /** Empty for what is not there, or was not named. */
    public Optional<T> find(Scope scope, UUID id) {
        return Optional.ofNullable(found.get(new RowName(scope, kind.kind(), id)));
    }
}
