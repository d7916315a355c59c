package org.eportfolio.core.internal.assessment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eportfolio.DeniedException;
import org.eportfolio.Message;
import org.eportfolio.assessment.Assessment;
import org.eportfolio.assessment.Embargo;
import org.eportfolio.assessment.HeldBack;
import org.eportfolio.assessment.Perspective;
import org.eportfolio.assessment.Progress;
import org.eportfolio.core.internal.call.Call;
import org.eportfolio.core.internal.call.DossierCall;
import org.eportfolio.core.internal.kind.AssessmentKinds;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.kind.SchoolKinds;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.framework.Code;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.AssessmentId;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Membership;
import org.eportfolio.school.Role;
import org.eportfolio.spi.Key;
import org.eportfolio.spi.Scope;
import org.jspecify.annotations.Nullable;

/**
 * What of the assessments in a dossier its reader is shown, and from when: the one place that knows what an
 * {@link Embargo} does. A teacher's assessment that was recorded under an embargo is shown to the learner, and to those who
 * read as their representatives or as a service of the host, once the learner has said where they stand on the competency since the embargo was declared,
 * and when it is over in any case. What corrects or takes back an assessment that is shown already is shown at once, since
 * nothing may stand there that its author has withdrawn. An embargo concerns a learner while they learn in its cohort.
 * All others read everything.
 *
 * <p>Access exports (GDPR art. 15) and archives with their journal do not go by it; take-aways do. For one thread.
 */
public final class ShownAssessments {
    private static final Set<Role> LEARNERS_SIDE = EnumSet.of(Role.LEARNER, Role.REPRESENTATIVE, Role.SERVICE);

    private final Scope scope;
    private final List<Window> windows;
    private final Work work;
    private @Nullable Timeline timeline;
    private @Nullable Set<AssessmentId> hidden;

    /** When an embargo concerns a learner. */
    private record Window(Instant from, Instant end, LocalDate until) {
        boolean holdsAt(Instant at) {
            return !at.isBefore(from) && at.isBefore(end);
        }
    }

    private record Assessed(AdoptionId adoption, Code competency) {}

    /** Assessments, from when on each is shown, and when the learner said where they stand. */
    private static final class Timeline {
        final List<Assessment> all;
        private final List<Window> windows;
        private final Map<AssessmentId, Assessment> byId = new HashMap<>();
        private final Map<Assessed, List<Instant>> selfAssessed = new HashMap<>();

        Timeline(List<Assessment> all, List<Window> windows) {
            this.all = all;
            this.windows = windows;
            if (windows.isEmpty()) return;
            for (Assessment each : all) {
                byId.put(each.id(), each);
                if (each.perspective() != Perspective.SELF) continue;
                selfAssessed
                        .computeIfAbsent(new Assessed(each.adoption(), each.competency()), key -> new ArrayList<>())
                        .add(each.recordedAt());
            }
        }

        Instant shownFrom(Assessment assessment) {
            Instant recorded = assessment.recordedAt();
            if (assessment.perspective() != Perspective.TEACHER) return recorded;
            if (assessment.supersedes() != null) {
                Assessment earlier = byId.get(assessment.supersedes().earlier());
                if (earlier == null || !shownFrom(earlier).isAfter(recorded)) return recorded;
            }
            Instant shown = recorded;
            for (Window window : windows) {
                if (!window.holdsAt(recorded)) continue;
                Instant own = selfAssessedSince(window, assessment.adoption(), assessment.competency());
                Instant opened = own != null && own.isBefore(window.end()) ? own : window.end();
                shown = later(shown, opened);
            }
            return shown;
        }

        /** When the learner first said where they stand since the embargo concerns them; {@code null} if they have not. */
        @Nullable
        Instant selfAssessedSince(Window window, AdoptionId adoption, Code competency) {
            return selfAssessed.getOrDefault(new Assessed(adoption, competency), List.of()).stream()
                    .filter(each -> !each.isBefore(window.from()))
                    .min(Comparator.naturalOrder())
                    .orElse(null);
        }
    }

    private ShownAssessments(Scope scope, List<Window> windows, Work work) {
        this.scope = scope;
        this.windows = windows;
        this.work = work;
    }

    /** What the actor of a call is shown in its dossier. */
    public static ShownAssessments to(DossierCall call) {
        return to(call.role(), call.dossier(), call.work());
    }

    /** What one who acts in this role is shown in a dossier that they may read. */
    public static ShownAssessments to(Role reader, Dossier dossier, Work work) {
        return new ShownAssessments(
                DossierKinds.scope(dossier.id()),
                LEARNERS_SIDE.contains(reader) ? windows(dossier, work) : List.of(),
                work);
    }

    /** What the learner of a dossier is shown in it. */
    public static ShownAssessments toLearner(Dossier dossier, Work work) {
        return to(Role.LEARNER, dossier, work);
    }

    /**
     * For a page of a class with levels in it, which shows as much of each dossier as the actor reads of it alone.
     *
     * @throws DeniedException to one who reads as the learner's side, such as a service, while an embargo concerns one of these
     *     learners
     */
    public static void requireNothingHeldBack(Call call, Collection<PersonId> learners) {
        if (!LEARNERS_SIDE.contains(call.role())) return;
        Set<Key> cohorts = call
                .work()
                .whereAny(
                        SchoolKinds.MEMBERSHIP,
                        learners.stream().map(SchoolKinds::membershipsOf).collect(Collectors.toSet()))
                .stream()
                .filter(each -> each.period().holdsAt(call.now()))
                .map(each -> AssessmentKinds.embargoesOf(each.cohort()))
                .collect(Collectors.toSet());
        for (Embargo each : call.work().whereAny(AssessmentKinds.EMBARGO, cohorts)) {
            if (call.now().isBefore(each.endsAt(call.work().zone()))) {
                throw new DeniedException(Message.of("denied.held-back", each.until()));
            }
        }
    }

    private static List<Window> windows(Dossier dossier, Work work) {
        List<Membership> memberships = work.where(SchoolKinds.MEMBERSHIP, SchoolKinds.membershipsOf(dossier.learner()));
        Set<Key> cohorts = memberships.stream()
                .map(each -> AssessmentKinds.embargoesOf(each.cohort()))
                .collect(Collectors.toSet());
        List<Window> windows = new ArrayList<>();
        for (Embargo embargo : work.whereAny(AssessmentKinds.EMBARGO, cohorts)) {
            for (Membership each : memberships) {
                if (!each.cohort().equals(embargo.cohort())) continue;
                Instant from = later(embargo.declaredAt(), each.period().from());
                Instant over = embargo.endsAt(work.zone());
                Instant left = each.period().until();
                Instant end = left != null && left.isBefore(over) ? left : over;
                if (from.isBefore(end)) windows.add(new Window(from, end, embargo.until()));
            }
        }
        return windows;
    }

    private Timeline timeline() {
        if (timeline == null) timeline = new Timeline(work.list(AssessmentKinds.ASSESSMENT, scope), windows);
        return timeline;
    }

    private List<Window> running() {
        return windows.stream().filter(each -> each.holdsAt(work.now())).toList();
    }

    /** What is shown now. */
    public List<Assessment> now() {
        return at(work.now());
    }

    /** What was shown then. */
    public List<Assessment> at(Instant at) {
        List<Assessment> all = timeline().all;
        if (windows.isEmpty()) return all;
        return all.stream().filter(each -> !shownFrom(each).isAfter(at)).toList();
    }

    /**
     * The ids of what is not shown now. Reads nothing while no embargo runs, and else what was recorded since it was declared,
     * however long the history.
     */
    public Set<AssessmentId> hidden() {
        if (hidden == null) hidden = findHidden();
        return hidden;
    }

    private Set<AssessmentId> findHidden() {
        Instant from = running().stream()
                .map(Window::from)
                .min(Comparator.naturalOrder())
                .orElse(null);
        if (from == null) return Set.of();
        for (Window each : byEnd()) {
            if (each.end().isAfter(from) && each.from().isBefore(from)) from = each.from();
        }
        Timeline recent = new Timeline(work.madeSince(AssessmentKinds.ASSESSMENT, scope, from), windows);
        Set<AssessmentId> found = new HashSet<>();
        for (Assessment each : recent.all) if (recent.shownFrom(each).isAfter(work.now())) found.add(each.id());
        return found;
    }

    /** Those that end last first, so that one look finds all that overlap one after the other. */
    private List<Window> byEnd() {
        return windows.stream()
                .sorted(Comparator.comparing(Window::end).reversed())
                .toList();
    }

    /** From when on it is shown; when it was recorded, unless an embargo held it back. */
    public Instant shownFrom(Assessment assessment) {
        return timeline().shownFrom(assessment);
    }

    /** A progress that was made of what is shown, with its label. */
    public Progress labelled(Progress progress) {
        return progress.labelled(heldBack(progress));
    }

    /**
     * What is held back now of these competencies; {@code null} for nothing. It does not tell whether there is a level.
     *
     * @param progress of what is shown
     */
    public @Nullable HeldBack heldBack(Progress progress) {
        List<Window> running = running();
        if (running.isEmpty()) return null;
        AdoptionId adoption = progress.adoption().id();
        List<Code> unsaid = progress.all()
                .map(each -> each.item().code())
                .filter(code ->
                        running.stream().anyMatch(each -> timeline().selfAssessedSince(each, adoption, code) == null))
                .toList();
        if (unsaid.isEmpty()) return null;
        LocalDate until = running.stream()
                .map(Window::until)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return new HeldBack(until, unsaid);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
