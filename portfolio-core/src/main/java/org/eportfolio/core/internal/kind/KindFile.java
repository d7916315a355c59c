package org.eportfolio.core.internal.kind;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eportfolio.id.DossierId;
import org.eportfolio.spi.Scope;

/**
 * The kinds of one concept, in the order in which they are defined. A kind can be defined in no other way, so that none is
 * left out. Filled while its class is initialised, and only read afterwards.
 */
public final class KindFile {
    private final List<RecordKind<?>> kinds = new ArrayList<>();

    /** A kind whose records belong to no dossier. */
    public <T> KindStages.Kept<T> inOrganisation(String name, Class<T> type, Function<T, UUID> id) {
        return new KindDefinition<>(this, name, type, id, KindHome.ORGANISATION, each -> Scope.ORGANISATION);
    }

    /** A kind whose records each belong to a dossier. */
    public <T> KindStages.Kept<T> inDossier(
            String name, Class<T> type, Function<T, UUID> id, Function<T, DossierId> dossier) {
        return new KindDefinition<>(
                this,
                name,
                type,
                id,
                KindHome.DOSSIER,
                each -> new Scope(dossier.apply(each).value()));
    }

    /** A kind whose records each say by themselves where they belong. */
    public <T> KindStages.Kept<T> inEither(String name, Class<T> type, Function<T, UUID> id, Function<T, UUID> scope) {
        return new KindDefinition<>(this, name, type, id, KindHome.EITHER, each -> new Scope(scope.apply(each)));
    }

    void add(RecordKind<?> kind) {
        kinds.add(kind);
    }

    List<RecordKind<?>> kinds() {
        return kinds;
    }
}
