package org.eportfolio.web.look;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eportfolio.assessment.Trajectory;
import org.eportfolio.framework.Scale;
import org.jspecify.annotations.Nullable;

/**
 * How one side's level moved, drawn; its points stand beside it as text.
 *
 * @param line through the points, as SVG has it
 * @param dots one for each level that stands or was superseded later
 * @param text the same in words
 */
public record Curve(String line, List<Dot> dots, String text) {
    private static final int WIDTH = 140;
    private static final int HEIGHT = 36;
    private static final int EDGE = 6;

    /** A level on its day. */
    public record Dot(int x, int y, String colour) {}

    /** {@code null} where there is nothing to compare: fewer than two levels that stand. */
    public static @Nullable Curve of(Trajectory trajectory, Scale scale, Words words) {
        List<Trajectory.Point> points = trajectory.points().stream()
                .filter(each -> each.stands() && each.level() != null)
                .toList();
        if (points.size() < 2) return null;
        Trajectory.Point first = points.get(0);
        long days = Math.max(
                1,
                ChronoUnit.DAYS.between(
                        first.observedOn(), points.get(points.size() - 1).observedOn()));
        List<Dot> dots = new ArrayList<>();
        List<String> text = new ArrayList<>();
        for (Trajectory.Point each : points) {
            long day = ChronoUnit.DAYS.between(first.observedOn(), each.observedOn());
            var level = Objects.requireNonNull(each.level());
            int x = EDGE + (int) (day * (WIDTH - 2 * EDGE) / days);
            int steps = scale.levels().size() - 1;
            int y = HEIGHT - EDGE - scale.rank(level.id()) * (HEIGHT - 2 * EDGE) / steps;
            dots.add(new Dot(x, y, level.colour()));
            text.add(level.label() + " (" + words.day(each.observedOn()) + ")");
        }
        String line = String.join(
                " ", dots.stream().map(each -> each.x() + "," + each.y()).toList());
        return new Curve(line, dots, String.join(", ", text));
    }
}
