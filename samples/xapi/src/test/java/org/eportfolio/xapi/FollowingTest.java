package org.eportfolio.xapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eportfolio.core.BundledFrameworks;
import org.eportfolio.core.Desk;
import org.eportfolio.core.ExampleScales;
import org.eportfolio.core.Portfolio;
import org.eportfolio.dossier.LearnerStatus;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.exchange.xapi.XapiFollower;
import org.eportfolio.exchange.xapi.XapiOptions;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.journal.Cursor;
import org.eportfolio.school.Actor;
import org.eportfolio.school.Members;
import org.eportfolio.sqlite.SqliteStore;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** E8: a host that is killed in the middle has no gap, and nothing twice, when it is through. */
@Timeout(180)
class FollowingTest {
    private static final String HOME = "https://school.example";
    private static final int WORKS_AHEAD = 50;
    private static final PersonId EMMA = PersonId.of("emma");

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
        Semaphore room = new Semaphore(WORKS_AHEAD);
        ExecutorService writing = Executors.newSingleThreadExecutor();
        try (Portfolio portfolio = Portfolio.with(SqliteStore.open(file)).build()) {
            Desk head = portfolio.setUp("direction");
            AdoptionId adoption = head.frameworks().adopt(BundledFrameworks.MC_SNO, ExampleScales.FOUR_STEPS);
            head.cohorts().enrol("CS SNO", Members.learners(EMMA.value()));
            DossierId dossier = head.dossiers().open(EMMA, adoption, LearnerStatus.SCHOOL);
            Desk emma = portfolio.as(Actor.of(EMMA));
            Future<Integer> written = writing.submit(() -> {
                int works = 0;
                for (room.acquire(); !over.get(); room.acquire()) {
                    emma.productions()
                            .add(
                                    dossier,
                                    NewProduction.titled("Travail " + works++).showing("C3.1"));
                    head.people().name(EMMA, "Emma " + works);
                }
                return works;
            });
            for (int kill = 0; kill < kills; kill++) followAndKill(file, statements, 1 + 3 * (kill % 4), room);
            over.set(true);
            room.release();
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

    /** The writer goes on as the follower does, so that neither is ever far ahead. */
    private void followAndKill(Path file, Path statements, int pieces, Semaphore room)
            throws IOException, InterruptedException {
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
                room.release(WORKS_AHEAD);
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static List<String> idsIn(Path statements) throws IOException {
        List<String> ids = new ArrayList<>();
        for (String line : Files.readAllLines(statements)) {
            if (StatementFile.isCursor(line)) continue;
            assertThat(line).startsWith("{\"id\":\"").endsWith("}");
            ids.add(line.substring("{\"id\":\"".length(), line.indexOf("\",")));
        }
        return ids;
    }

    /** What the whole feed becomes, read at one go. */
    private static List<String> idsOfFeed(Desk head) {
        List<String> ids = new ArrayList<>();
        XapiFollower follower = XapiFollower.of(head, XapiOptions.of(URI.create(HOME)));
        Cursor cursor = Cursor.START;
        while (true) {
            XapiFollower.Piece piece = follower.after(cursor, 1_000);
            if (piece.next().equals(cursor)) return ids;
            piece.statements().forEach(each -> ids.add(each.id().toString()));
            cursor = piece.next();
        }
    }
}
