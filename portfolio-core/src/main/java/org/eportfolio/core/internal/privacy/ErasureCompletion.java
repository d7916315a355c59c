package org.eportfolio.core.internal.privacy;

import java.util.List;
import org.eportfolio.CancelledException;
import org.eportfolio.ProgressListener;
import org.eportfolio.StorageException;
import org.eportfolio.core.internal.kind.PrivacyKinds;
import org.eportfolio.core.internal.work.Engine;
import org.eportfolio.privacy.ErasureReceipt;
import org.eportfolio.spi.Scope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** After the records of an erasure, the bytes: once for all receipts that are not complete yet. */
record ErasureCompletion(Engine engine) {
    private static final Logger LOG = LoggerFactory.getLogger(ErasureCompletion.class);

    /**
     * Has the log of readings forget where a run ended before it did, removes what no record refers to, has the store written anew,
     * and notes it in the receipts.
     *
     * @return the receipts that are complete now; none if the store could not do it
     * @throws CancelledException if it was ended; the receipts are not complete then
     */
    List<ErasureReceipt> complete(ProgressListener progress) {
        List<ErasureReceipt> open = engine.read(work -> work.list(PrivacyKinds.ERASURE, Scope.ORGANISATION)).stream()
                .filter(each -> !each.complete())
                .toList();
        if (open.isEmpty()) return List.of();
        try {
            open.forEach(new ErasedReadings(engine)::finish);
            Leftovers.Removed removed = Leftovers.remove(engine, () -> progress.at(0, -1));
            engine.store().compact(progress);
            return engine.write(Scope.ORGANISATION, work -> {
                ErasureReceipt.Completion done =
                        new ErasureReceipt.Completion(work.now(), removed.files(), removed.bytes());
                List<ErasureReceipt> completed =
                        open.stream().map(each -> each.asCompleted(done)).toList();
                completed.forEach(each -> work.put(PrivacyKinds.ERASURE, each));
                work.journal("erasure.completed", null, null);
                return completed;
            });
        } catch (StorageException e) {
            LOG.error("the records of erasures are gone, but not all bytes; completeErasures() tries again", e);
            return List.of();
        }
    }
}
