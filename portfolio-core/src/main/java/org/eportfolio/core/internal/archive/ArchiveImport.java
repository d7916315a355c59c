package org.eportfolio.core.internal.archive;

import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeSet;
import org.eportfolio.CancelledException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.archive.ArchiveSource;
import org.eportfolio.archive.ImportedArchive;
import org.eportfolio.archive.RestoreGrounds;
import org.eportfolio.core.internal.framework.Catalogue;
import org.eportfolio.core.internal.input.Inputs;
import org.eportfolio.core.internal.kind.PrivacyKinds;
import org.eportfolio.core.internal.kind.RecordKind;
import org.eportfolio.core.internal.work.Batch;
import org.eportfolio.core.internal.work.Engine;
import org.eportfolio.core.internal.work.Ids;
import org.eportfolio.core.internal.work.Inside;
import org.eportfolio.privacy.ErasureReceipt;
import org.eportfolio.spi.Change;
import org.eportfolio.spi.Entry;
import org.eportfolio.spi.Kind;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.Scope;
import org.eportfolio.spi.Stored;
import org.jspecify.annotations.Nullable;

/**
 * Turns an archive into changes, scope by scope: the organisation first, then dossier after dossier, a few hundred rows
 * at a time. Holds one dossier in memory, and all frameworks and adoptions of the archive.
 */
public final class ArchiveImport implements Iterator<Change> {
    private static final int ROWS = 500;
    private static final Comparator<Row> ROW_ORDER =
            Comparator.comparing((Row row) -> row.scope().id(), Ids.BY_BYTES).thenComparing(Row::id, Ids.BY_BYTES);
    private static final Comparator<Entry> ENTRY_ORDER = Comparator.comparing(
                    (Entry entry) -> entry.scope().id(), Ids.BY_BYTES)
            .thenComparing(Entry::number);

    private final Batch batch;
    private final ZoneId zone;
    private final Map<RecordKind<?>, PeekableIterator<Row>> rows = new LinkedHashMap<>();
    private final PeekableIterator<Entry> entries;
    private final Set<Stored> there;
    private final Set<Stored> needed = new TreeSet<>(ArchiveExport.BY_HASH);
    private final Deque<Change> ready = new ArrayDeque<>();
    private final ImportTally tally = new ImportTally();
    private final ErasedHere erased = new ErasedHere();
    private final OrganisationImport organisation;
    private final DossierImport dossiers;
    private final String act;
    private final @Nullable String school;

    /**
     * @param whole whether an organisation comes into an empty store
     * @param grounds on which own dossiers are brought forward; {@code null} when they are not
     */
    public ArchiveImport(
            ArchiveSource from,
            Catalogue catalogue,
            Engine engine,
            Batch batch,
            boolean whole,
            @Nullable RestoreGrounds grounds) {
        this.batch = batch;
        this.zone = engine.clock().getZone();
        Set<Kind> left = new java.util.HashSet<>(from.kinds());
        for (RecordKind<?> kind : ArchiveExport.kinds()) {
            if (left.remove(kind.kind())) {
                rows.put(kind, new PeekableIterator<>(from.rows(kind.kind()), ROW_ORDER, ArchiveImport::disorder));
            }
        }
        left.stream().findFirst().ifPresent(kind -> {
            throw InvalidInputException.because(kind.name(), "archive.unknown-kind", kind.name());
        });
        this.entries = new PeekableIterator<>(from.entries(), ENTRY_ORDER, ArchiveImport::disorder);
        this.there = from.contents();
        InvalidInputException.unless(
                !whole || Scope.ORGANISATION.equals(nextScope()) && hasOrganisationChain(),
                "",
                "archive.needs-organisation");
        this.organisation =
                whole ? new OrganisationImport.Restored(this, tally) : new OrganisationImport.Known(this, tally);
        this.dossiers = new DossierImport(
                this, tally, catalogue, organisation, !whole, grounds == null ? null : new Restoring(grounds));
        this.school = from.school().map(Inputs::name).orElse(null);
        this.act = grounds == null ? "archive.brought" : "archive.restored";
    }

    private boolean hasOrganisationChain() {
        Entry first = entries.peek();
        return first != null && first.scope().equals(Scope.ORGANISATION);
    }

    private static InvalidInputException disorder(Row row) {
        return InvalidInputException.because(path(row), "archive.disorder");
    }

    private static InvalidInputException disorder(Entry entry) {
        return InvalidInputException.because(
                "journal " + entry.scope().id() + " " + entry.number(), "archive.disorder");
    }

    /** Where a refusal says that something is. */
    static String path(Row row) {
        return row.kind().name() + " " + row.id();
    }

    /** Called once no one else writes to the organisation any more. */
    public Iterator<Change> begun() {
        batch.begin();
        return this;
    }

    public ImportedArchive brought() {
        return tally.brought();
    }

    /** What the archive calls the school that wrote it; {@code null} where it does not say. */
    @Nullable
    String school() {
        return school;
    }

    ErasedHere erased() {
        return erased;
    }

    /** The same, with what was older than an erasure and so was erased again. */
    public ImportedArchive brought(List<ErasureReceipt> again) {
        for (ErasureReceipt each : again) {
            tally.remark(
                    PrivacyKinds.ERASURE.kind().name(),
                    each.id().toString(),
                    "archive.erased-again",
                    each.at().atZone(zone).toLocalDate());
        }
        return tally.brought();
    }

    /** The files of what comes in. */
    public Set<Stored> needed() {
        return needed;
    }

    /** Notes the files of what comes in; each must be there. */
    void needs(ImportedRow<?> row) {
        for (Stored file : Inside.contents(row.record())) {
            InvalidInputException.unless(
                    there.contains(file), path(row.row()), "archive.content-missing", file.sha256());
            needed.add(file);
        }
    }

    /** The next row of this kind in this scope; {@code null} when there are no more. */
    <T> @Nullable ImportedRow<T> next(RecordKind<T> kind, Scope scope) {
        PeekableIterator<Row> of = rows.get(kind);
        Row row = of == null ? null : of.peek();
        if (of == null || row == null || !row.scope().equals(scope)) return null;
        return ImportedRow.read(kind, of.next());
    }

    /** The next entry of this chain; {@code null} when there are no more. */
    @Nullable
    Entry nextEntry(Scope scope) {
        Entry entry = entries.peek();
        return entry != null && entry.scope().equals(scope) ? entries.next() : null;
    }

    /** Whose turn it is; {@code null} at the end. */
    @Nullable
    Scope nextScope() {
        Scope least = null;
        for (PeekableIterator<Row> each : rows.values()) {
            Row row = each.peek();
            if (row != null) least = lesser(least, row.scope());
        }
        Entry entry = entries.peek();
        return entry == null ? least : lesser(least, entry.scope());
    }

    private static Scope lesser(@Nullable Scope one, Scope other) {
        return one == null || Ids.BY_BYTES.compare(other.id(), one.id()) < 0 ? other : one;
    }

    @Override
    public boolean hasNext() {
        while (ready.isEmpty() && nextScope() != null) prepare();
        if (ready.isEmpty()) dossiers.requireSomething();
        return !ready.isEmpty();
    }

    @Override
    public Change next() {
        if (!hasNext()) throw new NoSuchElementException();
        return ready.remove();
    }

    private void prepare() {
        CancelledException.ifInterrupted();
        ready.addAll(batch.decide(act, work -> {
            int taken = 0;
            for (Scope scope = nextScope(); scope != null && taken < ROWS; scope = nextScope()) {
                taken += scope.equals(Scope.ORGANISATION) ? organisation.some(work, ROWS) : dossiers.one(scope, work);
            }
        }));
    }
}
