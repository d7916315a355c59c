package org.eportfolio.console.command.learning;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.eportfolio.console.command.Commands;
import org.eportfolio.console.command.Made;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.Days;
import org.eportfolio.console.school.Pick;
import org.eportfolio.console.school.Things;
import org.eportfolio.console.school.Whose;
import org.eportfolio.console.terminal.Words;
import org.eportfolio.console.view.Told;
import org.eportfolio.dossier.Production;
import org.eportfolio.id.WatchEntryId;
import org.eportfolio.project.NewWatchEntry;
import org.eportfolio.project.Reliability;
import org.eportfolio.project.WatchEntry;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The watch log: a source, the day it was read, how far it can be trusted, and what it comes to. */
@Command(name = "watch", synopsisSubcommandLabel = "COMMAND")
public final class WatchCommands extends Commands {
    public WatchCommands(Session session) {
        super(session);
    }

    @Command(name = "log")
    int log(
            @Mixin Whose whose,
            @Parameters(index = "1", paramLabel = "SOURCE") String title,
            @Option(names = "--url", paramLabel = "URL") @Nullable URI url,
            @Option(names = "--on", paramLabel = "DATE", converter = Days.class) @Nullable LocalDate on,
            @Option(names = "--reliability", paramLabel = "JUDGEMENT") @Nullable Reliability reliability,
            @Option(names = "--because", paramLabel = "TEXT", defaultValue = "") String reason,
            @Option(names = "--synthesis", paramLabel = "TEXT", defaultValue = "") String synthesis)
            throws Exception {
        return show(finding -> {
            WatchEntry kept = finding.desk()
                    .watch()
                    .log(finding.of(whose).id(), new NewWatchEntry(title, url, on, reliability, reason, synthesis));
            return new Told(kept, lines(kept));
        });
    }

    @Command(name = "show")
    int show(@Mixin Whose whose) throws Exception {
        return show(finding ->
                Told.all(finding.of(whose).all(finding.desk().watch()::list), this::lines, say("watch.none")));
    }

    /** Makes a production of some entries, as evidence. */
    @Command(name = "cite")
    int cite(
            @Mixin Whose whose,
            @Parameters(index = "1", paramLabel = "TITLE") String title,
            @Option(names = "--entry", paramLabel = "SOURCE", required = true) List<String> entries,
            @Mixin Made made)
            throws Exception {
        return show(finding -> {
            Things things = finding.of(whose);
            WatchEntryId[] cited =
                    entries.stream().map(each -> things.watchEntry(each).id()).toArray(WatchEntryId[]::new);
            Production shown = finding.desk().watch().cite(things.id(), made.titled(title, things), cited);
            return Told.of(
                    shown, Words.of(say("production.added", shown.title())).and(Pick.marked(shown.id())));
        });
    }

    private List<Words> lines(WatchEntry each) {
        return List.of(
                Words.faint(texts().day(each.consultedOn()) + "  ")
                        .and(Words.bold(each.source()))
                        .and("  " + texts().name(each.reliability()) + " : " + each.reason())
                        .and(Pick.marked(each.id())),
                Words.of("            " + each.synthesis()));
    }
}
