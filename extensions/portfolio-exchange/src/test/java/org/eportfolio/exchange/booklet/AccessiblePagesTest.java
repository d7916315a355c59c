package org.eportfolio.exchange.booklet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.eportfolio.ProgressListener;
import org.eportfolio.core.InMemoryStore;
import org.eportfolio.core.VosReves;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.exchange.Exchange;
import org.eportfolio.exchange.Extent;
import org.eportfolio.exchange.archive.Year;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** D7: the pages in a browser, against WCAG 2.1 AA. Without Chromium they are skipped, or fail where {@code CI=true}. */
class AccessiblePagesTest {
    private static final int DESKTOP = 1_200;
    /** WCAG 2.1, 1.4.10: no scrolling in two directions at 320 CSS pixels. */
    private static final int PHONE = 320;

    @TempDir
    Path folder;

    private final Exchange exchange = Exchange.ofDefaults();
    private VosReves school = VosReves.over(new InMemoryStore());
    private Chromium browser = new Chromium(Path.of(""), Path.of(""));

    @BeforeEach
    void aBrowserAndAYear() {
        var found = Chromium.in(folder);
        boolean needed = "true".equals(System.getenv("CI"));
        Assumptions.assumeTrue(needed || found.isPresent(), "no Chromium here: pages are not looked at");
        browser = found.orElseThrow(() -> new AssertionError("no Chromium here, and CI=true asks for one"));
        Year.playedIn(school);
        school.emma
                .productions()
                .add(
                        school.dossier,
                        NewProduction.titled("Long")
                                .describedAs("a".repeat(3_000))
                                .in("en"));
    }

    @AfterEach
    void theSchoolCloses() {
        school.close();
    }

    private Path exported(Extent extent, String format, Locale language) throws Exception {
        Path to = folder.resolve(format + "-" + language + (format.startsWith("matrix") ? ".html" : ""));
        var reader = extent instanceof Extent.OfCohort ? school.durand : school.emma;
        exchange.export(reader, extent, format, to, language, ProgressListener.NONE);
        return Files.isDirectory(to) ? to.resolve("index.html") : to;
    }

    private void looks(Path page, String name) throws Exception {
        Path picture = Path.of("target", "pages", name + ".png");
        assertThat(browser.violations(page, picture, DESKTOP, PHONE))
                .as(name)
                .hasSize(2)
                .allMatch(each -> each.matches("passed [1-9]\\d+\\s+width 0"));
        assertThat(picture).isNotEmptyFile();
    }

    @Test
    void a_booklet_passes_in_both_languages_on_a_desk_and_on_a_phone() throws Exception {
        Extent dossier = new Extent.OfDossier(school.dossier);
        looks(exported(dossier, "html", Locale.FRENCH), "booklet-fr");
        looks(exported(dossier, "html", Locale.ENGLISH), "booklet-en");
    }

    @Test
    void a_showcase_and_a_matrix_pass_too() throws Exception {
        looks(exported(new Extent.OfDossier(school.dossier), "showcase-html", Locale.FRENCH), "showcase");
        looks(exported(new Extent.OfCohort(school.cohort), "matrix-html", Locale.FRENCH), "matrix");
    }

    @Test
    void the_check_can_fail() throws Exception {
        Path page = folder.resolve("bad.html");
        Files.writeString(
                page, "<!DOCTYPE html><html><body><img src=\"x\"/><p style=\"color:#ccc\">pâle</p></body></html>");

        assertThat(browser.violations(page, folder.resolve("bad.png"), DESKTOP))
                .singleElement()
                .asString()
                .contains("image-alt", "color-contrast", "html-has-lang");
    }
}
