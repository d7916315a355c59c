package org.eportfolio.console.command.school;

import java.nio.file.Path;
import java.util.List;
import org.eportfolio.Page;
import org.eportfolio.assessment.FormerImport;
import org.eportfolio.console.command.CancellableTask;
import org.eportfolio.console.command.ConsoleCommand;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.DossierArguments;
import org.eportfolio.console.school.Lookup;
import org.eportfolio.console.school.Selector;
import org.eportfolio.console.terminal.StyledText;
import org.eportfolio.console.view.DossierView;
import org.eportfolio.console.view.ImportView;
import org.eportfolio.console.view.Result;
import org.eportfolio.exchange.ImportOptions;
import org.eportfolio.exchange.ImportReport;
import org.eportfolio.exchange.level.LevelsSheet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Levels that learners had been given before: history, counted nowhere. */
@Command(name = "levels", synopsisSubcommandLabel = "COMMAND")
public final class LevelCommands extends ConsoleCommand {
    public LevelCommands(Session session) {
        super(session);
    }

    /** Takes a sheet in, all of it or nothing, or says what that would do. */
    @Command(name = "import")
    int bringIn(
            @Parameters(index = "0", paramLabel = "SHEET") Path file,
            @Option(names = "--source", paramLabel = "TEXT") @Nullable String source,
            @Option(names = "--dry-run") boolean dryRun)
            throws Exception {
        return show(lookup -> {
            ImportOptions options = dryRun ? ImportOptions.ofDefaults().dry() : ImportOptions.ofDefaults();
            LevelsSheet sheet = source == null ? LevelsSheet.statingItsSource() : LevelsSheet.from(source);
            ImportReport report;
            try (CancellableTask task = new CancellableTask("levels.bar", -1, session())) {
                report = sheet.read(lookup.desk(), file, options, task);
                task.done();
            }
            return new ImportView(report);
        });
    }

    /** What came from sheets into a learner's dossier. */
    @Command(name = "show")
    int show(@Mixin DossierArguments target) throws Exception {
        return show(
                target,
                items -> Result.each(
                        items.all(items.desk().formerLevels()::of),
                        each -> DossierView.former(each, texts()),
                        say("levels.none")));
    }

    /** All imports, those that were taken out too. */
    @Command(name = "list")
    int list() throws Exception {
        return show(lookup -> Result.each(imports(lookup), each -> line(each, lookup), say("levels.no-import")));
    }

    /** Takes all levels of an import out again. */
    @Command(name = "remove")
    int remove(
            @Parameters(index = "0", paramLabel = "IMPORT") String which,
            @Option(names = "--because", paramLabel = "TEXT", required = true) String because)
            throws Exception {
        return show(lookup -> {
            FormerImport there = new Selector<>(
                            imports(lookup), each -> each.id().toString(), FormerImport::source, texts())
                    .named(which);
            FormerImport removed = lookup.desk().formerLevels().remove(there.id(), because);
            return Result.of(removed, say("levels.removed", removed.levels(), removed.source()));
        });
    }

    private static List<FormerImport> imports(Lookup lookup) {
        return Page.all(lookup.desk().formerLevels()::imports);
    }

    private StyledText line(FormerImport each, Lookup lookup) {
        FormerImport.Removal removal = each.removal();
        String said = removal == null
                ? say("levels.import", lookup.day(each.importedAt()), each.source(), each.levels(), each.learners())
                : say(
                        "levels.import-removed",
                        lookup.day(each.importedAt()),
                        each.source(),
                        lookup.day(removal.at()),
                        removal.reason());
        return StyledText.of(said).and(Selector.marked(each.id()));
    }
}
