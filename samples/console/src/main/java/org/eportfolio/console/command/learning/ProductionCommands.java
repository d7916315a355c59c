package org.eportfolio.console.command.learning;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.eportfolio.console.command.ConsoleCommand;
import org.eportfolio.console.command.ProductionOptions;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.DossierArguments;
import org.eportfolio.console.school.DossierItems;
import org.eportfolio.console.school.FilterOptions;
import org.eportfolio.console.school.Lookup;
import org.eportfolio.console.school.NewFile;
import org.eportfolio.console.school.Selector;
import org.eportfolio.console.terminal.StyledText;
import org.eportfolio.console.view.DossierView;
import org.eportfolio.console.view.Result;
import org.eportfolio.core.ProductionDesk;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.dossier.Piece;
import org.eportfolio.dossier.Production;
import org.eportfolio.dossier.Version;
import org.eportfolio.framework.Code;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What learners make: kept with its versions, files streamed from where they lie. */
@Command(name = "production", synopsisSubcommandLabel = "COMMAND")
public final class ProductionCommands extends ConsoleCommand {
    public ProductionCommands(Session session) {
        super(session);
    }

    @Command(name = "add")
    int add(
            @Mixin DossierArguments target,
            @Parameters(index = "1", paramLabel = "TITLE") String title,
            @Mixin ProductionOptions made)
            throws Exception {
        return show(lookup -> {
            DossierItems items = lookup.of(target);
            Production kept = lookup.desk().productions().add(items.id(), made.titled(title, items));
            return Result.of(
                    kept, StyledText.of(say("production.added", kept.title())).and(Selector.marked(kept.id())));
        });
    }

    /** All of a learner's productions, or every version of one. */
    @Command(name = "show")
    int show(
            @Mixin DossierArguments target,
            @Parameters(index = "1", paramLabel = "PRODUCTION", arity = "0..1") @Nullable String production,
            @Mixin FilterOptions wanted)
            throws Exception {
        return show(lookup -> {
            DossierItems items = lookup.of(target);
            if (production == null) {
                return Result.each(
                        items.all(lookup.desk().productions()::list, wanted),
                        each -> line(each, each.current(), lookup),
                        say("production.none"));
            }
            Production found = items.production(production);
            List<StyledText> lines = new ArrayList<>();
            for (Version each : found.versions()) {
                lines.add(line(found, each, lookup));
                if (!each.description().isBlank()) lines.add(StyledText.of("    " + each.description()));
                each.pieces().forEach(piece -> lines.add(StyledText.of("    " + describe(piece))));
                lines.addAll(DossierView.help(each.helpStated(), texts()));
            }
            return Result.of(found, lines);
        });
    }

    /** Adds a version; the one before stays, to be compared. */
    @Command(name = "version")
    int version(
            @Mixin DossierArguments target,
            @Parameters(index = "1", paramLabel = "PRODUCTION") String production,
            @Option(names = "--title", paramLabel = "TITLE") @Nullable String title,
            @Mixin ProductionOptions made)
            throws Exception {
        return rewrite(target, production, title, made, ProductionDesk::extend);
    }

    /** Replaces the newest version, as long as it is not cited. */
    @Command(name = "revise")
    int revise(
            @Mixin DossierArguments target,
            @Parameters(index = "1", paramLabel = "PRODUCTION") String production,
            @Option(names = "--title", paramLabel = "TITLE") @Nullable String title,
            @Mixin ProductionOptions made)
            throws Exception {
        return rewrite(target, production, title, made, ProductionDesk::revise);
    }

    /** A change of what a production consists of. */
    @FunctionalInterface
    private interface Rewriting {
        Production of(ProductionDesk desk, Production seen, NewProduction next);
    }

    private int rewrite(
            DossierArguments target,
            String production,
            @Nullable String title,
            ProductionOptions made,
            Rewriting rewriting)
            throws Exception {
        return show(lookup -> {
            DossierItems items = lookup.of(target);
            Production seen = items.production(production);
            NewProduction next = made.titled(title == null ? seen.title() : title, items);
            Production kept = rewriting.of(lookup.desk().productions(), seen, next);
            return Result.of(
                    kept, say("production.now", kept.title(), kept.current().number()));
        });
    }

    @Command(name = "mark-confidential")
    int mark(@Mixin DossierArguments target, @Parameters(index = "1", paramLabel = "PRODUCTION") String production)
            throws Exception {
        return show(lookup -> {
            DossierItems items = lookup.of(target);
            Production kept = lookup.desk()
                    .productions()
                    .mark(items.id(), items.production(production).id());
            return Result.of(kept, say("production.marked", kept.title()));
        });
    }

    @Command(name = "clear")
    int clear(@Mixin DossierArguments target, @Parameters(index = "1", paramLabel = "PRODUCTION") String production)
            throws Exception {
        return show(lookup -> {
            DossierItems items = lookup.of(target);
            Production kept = lookup.desk()
                    .productions()
                    .clear(items.id(), items.production(production).id());
            return Result.of(kept, say("production.cleared", kept.title()));
        });
    }

    /** Writes a file of the newest version, or the preview of it, where the user says; never over another one. */
    @Command(name = "save")
    int save(
            @Mixin DossierArguments target,
            @Parameters(index = "1", paramLabel = "PRODUCTION") String production,
            @Parameters(index = "2", paramLabel = "NAME") String name,
            @Parameters(index = "3", paramLabel = "TO") Path to,
            @Option(names = "--preview") boolean preview)
            throws Exception {
        return show(lookup -> {
            DossierItems items = lookup.of(target);
            Production found = items.production(production);
            Piece.File file = items.pick(
                            found.current().pieces().stream()
                                    .filter(Piece.File.class::isInstance)
                                    .map(Piece.File.class::cast)
                                    .toList(),
                            Piece.File::name,
                            Piece.File::name)
                    .named(name);
            ProductionDesk desk = lookup.desk().productions();
            try (InputStream in = preview
                    ? previewed(desk.preview(items.id(), found.id(), file.content()), file.name())
                    : desk.download(items.id(), found.id(), file.content())) {
                NewFile.copy(in, to);
            }
            return Result.of(file, say("production.saved", file.name(), to));
        });
    }

    private StyledText line(Production production, Version version, Lookup lookup) {
        return StyledText.faint(lookup.day(version.at()) + "  ")
                .and(StyledText.bold(version.title()))
                .and(StyledText.faint(
                        "  " + version.competencies().stream().map(Code::value).collect(Collectors.joining(", "))))
                .and(version.number() > 1 ? "  " + say("dossier.version", version.number()) : "")
                .and(version.frozen() == null ? "" : "  " + say("dossier.frozen"))
                .and(production.withheld() ? "  " + say("production.confidential") : "")
                .and(Selector.marked(production.id()));
    }

    private String describe(Piece piece) {
        return DossierView.describe(piece, texts());
    }
}
