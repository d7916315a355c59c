package org.eportfolio.console;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * Makes what lets the launcher start quickly: an archive of the console's classes and the native library of SQLite, in
 * the folder {@code start} beside the jar. Where the JVM makes no archive the build goes on, and so does the launcher.
 */
public final class StartArchive {
    private final Path jar;
    private final Path start;

    private StartArchive(Path jar) {
        this.jar = jar;
        start = jar.resolveSibling("start");
    }

    /** @param args the jar, with its libraries beside it */
    public static void main(String[] args) throws IOException, InterruptedException {
        StartArchive archive = new StartArchive(Path.of(args[0]).toRealPath());
        try {
            archive.make();
        } catch (IOException e) {
            System.err.println(
                    "No class archive for samples/console/portfolio, which starts without: " + e.getMessage());
        }
    }

    private void make() throws IOException, InterruptedException {
        empty(start);
        Files.createDirectories(start);
        unpackLibrary();
        Path stage = Files.createDirectory(start.resolve("rehearsal"));
        Path classes = stage.resolve("classes");
        // Static rather than -XX:ArchiveClassesAtExit, which on JDK 17 leaves out picocli: its classes are of Java 5.
        java(
                "-XX:TieredStopAtLevel=1",
                "-XX:DumpLoadedClassList=" + classes,
                "-cp",
                jar.toString(),
                Rehearsal.class.getName(),
                stage.toString());
        java(
                "-Xshare:dump",
                "-XX:SharedClassListFile=" + classes,
                "-XX:SharedArchiveFile=" + start.resolve("portfolio.jsa"),
                "-cp",
                jar.toString());
        empty(stage);
    }

    private void unpackLibrary() throws IOException {
        String name = LibraryLoaderUtil.getNativeLibName();
        String resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name;
        try (InputStream library = SQLiteJDBCLoader.class.getResourceAsStream(resource)) {
            if (library != null) Files.copy(library, start.resolve(name));
        }
    }

    private void java(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(Objects.requireNonNull(System.getProperty("java.home")), "bin", "java")
                .toString());
        command.add("-Xlog:disable");
        command.add("-Xlog:all=error:stderr");
        command.addAll(List.of("-Djava.io.tmpdir=" + start, "-Dorg.sqlite.lib.path=" + start));
        command.add("-Dorg.sqlite.lib.name=" + LibraryLoaderUtil.getNativeLibName());
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) throw new IOException(said.strip());
    }

    private static void empty(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        List<Path> within;
        try (Stream<Path> all = Files.walk(folder)) {
            within = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : within) Files.delete(each);
    }
}
