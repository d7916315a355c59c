package org.eportfolio.core;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.eportfolio.ConflictException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.Message;
import org.eportfolio.NotFoundException;
import org.eportfolio.Page;
import org.eportfolio.StorageException;
import org.eportfolio.core.internal.access.Gate;
import org.eportfolio.core.internal.access.Opened;
import org.eportfolio.core.internal.access.Permission;
import org.eportfolio.core.internal.input.Inputs;
import org.eportfolio.core.internal.work.Engine;
import org.eportfolio.core.internal.work.Kinds;
import org.eportfolio.core.internal.work.Session;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.dossier.Confidentiality;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.dossier.NewAttachment;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.dossier.Piece;
import org.eportfolio.dossier.Production;
import org.eportfolio.dossier.Version;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.Competency;
import org.eportfolio.framework.Framework;
import org.eportfolio.framework.Item;
import org.eportfolio.framework.SubCompetency;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.ProductionId;
import org.eportfolio.spi.Stored;
import org.jspecify.annotations.Nullable;

/** What learners made. A production belongs to its learner: staff read and cite, never edit. Thread-safe. */
public final class ProductionDesk {
    private static final Set<String> LINKABLE = Set.of("http", "https", "mailto");

    private final Session session;
    private final Gate gate;
    private final Catalogue catalogue;
    private final Engine engine;

    ProductionDesk(Session session, Gate gate, Catalogue catalogue, Engine engine) {
        this.session = session;
        this.gate = gate;
        this.catalogue = catalogue;
        this.engine = engine;
    }

    /**
     * Adds a production. Its files are streamed, and kept once however often they are attached. Audio and video are
     * refused before a byte is read, unless the learner declares that nobody can be recognised in them
     * ({@link NewAttachment#showingNobody}): what people say or show of themselves is a recording, which needs their
     * authorisation ({@link RecordingDesk#add}).
     */
    public Production add(DossierId dossier, NewProduction input) {
        Ready ready = ready(dossier, input);
        return session.write(Kinds.scope(dossier), work -> {
            Opened opened = gate.dossier(dossier, Permission.KEEP_PRODUCTION, work);
            return put(made(ready, opened, work), "production.added", opened, work);
        });
    }

    Production made(Ready ready, Opened opened, Work work) {
        return new Production(
                new ProductionId(work.newId()),
                opened.dossier().id(),
                opened.person(),
                List.of(version(ready, opened.dossier(), work)),
                ready.input().confidential() ? Confidentiality.KEPT : null,
                1);
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

    interface Step {
        Production from(Production before, Version content);
    }

    private Production change(Production seen, NewProduction input, String act, Step step) {
        Ready ready = ready(seen.dossier(), input);
        return session.write(Kinds.scope(seen.dossier()), work -> {
            Opened opened = gate.dossier(seen.dossier(), Permission.KEEP_PRODUCTION, work);
            Production there = unchanged(seen, work);
            Production next = step.from(there, version(ready, opened.dossier(), work));
            return put(input.confidential() ? next.keptConfidential() : next, act, opened, work);
        });
    }

    /**
     * Removes a production that nobody cited; a cited one stays, because judgements rest on it.
     *
     * @param seen the production as the caller read it; a {@link ConflictException} if it changed since
     */
    public void remove(Production seen) {
        session.write(Kinds.scope(seen.dossier()), work -> {
            Opened opened = gate.dossier(seen.dossier(), Permission.KEEP_PRODUCTION, work);
            Production there = unchanged(seen, work);
            if (there.versions().stream().anyMatch(version -> version.frozen() != null)) {
                throw ConflictException.state("production.cited", there.title());
            }
            if (!work.where(Kinds.GROUP, Kinds.groupMaking(there.id())).isEmpty()) {
                throw ConflictException.state("production.of-group", there.title());
            }
            work.remove(Kinds.PRODUCTION, there);
            work.journal("production.removed", opened.person(), opened.role());
            return true;
        });
    }

    /**
     * Marks a production as showing a company's matters: from the next read on no showcase shows it to others, until it is
     * cleared. The learner marks their own; those who could clear it may mark it too.
     */
    public Production mark(DossierId dossier, ProductionId id) {
        return session.write(Kinds.scope(dossier), work -> {
            Opened opened = gate.dossier(dossier, Permission.MARK_CONFIDENTIAL, work);
            Production before = require(dossier, id, work);
            Production marked = before.marked();
            return marked.equals(before) ? before : put(marked, "production.marked", opened, work);
        });
    }

    /** Clears a production of the company's confidentiality: from now on it may be shared and sealed. */
    public Production clear(DossierId dossier, ProductionId id) {
        return session.write(Kinds.scope(dossier), work -> {
            Opened opened = gate.dossier(dossier, Permission.CLEAR_CONFIDENTIALITY, work);
            Production before = require(dossier, id, work);
            Production cleared = before.cleared(opened.person(), work.now());
            return cleared.equals(before) ? before : put(cleared, "production.cleared", opened, work);
        });
    }

    /** One production. */
    public Production get(DossierId dossier, ProductionId id) {
        return session.read(work -> {
            gate.production(dossier, id, Permission.READ_PRODUCTION, work);
            return require(dossier, id, work);
        });
    }

    /**
     * A page of a dossier's productions, the oldest first.
     *
     * @param after {@link Page#next} of the page before; {@code null} for the first
     */
    public Page<Production> list(DossierId dossier, @Nullable UUID after, int limit) {
        return session.read(work -> {
            gate.dossier(dossier, Permission.READ_PRODUCTION, work);
            return work.page(Kinds.PRODUCTION, Kinds.scope(dossier), after, Limits.page(limit));
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
        work.put(Kinds.PRODUCTION, production);
        work.journal(act, opened.person(), opened.role());
        return production;
    }

    static Production unchanged(Production seen, Work work) {
        Production there = require(seen.dossier(), seen.id(), work);
        if (there.revision() != seen.revision()) {
            throw ConflictException.stale("production", seen.revision(), there.revision());
        }
        return there;
    }

    static Production require(DossierId dossier, ProductionId id, Work work) {
        return work.find(Kinds.PRODUCTION, Kinds.scope(dossier), id.value())
                .orElseThrow(() -> new NotFoundException("production", id));
    }

    /** An input whose files are kept already. */
    record Ready(NewProduction input, List<Piece> pieces) {}

    /** Asks the gate before a byte is stored, then streams the files with no connection held. */
    Ready ready(DossierId dossier, NewProduction input) {
        Inputs.checked(input);
        for (Piece.Link link : input.links()) linkable(link.target());
        for (NewAttachment attachment : input.attachments()) {
            InvalidInputException.unless(
                    attachment.showsNobody() || !attachment.isRecording(),
                    "attachments",
                    "attachment.recording",
                    attachment.name());
        }
        List<Piece> pieces = new ArrayList<>();
        if (!input.attachments().isEmpty()) {
            session.read(work -> gate.dossier(dossier, Permission.KEEP_PRODUCTION, work));
            for (NewAttachment attachment : input.attachments()) pieces.add(keep(attachment));
        }
        pieces.addAll(input.links());
        input.texts().forEach(text -> pieces.add(new Piece.Text(text)));
        return new Ready(input, pieces);
    }

    private Piece keep(NewAttachment attachment) {
        NewAttachment.Source captions = attachment.captions();
        return new Piece.File(
                attachment.name(),
                attachment.mediaType(),
                stream(attachment.name(), attachment.source()),
                attachment.alternative(),
                attachment.transcript(),
                captions == null ? null : stream(attachment.name(), captions),
                attachment.showsNobody());
    }

    private Stored stream(String name, NewAttachment.Source source) {
        try (InputStream in = source.open()) {
            return engine.store().contents().write(in, engine.now());
        } catch (IOException e) {
            throw new InvalidInputException(
                    List.of(new InvalidInputException.Violation(
                            "attachments", Message.of("attachment.unreadable", name, String.valueOf(e.getMessage())))),
                    e);
        }
    }

    private static boolean assessable(Item item) {
        return item instanceof Competency || item instanceof SubCompetency;
    }

    private static void linkable(URI target) {
        String scheme = target.getScheme();
        InvalidInputException.unless(
                scheme != null && LINKABLE.contains(scheme.toLowerCase(Locale.ROOT)), "links", "link.scheme", target);
    }

    Version version(Ready ready, Dossier dossier, Work work) {
        List<Framework> frameworks = dossier.adoptions()
                .map(adoption -> catalogue.adopted(adoption, work).framework())
                .toList();
        for (Code code : ready.input().competencies()) {
            boolean known = frameworks.stream()
                    .anyMatch(each ->
                            each.find(code).filter(ProductionDesk::assessable).isPresent());
            if (!known) Objects.requireNonNull(frameworks.get(0).assessable(code));
        }
        NewProduction input = ready.input();
        return new Version(
                1,
                input.title(),
                input.description(),
                input.competencies(),
                ready.pieces(),
                input.language(),
                input.setting(),
                work.now(),
                null);
    }
}
