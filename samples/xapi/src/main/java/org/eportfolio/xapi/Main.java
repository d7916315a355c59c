package org.eportfolio.xapi;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.eportfolio.access.HostService;
import org.eportfolio.access.Permission;
import org.eportfolio.core.Portfolio;
import org.eportfolio.exchange.xapi.XapiFollower;
import org.eportfolio.exchange.xapi.XapiOptions;
import org.eportfolio.sqlite.SqliteStore;

/**
 * Follows a portfolio's file and writes xAPI statements:
 * {@code Main portfolio.db statements.jsonl https://school.example [--once]}. With {@code --once} it ends when there is
 * nothing new, otherwise it runs until it is stopped or killed. A host that sends them to a record store keeps the cursor where it
 * keeps what the store has answered.
 */
public final class Main {
    /** What the school's register of processing says of this program. */
    static final HostService SERVICE = HostService.named("xapi", "Writes pseudonymous traces of learning to a file")
            .may(
                    Permission.READ_JOURNAL,
                    Permission.FIND_DOSSIER,
                    Permission.READ_FRAMEWORKS,
                    Permission.READ_PROGRESS,
                    Permission.READ_PRODUCTION);

    private Main() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length < 3) {
            System.err.println("usage: Main PORTFOLIO.db STATEMENTS.jsonl HOME-PAGE [--once]");
            System.exit(2);
        }
        boolean once = args.length > 3 && args[3].equals("--once");
        XapiOptions options = XapiOptions.of(URI.create(args[2]));
        try (Portfolio portfolio = Portfolio.with(SqliteStore.open(Path.of(args[0])))
                        .service(SERVICE)
                        .build();
                StatementFile file = StatementFile.open(Path.of(args[1]))) {
            follow(XapiFollower.of(portfolio.asService(SERVICE.name()), options), file, once);
        }
    }

    private static void follow(XapiFollower follower, StatementFile file, boolean once)
            throws IOException, InterruptedException {
        Duration patience = once ? Duration.ZERO : Duration.ofMinutes(1);
        while (true) {
            XapiFollower.Piece piece = follower.await(file.cursor(), patience);
            if (piece.next().equals(file.cursor())) {
                if (once) return;
                continue;
            }
            file.append(piece);
            System.out.println(piece.next());
        }
    }
}
