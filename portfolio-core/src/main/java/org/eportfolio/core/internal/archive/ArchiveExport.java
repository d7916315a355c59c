package org.eportfolio.core.internal.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.eportfolio.CancelledException;
import org.eportfolio.archive.ArchiveSink;
import org.eportfolio.archive.ExportedArchive;
import org.eportfolio.core.internal.access.RecordStates;
import org.eportfolio.core.internal.framework.Catalogue;
import org.eportfolio.core.internal.kind.AssessmentKinds;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.kind.KindHome;
import org.eportfolio.core.internal.kind.Kinds;
import org.eportfolio.core.internal.kind.PrivacyKinds;
import org.eportfolio.core.internal.kind.Readers;
import org.eportfolio.core.internal.kind.RecordKind;
import org.eportfolio.core.internal.kind.Route;
import org.eportfolio.core.internal.work.Engine;
import org.eportfolio.core.internal.work.Ids;
import org.eportfolio.core.internal.work.Inside;
import org.eportfolio.core.internal.work.RequiredContent;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.framework.FrameworkId;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.DossierId;
import org.eportfolio.privacy.Departure;
import org.eportfolio.spi.Entry;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.Scope;
import org.eportfolio.spi.Stored;
import org.eportfolio.spi.View;
import org.jspecify.annotations.Nullable;

/**
 * Hands out rows and entries from one snapshot, kind after kind and a page at a time, then the files they speak of. Holds
 * the hashes of the files and, unless it is all of the organisation, the rows of the organisation that are spoken of.
 */
public final class ArchiveExport {
    static final Comparator<Stored> BY_HASH =
            Comparator.comparing(each -> each.sha256().toString());
    private static final int SCOPES = 50;
    private static final int PAGE = 500;
    private static final Comparator<Scope> BY_ID = Comparator.comparing(Scope::id, Ids.BY_BYTES);

    private final @Nullable String school;
    private final Catalogue catalogue;
    private final Engine engine;
    private final ArchiveSink sink;
    private final Set<Stored> files = new TreeSet<>(BY_HASH);
    private final Set<DossierId> spokenOf = new HashSet<>();
    private final Map<String, Long> left = new TreeMap<>();
    private long rows;
    private long entries;

    /** @param school what the school calls itself; {@code null} where the host did not state it */
    public ArchiveExport(@Nullable String school, Catalogue catalogue, Engine engine, ArchiveSink sink) {
        this.school = school;
        this.catalogue = catalogue;
        this.engine = engine;
        this.sink = sink;
    }

    /** Kinds of dossiers and of the organisation that travel, by name. */
    static List<RecordKind<?>> kinds() {
        return leavingBy(Route.ARCHIVE);
    }

    private static List<RecordKind<?>> leavingBy(Route route) {
        return Kinds.leavingBy(route).stream()
                .sorted(Comparator.comparing(each -> each.kind().name()))
                .toList();
    }

    private interface Step {
        void run(Work work) throws IOException;
    }

    private ExportedArchive done(Step step) throws IOException {
        if (school != null) sink.school(school);
        engine.store().<Boolean>read(view -> {
            try {
                step.run(engine.look(view));
                return true;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        for (Stored each : files) {
            CancelledException.ifInterrupted();
            try (InputStream in = RequiredContent.open(each, engine)) {
                sink.content(each, in);
            }
        }
        return new ExportedArchive(rows, entries, files.size(), spokenOf, left);
    }

    public ExportedArchive organisation() throws IOException {
        return done(work -> {
            List<Scope> scopes = new ArrayList<>();
            UUID after = null;
            for (List<Scope> page = work.view().scopes(after, PAGE);
                    !page.isEmpty();
                    page = work.view().scopes(after, PAGE)) {
                scopes.addAll(page);
                after = page.get(page.size() - 1).id();
            }
            for (RecordKind<?> kind : kinds()) {
                if (kind.home() != KindHome.DOSSIER) ofOrganisation(kind, work);
                if (kind.home() != KindHome.ORGANISATION) ofDossiers(kind, scopes, each -> each, null, work);
            }
            for (Scope scope : scopes) chain(scope, work.view());
            scopes.forEach(each -> spokenOf.remove(new DossierId(each.id())));
        });
    }

    public ExportedArchive framework(FrameworkId framework) throws IOException {
        return done(work -> context(new ArchiveContext(work).with(framework), work));
    }

    /** @param cohorts whose memberships come along whole */
    public ExportedArchive dossiers(Set<DossierId> dossiers, Set<CohortId> cohorts) throws IOException {
        return done(work -> {
            List<Scope> scopes = scopes(dossiers);
            ArchiveContext around = new ArchiveContext(work);
            cohorts.forEach(around::whole);
            for (RecordKind<?> kind : kinds()) {
                if (kind.home() != KindHome.ORGANISATION) shown(kind, scopes, around, work);
            }
            context(around, work);
            for (Scope scope : scopes) chain(scope, work.view());
            spokenOf.removeAll(dossiers);
        });
    }

    /** @param learner whether it is made by the learner whose dossier it is */
    public ExportedArchive takeAway(DossierId dossier, boolean learner) throws IOException {
        return takeAway(dossier, learner, false);
    }

    /** A take-away that goes through a link: without what was withdrawn. */
    public ExportedArchive handOver(DossierId dossier) throws IOException {
        return takeAway(dossier, false, true);
    }

    private ExportedArchive takeAway(DossierId dossier, boolean learner, boolean handedOver) throws IOException {
        return done(work -> {
            List<Scope> scopes = scopes(Set.of(dossier));
            ArchiveContext around = new ArchiveContext(work);
            TakenAway states = new TakenAway(
                    work.require(DossierKinds.DOSSIER, scopes.get(0), dossier.value()),
                    learner,
                    handedOver,
                    catalogue,
                    work);
            for (RecordKind<?> kind : leavingBy(Route.TAKE_AWAY)) takenAway(kind, scopes, states, around, work);
            context(around, work);
            spokenOf.remove(dossier);
        });
    }

    private <T> void takenAway(
            RecordKind<T> kind, List<Scope> scopes, TakenAway states, ArchiveContext around, Work work)
            throws IOException {
        ofDossiers(kind, scopes, each -> states.wanted(kind, each), each -> states.shown(kind, each), around, work);
    }

    /** What only its author may see yet stays behind, and so do reviews whose campaign runs; the journal names them. */
    private <T> void shown(RecordKind<T> kind, List<Scope> scopes, ArchiveContext around, Work work)
            throws IOException {
        ofDossiers(
                kind,
                scopes,
                each -> RecordStates.MAY_STAY_BEHIND.contains(kind.kind())
                        ? new RecordStates(work).seen(kind, each, false)
                        : each,
                around,
                work);
    }

    private static List<Scope> scopes(Collection<DossierId> dossiers) {
        return dossiers.stream().map(DossierKinds::scope).sorted(BY_ID).toList();
    }

    private <T> void ofDossiers(
            RecordKind<T> kind,
            List<Scope> scopes,
            UnaryOperator<List<T>> wanted,
            @Nullable ArchiveContext around,
            Work work)
            throws IOException {
        ofDossiers(kind, scopes, wanted, each -> each, around, work);
    }

    /** @param shown what goes out of a record; the same when it goes out as it is kept */
    private <T> void ofDossiers(
            RecordKind<T> kind,
            List<Scope> scopes,
            UnaryOperator<List<T>> wanted,
            UnaryOperator<T> shown,
            @Nullable ArchiveContext around,
            Work work)
            throws IOException {
        for (int from = 0; from < scopes.size(); from += SCOPES) {
            CancelledException.ifInterrupted();
            List<Scope> some = scopes.subList(from, Math.min(scopes.size(), from + SCOPES)).stream()
                    .filter(each -> !each.equals(Scope.ORGANISATION))
                    .toList();
            if (some.isEmpty()) continue;
            List<Row> page = work.view().among(some, kind.kind());
            List<T> records = work.decode(kind, page);
            Set<T> put = Collections.newSetFromMap(new IdentityHashMap<>());
            put.addAll(wanted.apply(records));
            if (put.size() < records.size() && isCounted(kind)) {
                left.merge(kind.kind().name(), (long) records.size() - put.size(), Long::sum);
            }
            for (int i = 0; i < page.size(); i++) {
                T record = records.get(i);
                if (!put.contains(record)) continue;
                T out = shown.apply(record);
                if (around != null) around.of(out);
                put(out == record ? page.get(i) : work.row(kind, out), out);
            }
        }
    }

    /** Whether the number of what stays behind may be told: that of reviews and levels would show when one is written. */
    private static boolean isCounted(RecordKind<?> kind) {
        return kind.readers() != Readers.LEARNER_WHEN_CAMPAIGN_IS_OVER
                && kind != AssessmentKinds.ASSESSMENT
                && kind != PrivacyKinds.RECTIFICATION;
    }

    private <T> void ofOrganisation(RecordKind<T> kind, Work work) throws IOException {
        UUID after = null;
        for (List<Row> page = work.view().list(Scope.ORGANISATION, kind.kind(), after, PAGE);
                !page.isEmpty();
                page = work.view().list(Scope.ORGANISATION, kind.kind(), after, PAGE)) {
            CancelledException.ifInterrupted();
            List<T> records = work.decode(kind, page);
            for (int i = 0; i < page.size(); i++) put(page.get(i), records.get(i));
            after = page.get(page.size() - 1).id();
        }
    }

    private void context(ArchiveContext around, Work work) throws IOException {
        TreeMap<String, List<Row>> byKind = new TreeMap<>();
        around.rows()
                .forEach(row -> byKind.computeIfAbsent(row.kind().name(), each -> new ArrayList<>())
                        .add(row));
        for (RecordKind<?> kind : kinds()) {
            for (Row row : byKind.getOrDefault(kind.kind().name(), List.of())) {
                put(row, work.decode(kind, List.of(row)).get(0));
            }
        }
    }

    private void put(Row row, @Nullable Object record) throws IOException {
        sink.row(row);
        rows++;
        // A departure only knows the fingerprint of what was taken away.
        boolean keeps = !(record instanceof Departure);
        Inside.each(record, each -> {
            if (keeps && each instanceof Stored file) files.add(file);
            if (each instanceof DossierId dossier) spokenOf.add(dossier);
            if (each instanceof Dossier dossier) spokenOf.remove(dossier.id());
        });
    }

    private void chain(Scope scope, View view) throws IOException {
        CancelledException.ifInterrupted();
        long last = 0;
        for (List<Entry> page = view.entries(scope, 0, PAGE); !page.isEmpty(); page = view.entries(scope, last, PAGE)) {
            for (Entry entry : page) sink.entry(entry);
            entries += page.size();
            last = page.get(page.size() - 1).number();
        }
    }
}
