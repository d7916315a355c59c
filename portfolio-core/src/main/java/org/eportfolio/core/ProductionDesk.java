package org.eportfolio.core;

import static org.eportfolio.access.Permission.CLEAR_CONFIDENTIALITY;
import static org.eportfolio.access.Permission.KEEP_PRODUCTION;
import static org.eportfolio.access.Permission.MARK_CONFIDENTIAL;
import static org.eportfolio.access.Permission.READ_FEEDBACK;
import static org.eportfolio.access.Permission.READ_PRODUCTION;
import static org.eportfolio.core.internal.kind.DossierKinds.PRODUCTION;
import static org.eportfolio.core.internal.kind.GroupKinds.GROUP;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eportfolio.ConflictException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.Page;
import org.eportfolio.PageRequest;
import org.eportfolio.agenda.ClassFilter;
import org.eportfolio.core.internal.agenda.ClassWork;
import org.eportfolio.core.internal.call.DeskContext;
import org.eportfolio.core.internal.dossier.ProductionMaking;
import org.eportfolio.core.internal.dossier.Removals;
import org.eportfolio.core.internal.input.Inputs;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.kind.GroupKinds;
import org.eportfolio.core.internal.showcase.ShownFiles;
import org.eportfolio.core.internal.work.RequiredContent;
import org.eportfolio.dossier.ByteRange;
import org.eportfolio.dossier.Download;
import org.eportfolio.dossier.NewAttachment;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.dossier.Piece;
import org.eportfolio.dossier.Production;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.ProductionId;
import org.eportfolio.spi.Stored;

/** What learners made. A production belongs to its learner: staff read and cite, never edit. Thread-safe. */
public final class ProductionDesk {
    private final DeskContext desk;
    private final ProductionMaking making;

    ProductionDesk(DeskContext desk) {
        this.desk = desk;
        this.making = new ProductionMaking(desk);
    }

    /**
     * Adds a production. Its files are streamed, and kept once however often they are attached. Audio, video and pictures are
     * refused before a byte is kept, unless the learner declares that no one can be recognised in them
     * ({@link NewAttachment#showingNobody}): what people say or show of themselves is a recording, which needs their
     * authorisation ({@link RecordingDesk#add}). A picture is one by its media type, its name or its first bytes; it is kept
     * without what was written into it beside the picture, such as the place where it was taken, upright as it was. Pictures
     * of which that cannot be removed (HEIC, TIFF, raw formats) or of more than 32 MB are refused.
     */
    public Production add(DossierId dossier, NewProduction input) {
        ProductionMaking.Ready ready = making.ready(dossier, input);
        return desk.write(
                dossier, KEEP_PRODUCTION, call -> call.save("production.added", PRODUCTION, making.made(ready, call)));
    }

    /**
     * Replaces the content of the current version; if that one was cited and is frozen, a new version follows it.
     *
     * @param seen the production as the caller read it; a {@link ConflictException} if it changed since
     */
    public Production revise(Production seen, NewProduction input) {
        return change(seen, input, "production.revised", Production::withContent);
    }

    /** Adds a version after the current one, which stays to be compared: before and after. */
    public Production extend(Production seen, NewProduction input) {
        return change(seen, input, "production.extended", Production::withNewVersion);
    }

    private Production change(Production seen, NewProduction input, String act, ProductionMaking.Step step) {
        ProductionMaking.Ready ready = making.ready(seen.dossier(), input);
        return desk.write(seen.dossier(), KEEP_PRODUCTION, call -> {
            Production there = call.unchanged(PRODUCTION, seen);
            Production next = step.from(there, making.version(ready, call));
            return call.save(act, PRODUCTION, ready.input().confidential() ? next.withConfidentiality() : next);
        });
    }

    /**
     * Removes a production. One that was cited stays, because judgements rest on it, and so does one that people wrote
     * about. Drafts, exam files and showcases that name it show what is still there.
     *
     * @param seen the production as the caller read it; a {@link ConflictException} if it changed since
     */
    public void remove(Production seen) {
        desk.run(seen.dossier(), KEEP_PRODUCTION, call -> {
            Production there = call.unchanged(PRODUCTION, seen);
            if (!call.where(GROUP, GroupKinds.groupMaking(there.id())).isEmpty()) {
                throw ConflictException.state("production.of-group", there.title());
            }
            Removals.requireRemovable(there, call.work());
            call.remove("production.removed", PRODUCTION, there);
        });
    }

    /**
     * Marks a production as showing a company's matters: from the next read on no showcase shows it to others, until it is
     * cleared. The learner marks their own; those who could clear it may mark it too.
     */
    public Production mark(DossierId dossier, ProductionId id) {
        return desk.write(dossier, MARK_CONFIDENTIAL, call -> {
            Production before = call.require(PRODUCTION, id.value());
            Production marked = before.withMark();
            return call.saveChanged("production.marked", PRODUCTION, before, marked);
        });
    }

    /** Clears a production of the company's confidentiality: from now on it may be shared and sealed. */
    public Production clear(DossierId dossier, ProductionId id) {
        return desk.write(dossier, CLEAR_CONFIDENTIALITY, call -> {
            Production before = call.require(PRODUCTION, id.value());
            Production cleared = before.withClearance(call.person(), call.now());
            return call.saveChanged("production.cleared", PRODUCTION, before, cleared);
        });
    }

    /** One production. */
    public Production get(DossierId dossier, ProductionId id) {
        Objects.requireNonNull(dossier, "dossier");
        return desk.session().read(work -> {
            desk.gate().production(dossier, id, READ_PRODUCTION, work);
            return work.require(PRODUCTION, DossierKinds.scope(dossier), id.value());
        });
    }

    /**
     * A page of a dossier's productions, the oldest first.
     *
     * @param request the first page, or {@link Page#next} of the page before
     */
    public Page<Production> list(DossierId dossier, PageRequest request) {
        return desk.read(dossier, READ_PRODUCTION, call -> call.page(PRODUCTION, request));
    }

    /**
     * A page of the productions of a dossier that the filter leaves.
     *
     * @param filter to ask whether the team has said something takes the right to read feedback
     * @param request such as {@link PageRequest#newest}, or {@link Page#next} of the page before
     */
    public Page<Production> list(DossierId dossier, ClassFilter filter, PageRequest request) {
        Objects.requireNonNull(request, "request");
        ClassFilter wanted = Inputs.checked(Objects.requireNonNull(filter, "filter"));
        return desk.read(dossier, READ_PRODUCTION, call -> {
            if (wanted.state() != null) desk.open(dossier, READ_FEEDBACK, call.work());
            return ClassWork.in(call, wanted).productions(request);
        });
    }

    /**
     * The bytes of a file of a production, to be closed by the caller. A slow download holds nothing.
     *
     * @param file the content of one of its files, in any version
     */
    public InputStream download(DossierId dossier, ProductionId id, Stored file) {
        return download(dossier, id, file, ByteRange.ALL).bytes();
    }

    /**
     * The same with the file's name and type, and of its bytes only those wanted: what comes before is not read.
     *
     * @throws InvalidInputException if the range lies outside the file
     */
    public Download download(DossierId dossier, ProductionId id, Stored file, ByteRange range) {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(range, "range");
        return RequiredContent.open(file, range, files(dossier, id), desk.engine());
    }

    /**
     * A small picture of a file of a production, to be closed by the caller, by the file's name and with the picture's own
     * type; empty if none was made ({@link Portfolio.Builder#previews}).
     *
     * @param file the content of one of its files, in any version
     */
    public Optional<Download> preview(DossierId dossier, ProductionId id, Stored file) {
        Objects.requireNonNull(file, "file");
        return RequiredContent.preview(file, files(dossier, id), desk.engine());
    }

    private List<Piece.File> files(DossierId dossier, ProductionId id) {
        List<Piece.File> files = new ArrayList<>();
        get(dossier, id).versions().forEach(each -> files.addAll(ShownFiles.of(each)));
        return files;
    }
}
