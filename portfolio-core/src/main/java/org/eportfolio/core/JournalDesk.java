package org.eportfolio.core;

import static org.eportfolio.access.Permission.READ_JOURNAL;

import java.util.List;
import java.util.Map;
import org.eportfolio.ProgressListener;
import org.eportfolio.archive.Restoration;
import org.eportfolio.core.internal.call.DeskContext;
import org.eportfolio.core.internal.input.Inputs;
import org.eportfolio.core.internal.journal.Anchors;
import org.eportfolio.core.internal.journal.JournalVerification;
import org.eportfolio.core.internal.kind.ArchiveKinds;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.id.DossierId;
import org.eportfolio.journal.Anchor;
import org.eportfolio.journal.Verification;
import org.eportfolio.spi.Head;
import org.eportfolio.spi.Scope;

/**
 * The proof that everything still stands as it was written. Thread-safe.
 *
 * <p>Interrupting the thread of a call ends it with a {@link org.eportfolio.CancelledException}.
 */
public final class JournalDesk {
    private final DeskContext desk;

    JournalDesk(DeskContext desk) {
        this.desk = desk;
    }

    /**
     * Where the whole journal stands now, as one line to be kept elsewhere. Reads the journal once from its beginning, in
     * bounded memory, beside writers.
     */
    public Anchor anchor() {
        desk.require(READ_JOURNAL);
        return Anchors.upTo(Long.MAX_VALUE, desk.engine());
    }

    /**
     * Where the chains of these dossiers stand now: for each how many entries it has, and the last one's hash. Kept beside
     * an archive that was made at the same time, they prove to {@link ArchiveDesk#restore} that the archive is the
     * school's own. An anchor of the whole journal cannot: it is over all dossiers in the order in which they were written.
     *
     * @return in the order asked for
     */
    public List<Anchor> anchors(List<DossierId> dossiers) {
        Inputs.requireBounded("dossiers", dossiers);
        return desk.read(READ_JOURNAL, call -> {
            List<Scope> scopes = dossiers.stream().map(DossierKinds::scope).toList();
            Map<Scope, Head> heads = call.work().view().heads(scopes);
            return scopes.stream()
                    .map(each -> heads.getOrDefault(each, Head.EMPTY))
                    .map(each -> new Anchor(each.length(), each.hash()))
                    .toList();
        });
    }

    /** The dossiers that were brought forward from archives, in the order in which they were: rarely more than a few. */
    public List<Restoration> restorations() {
        return desk.read(READ_JOURNAL, call -> call.list(ArchiveKinds.RESTORATION));
    }

    /**
     * Follows every chain and compares every record with what the journal says of it. Finds any entry or record that
     * was altered, removed, added or swapped in the store, and says which. Rewriting a whole chain, or cutting its end
     * together with the records, shows only against an {@link #anchor} kept elsewhere. Runs beside writers, one scope at a
     * time.
     */
    public Verification verify() {
        return verify(ProgressListener.NONE);
    }

    /** The same, followed step by step: a step is a scope. */
    public Verification verify(ProgressListener progress) {
        desk.require(READ_JOURNAL);
        return new JournalVerification(desk.engine(), desk.catalogue()).all(progress);
    }

    /**
     * Verifies, and finds too whether the journal still begins with all that the anchor vouches for: a tail that was cut
     * or rewritten since, or another file in its place, shows however consistent it is.
     */
    public Verification verify(Anchor anchor) {
        return verify(anchor, ProgressListener.NONE);
    }

    /** The same, followed step by step. */
    public Verification verify(Anchor anchor, ProgressListener progress) {
        Verification found = verify(progress);
        return Anchors.broken(anchor, desk.engine())
                .map(fault -> found.and(List.of(fault)))
                .orElse(found);
    }
}
