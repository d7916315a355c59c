package org.eportfolio.core;

import static org.eportfolio.access.Permission.ARCHIVE;
import static org.eportfolio.access.Permission.IMPORT_ARCHIVE;
import static org.eportfolio.access.Permission.READ_FRAMEWORKS;
import static org.eportfolio.access.Permission.RESTORE_DOSSIERS;
import static org.eportfolio.access.Permission.TAKE_AWAY;
import static org.eportfolio.core.internal.kind.DossierKinds.DOSSIER;
import static org.eportfolio.core.internal.kind.SchoolKinds.MEMBERSHIP;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eportfolio.CancelledException;
import org.eportfolio.ConflictException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.access.Permission;
import org.eportfolio.archive.ArchiveSink;
import org.eportfolio.archive.ArchiveSource;
import org.eportfolio.archive.ExportedArchive;
import org.eportfolio.archive.ImportedArchive;
import org.eportfolio.archive.RestoreGrounds;
import org.eportfolio.core.internal.access.Entitled;
import org.eportfolio.core.internal.archive.ArchiveExport;
import org.eportfolio.core.internal.archive.ArchiveImport;
import org.eportfolio.core.internal.call.DeskContext;
import org.eportfolio.core.internal.input.Inputs;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.kind.SchoolKinds;
import org.eportfolio.core.internal.privacy.Erasures;
import org.eportfolio.core.internal.work.Batch;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.framework.FrameworkId;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.DossierId;
import org.eportfolio.privacy.Party;
import org.eportfolio.school.Membership;
import org.eportfolio.spi.Head;
import org.eportfolio.spi.Key;
import org.eportfolio.spi.Scope;
import org.eportfolio.spi.StaleException;
import org.eportfolio.spi.Stored;
import org.jspecify.annotations.Nullable;

/**
 * Hands out all that belongs to a dossier, a cohort or the organisation, as it is kept, and imports it elsewhere. The
 * journal goes along, so that it verifies in the new place. Thread-safe.
 *
 * <p>What is derived (the cards of current levels) does not travel; it is derived anew. A dossier travels
 * without the names of its anonymous reviewers; only the archive of the organisation holds who reviewed whom.
 *
 * <p>Interrupting the thread of a call ends it with a {@link org.eportfolio.CancelledException}, with nothing written.
 */
public final class ArchiveDesk {
    private final DeskContext desk;
    private final Erasures erasures;
    private final @Nullable Party controller;

    /** @param controller by whose name archives say which school they are of; {@code null} where it was not stated */
    ArchiveDesk(DeskContext desk, Erasures erasures, @Nullable Party controller) {
        this.desk = desk;
        this.controller = controller;
        this.erasures = erasures;
    }

    /** One dossier, its journal, and what it needs to be understood: framework, adoption, cohorts, missions, names. */
    public ExportedArchive dossier(DossierId dossier, ArchiveSink to) throws IOException {
        Objects.requireNonNull(to, "to");
        desk.engine().read(work -> desk.gate().dossier(dossier, ARCHIVE, work));
        return writing(to, archiving -> archiving.dossiers(Set.of(dossier), Set.of()));
    }

    /** The dossiers of all who are or were in a cohort, those from other schools included, as {@link #dossier}, and the cohort's memberships. */
    public ExportedArchive cohort(CohortId cohort, ArchiveSink to) throws IOException {
        Objects.requireNonNull(to, "to");
        Set<DossierId> dossiers = desk.read(cohort, ARCHIVE, call -> {
            List<Membership> memberships = call.where(MEMBERSHIP, SchoolKinds.membersOf(cohort));
            Set<Key> learners = memberships.stream()
                    .map(Membership::learner)
                    .flatMap(each -> Stream.of(DossierKinds.dossiersOf(each), DossierKinds.arrivedOf(each)))
                    .collect(Collectors.toSet());
            return call.many(memberships).open(call.work().whereAny(DOSSIER, learners), ARCHIVE).stream()
                    .map(Dossier::id)
                    .collect(Collectors.toSet());
        });
        return writing(to, archiving -> archiving.dossiers(dossiers, Set.of(cohort)));
    }

    /** Everything: all dossiers, and the organisation with its grants and its journal. */
    public ExportedArchive organisation(ArchiveSink to) throws IOException {
        Objects.requireNonNull(to, "to");
        desk.engine().read(work -> desk.gate().organisation(ARCHIVE, work));
        return writing(to, ArchiveExport::organisation);
    }

    /** One framework version, with the crosswalks and successions that it stands in together with others that travel. */
    public ExportedArchive framework(FrameworkId framework, ArchiveSink to) throws IOException {
        Objects.requireNonNull(framework, "framework");
        Objects.requireNonNull(to, "to");
        desk.read(READ_FRAMEWORKS, call -> desk.catalogue().framework(framework, call.work()));
        return writing(to, archiving -> archiving.framework(framework));
    }

    /**
     * A learner's own dossier to take away: as {@link #dossier}, without what its learner may not see (the staff's notes,
     * the team's notes on interviews, reviews of a campaign that still runs, who hides behind the journal's aliases, the
     * hashes of links, the teachers' levels that an embargo holds back) and so without the journal, which speaks of these.
     */
    public ExportedArchive takeAway(DossierId dossier, ArchiveSink to) throws IOException {
        Objects.requireNonNull(to, "to");
        boolean learner = desk.read(dossier, TAKE_AWAY, call -> call.person().equals(call.learner()));
        return writing(to, archiving -> archiving.takeAway(dossier, learner));
    }

    private interface Part {
        ExportedArchive write(ArchiveExport archiving) throws IOException;
    }

    private ExportedArchive writing(ArchiveSink to, Part part) throws IOException {
        try {
            return part.write(new ArchiveExport(
                    controller == null ? null : controller.name(), desk.catalogue(), desk.engine(), to));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /**
     * Imports an archive, all of it in one transaction, or nothing. Everything is checked: each record, each chain, each
     * file.
     *
     * <ul>
     *   <li>A dossier that does not exist here is imported with its chain unchanged. History that was imported before is
     *       extended where the archive's chain continues ours, and stays as it is where both are equal or ours is the longer
     *       one; where the two chains part, the whole archive is refused.
     *   <li>A dossier of the school's own stays as it is: where the archive goes on beyond its own journal, the archive's state
     *       of it stands beside as unverified history ({@link org.eportfolio.archive.Arrival#beyond}).
     *   <li>What a dossier needs of the organisation is imported too if it does not exist here. Where something else has the
     *       same name here, the whole archive is refused if it is of a sort that never changes (framework, adoption, mission);
     *       names, cohorts and memberships stay as they are here.
     *   <li>An import gives no one a grant or a place in a cohort that exists here, its links open nothing, and no level is
     *       converted. An archive of an organisation is restored whole, with its grants and its chain, only by
     *       {@link org.eportfolio.school.Actor#system()} and into a portfolio to which nothing was ever written. That adds
     *       no entry to its journal.
     *   <li>A take-away has no chain, and begins one here.
     *   <li>What was erased here is left out, with a remark; an archive that holds nothing else is refused. An archive of
     *       the organisation that is older than an erasure in the builder's register is erased again at once.
     * </ul>
     *
     * <p>Others may read meanwhile; those who write wait. Files that were written before a late refusal are removed again.
     *
     * @throws InvalidInputException for what is not as it was handed out; the path names the kind and id
     * @throws ConflictException for what does not fit what is here
     */
    public ImportedArchive importFrom(ArchiveSource from) throws IOException {
        erasures.reconcile();
        return imported(asked(from));
    }

    /**
     * Brings the school's own dossiers forward from a newer copy, over an older backup; for the rest as {@link #importFrom}.
     * An import adds nothing to one of the school's own dossiers, because chains are not signed: anyone with a copy could
     * have continued one. Here the school states why it accepts the copy all the same: by an
     * {@link JournalDesk#anchors anchor} of each dossier that it kept elsewhere, up to which the archive goes, or by a
     * reason, which is kept beside the dossier ({@link JournalDesk#restorations()}). The journal notes
     * {@code archive.restored}.
     *
     * <p>A dossier that is not here at all comes as the school's own. What an archive of dossiers leaves out (drafts and
     * running reviews) stays where it is here as it was there; the dossier's journal says of the rest that it went.
     *
     * @throws InvalidInputException for what is not as it was handed out; the path names the kind and id
     * @throws ConflictException for what no anchor vouches for, what has no journal, and what does not fit what is here
     */
    public ImportedArchive restore(ArchiveSource from, RestoreGrounds grounds) throws IOException {
        Objects.requireNonNull(grounds, "grounds");
        erasures.reconcile();
        return imported(asked(from, grounds));
    }

    /** What {@link #restore} would do; nothing is written, and all is refused that {@link #preview} refuses. */
    public ImportedArchive preview(ArchiveSource from, RestoreGrounds grounds) throws IOException {
        Objects.requireNonNull(grounds, "grounds");
        return supposed(asked(from, grounds)).brought();
    }

    /**
     * What is to come in.
     *
     * @param batches begins a load by the one who asked
     * @param whole whether an organisation comes into an empty store
     * @param grounds on which own dossiers are brought forward; {@code null} when they are not
     */
    private record Asked(
            ArchiveSource from,
            Supplier<Batch> batches,
            boolean whole,
            @Nullable RestoreGrounds grounds) {}

    private Asked asked(ArchiveSource from) {
        return takesWhole()
                ? new Asked(from, desk.engine()::systemBatch, true, null)
                : new Asked(from, batches(IMPORT_ARCHIVE), false, null);
    }

    private Asked asked(ArchiveSource from, RestoreGrounds grounds) {
        RestoreGrounds given = Inputs.checked(grounds);
        return new Asked(from, batches(RESTORE_DOSSIERS), false, given);
    }

    private Supplier<Batch> batches(Permission permission) {
        Entitled by = desk.engine().read(work -> desk.gate().organisation(permission, work));
        return () -> desk.engine().batch(by.person(), by.role());
    }

    private ArchiveImport begun(Asked asked) {
        return new ArchiveImport(
                asked.from(), desk.catalogue(), desk.engine(), asked.batches().get(), asked.whole(), asked.grounds());
    }

    /** The import once it was gone through; nothing of it is written. */
    private ArchiveImport supposed(Asked asked) {
        ArchiveImport look = begun(asked);
        look.begun().forEachRemaining(change -> {});
        return look;
    }

    private ImportedArchive imported(Asked asked) throws IOException {
        // Into an empty store everything comes, so that nothing needs to be looked at to know which files do.
        ArchiveImport look = asked.whole() ? begun(asked) : supposed(asked);
        Set<Stored> files = asked.whole() ? asked.from().contents() : look.needed();
        Map<Stored, Instant> written = new HashMap<>();
        try {
            for (Stored file : files) keep(file, asked.from(), written);
            ArchiveImport real = asked.whole() ? look : begun(asked);
            desk.engine()
                    .holding(Scope.ORGANISATION, () -> desk.engine().store().load(real.begun()));
            written.keySet().removeAll(real.needed());
            forget(written);
            return real.brought(erasures.reconcile());
        } catch (StaleException e) {
            forget(written);
            throw ConflictException.state("load.overtaken");
        } catch (RuntimeException | IOException e) {
            forget(written);
            throw e;
        }
    }

    /**
     * What {@link #importFrom} would do with an archive; nothing is written. Refused for the same reasons, but for those
     * that only the bytes of its files give.
     */
    public ImportedArchive preview(ArchiveSource from) throws IOException {
        return supposed(asked(from)).brought();
    }

    /** Whether an archive of an organisation would come in whole. */
    private boolean takesWhole() {
        boolean empty = desk.engine()
                .store()
                .<Boolean>read(view -> view.head(Scope.ORGANISATION).equals(Head.EMPTY));
        return empty && desk.gate().isSystem();
    }

    private void keep(Stored file, ArchiveSource from, Map<Stored, Instant> written) throws IOException {
        CancelledException.ifInterrupted();
        boolean here = isHere(file);
        Instant now = desk.engine().now();
        Stored kept;
        try (InputStream in = from.open(file)) {
            kept = desk.engine().store().contents().write(in, now);
        }
        if (!here) written.put(kept, now);
        InvalidInputException.unless(kept.equals(file), "contents/" + file.sha256(), "archive.content", file.sha256());
    }

    private boolean isHere(Stored file) throws IOException {
        var there = desk.engine().store().contents().open(file);
        if (there.isPresent()) there.get().close();
        return there.isPresent();
    }

    /** Removes what was not touched since. */
    private void forget(Map<Stored, Instant> written) {
        written.forEach((file, at) -> desk.engine().store().contents().remove(file, at.plus(1, ChronoUnit.MICROS)));
    }
}
