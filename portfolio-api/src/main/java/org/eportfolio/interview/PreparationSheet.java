package org.eportfolio.interview;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eportfolio.assessment.CompetencyProgress;
import org.eportfolio.assessment.Divergence;
import org.eportfolio.assessment.Perspective;
import org.eportfolio.assessment.Progress;
import org.eportfolio.assessment.TargetGap;
import org.eportfolio.assessment.Trajectory;
import org.eportfolio.dossier.Production;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.Level;
import org.eportfolio.framework.Scale;
import org.eportfolio.guidance.Goal;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.InterviewId;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.PreparationSheetId;
import org.eportfolio.id.ProductionId;
import org.eportfolio.peer.PeerLevels;

/**
 * The published state of a dossier at the moment an interview was prepared, as a copy: when something changes later, the sheet
 * says what it said. Learner and staff read the same sheet; no draft is in it.
 *
 * @param adoption the dossier's main adoption, which divergences, gaps and uncovered competencies are about
 * @param divergences where self, peers, tutor and teacher see things differently
 * @param gaps goals whose target lies above what is reached
 * @param openGoals open and claimed ones, of all adoptions, the most urgent first
 * @param evidence the {@value #MOST_EVIDENCE} productions changed last, the latest first
 * @param uncovered competencies without any assessment
 * @param peers how many peers gave each level, on competencies on which some did: a count without names or
 *     words, so that nothing of a review stays here that is withheld later
 * @param agreed what the interview before agreed on, with the goals as they stood; none before the first
 */
public record PreparationSheet(
        PreparationSheetId id,
        DossierId dossier,
        InterviewId interview,
        AdoptionId adoption,
        List<Divergence> divergences,
        List<TargetGap> gaps,
        List<Goal> openGoals,
        List<RecentEvidence> evidence,
        List<Uncovered> uncovered,
        List<SeenByPeers> peers,
        List<Agreed> agreed,
        PersonId preparedBy,
        Instant preparedAt) {
    /** How many productions a sheet shows at most. */
    public static final int MOST_EVIDENCE = 10;

    /** A production as it stood. */
    public record RecentEvidence(
            ProductionId production, int version, String title, List<Code> competencies, Instant at) {
        public RecentEvidence {
            Objects.requireNonNull(production, "production");
            Objects.requireNonNull(title, "title");
            Objects.requireNonNull(at, "at");
            competencies = List.copyOf(competencies);
        }
    }

    /** A competency without any assessment. */
    public record Uncovered(Code competency, String label) {
        public Uncovered {
            Objects.requireNonNull(competency, "competency");
            Objects.requireNonNull(label, "label");
        }
    }

    /**
     * What peers made of a competency, in campaigns that were over.
     *
     * @param counts of the levels that were given, the lowest first
     */
    public record SeenByPeers(Code competency, String label, List<PeerLevels.Count> counts) {
        public SeenByPeers {
            Objects.requireNonNull(competency, "competency");
            Objects.requireNonNull(label, "label");
            counts = List.copyOf(counts);
        }

        private static Stream<SeenByPeers> of(CompetencyProgress progress, Scale scale) {
            return progress.seenBy(Perspective.PEER).stream()
                    .map(each -> new SeenByPeers(
                            progress.item().code(), progress.item().label(), counts(each, scale)));
        }

        private static List<PeerLevels.Count> counts(Trajectory peers, Scale scale) {
            Map<Level, Long> given = peers.points().stream()
                    .filter(Trajectory.Point::stands)
                    .flatMap(each -> Stream.ofNullable(each.level()))
                    .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
            return scale.levels().stream()
                    .filter(given::containsKey)
                    .map(level -> new PeerLevels.Count(
                            level, given.getOrDefault(level, 0L).intValue()))
                    .toList();
        }
    }

    public PreparationSheet {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(dossier, "dossier");
        Objects.requireNonNull(interview, "interview");
        Objects.requireNonNull(adoption, "adoption");
        Objects.requireNonNull(preparedBy, "preparedBy");
        Objects.requireNonNull(preparedAt, "preparedAt");
        divergences = List.copyOf(divergences);
        gaps = List.copyOf(gaps);
        openGoals = List.copyOf(openGoals);
        evidence = List.copyOf(evidence);
        uncovered = List.copyOf(uncovered);
        peers = List.copyOf(peers);
        agreed = List.copyOf(agreed);
    }

    /**
     * The sheet for a reader from whom something is held back: what follows from levels is as this progress says.
     *
     * @param shown at the moment of the preparation, under the sheet's adoption and with its goals
     */
    public PreparationSheet asShown(Progress shown) {
        return new PreparationSheet(
                id,
                dossier,
                interview,
                adoption,
                shown.divergences(),
                shown.gaps(),
                openGoals,
                evidence,
                uncovered(shown),
                peers,
                agreed,
                preparedBy,
                preparedAt);
    }

    private static List<Uncovered> uncovered(Progress progress) {
        return progress.uncovered().stream()
                .map(item -> new Uncovered(item.code(), item.label()))
                .toList();
    }

    /**
     * Freezes a state.
     *
     * @param progress under the main adoption
     * @param goals all of the dossier
     * @param productions all of the dossier
     * @param agreed what the interview before agreed on
     */
    public static PreparationSheet frozen(
            PreparationSheetId id,
            InterviewId interview,
            Progress progress,
            List<Goal> goals,
            List<Production> productions,
            List<Agreed> agreed,
            PersonId by) {
        return new PreparationSheet(
                id,
                progress.dossier().id(),
                interview,
                progress.adoption().id(),
                progress.divergences(),
                progress.gaps(),
                goals.stream()
                        .filter(goal -> goal.status() == Goal.Status.OPEN || goal.status() == Goal.Status.CLAIMED)
                        .sorted(Comparator.comparing(Goal::dueOn))
                        .toList(),
                productions.stream()
                        .map(each -> new RecentEvidence(
                                each.id(),
                                each.current().number(),
                                each.title(),
                                each.current().competencies(),
                                each.current().at()))
                        .sorted(Comparator.comparing(RecentEvidence::at).reversed())
                        .limit(MOST_EVIDENCE)
                        .toList(),
                uncovered(progress),
                progress.all()
                        .flatMap(
                                each -> SeenByPeers.of(each, progress.adoption().scale()))
                        .toList(),
                agreed,
                by,
                progress.asOf());
    }
}
