package org.eportfolio.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The Chromium of this machine, without a window, in French. Each person has a window with cookies of their own. */
final class Chromium implements AutoCloseable {
    private static final int PHONE = 390;

    private final Playwright driver;
    private final Browser browser;
    private final String home;

    private Chromium(Playwright driver, Browser browser, String home) {
        this.driver = driver;
        this.browser = browser;
        this.home = home;
    }

    /** What is waited for comes; how long it takes is the machine's. */
    private static final int PATIENCE_MILLIS = 60_000;

    static {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    }

    /** Skips where there is none, but fails with {@code CI=true}. */
    static Chromium orSkip(String home) {
        Optional<Path> program = Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
                .map(each -> Path.of(each, "chromium"))
                .filter(Files::isExecutable)
                .findFirst();
        Assumptions.assumeTrue(program.isPresent() || "true".equals(System.getenv("CI")), "there is no Chromium here");
        Playwright driver = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = driver.chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program.orElseThrow(() -> new AssertionError("there is no Chromium here")))
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
        return new Chromium(driver, browser, home);
    }

    /** A window of this person, who signed in, on a desk. */
    Page of(String person) {
        return signedIn(stranger(), person);
    }

    Page signedIn(Page page, String person) {
        page.navigate(home + "login");
        page.getByLabel("Identifiant").fill(person);
        page.getByLabel("Mot de passe").fill("demo");
        page.locator("main button[type=submit]").click();
        return page;
    }

    Page stranger() {
        return window(new Browser.NewContextOptions().setViewportSize(1200, 900));
    }

    /** A window on a phone, of someone without an account. */
    Page phone() {
        return window(new Browser.NewContextOptions()
                .setViewportSize(PHONE, 800)
                .setIsMobile(true)
                .setHasTouch(true));
    }

    private Page window(Browser.NewContextOptions options) {
        BrowserContext context = browser.newContext(options.setLocale("fr-FR").setAcceptDownloads(true));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        Page page = context.newPage();
        // Nothing is asked of any other machine.
        page.onRequest(request -> {
            if (!request.url().startsWith(home) && !request.url().startsWith("data:")) {
                throw new AssertionError("a request to " + request.url());
            }
        });
        return page;
    }

    String home() {
        return home;
    }

    @Override
    public void close() {
        browser.close();
        driver.close();
    }
}
