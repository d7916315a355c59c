package org.eportfolio.core.internal.agenda;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.eportfolio.assessment.Perspective;
import org.eportfolio.core.internal.kind.AssessmentKinds;
import org.eportfolio.core.internal.kind.GroupKinds;
import org.eportfolio.core.internal.kind.ProjectKinds;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.dossier.Version;
import org.eportfolio.guidance.Goal;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.peer.ReviewAssignment;
import org.eportfolio.project.ProgressNote;
import org.eportfolio.project.WatchEntry;
import org.eportfolio.scenario.MissionWork;
import org.eportfolio.school.Role;
import org.eportfolio.spi.Scope;

/** When each learner last did something in their dossier that the team can see. */
final class LastTraces {
    private final Map<DossierId, PersonId> learners;
    private final Map<PersonId, Instant> latest = new HashMap<>();

    private LastTraces(Map<DossierId, PersonId> learners) {
        this.learners = learners;
    }

    /** Four readings beside what the facts hold already. */
    static Map<PersonId, Instant> of(QueueFacts facts, Collection<Scope> scopes, Work work) {
        LastTraces traces = new LastTraces(facts.learners());
        facts.productions()
                .forEach(each ->
                        traces.left(each.dossier(), each.versions().stream().map(Version::at)));
        facts.reflections()
                .forEach(each ->
                        traces.left(each.dossier(), Stream.of(each.current().at())));
        facts.reports()
                .forEach(each ->
                        traces.left(each.dossier(), Stream.of(each.current().at())));
        facts.goals().forEach(each -> traces.left(each.dossier(), times(each)));
        facts.missions().forEach(each -> traces.left(each.dossier(), times(each)));
        work.among(AssessmentKinds.ASSESSMENT, scopes).stream()
                .filter(each -> each.perspective() == Perspective.SELF && !each.imported())
                .forEach(each -> traces.left(each.dossier(), Stream.of(each.recordedAt())));
        for (WatchEntry each : work.among(ProjectKinds.WATCH_ENTRY, scopes)) {
            traces.left(each.dossier(), Stream.of(each.savedAt()));
        }
        for (ProgressNote each : work.among(ProjectKinds.PROGRESS_NOTE, scopes)) {
            traces.left(each.dossier(), Stream.of(each.at()));
        }
        work.among(GroupKinds.GROUP_CONTRIBUTION, scopes)
                .forEach(each -> traces.left(each.dossier(), Stream.of(each.at())));
        for (ReviewAssignment each : facts.assignments()) {
            if (each.submittedAt() != null) traces.left(each.reviewer(), each.submittedAt());
        }
        return traces.latest;
    }

    private static Stream<Instant> times(Goal goal) {
        return Stream.of(
                goal.setAt(), goal.claim() == null ? goal.setAt() : goal.claim().at());
    }

    private static Stream<Instant> times(MissionWork work) {
        return work.moves().stream().filter(move -> move.role() == Role.LEARNER).map(MissionWork.Move::at);
    }

    private void left(DossierId dossier, Stream<Instant> times) {
        PersonId learner = Objects.requireNonNull(learners.get(dossier));
        times.forEach(at -> left(learner, at));
    }

    private void left(PersonId learner, Instant at) {
        latest.merge(learner, at, (one, other) -> one.isAfter(other) ? one : other);
    }
}
