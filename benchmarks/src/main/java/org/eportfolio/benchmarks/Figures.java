package org.eportfolio.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Medians beside each other, as a Markdown table and as JSON. */
final class Figures {
    private record Line(String what, double milliseconds, String beside, double theirs, double ratio, String aim) {}

    private final String unit;
    private final List<Line> lines = new ArrayList<>();

    /** @param unit what the ratios are, such as {@code time} or {@code speed} */
    Figures(String unit) {
        this.unit = unit;
    }

    /** Our time as a multiple of theirs. */
    void time(String what, double milliseconds, String beside, double theirs, String aim) {
        lines.add(new Line(what, milliseconds, beside, theirs, milliseconds / theirs, aim));
    }

    /** Our speed as a part of theirs. */
    void speed(String what, double milliseconds, String beside, double theirs, String aim) {
        lines.add(new Line(what, milliseconds, beside, theirs, theirs / milliseconds, aim));
    }

    static double median(double[] all) {
        double[] sorted = all.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** Prints the table, and writes both beside each other. */
    void tell(Path folder, String name) throws IOException {
        StringBuilder table = new StringBuilder("| Work | ms | Beside | ms | Ratio (" + unit + ") | Aimed at |\n");
        table.append("|---|--:|---|--:|--:|--:|\n");
        StringBuilder json = new StringBuilder("[");
        for (Line each : lines) {
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %.1f | %s | %.1f | %.2f | %s |%n",
                    each.what,
                    each.milliseconds,
                    each.beside,
                    each.theirs,
                    each.ratio,
                    each.aim));
            json.append(String.format(
                    Locale.ROOT,
                    "%s%n  {\"work\": \"%s\", \"ms\": %.3f, \"beside\": \"%s\", \"besideMs\": %.3f, \"ratio\": %.3f}",
                    json.length() == 1 ? "" : ",",
                    each.what,
                    each.milliseconds,
                    each.beside,
                    each.theirs,
                    each.ratio));
        }
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(name + ".md"), table);
        Files.writeString(folder.resolve(name + ".json"), json.append("\n]\n"));
        System.out.print(table);
    }

    /** Takes away a folder of files that nobody needs any more. */
    static void clear(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path each : files.toList()) Files.delete(each);
        }
        Files.delete(folder);
    }
}
