package org.eportfolio.browser;

import com.microsoft.playwright.Page;
import java.nio.file.Path;

/** What the README shows: written by the stories, into it with {@code -Dpictures.write=true}. */
final class Pictures {
    private static final Path FOLDER =
            Boolean.getBoolean("pictures.write") ? Path.of("../../docs/pictures") : Path.of("target/pictures");

    private Pictures() {}

    static void take(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(FOLDER.resolve(name + ".png"))
                .setFullPage(false));
    }
}
