package org.eportfolio.exchange.booklet;

import java.io.IOException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.eportfolio.assessment.CompetencyProgress;
import org.eportfolio.assessment.Outcome;
import org.eportfolio.assessment.Perspective;
import org.eportfolio.assessment.Trajectory;
import org.eportfolio.exchange.internal.Markup;
import org.eportfolio.exchange.internal.Wording;
import org.eportfolio.framework.Level;
import org.eportfolio.framework.Scale;

/**
 * How the levels of a competency evolved: a stepped line for each perspective, distinguished by dash and by mark as much as
 * by colour, and never joined into one (row B1). A level holds until the next one. Where peers gave several levels on one
 * day, each is marked and no line goes through them. Immutable.
 *
 * @param from the day at the left edge
 * @param to the day at the right edge
 * @param forPrint for a PDF, whose charts have a size, are described by {@code alt}, which HTML does not know, and need no
 *     symbols that its font may lack
 */
record StepChart(Scale scale, LocalDate from, LocalDate to, Wording words, boolean forPrint) {
    private static final int LEFT = 138;
    private static final int RIGHT = 448;
    private static final int WIDTH = 460;
    private static final int TOP = 6;
    private static final int ROW = 32;
    private static final int LONGEST_LABEL = 16;
    private static final int PRINTED_WIDTH = 420;

    /** Draws it, unless there is nothing that stands. */
    void draw(CompetencyProgress of, String id, Markup out) throws IOException {
        String described = described(of);
        if (described.isEmpty()) return;
        int bottom = TOP + scale.levels().size() * ROW;
        String box = "0 0 " + WIDTH + " " + (bottom + 24);
        if (forPrint) {
            out.open("svg", "class", "chart", "viewBox", box, "width", "" + PRINTED_WIDTH, "alt", described);
        } else {
            out.open("svg", "class", "chart", "viewBox", box, "role", "img", "aria-labelledby", id + "-t " + id + "-d");
            out.element("title", of.item().code() + " " + of.item().label(), "id", id + "-t");
            out.element("desc", described, "id", id + "-d");
        }
        grid(bottom, out);
        for (Trajectory each : of.trajectories()) line(each, out);
        out.end();
    }

    private void grid(int bottom, Markup out) throws IOException {
        for (Level level : scale.levels()) {
            int y = (int) y(level);
            out.empty("line", "class", "grid", "x1", "" + LEFT, "x2", "" + RIGHT, "y1", "" + y, "y2", "" + y);
            out.element("text", shortened(level), "x", "" + (LEFT - 10), "y", "" + (y + 4), "text-anchor", "end");
        }
        out.empty("line", "class", "axis", "x1", "" + LEFT, "x2", "" + RIGHT, "y1", "" + bottom, "y2", "" + bottom);
        for (LocalDate month = from.withDayOfMonth(1).plusMonths(1);
                month.isBefore(to);
                month = month.plusMonths(step())) {
            String x = number(x(month));
            out.empty("line", "class", "axis", "x1", x, "x2", x, "y1", "" + bottom, "y2", "" + (bottom + 4));
        }
        out.element("text", words.day(from), "x", "" + LEFT, "y", "" + (bottom + 19));
        out.element("text", words.day(to), "x", "" + RIGHT, "y", "" + (bottom + 19), "text-anchor", "end");
    }

    private long step() {
        return Math.max(1, ChronoUnit.MONTHS.between(from, to) / 24);
    }

    private String shortened(Level level) {
        String label = level.label();
        int end = label.offsetByCodePoints(0, Math.min(label.codePointCount(0, label.length()), LONGEST_LABEL));
        String shown = end < label.length() ? label.substring(0, end) + "…" : label;
        return forPrint ? shown : shown + "\u00A0" + level.symbol();
    }

    private void line(Trajectory of, Markup out) throws IOException {
        Map<LocalDate, List<Trajectory.Point>> days = standing(of);
        StringBuilder path = new StringBuilder();
        StringBuilder marks = new StringBuilder();
        boolean drawing = false;
        double lift = of.perspective().ordinal() * 3.4 - 5.1;
        for (Map.Entry<LocalDate, List<Trajectory.Point>> day : days.entrySet()) {
            String x = number(x(day.getKey()));
            List<Level> levels = day.getValue().stream()
                    .flatMap(each -> java.util.stream.Stream.ofNullable(each.level()))
                    .distinct()
                    .toList();
            if (drawing) path.append("H").append(x);
            drawing = levels.size() == 1;
            if (drawing) {
                String y = number(y(levels.get(0)) + lift);
                boolean begins = path.isEmpty() || !goesOn(path, x);
                path.append(begins ? "M" + x + " " : "V").append(y);
            }
            for (Level each : levels) marks.append(mark(of.perspective(), x(day.getKey()), y(each) + lift));
        }
        if (drawing) path.append("H").append(number(x(to)));
        String name = of.perspective().name().toLowerCase(Locale.ROOT);
        if (!path.isEmpty()) out.empty("path", "class", "line " + name, "d", path.toString());
        if (!marks.isEmpty()) out.empty("path", "class", "mark " + name, "d", marks.toString());
    }

    private static boolean goesOn(StringBuilder path, String x) {
        return path.toString().endsWith("H" + x);
    }

    /** What stands, by the day; of one day the last word counts, except among peers, where each does. */
    private Map<LocalDate, List<Trajectory.Point>> standing(Trajectory of) {
        Map<LocalDate, List<Trajectory.Point>> days = new TreeMap<>();
        for (Trajectory.Point each : of.points()) {
            if (!each.stands()) continue;
            List<Trajectory.Point> day = days.computeIfAbsent(each.observedOn(), on -> new ArrayList<>());
            if (of.perspective() != Perspective.PEER) day.clear();
            day.add(each);
        }
        return days;
    }

    /** The mark of a perspective around a point, for the drawing as for the legend. */
    static String mark(Perspective perspective, double x, double y) {
        String at = "M" + number(x) + " " + number(y);
        return switch (perspective) {
            case SELF -> at + "m-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0z";
            case PEER -> at + "m0 -5.5l5.5 5.5l-5.5 5.5l-5.5 -5.5z";
            case TUTOR -> at + "m0 -5.5l5.5 9.5h-11z";
            case TEACHER -> at + "m-4 -4h8v8h-8z";
        };
    }

    /** The chart in words: for each perspective the levels and their days. */
    private String described(CompetencyProgress of) {
        List<String> all = new ArrayList<>();
        for (Trajectory each : of.trajectories()) {
            List<String> points = new ArrayList<>();
            standing(each).values().forEach(day -> day.forEach(point -> points.add(point(point))));
            if (!points.isEmpty()) all.add(words.say("booklet.line", words.name(each.perspective()), points));
        }
        return String.join(words.say("sentences.separator"), all);
    }

    private String point(Trajectory.Point point) {
        Level level = point.level();
        String said =
                point.outcome() == Outcome.LEVEL && level != null ? level.label() : words.say("matrix.not-applicable");
        return words.say("booklet.point", said, words.day(point.observedOn()));
    }

    private double y(Level level) {
        int rank = scale.rank(level.id());
        return TOP + (scale.levels().size() - 1 - rank) * ROW + ROW / 2.0;
    }

    private double x(LocalDate day) {
        double days = Math.max(1, ChronoUnit.DAYS.between(from, to));
        double along = Math.max(0, Math.min(days, ChronoUnit.DAYS.between(from, day)));
        return LEFT + 8 + (RIGHT - LEFT - 16) * along / days;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
