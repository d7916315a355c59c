package org.eportfolio.core.internal.work;

import static org.eportfolio.core.internal.kind.SchoolKinds.ID_CHANGE;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eportfolio.core.internal.kind.RecordKind;
import org.eportfolio.core.internal.work.Memory.Question;
import org.eportfolio.school.IdChange;
import org.eportfolio.spi.Head;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.RowName;
import org.eportfolio.spi.Scope;
import org.eportfolio.spi.StaleException;
import org.eportfolio.spi.View;
import org.jspecify.annotations.Nullable;

/**
 * One snapshot of the store with what earlier calls read: where each scope's chain ends, and what is remembered of it. While
 * the store has not moved, nothing is looked up; what is only supposed is checked once the snapshot was looked at. For one
 * thread.
 */
final class SnapshotMemory {
    private static final Question CHANGES = new Question.Whole(ID_CHANGE.kind());

    private final View snapshot;
    private final Pending pending;
    private final Memory memory;
    private final Map<Scope, Head> heads = new HashMap<>();
    private final Set<RowName> sayMore = new HashSet<>();
    private @Nullable Identities identities;
    private boolean looked;
    private boolean placed;
    private long position;

    SnapshotMemory(View snapshot, Pending pending, Memory memory) {
        this.snapshot = snapshot;
        this.pending = pending;
        this.memory = memory;
    }

    /**
     * The snapshot. The first look into it tells at which position it stands, which may bear out all that was supposed so far; before
     * anything else is looked at, or rests on that look, that is made sure of.
     *
     * @throws StaleException if it is not borne out, so that the call is tried again
     */
    View snapshot() {
        if (pending.supposes()) {
            if (looked) makeSure();
            looked = true;
        }
        return snapshot;
    }

    private void makeSure() {
        if (!heads.isEmpty()) bearOut();
        pending.makeSure();
    }

    private void bearOut() {
        Map<Scope, Head> unsure = new HashMap<>(heads);
        long at = snapshot.position();
        unsure.entrySet().removeIf(each -> each.getValue().equals(memory.head(each.getKey(), at)));
        if (unsure.isEmpty()) return;
        snapshot.heads(unsure.keySet()).forEach((scope, head) -> {
            Head supposed = Objects.requireNonNull(heads.get(scope));
            if (!supposed.equals(head)) throw new StaleException(scope, supposed, head);
            memory.seen(scope, head, at);
        });
    }

    long position() {
        if (!placed) position = snapshot().position();
        placed = true;
        return position;
    }

    /** The scope's head in the snapshot; looked up once, and not at all while the store has not moved. */
    Head head(Scope scope) {
        Head known = heads.get(scope);
        if (known != null) return known;
        Head remembered = remembered(scope);
        Head head = remembered != null ? remembered : snapshot().head(scope);
        if (remembered == null) memory.seen(scope, head, position());
        heads.put(scope, head);
        return head;
    }

    private @Nullable Head remembered(Scope scope) {
        Head latest = memory.head(scope);
        return latest == null || pending.supposes() ? latest : memory.head(scope, position());
    }

    /** What an earlier call read and the scope's chain has not moved past; {@code null} if that is unknown. */
    <T> @Nullable List<T> recall(Scope scope, Question question) {
        if (memory.knowsNothingOf(scope)) return null;
        return memory.recall(scope, head(scope), question, identities(), sayMore);
    }

    <T> void keep(Scope scope, Question question, RecordKind<T> kind, List<T> records) {
        memory.keep(scope, head(scope), position(), question, kind, records, identities(), sayMore);
    }

    /** Notes that the body of a row that was read says more than its record does. */
    void saysMore(RowName name) {
        sayMore.add(name);
    }

    /** Whether that was found of this row, when this call read it or the one before that it is remembered from. */
    boolean isKnownToSayMore(RowName name) {
        return sayMore.contains(name);
    }

    /** Which ids people have and had, what is pending included, as the call began. */
    Identities identities() {
        Identities known = identities;
        if (known == null) {
            known = memory.identities(laidOver(changes()));
            identities = known;
        }
        return known;
    }

    /** Whether no look-up is needed to know them. */
    boolean knowsIdentities() {
        return identities != null || remembered() != null;
    }

    private List<IdChange> changes() {
        List<IdChange> before = remembered();
        return before != null
                ? before
                : learn(snapshot().list(Scope.ORGANISATION, CHANGES.kind(), null, Integer.MAX_VALUE));
    }

    private @Nullable List<IdChange> remembered() {
        return memory.recall(Scope.ORGANISATION, head(Scope.ORGANISATION), CHANGES, Identities.NONE, sayMore);
    }

    /** Remembers the changes of ids, which are among these rows. */
    List<IdChange> learn(List<Row> rows) {
        List<IdChange> read = rows.stream()
                .filter(row -> row.kind().equals(CHANGES.kind()))
                .map(row -> Reading.stored(ID_CHANGE, row))
                .toList();
        Head head = head(Scope.ORGANISATION);
        memory.keep(Scope.ORGANISATION, head, position(), CHANGES, ID_CHANGE, read, Identities.NONE, sayMore);
        return read;
    }

    private List<IdChange> laidOver(List<IdChange> stored) {
        if (pending.isEmpty() || !pending.changesIdentities()) return stored;
        List<IdChange> laid = new ArrayList<>(stored);
        pending.at(
                Scope.ORGANISATION,
                CHANGES.kind(),
                (id, row) -> SortedRecords.lay(
                        ID_CHANGE, laid, id, row.map(each -> pending.record(ID_CHANGE, each, Identities.NONE))));
        return laid;
    }

    /** Ends the call; what was only supposed is for the commit to check, or to be borne out now where nothing is committed. */
    void finish() {
        if (!pending.supposes()) return;
        if (looked || pending.isEmpty()) makeSure();
        else pending.relyOn(heads);
    }

    /** Looks up the heads of several scopes at once, where they are not known yet. */
    void look(Collection<Scope> scopes) {
        Set<Scope> unknown = new HashSet<>();
        for (Scope scope : scopes) {
            if (heads.containsKey(scope)) continue;
            Head remembered = remembered(scope);
            if (remembered == null) unknown.add(scope);
            else heads.put(scope, remembered);
        }
        if (unknown.isEmpty()) return;
        snapshot().heads(unknown).forEach((scope, head) -> {
            memory.seen(scope, head, position());
            heads.put(scope, head);
        });
    }
}
