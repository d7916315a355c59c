package org.eportfolio.core;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eportfolio.ConflictException;
import org.eportfolio.Page;
import org.eportfolio.PageRequest;
import org.eportfolio.access.Permission;
import org.eportfolio.core.internal.access.Gate;
import org.eportfolio.core.internal.access.Opened;
import org.eportfolio.core.internal.dossier.Citations;
import org.eportfolio.core.internal.framework.Catalogue;
import org.eportfolio.core.internal.input.Inputs;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.kind.RecordingKinds;
import org.eportfolio.core.internal.kind.ReflectionKinds;
import org.eportfolio.core.internal.reflection.RecordingVisibility;
import org.eportfolio.core.internal.work.Engine;
import org.eportfolio.core.internal.work.Session;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.ReflectionId;
import org.eportfolio.reflection.Guide;
import org.eportfolio.reflection.NewReflection;
import org.eportfolio.reflection.Recording;
import org.eportfolio.reflection.Reflection;
import org.eportfolio.reflection.ReflectionDraft;
import org.eportfolio.reflection.ReflectionTemplate;

/**
 * What learners reflect upon. A draft is seen by its learner only; what is shared is read by the team and written by the
 * learner alone, each change as a version that is kept. Thread-safe.
 */
public final class ReflectionDesk {
    private final Session session;
    private final Gate gate;
    private final Catalogue catalogue;
    private final ZoneId zone;

    ReflectionDesk(Session session, Gate gate, Catalogue catalogue, Engine engine) {
        this.session = session;
        this.gate = gate;
        this.catalogue = catalogue;
        this.zone = engine.clock().getZone();
    }

    /** The templates there are: those that ship, then those that plugins brought. */
    public List<ReflectionTemplate> templates() {
        session.read(work -> gate.organisation(Permission.READ_TEMPLATES, work));
        return catalogue.templates().all();
    }

    /** Begins a reflection that only its learner sees; questions may be left open. */
    public ReflectionDraft draft(DossierId dossier, NewReflection input) {
        Inputs.checked(input);
        return session.write(DossierKinds.scope(dossier), work -> {
            Opened opened = gate.dossier(dossier, Permission.KEEP_REFLECTION, work);
            return put(begun(dossier, input, work), opened, work);
        });
    }

    /**
     * Puts another content in place of a draft's.
     *
     * @param seen the draft as the caller read it; a {@link ConflictException} if it changed since
     */
    public ReflectionDraft save(ReflectionDraft seen, NewReflection input) {
        Inputs.checked(input);
        return session.write(DossierKinds.scope(seen.dossier()), work -> {
            Opened opened = gate.dossier(seen.dossier(), Permission.KEEP_REFLECTION, work);
            ReflectionDraft there = work.unchanged(ReflectionKinds.REFLECTION_DRAFT, seen);
            before(seen.dossier(), input, work);
            boolean sameGuide = there.guide().template().equals(input.template())
                    && there.guide().language().equals(input.language());
            Guide guide = sameGuide ? there.guide() : guide(input);
            return put(there.saved(input, guide, work.now()), opened, work);
        });
    }

    /** Throws a draft away, and the recordings made for it. */
    public void discard(ReflectionDraft seen) {
        session.write(DossierKinds.scope(seen.dossier()), work -> {
            Opened opened = gate.dossier(seen.dossier(), Permission.KEEP_REFLECTION, work);
            work.remove(ReflectionKinds.REFLECTION_DRAFT, work.unchanged(ReflectionKinds.REFLECTION_DRAFT, seen));
            for (Recording each : work.where(RecordingKinds.RECORDING, RecordingKinds.recordingsOf(seen.id()))) {
                work.remove(RecordingKinds.RECORDING, each);
            }
            work.journal("reflection.discarded", opened.person(), opened.role());
            return true;
        });
    }

    /** The actor's own drafts in a dossier, the oldest first. */
    public Page<ReflectionDraft> drafts(DossierId dossier, PageRequest request) {
        return session.read(work -> {
            gate.dossier(dossier, Permission.KEEP_REFLECTION, work);
            return work.page(ReflectionKinds.REFLECTION_DRAFT, DossierKinds.scope(dossier), request);
        });
    }

    /** Shares a draft with the team, under the id that it has. Every required question must be answered, or spoken to. */
    public Reflection share(ReflectionDraft seen) {
        return session.write(DossierKinds.scope(seen.dossier()), work -> {
            Opened opened = gate.dossier(seen.dossier(), Permission.KEEP_REFLECTION, work);
            ReflectionDraft draft = work.unchanged(ReflectionKinds.REFLECTION_DRAFT, seen);
            work.remove(ReflectionKinds.REFLECTION_DRAFT, draft);
            return share(draft, opened, work);
        });
    }

    /** Shares a reflection at once. */
    public Reflection share(DossierId dossier, NewReflection input) {
        Inputs.checked(input);
        return session.write(DossierKinds.scope(dossier), work -> {
            Opened opened = gate.dossier(dossier, Permission.KEEP_REFLECTION, work);
            return share(begun(dossier, input, work), opened, work);
        });
    }

    private Reflection share(ReflectionDraft draft, Opened opened, Work work) {
        Reflection shared = Reflection.shared(
                draft,
                opened.person(),
                Citations.freeze(draft.content().evidence(), opened, gate, work),
                before(draft.dossier(), draft.content(), work).orElse(null),
                spoken(draft.dossier(), draft.id(), draft.guide(), work),
                work.now());
        return put(shared, "reflection.shared", opened, work);
    }

    /**
     * Gives further answers, or cites further productions, after those there are; the versions before stay. Action,
     * situation, template and cycle are the reflection's for ever: looking at something else is another reflection.
     *
     * @param seen the reflection as the caller read it; a {@link ConflictException} if it changed since
     * @param content best made by {@link NewReflection#of(Reflection)}
     */
    public Reflection revise(Reflection seen, NewReflection content) {
        Inputs.checked(content);
        return session.write(DossierKinds.scope(seen.dossier()), work -> {
            Opened opened = gate.dossier(seen.dossier(), Permission.KEEP_REFLECTION, work);
            Reflection there = work.require(
                    ReflectionKinds.REFLECTION,
                    DossierKinds.scope(seen.dossier()),
                    seen.id().value());
            ReflectionKinds.REFLECTION.unchanged(seen, there);
            there.requireSameAnchor(content);
            Reflection revised = there.revised(
                    content.answers(),
                    Citations.freeze(content.evidence(), opened, gate, work),
                    spoken(there.dossier(), there.id(), there.guide(), work),
                    work.now());
            return revised.equals(there) ? there : put(revised, "reflection.revised", opened, work);
        });
    }

    /** One shared reflection, with all its versions. */
    public Reflection get(DossierId dossier, ReflectionId id) {
        return session.read(work -> {
            gate.dossier(dossier, Permission.READ_REFLECTION, work);
            return work.require(ReflectionKinds.REFLECTION, DossierKinds.scope(dossier), id.value());
        });
    }

    /**
     * A page of a dossier's shared reflections, the oldest first.
     *
     * @param request the first page, or {@link Page#next} of the page before
     */
    public Page<Reflection> list(DossierId dossier, PageRequest request) {
        return session.read(work -> {
            gate.dossier(dossier, Permission.READ_REFLECTION, work);
            return work.page(ReflectionKinds.REFLECTION, DossierKinds.scope(dossier), request);
        });
    }

    /** The shared cycles that belong together with this one, the first one first. */
    public List<Reflection> cycles(DossierId dossier, ReflectionId id) {
        return session.read(work -> {
            gate.dossier(dossier, Permission.READ_REFLECTION, work);
            return work.require(ReflectionKinds.REFLECTION, DossierKinds.scope(dossier), id.value())
                    .cyclesAmong(work.list(ReflectionKinds.REFLECTION, DossierKinds.scope(dossier)));
        });
    }

    private ReflectionDraft begun(DossierId dossier, NewReflection input, Work work) {
        before(dossier, input, work);
        return new ReflectionDraft(new ReflectionId(work.newId()), dossier, input, guide(input), work.now(), 1);
    }

    private Guide guide(NewReflection input) {
        return catalogue.templates().require(input.template()).in(input.language());
    }

    /** The shared reflection that the input follows, if it follows one. */
    private static Optional<Reflection> before(DossierId dossier, NewReflection input, Work work) {
        ReflectionId follows = input.follows();
        if (follows == null) return Optional.empty();
        boolean unshared = work.find(ReflectionKinds.REFLECTION_DRAFT, DossierKinds.scope(dossier), follows.value())
                .isPresent();
        if (unshared) throw ConflictException.state("reflection.follows-draft");
        return Optional.of(work.require(ReflectionKinds.REFLECTION, DossierKinds.scope(dossier), follows.value()));
    }

    private Set<String> spoken(DossierId dossier, ReflectionId id, Guide guide, Work work) {
        return RecordingVisibility.spoken(
                guide, RecordingVisibility.of(dossier, id, RecordingVisibility.today(zone, work), work));
    }

    private static ReflectionDraft put(ReflectionDraft draft, Opened opened, Work work) {
        work.put(ReflectionKinds.REFLECTION_DRAFT, draft);
        work.journal("reflection.drafted", opened.person(), opened.role());
        return draft;
    }

    private static Reflection put(Reflection reflection, String act, Opened opened, Work work) {
        work.put(ReflectionKinds.REFLECTION, reflection);
        work.journal(act, opened.person(), opened.role());
        return reflection;
    }
}
