package org.eportfolio.core.internal.work;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.eportfolio.core.internal.kind.RecordKind;
import org.eportfolio.core.internal.kind.TraceKinds;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Role;
import org.eportfolio.spi.Change;
import org.eportfolio.spi.Head;
import org.eportfolio.spi.PortfolioStore;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Batches of one load: each is decided upon one snapshot, and the organisation's chain goes on from the batch before,
 * which is not committed yet.
 */
public final class Batch {
    private final PortfolioStore store;
    private final Work.Maker maker;
    private final UUID change;
    private final Instant now;
    private final @Nullable PersonId person;
    private final @Nullable Role role;
    private volatile Identities identities = Identities.NONE;
    private Head organisation = Head.EMPTY;
    private List<Row> aliases = List.of();

    Batch(PortfolioStore store, Work.Maker maker, Instant now, @Nullable PersonId person, @Nullable Role role) {
        this.store = store;
        this.maker = maker;
        this.now = now;
        this.person = person;
        this.role = role;
        this.change = maker.ids().next(now.toEpochMilli());
    }

    /** Takes up the organisation's chain where it stands. */
    public void begin() {
        organisation = store.read(view -> {
            identities = new Work(view, new Pending(change, false), maker, now).identities();
            return view.head(Scope.ORGANISATION);
        });
    }

    /** The one instant of the load. */
    public Instant now() {
        return now;
    }

    /** A new id; from any thread. */
    public UUID newId() {
        return maker.ids().next(now.toEpochMilli());
    }

    /** A record, encoded; from any thread. */
    public <T> Encoded encoded(RecordKind<T> kind, T record) {
        T written = identities.isEmpty() ? record : identities.written(record, Set.of());
        return Encoded.of(kind, written, maker.sealing().secret());
    }

    /** The changes of one batch: one, with one entry for each scope touched; none when nothing is written. */
    public List<Change> decide(String act, Consumer<Work> decision) {
        Pending pending = new Pending(change, false);
        pending.startAt(Scope.ORGANISATION, organisation);
        aliases.forEach(pending::put);
        store.<Boolean>read(view -> {
            Work work = new Work(view, pending, maker, now);
            decision.accept(work);
            work.journal(act, person, role);
            return true;
        });
        if (pending.isEmpty()) return List.of();
        organisation = pending.head(Scope.ORGANISATION).orElse(organisation);
        aliases = pending.rows()
                .filter(row -> row.kind().equals(TraceKinds.ALIAS.kind())
                        && row.scope().equals(Scope.ORGANISATION))
                .toList();
        return List.of(pending.toChange());
    }
}
