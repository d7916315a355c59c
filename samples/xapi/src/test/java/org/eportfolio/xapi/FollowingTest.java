package org.eportfolio.xapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eportfolio.core.Desk;
import org.eportfolio.core.Portfolio;
import org.eportfolio.id.PersonId;
import org.eportfolio.journal.Cursor;
import org.eportfolio.journal.Feed;
import org.eportfolio.sqlite.SqliteStore;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** E8: a host that is killed in the middle has no gap, and nothing twice, when it is through. */
@Timeout(180)
class FollowingTest {
    private static final String HOME = "https://school.example";

    @TempDir
    Path folder;

    @Test
    void a_follower_that_is_killed_again_and_again_writes_every_statement_once_and_in_order() throws Exception {
        killed(2);
    }

    @Test
    @Tag("long")
    void a_follower_that_is_killed_many_times_writes_every_statement_once_too() throws Exception {
        killed(12);
    }

    private void killed(int kills) throws Exception {
        Path file = folder.resolve("school.db");
        Path statements = folder.resolve("statements.jsonl");
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService writing = Executors.newSingleThreadExecutor();
        try (Portfolio portfolio = Portfolio.with(SqliteStore.open(file)).build()) {
            Desk head = portfolio.setUp("direction");
            Future<Integer> written = writing.submit(() -> {
                int names = 0;
                while (!over.get()) head.people().name(PersonId.of("p" + names++ % 50), "Personne " + names);
                return names;
            });
            for (int kill = 0; kill < kills; kill++) followAndKill(file, statements, 1 + 3 * (kill % 4));
            over.set(true);
            assertThat(written.get()).isPositive();

            // What a power failure may leave of a line is cut off as well.
            Files.writeString(statements, "{\"id\":\"half", StandardOpenOption.APPEND);
            Main.main(new String[] {file.toString(), statements.toString(), HOME, "--once"});
            assertThat(idsIn(statements)).isEqualTo(idsOfFeed(head));
            long size = Files.size(statements);
            Main.main(new String[] {file.toString(), statements.toString(), HOME, "--once"});
            assertThat(Files.size(statements)).isEqualTo(size);
        } finally {
            writing.shutdownNow();
        }
    }

    private void followAndKill(Path file, Path statements, int pieces) throws IOException, InterruptedException {
        Path errors = folder.resolve("stderr");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.eportfolio.xapi.Main",
                        file.toString(),
                        statements.toString(),
                        HOME)
                .redirectError(errors.toFile())
                .start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (int i = 0; i < pieces; i++) {
                assertThat(out.readLine()).as(Files.readString(errors)).isNotNull();
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static List<String> idsIn(Path statements) throws IOException {
        List<String> ids = new ArrayList<>();
        for (String line : Files.readAllLines(statements)) {
            try (JsonParser parser = new JsonFactory().createParser(line)) {
                parser.nextToken();
                assertThat(parser.nextFieldName()).isEqualTo("id");
                ids.add(parser.nextTextValue());
            }
        }
        return ids;
    }

    private static List<String> idsOfFeed(Desk head) {
        List<String> ids = new ArrayList<>();
        Cursor cursor = Cursor.START;
        while (true) {
            Feed feed = head.changes().after(cursor, 1_000);
            if (feed.entries().isEmpty()) return ids;
            feed.entries().forEach(each -> ids.add(Statements.id(each).toString()));
            cursor = feed.next();
        }
    }
}
