package org.eportfolio.xapi;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.eportfolio.core.Desk;
import org.eportfolio.core.Portfolio;
import org.eportfolio.id.PersonId;
import org.eportfolio.journal.Feed;
import org.eportfolio.school.Actor;
import org.eportfolio.sqlite.SqliteStore;

/**
 * Follows a portfolio's file and writes xAPI statements:
 * {@code Main portfolio.db statements.jsonl https://school.example [--once]}. With {@code --once} it ends when there is
 * nothing new, otherwise it runs until it is stopped or killed.
 */
public final class Main {
    private Main() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length < 3) {
            System.err.println("usage: Main PORTFOLIO.db STATEMENTS.jsonl HOME-PAGE [--once]");
            System.exit(2);
        }
        boolean once = args.length > 3 && args[3].equals("--once");
        try (Portfolio portfolio =
                        Portfolio.with(SqliteStore.open(Path.of(args[0]))).build();
                StatementFile file = StatementFile.open(Path.of(args[1]), new Statements(URI.create(args[2])))) {
            PersonId administrator = portfolio
                    .administrator()
                    .orElseThrow(() -> new IllegalStateException(args[0] + " has no administrator yet"));
            follow(portfolio.as(Actor.of(administrator)), file, once);
        }
    }

    private static void follow(Desk desk, StatementFile file, boolean once) throws IOException, InterruptedException {
        Duration patience = once ? Duration.ZERO : Duration.ofMinutes(1);
        while (true) {
            Feed feed = desk.changes().await(file.cursor(), patience);
            if (feed.entries().isEmpty()) {
                if (once) return;
                continue;
            }
            file.append(feed);
            System.out.println(feed.next());
        }
    }
}
