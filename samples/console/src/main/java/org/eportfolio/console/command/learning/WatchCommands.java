package org.eportfolio.console.command.learning;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.eportfolio.console.command.ConsoleCommand;
import org.eportfolio.console.command.ProductionOptions;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.DossierArguments;
import org.eportfolio.console.school.DossierItems;
import org.eportfolio.console.school.Selector;
import org.eportfolio.console.terminal.StyledText;
import org.eportfolio.console.view.Result;
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
public final class WatchCommands extends ConsoleCommand {
    public WatchCommands(Session session) {
        super(session);
    }

    @Command(name = "log")
    int log(
            @Mixin DossierArguments target,
            @Parameters(index = "1", paramLabel = "SOURCE") String title,
            @Option(names = "--url", paramLabel = "URL") @Nullable URI url,
            @Option(names = "--on", paramLabel = "DATE") @Nullable LocalDate on,
            @Option(names = "--reliability", paramLabel = "JUDGEMENT") @Nullable Reliability reliability,
            @Option(names = "--because", paramLabel = "TEXT", defaultValue = "") String reason,
            @Option(names = "--synthesis", paramLabel = "TEXT", defaultValue = "") String synthesis)
            throws Exception {
        return show(lookup -> {
            WatchEntry kept = lookup.desk()
                    .watch()
                    .log(lookup.of(target).id(), new NewWatchEntry(title, url, on, reliability, reason, synthesis));
            return Result.of(kept, lines(kept));
        });
    }

    @Command(name = "show")
    int show(@Mixin DossierArguments target) throws Exception {
        return show(lookup ->
                Result.all(lookup.of(target).all(lookup.desk().watch()::list), this::lines, say("watch.none")));
    }

    /** Makes a production of some entries, as evidence. */
    @Command(name = "cite")
    int cite(
            @Mixin DossierArguments target,
            @Parameters(index = "1", paramLabel = "TITLE") String title,
            @Option(names = "--entry", paramLabel = "SOURCE", required = true) List<String> entries,
            @Mixin ProductionOptions made)
            throws Exception {
        return show(lookup -> {
            DossierItems items = lookup.of(target);
            WatchEntryId[] cited =
                    entries.stream().map(each -> items.watchEntry(each).id()).toArray(WatchEntryId[]::new);
            Production shown = lookup.desk().watch().cite(items.id(), made.titled(title, items), cited);
            return Result.of(
                    shown, StyledText.of(say("production.added", shown.title())).and(Selector.marked(shown.id())));
        });
    }

    private List<StyledText> lines(WatchEntry each) {
        return List.of(
                StyledText.faint(texts().day(each.consultedOn()) + "  ")
                        .and(StyledText.bold(each.source()))
                        .and("  " + texts().name(each.reliability()) + " : " + each.reason())
                        .and(Selector.marked(each.id())),
                StyledText.of("            " + each.synthesis()));
    }
}
