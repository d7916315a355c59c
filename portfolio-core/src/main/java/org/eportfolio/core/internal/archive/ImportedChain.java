package org.eportfolio.core.internal.archive;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eportfolio.InvalidInputException;
import org.eportfolio.core.internal.access.RecordStates;
import org.eportfolio.core.internal.codec.MalformedException;
import org.eportfolio.core.internal.journal.ToldAliases;
import org.eportfolio.core.internal.kind.Alias;
import org.eportfolio.core.internal.kind.Kinds;
import org.eportfolio.core.internal.kind.RecordKind;
import org.eportfolio.core.internal.kind.TraceKinds;
import org.eportfolio.core.internal.work.EntryBody;
import org.eportfolio.core.internal.work.Sealing;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.journal.JournalEntry;
import org.eportfolio.spi.Entry;
import org.eportfolio.spi.Hash;
import org.eportfolio.spi.Head;
import org.eportfolio.spi.Kind;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.RowName;
import org.eportfolio.spi.Scope;
import org.jspecify.annotations.Nullable;

/** A chain as an archive gives it, checked entry by entry, and its last word on each record. */
final class ImportedChain {
    private final Scope scope;
    private final Map<RowName, @Nullable Hash> known = new HashMap<>();
    private final ToldAliases aliases = new ToldAliases();
    private Head head = Head.EMPTY;

    ImportedChain(Scope scope) {
        this.scope = scope;
    }

    Head head() {
        return head;
    }

    /** Takes the next entry, which must follow. */
    void take(Entry entry) {
        long expected = head.length() + 1;
        InvalidInputException.unless(
                entry.number() == expected, place(expected), "journal.missing", expected, expected);
        Hash computed = Sealing.chained(scope, expected, head.hash(), entry.body());
        InvalidInputException.unless(computed.equals(entry.hash()), place(expected), "journal.altered", expected);
        EntryBody read;
        try {
            read = EntryBody.of(entry, Work.json());
        } catch (MalformedException | IllegalArgumentException | NullPointerException e) {
            throw InvalidInputException.because(place(expected), "journal.unreadable", expected);
        }
        aliases.hear(read);
        for (JournalEntry.Item each : read.objects()) {
            known.put(new RowName(scope, new Kind(each.kind()), each.id()), each.hash());
        }
        head = entry.head();
    }

    /** Refuses a row that is not as the chain has it. */
    void require(RecordKind<?> kind, Row row, Object record) {
        if (record instanceof Alias alias && !aliases.covers()) {
            InvalidInputException.unless(
                    aliases.uses(alias.id()),
                    ArchiveImport.path(row),
                    "record.unknown",
                    TraceKinds.ALIAS.kind().name(),
                    alias.id());
            return;
        }
        Hash hash = known.remove(RowName.of(row));
        String name = kind.kind().name();
        if (hash == null)
            throw InvalidInputException.because(ArchiveImport.path(row), "record.unknown", name, row.id());
        InvalidInputException.unless(
                Sealing.keyed(row).equals(hash), ArchiveImport.path(row), "record.altered", name, row.id());
    }

    /** Whether the last that the chain says of a record is that it went. */
    boolean saysGone(RecordKind<?> kind, UUID id) {
        RowName name = new RowName(scope, kind.kind(), id);
        return known.containsKey(name) && known.get(name) == null;
    }

    /**
     * Refuses that a record which the chain has is missing; to be asked when all were there.
     *
     * @param left whether what only its author might see was left behind, as with a dossier that leaves
     * @return what was left behind, with the last hash that the chain knows
     */
    Map<RowName, Hash> requireNoMore(boolean left) {
        Map<RowName, Hash> behind = new HashMap<>();
        known.forEach((name, hash) -> {
            boolean ours = !scope.equals(Scope.ORGANISATION) || Kinds.AMONG_ORGANISATION.contains(name.kind());
            if (hash != null && ours && !(left && RecordStates.MAY_STAY_BEHIND.contains(name.kind()))) {
                throw InvalidInputException.because(
                        name.kind().name() + " " + name.id(),
                        "record.missing",
                        name.kind().name(),
                        name.id());
            }
            if (hash != null && ours) behind.put(name, hash);
        });
        return behind;
    }

    /** The entry that covers the aliases of a chain of an earlier version; empty for any other. */
    Optional<Entry> covering(Collection<Row> rows) {
        return aliases.covering(
                scope,
                head,
                rows.stream()
                        .filter(each -> each.kind().equals(TraceKinds.ALIAS.kind()))
                        .toList());
    }

    private String place(long number) {
        return "journal " + scope.id() + " " + number;
    }
}
