package org.eportfolio.exchange.booklet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A browser without a window, and axe-core in it. Nothing of it needs a network. */
record Chromium(Path program, Path folder) {
    private static final Pattern FOUND = Pattern.compile("(?s)<pre class=\"axe-found\">(.*?)</pre>");

    /** Takes what the pages in the frames found. */
    private static final String LISTENER = "<script>addEventListener('message',found=>{"
            + "const pre=document.createElement('pre');pre.className='axe-found';pre.textContent=found.data;"
            + "document.body.appendChild(pre)})</script>";

    private static final int HEIGHT = 2_400;

    /** The browser of this machine, if there is one. */
    static Optional<Chromium> in(Path folder) {
        return Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
                .flatMap(each -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(each, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .map(each -> new Chromium(each, folder));
    }

    /**
     * What axe-core finds on the page against WCAG 2.1 A and AA, at each of the widths: how many rules passed, a line for
     * each that did not, and by how much the page is wider. Leaves a picture of all widths beside each other.
     */
    List<String> violations(Path page, Path picture, int... widths) throws IOException, InterruptedException {
        Files.createDirectories(picture.toAbsolutePath().getParent());
        Path copy = page.resolveSibling("looked-at.html");
        Path frames = page.resolveSibling("frames.html");
        Files.writeString(
                copy,
                Files.readString(page)
                        .replaceFirst("<meta http-equiv=\"Content-Security-Policy\"[^>]*/>", "")
                        .replace("</body>", "<script>" + axe() + "</script></body>"));
        Files.writeString(frames, frames(copy, widths));
        try {
            Matcher found = FOUND.matcher(run(
                    "--virtual-time-budget=20000",
                    "--hide-scrollbars",
                    "--window-size=" + IntStream.of(widths).sum() + "," + HEIGHT,
                    "--screenshot=" + picture.toAbsolutePath(),
                    "--dump-dom",
                    frames.toUri().toString()));
            List<String> each = found.results().map(one -> one.group(1).strip()).toList();
            if (each.size() != widths.length) throw new IllegalStateException("axe-core gave no answer: " + each);
            return each;
        } finally {
            Files.delete(copy);
            Files.delete(frames);
        }
    }

    private static String axe() throws IOException {
        try (InputStream in = Objects.requireNonNull(Chromium.class.getResourceAsStream("/axe.min.js"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("</script", "<\\/script")
                    + "</script><script>axe.run(document,"
                    + "{runOnly:['wcag2a','wcag2aa','wcag21a','wcag21aa','best-practice']}).then(found=>{"
                    + "parent.postMessage('passed '+found.passes.length+'\\n'+found.violations.map(v=>v.id+': '"
                    + "+v.nodes.slice(0,3).map(n=>n.html.slice(0,200)).join(' | ')).join('\\n')"
                    + "+'\\nwidth '+(document.documentElement.scrollWidth-document.documentElement.clientWidth),'*')});";
        }
    }

    /** A page that shows another in so many pixels: a window of this browser cannot be as narrow as a phone. */
    private static String frames(Path page, int... widths) {
        String frames = IntStream.of(widths)
                .mapToObj(width -> "<iframe src=\"" + page.getFileName() + "\" width=\"" + width + "\" height=\""
                        + HEIGHT + "\" style=\"border:0\"></iframe>")
                .collect(Collectors.joining());
        return "<!DOCTYPE html><html><body style=\"margin:0;white-space:nowrap\">" + LISTENER + frames
                + "</body></html>";
    }

    private String run(String... arguments) throws IOException, InterruptedException {
        // Some of its processes end after the first one, and write to it until then.
        Path profile = Files.createTempDirectory("portfolio-browser");
        try {
            return run(profile, arguments);
        } finally {
            remove(profile);
        }
    }

    private static void remove(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(each);
        } catch (IOException | UncheckedIOException stillUsed) {
            // It stays in the machine's folder for what is temporary.
        }
    }

    private String run(Path profile, String... arguments) throws IOException, InterruptedException {
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
                "--user-data-dir=" + profile));
        command.addAll(List.of(arguments));
        Path answer = folder.resolve("answer.txt");
        Process process = new ProcessBuilder(command)
                .redirectOutput(answer.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(10, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException("the browser does not end");
        }
        return Files.readString(answer);
    }
}
