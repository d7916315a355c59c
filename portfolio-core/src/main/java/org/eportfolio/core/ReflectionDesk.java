package org.eportfolio.core;

import static org.eportfolio.access.Permission.KEEP_REFLECTION;
import static org.eportfolio.access.Permission.READ_FEEDBACK;
import static org.eportfolio.access.Permission.READ_REFLECTION;
import static org.eportfolio.access.Permission.READ_TEMPLATES;
import static org.eportfolio.core.internal.kind.RecordingKinds.RECORDING;
import static org.eportfolio.core.internal.kind.ReflectionKinds.REFLECTION;
import static org.eportfolio.core.internal.kind.ReflectionKinds.REFLECTION_DRAFT;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.eportfolio.ConflictException;
import org.eportfolio.Page;
import org.eportfolio.PageRequest;
import org.eportfolio.agenda.ClassFilter;
import org.eportfolio.core.internal.agenda.ClassWork;
import org.eportfolio.core.internal.call.DeskContext;
import org.eportfolio.core.internal.call.DossierCall;
import org.eportfolio.core.internal.dossier.Citations;
import org.eportfolio.core.internal.input.Inputs;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.kind.RecordingKinds;
import org.eportfolio.core.internal.reflection.RecordingVisibility;
import org.eportfolio.core.internal.scenario.HelpAsked;
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
    private final DeskContext desk;

    ReflectionDesk(DeskContext desk) {
        this.desk = desk;
    }

    /** The templates there are: those that ship, then those that plugins brought. */
    public List<ReflectionTemplate> templates() {
        desk.require(READ_TEMPLATES);
        return desk.catalogue().templates().all();
    }

    /** Begins a reflection that only its learner sees; questions may be left open. */
    public ReflectionDraft draft(DossierId dossier, NewReflection input) {
        NewReflection given = Inputs.checked(input);
        return desk.write(dossier, KEEP_REFLECTION, call -> {
            Citations.require(given.evidence(), List.of(), call);
            return call.save("reflection.drafted", REFLECTION_DRAFT, begun(dossier, given, call.work()));
        });
    }

    /**
     * Puts another content in place of a draft's.
     *
     * @param seen the draft as the caller read it; a {@link ConflictException} if it changed since
     */
    public ReflectionDraft save(ReflectionDraft seen, NewReflection input) {
        NewReflection given = Inputs.checked(input);
        return desk.write(seen.dossier(), KEEP_REFLECTION, call -> {
            ReflectionDraft there = call.unchanged(REFLECTION_DRAFT, seen);
            before(seen.dossier(), given, call.work());
            Citations.require(given.evidence(), there.content().evidence(), call);
            boolean sameGuide = there.guide().template().equals(given.template())
                    && there.guide().language().equals(given.language());
            Guide guide = sameGuide ? there.guide() : guide(given);
            return call.save("reflection.drafted", REFLECTION_DRAFT, there.withContent(given, guide, call.now()));
        });
    }

    /** Throws a draft away, and the recordings made for it. */
    public void discard(ReflectionDraft seen) {
        desk.run(seen.dossier(), KEEP_REFLECTION, call -> {
            call.remove(REFLECTION_DRAFT, call.unchanged(REFLECTION_DRAFT, seen));
            for (Recording each : call.where(RECORDING, RecordingKinds.recordingsOf(seen.id()))) {
                call.remove(RECORDING, each);
            }
            call.journal("reflection.discarded");
        });
    }

    /** The actor's own drafts in a dossier, the oldest first. */
    public Page<ReflectionDraft> drafts(DossierId dossier, PageRequest request) {
        return desk.read(dossier, KEEP_REFLECTION, call -> call.page(REFLECTION_DRAFT, request));
    }

    /** One draft of the actor's own. */
    public ReflectionDraft getDraft(DossierId dossier, ReflectionId id) {
        Objects.requireNonNull(id, "id");
        return desk.read(dossier, KEEP_REFLECTION, call -> call.require(REFLECTION_DRAFT, id.value()));
    }

    /** Shares a draft with the team, under the id that it has. Every required question must be answered, or spoken to. */
    public Reflection share(ReflectionDraft seen) {
        return desk.write(seen.dossier(), KEEP_REFLECTION, call -> {
            ReflectionDraft draft = call.take(REFLECTION_DRAFT, seen);
            return share(draft, call);
        });
    }

    /** Shares a reflection at once. */
    public Reflection share(DossierId dossier, NewReflection input) {
        NewReflection given = Inputs.checked(input);
        return desk.write(dossier, KEEP_REFLECTION, call -> share(begun(dossier, given, call.work()), call));
    }

    private Reflection share(ReflectionDraft draft, DossierCall call) {
        HelpAsked.requireStated(draft.content().helpStated(), draft.content().setting(), call);
        Reflection shared = Reflection.shared(
                draft,
                call.person(),
                Citations.freeze(draft.content().evidence(), call),
                before(draft.dossier(), draft.content(), call.work()).orElse(null),
                spoken(draft.dossier(), draft.id(), draft.guide(), call.work()),
                call.now());
        return call.save("reflection.shared", REFLECTION, shared);
    }

    /**
     * Gives further answers, or cites further productions, after those there are; the versions before stay. Action,
     * situation, template and cycle are the reflection's for ever: looking at something else is another reflection.
     *
     * @param seen the reflection as the caller read it; a {@link ConflictException} if it changed since
     * @param content best made by {@link NewReflection#of(Reflection)}
     */
    public Reflection revise(Reflection seen, NewReflection content) {
        Objects.requireNonNull(content, "content");
        NewReflection given = Inputs.checked(content);
        return desk.write(seen.dossier(), KEEP_REFLECTION, call -> {
            Reflection there = call.unchanged(REFLECTION, seen);
            there.requireSameAnchor(given);
            HelpAsked.requireStated(given.helpStated(), given.setting(), call);
            Reflection revised = there.withContent(
                    given.answers(),
                    Citations.freeze(given.evidence(), call),
                    given.helpStated(),
                    spoken(there.dossier(), there.id(), there.guide(), call.work()),
                    call.now());
            return call.saveChanged("reflection.revised", REFLECTION, there, revised);
        });
    }

    /** One shared reflection, with all its versions. */
    public Reflection get(DossierId dossier, ReflectionId id) {
        return desk.read(dossier, READ_REFLECTION, call -> call.require(REFLECTION, id.value()));
    }

    /**
     * A page of a dossier's shared reflections, the oldest first.
     *
     * @param request the first page, or {@link Page#next} of the page before
     */
    public Page<Reflection> list(DossierId dossier, PageRequest request) {
        return desk.read(dossier, READ_REFLECTION, call -> call.page(REFLECTION, request));
    }

    /**
     * A page of the shared reflections of a dossier that the filter leaves.
     *
     * @param filter to ask whether the team has said something takes the right to read feedback
     * @param request such as {@link PageRequest#newest}, or {@link Page#next} of the page before
     */
    public Page<Reflection> list(DossierId dossier, ClassFilter filter, PageRequest request) {
        Objects.requireNonNull(request, "request");
        ClassFilter wanted = Inputs.checked(Objects.requireNonNull(filter, "filter"));
        return desk.read(dossier, READ_REFLECTION, call -> {
            if (wanted.state() != null) desk.open(dossier, READ_FEEDBACK, call.work());
            return ClassWork.in(call, wanted).reflections(request);
        });
    }

    /**
     * The shared cycles that belong together with this one, the first one first.
     *
     * @return as many cycles as the learner made of this one experience
     */
    public List<Reflection> cycles(DossierId dossier, ReflectionId id) {
        return desk.read(
                dossier,
                READ_REFLECTION,
                call -> call.require(REFLECTION, id.value()).cyclesAmong(call.list(REFLECTION)));
    }

    private ReflectionDraft begun(DossierId dossier, NewReflection input, Work work) {
        before(dossier, input, work);
        return new ReflectionDraft(new ReflectionId(work.newId()), dossier, input, guide(input), work.now(), 1);
    }

    private Guide guide(NewReflection input) {
        return desk.catalogue().templates().require(input.template()).in(input.language());
    }

    /** The shared reflection that the input follows, if it follows one. */
    private static Optional<Reflection> before(DossierId dossier, NewReflection input, Work work) {
        ReflectionId follows = input.follows();
        if (follows == null) return Optional.empty();
        boolean unshared = work.find(REFLECTION_DRAFT, DossierKinds.scope(dossier), follows.value())
                .isPresent();
        if (unshared) throw ConflictException.state("reflection.follows-draft");
        return Optional.of(work.require(REFLECTION, DossierKinds.scope(dossier), follows.value()));
    }

    private Set<String> spoken(DossierId dossier, ReflectionId id, Guide guide, Work work) {
        return RecordingVisibility.spoken(guide, RecordingVisibility.of(dossier, id, work.today(), work));
    }
}
