package org.eportfolio.console.command.trust;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.eportfolio.console.command.CancellableTask;
import org.eportfolio.console.command.ConsoleCommand;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.Lookup;
import org.eportfolio.console.terminal.Refusal;
import org.eportfolio.console.terminal.StyledText;
import org.eportfolio.console.view.JournalView;
import org.eportfolio.console.view.Result;
import org.eportfolio.console.view.VerificationView;
import org.eportfolio.console.view.View;
import org.eportfolio.core.ChangeDesk;
import org.eportfolio.core.JournalDesk;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.id.DossierId;
import org.eportfolio.journal.Anchor;
import org.eportfolio.journal.Cursor;
import org.eportfolio.journal.Feed;
import org.eportfolio.journal.JournalEntry;
import org.eportfolio.journal.Verification;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The journal: reading it, and proving that it is whole. */
@Command(name = "journal", synopsisSubcommandLabel = "COMMAND")
public final class JournalCommands extends ConsoleCommand {
    private static final int PAGE = 1_000;

    public JournalCommands(Session session) {
        super(session);
    }

    /** Checks that everything still stands as it was written. */
    @Command(name = "verify")
    int verify(@Option(names = "--anchor", paramLabel = "ANCHOR") @Nullable String anchor) throws Exception {
        return show(lookup -> {
            JournalDesk desk = lookup.desk().journal();
            Verification found;
            try (CancellableTask task = new CancellableTask("check.bar", -1, session())) {
                found = anchor == null ? desk.verify(task) : desk.verify(Anchor.parse(anchor), task);
                task.done();
            }
            View view = new VerificationView(found);
            if (found.sound()) return view;
            show(view);
            throw new Refusal(texts().count("journal.unsound", found.faults().size()));
        });
    }

    /** The last entries, or those after a cursor. */
    @Command(name = "tail")
    int tail(
            @Option(names = "--after", paramLabel = "CURSOR") @Nullable String after,
            @Option(names = "--limit", paramLabel = "N", defaultValue = "20") int limit)
            throws Exception {
        return show(lookup -> {
            if (limit < 1 || limit > PAGE) throw wrongUsage(say("wrong.range", "--limit", limit, 1, PAGE));
            ChangeDesk desk = lookup.desk().changes();
            Feed feed = after == null ? last(desk, limit) : desk.after(Cursor.parse(after), limit);
            return new JournalView(feed, lookup.clock().getZone());
        });
    }

    private static Feed last(ChangeDesk desk, int limit) {
        Deque<JournalEntry> last = new ArrayDeque<>();
        Feed feed = desk.after(Cursor.START, PAGE);
        while (!feed.entries().isEmpty()) {
            last.addAll(feed.entries());
            while (last.size() > limit) last.removeFirst();
            feed = desk.after(feed.next(), PAGE);
        }
        return new Feed(List.copyOf(last), feed.next());
    }

    /** What {@code --json} writes. */
    public record AnchorAnswer(String anchor) {}

    /**
     * One line to keep elsewhere: with it, a journal that was cut or rewritten is found. For learners, a line for each of
     * their dossiers, with which a newer archive of it is restored.
     */
    @Command(name = "anchor")
    int anchor(@Parameters(paramLabel = "LEARNER", arity = "0..*") @Nullable List<String> learners) throws Exception {
        return show(lookup -> {
            JournalDesk desk = lookup.desk().journal();
            List<Anchor> kept = learners == null
                    ? List.of(desk.anchor())
                    : learners.stream()
                            .flatMap(each -> anchors(each, lookup).stream())
                            .toList();
            List<String> anchors = kept.stream().map(Anchor::toString).toList();
            return Result.of(
                    new AnchorAnswer(String.join("\n", anchors)),
                    anchors.stream().map(StyledText::of).toList());
        });
    }

    private static List<Anchor> anchors(String learner, Lookup lookup) {
        List<DossierId> dossiers =
                lookup.dossiers(learner).stream().map(Dossier::id).toList();
        return lookup.desk().journal().anchors(dossiers);
    }
}
