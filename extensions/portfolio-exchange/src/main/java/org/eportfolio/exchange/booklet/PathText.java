package org.eportfolio.exchange.booklet;

import java.awt.Shape;
import java.awt.geom.Arc2D;
import java.awt.geom.Path2D;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The path data of SVG 2 (section 9.3), of arcs only halves of a circle along a horizontal line: what charts need. */
final class PathText {
    private static final Pattern COMMAND = Pattern.compile("([MHVLAZ])([^MHVLAZ]*)", Pattern.CASE_INSENSITIVE);

    private final Path2D.Double path = new Path2D.Double();
    private double x;
    private double y;
    private double fromX;
    private double fromY;

    private PathText() {}

    static Shape shape(String text) {
        PathText path = new PathText();
        Matcher commands = COMMAND.matcher(text);
        while (commands.find()) path.command(commands.group(1).charAt(0), numbers(commands.group(2)));
        return path.path;
    }

    private static double[] numbers(String text) {
        String stripped = text.strip();
        if (stripped.isEmpty()) return new double[0];
        String[] words = stripped.split("[ ,]+");
        double[] numbers = new double[words.length];
        for (int i = 0; i < words.length; i++) numbers[i] = Double.parseDouble(words[i]);
        return numbers;
    }

    private void command(char command, double[] by) {
        boolean relative = Character.isLowerCase(command);
        double left = relative ? x : 0;
        double top = relative ? y : 0;
        switch (String.valueOf(command).toUpperCase(Locale.ROOT)) {
            case "M" -> {
                fromX = left + by[0];
                fromY = top + by[1];
                to(fromX, fromY);
                path.moveTo(x, y);
            }
            case "H" -> line(left + by[0], y);
            case "V" -> line(x, top + by[0]);
            case "L" -> line(left + by[0], top + by[1]);
            case "A" -> half(left + by[5]);
            default -> {
                path.closePath();
                to(fromX, fromY);
            }
        }
    }

    private void line(double toX, double toY) {
        path.lineTo(toX, toY);
        to(toX, toY);
    }

    /** Below the line when it goes to the right, above it when it goes to the left. */
    private void half(double toX) {
        double radius = Math.abs(toX - x) / 2;
        double left = Math.min(x, toX);
        path.append(
                new Arc2D.Double(left, y - radius, 2 * radius, 2 * radius, toX > x ? 180 : 0, 180, Arc2D.OPEN), true);
        to(toX, y);
    }

    private void to(double toX, double toY) {
        x = toX;
        y = toY;
    }
}
