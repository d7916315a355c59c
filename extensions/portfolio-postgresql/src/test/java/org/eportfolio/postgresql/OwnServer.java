package org.eportfolio.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A server out of the machine's packages, in a folder of its own, that can be killed, filled, and followed by a standby. As root
 * it runs as the user {@code postgres}, since the server refuses to be root.
 */
final class OwnServer implements AutoCloseable {
    private static final boolean ROOT = "root".equals(System.getProperty("user.name"));
    private static final String USER = "postgres";
    private static final long ENDS_WITHIN_NANOS = 60_000_000_000L;
    private static final long LOOK_AGAIN_NANOS = 50_000_000;

    private final Path programs;
    private final Path folder;
    private final int port;
    private final List<String> settings;

    private OwnServer(Path programs, Path folder, List<String> settings) throws IOException {
        this.programs = programs;
        this.folder = folder;
        this.settings = settings;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
    }

    /** The programs of the newest version from 15 on; a test that finds none is skipped, or with {@code CI=true} fails. */
    static Path programs() throws IOException {
        Optional<Path> found = installed();
        if ("true".equals(System.getenv("CI")))
            assertThat(found).as("packages of PostgreSQL").isPresent();
        Assumptions.assumeTrue(found.isPresent(), "SKIPPED: PostgreSQL is not installed");
        return found.orElseThrow();
    }

    private static Optional<Path> installed() throws IOException {
        Path all = Path.of("/usr/lib/postgresql");
        if (!Files.isDirectory(all)) return Optional.empty();
        try (Stream<Path> versions = Files.list(all)) {
            return versions.filter(each -> each.getFileName().toString().matches("\\d\\d"))
                    .filter(each -> Integer.parseInt(each.getFileName().toString()) >= 15)
                    .map(each -> each.resolve("bin"))
                    .filter(each -> Files.isExecutable(each.resolve("initdb")))
                    .max(Comparator.naturalOrder());
        }
    }

    /** A fresh server with these settings, each as {@code name=value}. */
    static OwnServer start(String... settings) throws IOException {
        return made(Files.createTempDirectory("portfolio-server"), List.of(), settings);
    }

    /** The same with its log in an empty folder of somewhere else. */
    static OwnServer startLoggingTo(Path log, String... settings) throws IOException {
        return made(Files.createTempDirectory("portfolio-server"), List.of("-X", log.toString()), settings);
    }

    private static OwnServer made(Path folder, List<String> more, String... settings) throws IOException {
        OwnServer made = new OwnServer(programs(), owned(folder), List.of(settings));
        List<String> arguments = new ArrayList<>(
                List.of("-D", made.data(), "-A", "trust", "-U", USER, "-N", "--wal-segsize=1", "-E", "UTF8"));
        arguments.addAll(more);
        made.run("initdb", arguments.toArray(String[]::new));
        made.again();
        return made;
    }

    /** A standby that follows this server, from now on. */
    OwnServer standby(String... own) throws IOException {
        OwnServer made = new OwnServer(programs, owned(Files.createTempDirectory("portfolio-standby")), List.of(own));
        String from = "host=127.0.0.1 port=" + port + " user=" + USER + " application_name=standby";
        made.run("pg_basebackup", "-D", made.data(), "-R", "-c", "fast", "--no-sync", "-d", from);
        made.again();
        return made;
    }

    /** A folder that the account of the server may use. */
    static Path owned(Path folder) throws IOException {
        if (ROOT) {
            Files.setOwner(
                    folder,
                    folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(USER));
        }
        return folder;
    }

    String data() {
        return folder.resolve("data").toString();
    }

    /** Starts it, or starts it again, and waits for it. */
    void again() throws IOException {
        StringBuilder options = new StringBuilder("-p " + port + " -h 127.0.0.1 -c unix_socket_directories=");
        settings.forEach(each -> options.append(" -c ").append(each));
        String log = folder.resolve("log").toString();
        run("pg_ctl", "start", "-w", "-D", data(), "-l", log, "-o", options.toString());
    }

    void promote() throws IOException {
        run("pg_ctl", "promote", "-w", "-D", data());
    }

    /** As {@code kill -9} does; its children end when they notice. */
    void kill() throws IOException {
        String process = Files.readAllLines(Path.of(data(), "postmaster.pid")).get(0);
        ProcessHandle.of(Long.parseLong(process)).ifPresent(each -> {
            each.destroyForcibly();
            each.onExit().join();
        });
    }

    /** Whether a postmaster runs. */
    boolean isUp() throws IOException {
        return command("pg_ctl", "status", "-D", data()).start().onExit().join().exitValue() == 0;
    }

    /** Waits until it has ended by itself, which it does only after it has tried to start again. */
    void awaitEnd() throws IOException {
        long end = System.nanoTime() + ENDS_WITHIN_NANOS;
        while (isUp()) {
            assertThat(System.nanoTime()).as("when the server ends").isLessThan(end);
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
    }

    int port() {
        return port;
    }

    /** Connections made one by one, as the superuser. */
    PGSimpleDataSource plain(String database) {
        return connections(database, port);
    }

    /** Connections to whichever of the servers takes changes. */
    static PGSimpleDataSource connections(String database, int... ports) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        String[] hosts = new String[ports.length];
        Arrays.fill(hosts, "127.0.0.1");
        source.setServerNames(hosts);
        source.setPortNumbers(ports);
        source.setDatabaseName(database);
        source.setUser(USER);
        if (ports.length > 1) source.setTargetServerType("primary");
        return source;
    }

    private void run(String program, String... arguments) throws IOException {
        Path said = Files.createTempFile("portfolio-server", ".txt");
        try {
            Process process = command(program, arguments)
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            int code = process.onExit().join().exitValue();
            Path log = folder.resolve("log");
            String more = code != 0 && Files.exists(log) ? Files.readString(log) : "";
            assertThat(code)
                    .as("%s: %s %s", program, Files.readString(said, StandardCharsets.UTF_8), more)
                    .isZero();
        } finally {
            Files.delete(said);
        }
    }

    private ProcessBuilder command(String program, String... arguments) {
        List<String> words = new ArrayList<>();
        if (ROOT) words.addAll(List.of("setpriv", "--reuid=" + USER, "--regid=" + USER, "--clear-groups", "--"));
        words.add(programs.resolve(program).toString());
        words.addAll(List.of(arguments));
        return new ProcessBuilder(words).directory(folder.toFile());
    }

    @Override
    public void close() throws IOException {
        if (isUp()) run("pg_ctl", "stop", "-m", "immediate", "-D", data());
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path emptied, IOException failed) throws IOException {
                if (!emptied.equals(folder)) Files.delete(emptied);
                return FileVisitResult.CONTINUE;
            }
        });
        Files.deleteIfExists(folder);
    }
}
