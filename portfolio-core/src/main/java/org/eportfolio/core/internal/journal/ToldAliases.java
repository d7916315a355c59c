package org.eportfolio.core.internal.journal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eportfolio.core.internal.kind.TraceKinds;
import org.eportfolio.core.internal.work.EntryBody;
import org.eportfolio.core.internal.work.Sealing;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.journal.JournalEntry;
import org.eportfolio.spi.Entry;
import org.eportfolio.spi.Head;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.Scope;
import org.jspecify.annotations.Nullable;

/**
 * What one chain says of aliases. Earlier versions chained none: such a chain is covered once, by an entry that says of
 * each alias what it is. It follows from the chain and the aliases alone, so that two copies of a dossier go on alike.
 */
public final class ToldAliases {
    static final String COVERED = "aliases.covered";

    private final Set<UUID> used = new HashSet<>();
    private boolean covers;
    private @Nullable Instant last;

    /** Takes the chain's next entry. */
    public void hear(EntryBody entry) {
        if (entry.alias() != null) used.add(entry.alias());
        covers |= entry.act().equals(COVERED);
        for (JournalEntry.Item each : entry.objects()) {
            covers |= each.kind().equals(TraceKinds.ALIAS.kind().name());
        }
        last = entry.at();
    }

    /** Whether the chain says what its aliases are; if not, an earlier version wrote it. */
    public boolean covers() {
        return covers;
    }

    /** Whether an entry was written under this alias. */
    public boolean uses(UUID alias) {
        return used.contains(alias);
    }

    /**
     * The entry by which a chain of an earlier version is covered; empty for any other, and for one without an entry.
     *
     * @param head where the chain stands, once all of it was heard
     * @param aliases those of the scope; only those count under which an entry was written
     */
    public Optional<Entry> covering(Scope scope, Head head, Collection<Row> aliases) {
        if (covers || last == null) return Optional.empty();
        List<JournalEntry.Item> items = aliases.stream()
                .filter(each -> used.contains(each.id()))
                .sorted(Comparator.comparing(each -> each.id().toString()))
                .map(each -> new JournalEntry.Item(each.kind().name(), each.id(), Sealing.keyed(each)))
                .toList();
        UUID change = UUID.nameUUIDFromBytes(
                (COVERED + " " + scope.id() + " " + head.hash()).getBytes(StandardCharsets.UTF_8));
        return Optional.of(Sealing.entry(
                scope, head, Work.json().text(new EntryBody(change, last, null, null, COVERED, items, null))));
    }
}
