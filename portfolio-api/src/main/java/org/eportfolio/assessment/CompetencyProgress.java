package org.eportfolio.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eportfolio.framework.Item;
import org.eportfolio.framework.Level;
import org.jspecify.annotations.Nullable;

/**
 * One competency or sub-competency of a dossier.
 *
 * @param item the competency or sub-competency
 * @param current where the learner stands, by the adoption's policy
 * @param trajectories one for each perspective that has said something, in the order of {@link Perspective}
 * @param subCompetencies the same for its parts; none for a sub-competency
 */
public record CompetencyProgress(
        Item item, CurrentLevel current, List<Trajectory> trajectories, List<CompetencyProgress> subCompetencies) {
    public CompetencyProgress {
        Objects.requireNonNull(item, "item");
        Objects.requireNonNull(current, "current");
        trajectories = List.copyOf(trajectories);
        subCompetencies = List.copyOf(subCompetencies);
    }

    /** What this perspective has said over time; empty if nothing. */
    public Optional<Trajectory> seenBy(Perspective perspective) {
        return trajectories.stream()
                .filter(each -> each.perspective() == perspective)
                .findFirst();
    }

    /** Whether there is no assessment yet on it or its parts. */
    public boolean uncovered() {
        return trajectories.isEmpty() && subCompetencies.stream().allMatch(CompetencyProgress::uncovered);
    }

    /**
     * Each pair of perspectives whose latest levels differ; the teacher's counts as the policy decides, and several
     * peers' count when those of the latest day agree.
     */
    List<Divergence> divergences(java.util.function.ToIntFunction<Level> rank) {
        List<Divergence.View> views = new ArrayList<>();
        for (Trajectory each : trajectories) {
            if (each.perspective() == Perspective.TEACHER) continue;
            Level level = each.perspective() == Perspective.PEER
                    ? agreed(each)
                    : each.latest().map(Trajectory.Point::level).orElse(null);
            if (level != null) views.add(new Divergence.View(each.perspective(), level));
        }
        if (current.level() != null) views.add(new Divergence.View(Perspective.TEACHER, current.level()));
        List<Divergence> found = new ArrayList<>();
        for (int i = 0; i < views.size(); i++) {
            for (int j = i + 1; j < views.size(); j++) {
                Divergence.View a = views.get(i);
                Divergence.View b = views.get(j);
                int difference = rank.applyAsInt(a.level()) - rank.applyAsInt(b.level());
                if (difference < 0) found.add(new Divergence(item.code(), item.label(), a, b));
                if (difference > 0) found.add(new Divergence(item.code(), item.label(), b, a));
            }
        }
        return found;
    }

    /** What the peers of the latest day say, if they say the same. */
    static @Nullable Level agreed(Trajectory peers) {
        Trajectory.Point latest = peers.latest().orElse(null);
        if (latest == null) return null;
        boolean agree = peers.points().stream()
                .filter(each -> each.stands() && each.observedOn().equals(latest.observedOn()))
                .allMatch(each -> Objects.equals(each.level(), latest.level()));
        return agree ? latest.level() : null;
    }
}
