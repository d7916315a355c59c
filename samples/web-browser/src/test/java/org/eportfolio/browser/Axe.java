package org.eportfolio.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** axe-core over a page as it stands. */
final class Axe {
    private static final String RULES = "['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa','best-practice']";

    private Axe() {}

    static void findsNothing(Page page, String state) {
        page.evaluate(program());
        Object found = page.evaluate("async () => (await axe.run(document, {runOnly: " + RULES + "})).violations"
                + ".map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.html.slice(0, 200)).join(' | '))");
        assertThat((List<?>) found).as(state).isEmpty();
    }

    private static String program() {
        try (InputStream in = Objects.requireNonNull(Axe.class.getResourceAsStream("/axe.min.js"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
