package org.eportfolio.core.internal.journal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import org.eportfolio.CancelledException;
import org.eportfolio.Message;
import org.eportfolio.PortfolioException;
import org.eportfolio.ProgressListener;
import org.eportfolio.StorageException;
import org.eportfolio.assessment.Assessment;
import org.eportfolio.core.internal.access.RecordStates;
import org.eportfolio.core.internal.assessment.CurrentLevels;
import org.eportfolio.core.internal.codec.MalformedException;
import org.eportfolio.core.internal.framework.Catalogue;
import org.eportfolio.core.internal.history.Arrivals;
import org.eportfolio.core.internal.kind.AssessmentKinds;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.kind.Kinds;
import org.eportfolio.core.internal.kind.LevelsCard;
import org.eportfolio.core.internal.kind.RecordKind;
import org.eportfolio.core.internal.kind.TraceKinds;
import org.eportfolio.core.internal.work.Engine;
import org.eportfolio.core.internal.work.EntryBody;
import org.eportfolio.core.internal.work.Sealing;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.journal.JournalEntry;
import org.eportfolio.journal.Verification;
import org.eportfolio.spi.Entry;
import org.eportfolio.spi.Hash;
import org.eportfolio.spi.Head;
import org.eportfolio.spi.Kind;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.RowName;
import org.eportfolio.spi.Scope;
import org.eportfolio.spi.View;
import org.jspecify.annotations.Nullable;

/** Recomputes what the journal promises. Holds one scope in memory at a time. */
public final class JournalVerification {
    private static final int PAGE = 500;

    private final Engine engine;
    private final Catalogue catalogue;
    private final List<Verification.Fault> faults = new ArrayList<>();
    private final Set<Scope> arrivals = new HashSet<>();
    private long scopes;
    private long entries;
    private long records;

    public JournalVerification(Engine engine, Catalogue catalogue) {
        this.engine = engine;
        this.catalogue = catalogue;
    }

    /** @param progress one step for each scope */
    public Verification all(ProgressListener progress) {
        lookForArrivals();
        try {
            long total = progress == ProgressListener.NONE ? 0 : count();
            UUID after = null;
            for (List<Scope> page = page(after); !page.isEmpty(); page = page(after)) {
                for (Scope scope : page) {
                    readable(scope);
                    progress.at(scopes, total);
                }
                after = page.get(page.size() - 1).id();
            }
        } catch (StorageException e) {
            fault(Scope.ORGANISATION, 0, "journal.damaged", e.reason());
        }
        return new Verification(scopes, entries, records, faults);
    }

    private long count() {
        long count = 0;
        UUID after = null;
        for (List<Scope> page = page(after); !page.isEmpty(); page = page(after)) {
            count += page.size();
            after = page.get(page.size() - 1).id();
        }
        return count;
    }

    private List<Scope> page(@Nullable UUID after) {
        return engine.store().read(view -> view.scopes(after, PAGE));
    }

    /** A scope that the store cannot read is a fault of its own; the others are looked at all the same. */
    private void readable(Scope scope) {
        CancelledException.ifInterrupted();
        try {
            scope(scope);
        } catch (StorageException e) {
            fault(scope, 0, "journal.damaged", e.reason());
        }
    }

    private void scope(Scope scope) {
        scopes++;
        int before = faults.size();
        engine.store().<Boolean>read(view -> {
            ToldAliases aliases = new ToldAliases();
            records(scope, view, chain(scope, view, aliases), aliases);
            // From records that are not as they were, nothing can be derived.
            if (faults.size() == before) levels(scope, view, aliases);
            return true;
        });
    }

    /** What came from elsewhere; where that cannot be read, the journal tells. */
    private void lookForArrivals() {
        try {
            engine.read(Arrivals::all).forEach(each -> arrivals.add(DossierKinds.scope(each.dossier())));
        } catch (StorageException unreadable) {
            arrivals.clear();
        }
    }

    /** Follows the chain; gives back the last hash that it knows of each record, null for those it removed. */
    private Map<RowName, @Nullable Hash> chain(Scope scope, View view, ToldAliases aliases) {
        Map<RowName, @Nullable Hash> known = new HashMap<>();
        Head at = Head.EMPTY;
        for (List<Entry> page = view.entries(scope, 0, PAGE);
                !page.isEmpty();
                page = view.entries(scope, at.length(), PAGE)) {
            for (Entry entry : page) {
                entries++;
                long expected = at.length() + 1;
                if (entry.number() != expected) fault(scope, expected, "journal.missing", expected, entry.number() - 1);
                Hash computed = Sealing.chained(scope, entry.number(), at.hash(), entry.body());
                if (entry.number() == expected && !computed.equals(entry.hash())) {
                    fault(scope, entry.number(), "journal.altered", entry.number());
                }
                remember(entry, known, aliases);
                at = entry.head();
            }
        }
        Head head = view.head(scope);
        if (head.length() > at.length()) {
            fault(scope, at.length() + 1, "journal.missing", at.length() + 1, head.length());
        } else if (!head.equals(at)) {
            fault(scope, at.length(), "journal.head", at.length());
        }
        return known;
    }

    private void remember(Entry entry, Map<RowName, @Nullable Hash> known, ToldAliases aliases) {
        try {
            EntryBody body = EntryBody.of(entry, Work.json());
            aliases.hear(body);
            for (JournalEntry.Item item : body.objects()) {
                known.put(new RowName(entry.scope(), new Kind(item.kind()), item.id()), item.hash());
            }
        } catch (MalformedException | IllegalArgumentException | NullPointerException e) {
            fault(entry.scope(), entry.number(), "journal.unreadable", entry.number());
        }
    }

    private void records(Scope scope, View view, Map<RowName, @Nullable Hash> known, ToldAliases aliases) {
        for (RecordKind<?> kind : Kinds.JOURNALLED) {
            UUID after = null;
            for (List<Row> page = view.list(scope, kind.kind(), after, PAGE);
                    !page.isEmpty();
                    page = view.list(scope, kind.kind(), after, PAGE)) {
                for (Row row : page) {
                    records++;
                    RowName name = RowName.of(row);
                    Hash hash = known.remove(name);
                    if (hash == null && isOfEarlierVersion(row, aliases)) continue;
                    if (hash == null)
                        fault(scope, 0, "record.unknown", kind.kind().name(), row.id());
                    else if (!hash.equals(Sealing.keyed(row))) {
                        fault(scope, 0, "record.altered", kind.kind().name(), row.id());
                    }
                }
                after = page.get(page.size() - 1).id();
            }
        }
        known.forEach((name, hash) -> {
            if (hash != null && !livesElsewhere(name, view) && !stayedBehind(name)) {
                fault(scope, 0, "record.missing", name.kind().name(), name.id());
            }
        });
    }

    /** An archive of an earlier version may have come whose chains are not covered yet. */
    private static boolean isOfEarlierVersion(Row row, ToldAliases aliases) {
        return row.kind().equals(TraceKinds.ALIAS.kind()) && !aliases.covers() && aliases.uses(row.id());
    }

    /** What came from another school may lack what only its author might see there. */
    private boolean stayedBehind(RowName name) {
        return arrivals.contains(name.scope()) && RecordStates.MAY_STAY_BEHIND.contains(name.kind());
    }

    /** The organisation's chain also speaks of what lives in a dossier; of the dossiers themselves none may be missing. */
    private static boolean livesElsewhere(RowName name, View view) {
        if (!name.scope().equals(Scope.ORGANISATION) || Kinds.AMONG_ORGANISATION.contains(name.kind())) return false;
        return !name.kind().equals(DossierKinds.DOSSIER.kind())
                || view.find(new Scope(name.id()), name.kind(), name.id()).isPresent();
    }

    /** The journal leaves out what can be derived: it is derived again, and compared. */
    private void levels(Scope scope, View view, ToldAliases aliases) {
        List<Row> cards = view.list(scope, AssessmentKinds.LEVELS.kind(), null, PAGE);
        if (cards.isEmpty()) return;
        try {
            Work work = engine.look(view);
            Dossier dossier = work.find(DossierKinds.DOSSIER, scope, scope.id()).orElseThrow();
            List<Assessment> all = work.list(AssessmentKinds.ASSESSMENT, scope);
            for (Row row : cards) {
                LevelsCard card =
                        work.decode(AssessmentKinds.LEVELS, List.of(row)).get(0);
                records++;
                Catalogue.Adopted adopted = catalogue.adopted(card.adoption(), work);
                boolean kept = AssessmentKinds.LEVELS.nameOf(card).equals(RowName.of(row))
                        && (EarlierChains.isCurrent(row) || !aliases.covers());
                if (!kept || !card.isKeptOf(CurrentLevels.card(dossier, adopted, all))) {
                    fault(scope, 0, "levels.differ", card.learner(), card.adoption());
                }
            }
        } catch (PortfolioException | NoSuchElementException e) {
            fault(scope, 0, "levels.not-derived", MalformedException.reason(e));
        }
    }

    private void fault(Scope scope, long number, String key, Object... arguments) {
        faults.add(new Verification.Fault(
                scope.id(), number, Message.of("fault.in-scope", scope.id(), Message.of(key, arguments))));
    }
}
