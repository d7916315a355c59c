package org.eportfolio.core.internal.journal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eportfolio.CancelledException;
import org.eportfolio.ProgressListener;
import org.eportfolio.StorageException;
import org.eportfolio.core.internal.framework.Catalogue;
import org.eportfolio.core.internal.history.Arrivals;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.work.Engine;
import org.eportfolio.journal.Verification;
import org.eportfolio.spi.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Recomputes what the journal promises, some scopes at the same time. Holds of as many a page and the assessments in memory.
 */
public final class JournalVerification {
    private static final int PAGE = 500;
    private static final int TOGETHER = 64;
    /** More would take the connections of those who work meanwhile. */
    private static final int LANES = Math.min(4, Runtime.getRuntime().availableProcessors());

    private final Engine engine;
    private final Catalogue catalogue;
    private final Set<Scope> arrivals = new HashSet<>();
    private final List<Verification.Fault> faults = new ArrayList<>();
    private long scopes;
    private long entries;
    private long records;

    public JournalVerification(Engine engine, Catalogue catalogue) {
        this.engine = engine;
        this.catalogue = catalogue;
    }

    /** @param progress one step for each scope, on the caller's thread */
    public Verification all(ProgressListener progress) {
        return all(progress, List.of());
    }

    /** @param beside what is looked for at the same time */
    public Verification all(ProgressListener progress, List<SideCheck> beside) {
        lookForArrivals();
        try {
            long total = progress == ProgressListener.NONE ? 0 : count();
            UUID after = null;
            for (List<Scope> page = page(after, TOGETHER); !page.isEmpty(); page = page(after, TOGETHER)) {
                CancelledException.ifInterrupted();
                for (Verification each : together(page, beside)) {
                    take(each);
                    progress.at(scopes, total);
                }
                after = page.get(page.size() - 1).id();
            }
        } catch (StorageException e) {
            faults.add(ScopeVerification.of(Scope.ORGANISATION, 0, "journal.damaged", e.reason()));
        }
        return new Verification(scopes, entries, records, faults);
    }

    /** What is found of each, in their order. */
    private List<Verification> together(List<Scope> page, List<SideCheck> beside) {
        Verification[] found = new Verification[page.size()];
        IntStream.range(0, LANES).parallel().forEach(lane -> {
            for (int i = lane; i < found.length; i += LANES) found[i] = readable(page.get(i), beside);
        });
        return List.of(found);
    }

    private void take(Verification one) {
        scopes += one.scopes();
        entries += one.entries();
        records += one.records();
        faults.addAll(one.faults());
    }

    private long count() {
        long count = 0;
        UUID after = null;
        for (List<Scope> page = page(after, PAGE); !page.isEmpty(); page = page(after, PAGE)) {
            count += page.size();
            after = page.get(page.size() - 1).id();
        }
        return count;
    }

    private List<Scope> page(@Nullable UUID after, int most) {
        return engine.store().read(view -> view.scopes(after, most));
    }

    /** A scope that the store cannot read is a fault of its own; the others are looked at all the same. */
    private Verification readable(Scope scope, List<SideCheck> beside) {
        boolean arrived = arrivals.contains(scope);
        List<SideCheck.OfScope> looks =
                beside.stream().map(each -> each.of(scope, arrived)).toList();
        ScopeVerification one = new ScopeVerification(scope, engine, catalogue, arrived);
        Verification found;
        try {
            found = engine.store().read(view -> one.all(view, looks));
        } catch (StorageException e) {
            found = one.damaged(e);
        }
        looks.forEach(each -> each.end(one.readable()));
        return found;
    }

    /** What came from elsewhere; where that cannot be read, the journal tells. */
    private void lookForArrivals() {
        try {
            engine.read(Arrivals::all).forEach(each -> arrivals.add(DossierKinds.scope(each.dossier())));
        } catch (StorageException unreadable) {
            arrivals.clear();
        }
    }
}
