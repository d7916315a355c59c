package org.eportfolio.exchange.booklet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A browser without a window, and axe-core in it. Nothing of it needs a network. */
record Chromium(Path program, Path folder) {
    private static final Pattern FOUND = Pattern.compile("(?s)<pre id=\"axe-found\">(.*?)</pre>");

    /** Takes what the page in the frame found. */
    private static final String LISTENER = "<script>addEventListener('message',found=>{"
            + "const pre=document.createElement('pre');pre.id='axe-found';pre.textContent=found.data;"
            + "document.body.appendChild(pre)})</script>";

    private static final int NARROWEST = 500;
    private static final int HEIGHT = 900;

    /** The browser of this machine, if there is one. */
    static Optional<Chromium> in(Path folder) {
        return Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
                .flatMap(each -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(each, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .map(each -> new Chromium(each, folder));
    }

    /** What axe-core finds against WCAG 2.1 A and AA, a line for each; how many rules passed comes first. */
    String violations(Path page, int width) throws IOException, InterruptedException {
        String axe;
        try (InputStream in = Objects.requireNonNull(Chromium.class.getResourceAsStream("/axe.min.js"))) {
            axe = new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("</script", "<\\/script");
        }
        String script = "<script>" + axe + "</script><script>axe.run(document,"
                + "{runOnly:['wcag2a','wcag2aa','wcag21a','wcag21aa','best-practice']}).then(found=>{"
                + "parent.postMessage('passed '+found.passes.length+'\\n'+found.violations.map(v=>v.id+': '"
                + "+v.nodes.slice(0,3).map(n=>n.html.slice(0,200)).join(' | ')).join('\\n')"
                + "+'\\nwidth '+(document.documentElement.scrollWidth-document.documentElement.clientWidth),'*')});"
                + "</script>";
        Path copy = page.resolveSibling("looked-at.html");
        Path frame = frame(copy, width, HEIGHT, LISTENER);
        String looked = Files.readString(page)
                .replaceFirst("<meta http-equiv=\"Content-Security-Policy\"[^>]*/>", "")
                .replace("</body>", script + "</body>");
        Files.writeString(copy, looked);
        try {
            Matcher found = FOUND.matcher(run(
                    "--virtual-time-budget=20000",
                    "--window-size=" + Math.max(width, NARROWEST) + "," + HEIGHT,
                    "--dump-dom",
                    frame.toUri().toString()));
            if (!found.find()) throw new IllegalStateException("axe-core gave no answer");
            return found.group(1).strip();
        } finally {
            Files.delete(copy);
            Files.delete(frame);
        }
    }

    /** A picture of the page. */
    Path screenshot(Path page, Path to, int width, int height) throws IOException, InterruptedException {
        Files.createDirectories(to.toAbsolutePath().getParent());
        Path frame = frame(page, width, height, "");
        run(
                "--hide-scrollbars",
                "--screenshot=" + to.toAbsolutePath(),
                "--window-size=" + Math.max(width, NARROWEST) + "," + height,
                frame.toUri().toString());
        Files.delete(frame);
        return to;
    }

    /** A page that shows another in so many pixels: a window of this browser cannot be as narrow as a phone. */
    private static Path frame(Path page, int width, int height, String script) throws IOException {
        return Files.writeString(
                page.resolveSibling("frame.html"),
                "<!DOCTYPE html><html><body style=\"margin:0\"><iframe src=\"" + page.getFileName() + "\" width=\""
                        + width + "\" height=\"" + height + "\" style=\"border:0\"></iframe>" + script
                        + "</body></html>");
    }

    private String run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                program.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + folder.resolve("profile")));
        command.addAll(List.of(arguments));
        Path answer = folder.resolve("answer.txt");
        Process process = new ProcessBuilder(command)
                .redirectOutput(answer.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(90, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("the browser does not end");
        }
        return Files.readString(answer);
    }
}
