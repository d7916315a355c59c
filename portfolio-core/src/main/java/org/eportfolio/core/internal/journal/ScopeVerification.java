package org.eportfolio.core.internal.journal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eportfolio.Message;
import org.eportfolio.PortfolioException;
import org.eportfolio.StorageException;
import org.eportfolio.assessment.Assessment;
import org.eportfolio.core.internal.access.RecordStates;
import org.eportfolio.core.internal.assessment.CurrentLevels;
import org.eportfolio.core.internal.codec.MalformedException;
import org.eportfolio.core.internal.framework.Catalogue;
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

/** Recomputes what the journal promises of one scope, in one snapshot. For one thread. */
final class ScopeVerification {
    private static final int PAGE = 500;
    private static final Set<Kind> KINDS = Stream.concat(Kinds.JOURNALLED.stream(), Stream.of(AssessmentKinds.LEVELS))
            .map(RecordKind::kind)
            .collect(Collectors.toUnmodifiableSet());

    private final Scope scope;
    private final Engine engine;
    private final Catalogue catalogue;
    private final boolean arrived;
    private final ToldAliases aliases = new ToldAliases();
    private final List<SeenRow> assessments = new ArrayList<>();
    private final List<Row> cards = new ArrayList<>();
    private final List<Verification.Fault> faults = new ArrayList<>();
    private @Nullable SeenRow dossier;
    private long entries;
    private long records;
    private boolean readable;

    /** @param arrived whether the scope came from elsewhere */
    ScopeVerification(Scope scope, Engine engine, Catalogue catalogue, boolean arrived) {
        this.scope = scope;
        this.engine = engine;
        this.catalogue = catalogue;
        this.arrived = arrived;
    }

    /**
     * What was found, if the store could read everything; else what was found before, and the damage.
     *
     * @param beside are shown each record's row
     */
    Verification all(View view, List<SideCheck.OfScope> beside) {
        try {
            records(view, chain(view), beside);
            // From records that are not as they were, nothing can be derived.
            if (faults.isEmpty() && !cards.isEmpty()) levels(view);
            for (SideCheck.OfScope each : beside) each.compare(view);
            readable = true;
            return found();
        } catch (StorageException e) {
            return damaged(e);
        }
    }

    /** What was found before the store could not go on. */
    Verification damaged(StorageException e) {
        fault(0, "journal.damaged", e.reason());
        return found();
    }

    private Verification found() {
        return new Verification(1, entries, records, faults);
    }

    /** Whether the store could read everything. */
    boolean readable() {
        return readable;
    }

    /** Follows the chain; gives back the last hash that it knows of each record, null for those it removed. */
    private Map<RowName, @Nullable Hash> chain(View view) {
        Map<RowName, @Nullable Hash> known = new HashMap<>();
        Head at = Head.EMPTY;
        List<Entry> page;
        do {
            page = view.entries(scope, at.length(), PAGE);
            for (Entry entry : page) {
                entries++;
                long expected = at.length() + 1;
                if (entry.number() != expected) fault(expected, "journal.missing", expected, entry.number() - 1);
                Hash computed = Sealing.chained(scope, entry.number(), at.hash(), entry.body());
                if (entry.number() == expected && !computed.equals(entry.hash())) {
                    fault(entry.number(), "journal.altered", entry.number());
                }
                remember(entry, known);
                at = entry.head();
            }
        } while (page.size() == PAGE);
        Head head = view.head(scope);
        if (head.length() > at.length()) {
            fault(at.length() + 1, "journal.missing", at.length() + 1, head.length());
        } else if (!head.equals(at)) {
            fault(at.length(), "journal.head", at.length());
        }
        return known;
    }

    private void remember(Entry entry, Map<RowName, @Nullable Hash> known) {
        try {
            EntryBody body = EntryBody.of(entry, Work.json());
            aliases.hear(body);
            for (JournalEntry.Item item : body.objects()) {
                known.put(new RowName(entry.scope(), new Kind(item.kind()), item.id()), item.hash());
            }
        } catch (MalformedException | IllegalArgumentException | NullPointerException e) {
            fault(entry.number(), "journal.unreadable", entry.number());
        }
    }

    /** Compares each record with what the chain says of it, and shows it to what else looks. */
    private void records(View view, Map<RowName, @Nullable Hash> known, List<SideCheck.OfScope> beside) {
        RowName after = null;
        List<Row> page;
        do {
            page = view.listAll(scope, KINDS, after, PAGE);
            for (Row row : page) {
                after = RowName.of(row);
                if (row.kind().equals(AssessmentKinds.LEVELS.kind())) {
                    cards.add(row);
                    continue;
                }
                records++;
                compare(row, known);
                SeenRow seen = new SeenRow(row);
                if (seen.is(DossierKinds.DOSSIER)) dossier = seen;
                if (seen.is(AssessmentKinds.ASSESSMENT)) assessments.add(seen);
                for (SideCheck.OfScope each : beside) each.at(seen);
            }
        } while (page.size() == PAGE);
        known.values().removeIf(Objects::isNull);
        known.keySet().removeIf(this::stayedBehind);
        if (scope.equals(Scope.ORGANISATION)) known.keySet().removeAll(elsewhere(known.keySet(), view));
        known.keySet().forEach(name -> fault(0, "record.missing", name.kind().name(), name.id()));
    }

    private void compare(Row row, Map<RowName, @Nullable Hash> known) {
        Hash hash = known.remove(RowName.of(row));
        if (hash == null && isOfEarlierVersion(row)) return;
        String kind = row.kind().name();
        if (hash == null) fault(0, "record.unknown", kind, row.id());
        else if (!hash.equals(Sealing.keyed(row))) fault(0, "record.altered", kind, row.id());
    }

    /** An archive of an earlier version may have come whose chains are not covered yet. */
    private boolean isOfEarlierVersion(Row row) {
        return row.kind().equals(TraceKinds.ALIAS.kind()) && !aliases.covers() && aliases.uses(row.id());
    }

    /** What came from another school may lack what only its author might see there. */
    private boolean stayedBehind(RowName name) {
        return arrived && RecordStates.MAY_STAY_BEHIND.contains(name.kind());
    }

    /** The organisation's chain also speaks of what lives in a dossier; of the dossiers themselves none may be missing. */
    private static Set<RowName> elsewhere(Collection<RowName> named, View view) {
        Set<RowName> elsewhere = new HashSet<>();
        List<RowName> dossiers = new ArrayList<>();
        for (RowName each : named) {
            if (each.kind().equals(DossierKinds.DOSSIER.kind())) dossiers.add(each);
            else if (!Kinds.AMONG_ORGANISATION.contains(each.kind())) elsewhere.add(each);
        }
        for (int from = 0; from < dossiers.size(); from += PAGE) {
            List<RowName> page = dossiers.subList(from, Math.min(from + PAGE, dossiers.size())).stream()
                    .map(each -> new RowName(new Scope(each.id()), each.kind(), each.id()))
                    .toList();
            view.rows(page).forEach(row -> elsewhere.add(new RowName(Scope.ORGANISATION, row.kind(), row.id())));
        }
        return elsewhere;
    }

    /** The journal leaves out what can be derived: it is derived again, and compared. */
    private void levels(View view) {
        try {
            Work work = engine.look(view);
            Dossier its = work.identities()
                    .now((Dossier) Optional.ofNullable(dossier).orElseThrow().record());
            List<Assessment> all = assessments.stream()
                    .map(each -> work.identities().now((Assessment) each.record()))
                    .toList();
            for (Row row : cards) {
                LevelsCard card =
                        work.decode(AssessmentKinds.LEVELS, List.of(row)).get(0);
                records++;
                Catalogue.Adopted adopted = catalogue.adopted(card.adoption(), work);
                boolean kept = AssessmentKinds.LEVELS.nameOf(card).equals(RowName.of(row))
                        && (EarlierChains.isCurrent(row) || !aliases.covers());
                if (!kept || !card.isKeptOf(CurrentLevels.card(its, adopted, all))) {
                    fault(0, "levels.differ", card.learner(), card.adoption());
                }
            }
        } catch (PortfolioException | NoSuchElementException e) {
            fault(0, "levels.not-derived", MalformedException.reason(e));
        }
    }

    private void fault(long number, String key, Object... arguments) {
        faults.add(of(scope, number, key, arguments));
    }

    static Verification.Fault of(Scope scope, long number, String key, Object... arguments) {
        return new Verification.Fault(
                scope.id(), number, Message.of("fault.in-scope", scope.id(), Message.of(key, arguments)));
    }
}
