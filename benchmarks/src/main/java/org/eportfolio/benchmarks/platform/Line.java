package org.eportfolio.benchmarks.platform;

import java.util.List;

/**
 * What grows with the size of a model, as a straight line through what was measured.
 *
 * @param base at size zero
 * @param slope for each unit of size
 * @param error by how much the largest size that was measured misses the line through the smaller ones, as a share of it: what is
 *     said of a size that was not measured is at least as uncertain
 */
record Line(double base, double slope, double error) {
    record Point(double size, double value) {}

    /**
     * @param points at least three, of rising size
     * @throws IllegalArgumentException if there are fewer
     */
    static Line through(List<Point> points) {
        if (points.size() < 3) throw new IllegalArgumentException("three sizes or more, not " + points.size());
        Point largest = points.get(points.size() - 1);
        Line smaller = fitted(points.subList(0, points.size() - 1));
        double error = Math.abs(smaller.at(largest.size()) - largest.value()) / largest.value();
        Line all = fitted(points);
        return new Line(all.base(), all.slope(), error);
    }

    double at(double size) {
        return base + slope * size;
    }

    /** By least squares. */
    private static Line fitted(List<Point> points) {
        double sizes = points.stream().mapToDouble(Point::size).average().orElseThrow();
        double values = points.stream().mapToDouble(Point::value).average().orElseThrow();
        double together = 0;
        double squares = 0;
        for (Point each : points) {
            together += (each.size() - sizes) * (each.value() - values);
            squares += (each.size() - sizes) * (each.size() - sizes);
        }
        double slope = together / squares;
        return new Line(values - slope * sizes, slope, 0);
    }
}
