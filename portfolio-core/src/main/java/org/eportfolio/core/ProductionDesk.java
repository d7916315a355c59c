package org.eportfolio.core;

import java.io.InputStream;
import java.util.List;
import org.eportfolio.ConflictException;
import org.eportfolio.Message;
import org.eportfolio.NotFoundException;
import org.eportfolio.Page;
import org.eportfolio.PageRequest;
import org.eportfolio.StorageException;
import org.eportfolio.access.Permission;
import org.eportfolio.core.internal.access.Gate;
import org.eportfolio.core.internal.access.Opened;
import org.eportfolio.core.internal.dossier.ProductionMaking;
import org.eportfolio.core.internal.framework.Catalogue;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.kind.GroupKinds;
import org.eportfolio.core.internal.work.Engine;
import org.eportfolio.core.internal.work.Session;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.dossier.NewAttachment;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.dossier.Piece;
import org.eportfolio.dossier.Production;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.ProductionId;
import org.eportfolio.spi.Stored;

/** What learners made. A production belongs to its learner: staff read and cite, never edit. Thread-safe. */
public final class ProductionDesk {
    private final Session session;
    private final Gate gate;
    private final Engine engine;
    private final ProductionMaking making;

    ProductionDesk(Session session, Gate gate, Catalogue catalogue, Engine engine) {
        this.session = session;
        this.gate = gate;
        this.engine = engine;
        this.making = new ProductionMaking(session, gate, catalogue, engine);
    }

    /**
     * Adds a production. Its files are streamed, and kept once however often they are attached. Audio and video are
     * refused before a byte is read, unless the learner declares that nobody can be recognised in them
     * ({@link NewAttachment#showingNobody}): what people say or show of themselves is a recording, which needs their
     * authorisation ({@link RecordingDesk#add}).
     */
    public Production add(DossierId dossier, NewProduction input) {
        ProductionMaking.Ready ready = making.ready(dossier, input);
        return session.write(DossierKinds.scope(dossier), work -> {
            Opened opened = gate.dossier(dossier, Permission.KEEP_PRODUCTION, work);
            return put(making.made(ready, opened, work), "production.added", opened, work);
        });
    }

    /**
     * Replaces the content of the current version; if that one was cited and is frozen, a new version follows it.
     *
     * @param seen the production as the caller read it; a {@link ConflictException} if it changed since
     */
    public Production revise(Production seen, NewProduction input) {
        return change(seen, input, "production.revised", Production::revised);
    }

    /** Adds a version after the current one, which stays to be compared: before and after. */
    public Production extend(Production seen, NewProduction input) {
        return change(seen, input, "production.extended", Production::extended);
    }

    private Production change(Production seen, NewProduction input, String act, ProductionMaking.Step step) {
        ProductionMaking.Ready ready = making.ready(seen.dossier(), input);
        return session.write(DossierKinds.scope(seen.dossier()), work -> {
            Opened opened = gate.dossier(seen.dossier(), Permission.KEEP_PRODUCTION, work);
            Production there = work.unchanged(DossierKinds.PRODUCTION, seen);
            Production next = step.from(there, making.version(ready, opened.dossier(), work));
            return put(input.confidential() ? next.keptConfidential() : next, act, opened, work);
        });
    }

    /**
     * Removes a production that nobody cited; a cited one stays, because judgements rest on it.
     *
     * @param seen the production as the caller read it; a {@link ConflictException} if it changed since
     */
    public void remove(Production seen) {
        session.write(DossierKinds.scope(seen.dossier()), work -> {
            Opened opened = gate.dossier(seen.dossier(), Permission.KEEP_PRODUCTION, work);
            Production there = work.unchanged(DossierKinds.PRODUCTION, seen);
            if (there.versions().stream().anyMatch(version -> version.frozen() != null)) {
                throw ConflictException.state("production.cited", there.title());
            }
            if (!work.where(GroupKinds.GROUP, GroupKinds.groupMaking(there.id()))
                    .isEmpty()) {
                throw ConflictException.state("production.of-group", there.title());
            }
            work.remove(DossierKinds.PRODUCTION, there);
            work.journal("production.removed", opened.person(), opened.role());
            return true;
        });
    }

    /**
     * Marks a production as showing a company's matters: from the next read on no showcase shows it to others, until it is
     * cleared. The learner marks their own; those who could clear it may mark it too.
     */
    public Production mark(DossierId dossier, ProductionId id) {
        return session.write(DossierKinds.scope(dossier), work -> {
            Opened opened = gate.dossier(dossier, Permission.MARK_CONFIDENTIAL, work);
            Production before = work.require(DossierKinds.PRODUCTION, DossierKinds.scope(dossier), id.value());
            Production marked = before.marked();
            return marked.equals(before) ? before : put(marked, "production.marked", opened, work);
        });
    }

    /** Clears a production of the company's confidentiality: from now on it may be shared and sealed. */
    public Production clear(DossierId dossier, ProductionId id) {
        return session.write(DossierKinds.scope(dossier), work -> {
            Opened opened = gate.dossier(dossier, Permission.CLEAR_CONFIDENTIALITY, work);
            Production before = work.require(DossierKinds.PRODUCTION, DossierKinds.scope(dossier), id.value());
            Production cleared = before.cleared(opened.person(), work.now());
            return cleared.equals(before) ? before : put(cleared, "production.cleared", opened, work);
        });
    }

    /** One production. */
    public Production get(DossierId dossier, ProductionId id) {
        return session.read(work -> {
            gate.production(dossier, id, Permission.READ_PRODUCTION, work);
            return work.require(DossierKinds.PRODUCTION, DossierKinds.scope(dossier), id.value());
        });
    }

    /**
     * A page of a dossier's productions, the oldest first.
     *
     * @param request the first page, or {@link Page#next} of the page before
     */
    public Page<Production> list(DossierId dossier, PageRequest request) {
        return session.read(work -> {
            gate.dossier(dossier, Permission.READ_PRODUCTION, work);
            return work.page(DossierKinds.PRODUCTION, DossierKinds.scope(dossier), request);
        });
    }

    /**
     * The bytes of a file of a production, to be closed by the caller. A slow download holds nothing.
     *
     * @param file the content of one of its files, in any version
     */
    public InputStream download(DossierId dossier, ProductionId id, Stored file) {
        Production production = get(dossier, id);
        if (production.contents().noneMatch(file::equals)) throw new NotFoundException("file", file.sha256());
        return engine.store()
                .contents()
                .open(file)
                .orElseThrow(() -> new StorageException(Message.of("content.missing", file.sha256()), null));
    }

    private static Production put(Production production, String act, Opened opened, Work work) {
        work.put(DossierKinds.PRODUCTION, production);
        work.journal(act, opened.person(), opened.role());
        return production;
    }

    /** An input whose files are kept already. */
    record Ready(NewProduction input, List<Piece> pieces) {}
}
