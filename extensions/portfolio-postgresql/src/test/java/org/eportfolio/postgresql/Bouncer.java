package org.eportfolio.postgresql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * PgBouncer in transaction mode in front of the tests' server, with fewer connections behind it than in front of it, so that
 * what one client leaves in a session another one meets.
 */
final class Bouncer implements AutoCloseable {
    private static final int BEHIND = 2;
    private static final long STARTS_WITHIN_NANOS = TimeUnit.SECONDS.toNanos(20);

    private final Process process;
    private final int port;

    private Bouncer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** The program, where it is installed. */
    static Optional<Path> program() {
        return Stream.of("/usr/sbin/pgbouncer", "/usr/bin/pgbouncer", "/usr/local/bin/pgbouncer")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** @param folder in which its files may lie; readable by everybody, since it does not run as root */
    static Bouncer start(Path program, Path folder) throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        boolean root = "root".equals(System.getProperty("user.name"));
        Path settings = Files.writeString(folder.resolve("pgbouncer.ini"), """
                [databases]
                * = host=localhost port=%d user=postgres
                [pgbouncer]
                listen_addr = 127.0.0.1
                listen_port = %d
                unix_socket_dir =
                auth_type = any
                pool_mode = transaction
                default_pool_size = %d
                max_client_conn = 200
                ignore_startup_parameters = extra_float_digits
                %s
                """.formatted(
                        Server.port(), port, BEHIND, root ? "user = nobody" : ""));
        Process process = new ProcessBuilder(program.toString(), settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("pgbouncer.log").toFile())
                .start();
        Bouncer started = new Bouncer(process, port);
        started.await(folder.resolve("pgbouncer.log"));
        return started;
    }

    private void await(Path log) throws IOException {
        long from = System.nanoTime();
        while (System.nanoTime() - from < STARTS_WITHIN_NANOS) {
            try (Socket open = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return;
            } catch (IOException notYet) {
                if (!process.isAlive()) throw new IOException(Files.readString(log), notYet);
                Thread.onSpinWait();
            }
        }
        throw new IOException("PgBouncer does not answer: " + Files.readString(log));
    }

    /** Connections through it, as {@link Server#plain} makes them without it. PgBouncer before 1.21 knows no prepared statements. */
    PGSimpleDataSource plain(String database) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL("jdbc:postgresql://127.0.0.1:" + port + "/" + database);
        source.setUser("postgres");
        source.setPrepareThreshold(0);
        return source;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
