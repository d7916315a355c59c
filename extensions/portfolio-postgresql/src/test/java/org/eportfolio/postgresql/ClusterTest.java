package org.eportfolio.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eportfolio.spi.PortfolioStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The cluster of {@code samples/cluster}: three nodes with PostgreSQL, Patroni and etcd, one standby synchronous. Eight people
 * write while something happens to the node that leads; nothing that was acknowledged may be lost, and the longest time
 * without an acknowledgement is bounded. Only with {@code -Pcluster}; needs root and the packages that the script names.
 */
@Tag("cluster")
class ClusterTest {
    private static final Path SCRIPT =
            Path.of("../../samples/cluster/cluster").toAbsolutePath().normalize();
    private static final int WRITERS = 8;
    /** As the script sets Patroni: ttl and twice loop_wait. */
    private static final long NODE_LOST_MILLIS = 20_000 + 2 * 3_000;

    private static final long SERVER_LOST_MILLIS = 10_000;
    private static final int LINES_TOLD = 25;
    private static final List<String> FIGURES = new ArrayList<>();

    private static Path folder;
    private static String[] hosts;

    private HikariDataSource pool;
    private PostgresSchools schools;
    private PortfolioStore store;

    @BeforeAll
    static void three_nodes_are_at_work() throws IOException {
        folder = Files.createTempDirectory("portfolio-cluster");
        List<String> said = new ArrayList<>();
        int code = code(said, "start", "");
        boolean there = code != 3;
        if ("true".equals(System.getenv("CI"))) assertThat(there).as("%s", said).isTrue();
        Assumptions.assumeTrue(there, "SKIPPED: " + said);
        assertThat(code).as("%s", said).isZero();
        hosts = said.stream().map(each -> each.split(" ")[1]).toArray(String[]::new);
        PostgresSchools.migrate(leading());
    }

    @AfterAll
    static void they_end() throws IOException {
        cluster("stop", "");
        FIGURES.forEach(System.out::println);
    }

    /** Answers with the exit code; 3 says that something is missing. */
    private static int code(List<String> said, String call, String node) throws IOException {
        Path out = Files.createTempFile("cluster", ".txt");
        try {
            List<String> words = new ArrayList<>(List.of(SCRIPT.toString(), call, folder.toString()));
            if (!node.isEmpty()) words.add(node);
            Process process = new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectOutput(out.toFile())
                    .start();
            int code = process.onExit().join().exitValue();
            said.addAll(Files.readAllLines(out));
            return code;
        } finally {
            Files.delete(out);
        }
    }

    private static void cluster(String call, String node) throws IOException {
        List<String> said = new ArrayList<>();
        assertThat(code(said, call, node)).as("%s %s: %s", call, node, said).isZero();
    }

    /**
     * As docs/scale.md tells hosts: connections to whichever node leads, which give up on one that does not answer.
     */
    private static PGSimpleDataSource leading() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(hosts);
        source.setPortNumbers(new int[] {5432, 5432, 5432});
        source.setDatabaseName("postgres");
        source.setUser("postgres");
        source.setTargetServerType("primary");
        source.setConnectTimeout(2);
        source.setLoginTimeout(6);
        source.setSocketTimeout(6);
        source.setTcpKeepAlive(true);
        return source;
    }

    /** The number of the node that leads. */
    private static String leader() throws SQLException {
        String host = Server.seen(leading(), "SELECT host(inet_server_addr())").get(0);
        return host.substring(host.length() - 1);
    }

    @BeforeEach
    void a_school_with_people() throws IOException {
        cluster("await", "");
        pool = Server.pool(leading(), 12);
        pool.setConnectionTimeout(2_000);
        pool.setValidationTimeout(1_000);
        schools = PostgresSchools.open(pool);
        store = schools.create(UUID.randomUUID());
    }

    @AfterEach
    void they_go() {
        if (store != null) store.close();
        if (schools != null) schools.close();
        if (pool != null) pool.close();
    }

    /** What the nodes say last. */
    private static String told() throws IOException {
        List<String> said = new ArrayList<>();
        code(said, "status", "");
        for (int node = 1; node <= hosts.length; node++) {
            for (String log : List.of("patroni.log", "etcd.log")) {
                List<String> lines =
                        Files.readAllLines(folder.resolve("node" + node).resolve(log));
                said.add(log + " of node " + node);
                said.addAll(lines.subList(Math.max(0, lines.size() - LINES_TOLD), lines.size()));
            }
        }
        return String.join("\n", said);
    }

    private interface Fault {
        void on(String node) throws Exception;
    }

    private void happens(String what, long longestMillis, Fault fault, Fault repair) throws Exception {
        Writers writers = new Writers(store, WRITERS, 400).start();
        writers.awaitMore(1_000);
        String before = leader();
        String after;
        fault.on(before);
        try {
            writers.awaitMore(1_000);
            after = leader();
            writers.close();
            writers.requireAllIn(store);
        } catch (AssertionError e) {
            throw new AssertionError(told(), e);
        } finally {
            repair.on(before);
        }
        cluster("await", "");
        writers.requireAllIn(store);
        FIGURES.add(what + ": " + writers.acknowledged() + " acknowledged, none lost; " + writers.unknown()
                + " unknown, refused " + writers.refused() + "; longest gap " + writers.longestGapMillis()
                + " ms; node " + before + ", then " + after);
        assertThat(writers.longestGapMillis())
                .as(FIGURES.get(FIGURES.size() - 1))
                .isLessThan(longestMillis);
    }

    @Test
    void the_leading_server_is_killed_and_its_patroni_lives() throws Exception {
        happens("PostgreSQL killed", SERVER_LOST_MILLIS, node -> cluster("kill", node), node -> {});
    }

    @Test
    void the_leading_node_is_killed() throws Exception {
        happens("node killed", NODE_LOST_MILLIS, node -> cluster("down", node), node -> cluster("up", node));
    }

    @Test
    void the_leading_node_is_cut_off_from_the_others_though_clients_reach_it() throws Exception {
        happens("node cut off", NODE_LOST_MILLIS, node -> cluster("cut", node), node -> cluster("join", node));
    }

    @Test
    void the_leading_node_is_unplugged() throws Exception {
        happens("node unplugged", NODE_LOST_MILLIS, node -> cluster("unplug", node), node -> cluster("join", node));
    }

    @Test
    void the_leading_nodes_disk_is_full() throws Exception {
        Writers writers = new Writers(store, WRITERS, 20_000).start();
        writers.awaitMore(100);
        String before = leader();
        cluster("fill", before);
        writers.awaitRefusals(2 * WRITERS);
        cluster("free", before);
        writers.awaitMore(200);
        writers.close();
        writers.requireAllIn(store);
        cluster("await", "");
        writers.requireAllIn(store);
        FIGURES.add("disk full: " + writers.acknowledged() + " acknowledged, none lost; " + writers.unknown()
                + " unknown, refused " + writers.refused() + "; longest gap " + writers.longestGapMillis()
                + " ms; node " + before
                + ", then " + leader());
    }
}
