package org.eportfolio.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The colours of the pages, by day and by night, as WCAG 2.2 computes them (1.4.3, 1.4.11). */
class ContrastTest {
    private static final Pattern COLOUR = Pattern.compile("--([a-z-]+): (#[0-9a-f]{6});");

    /** What is read upon what: text and symbols. */
    private static final List<List<String>> READ = List.of(
            List.of("ink", "paper"),
            List.of("ink", "wash"),
            List.of("ink", "accent-wash"),
            List.of("ink", "good-wash"),
            List.of("ink", "bad-wash"),
            List.of("quiet", "paper"),
            List.of("quiet", "wash"),
            List.of("accent", "paper"),
            List.of("accent", "wash"),
            List.of("accent", "accent-wash"),
            List.of("accent", "good-wash"),
            List.of("accent-ink", "accent"),
            List.of("bad", "paper"),
            List.of("paper", "bad"));

    /** What is seen beside what: borders of fields and the mark of where one is. */
    private static final List<List<String>> SEEN = List.of(List.of("strong-line", "paper"), List.of("focus", "paper"));

    /** The colours of light pages, then those of dark ones. */
    private static List<Map<String, String>> schemes() throws IOException {
        String style = Files.readString(Path.of("src/main/resources/static/style.css"));
        int dark = style.indexOf("prefers-color-scheme: dark");
        return List.of(colours(style.substring(0, dark)), colours(style.substring(dark, style.indexOf("box-sizing"))));
    }

    private static Map<String, String> colours(String style) {
        Map<String, String> colours = new HashMap<>();
        for (MatchResult each : COLOUR.matcher(style).results().toList()) colours.put(each.group(1), each.group(2));
        return colours;
    }

    private static double luminance(String colour) {
        double[] weights = {0.2126, 0.7152, 0.0722};
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            double part = Integer.parseInt(colour.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
            sum += weights[i] * (part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
        }
        return sum;
    }

    private static double contrast(Map<String, String> colours, List<String> pair) {
        double one = luminance(colours.get(pair.get(0)));
        double other = luminance(colours.get(pair.get(1)));
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    }

    @Test
    void text_and_symbols_can_be_read_and_borders_seen() throws IOException {
        for (Map<String, String> each : schemes()) {
            assertThat(each).hasSize(14);
            for (List<String> pair : READ) {
                assertThat(contrast(each, pair)).as("%s in %s", pair, each).isGreaterThanOrEqualTo(4.5);
            }
            for (List<String> pair : SEEN) {
                assertThat(contrast(each, pair)).as("%s in %s", pair, each).isGreaterThanOrEqualTo(3);
            }
        }
    }
}
