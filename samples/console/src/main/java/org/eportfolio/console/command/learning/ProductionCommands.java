package org.eportfolio.console.command.learning;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.eportfolio.console.command.Commands;
import org.eportfolio.console.command.Made;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.Finding;
import org.eportfolio.console.school.Pick;
import org.eportfolio.console.school.Things;
import org.eportfolio.console.school.Whose;
import org.eportfolio.console.terminal.Words;
import org.eportfolio.console.view.DossierView;
import org.eportfolio.console.view.Told;
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
public final class ProductionCommands extends Commands {
    public ProductionCommands(Session session) {
        super(session);
    }

    @Command(name = "add")
    int add(@Mixin Whose whose, @Parameters(index = "1", paramLabel = "TITLE") String title, @Mixin Made made)
            throws Exception {
        return show(finding -> {
            Things things = finding.of(whose);
            Production kept = finding.desk().productions().add(things.id(), made.titled(title, things));
            return Told.of(kept, Words.of(say("production.added", kept.title())).and(Pick.marked(kept.id())));
        });
    }

    /** All of a learner's productions, or every version of one. */
    @Command(name = "show")
    int show(
            @Mixin Whose whose,
            @Parameters(index = "1", paramLabel = "PRODUCTION", arity = "0..1") @Nullable String production)
            throws Exception {
        return show(finding -> {
            Things things = finding.of(whose);
            if (production == null) {
                return Told.each(
                        things.all(finding.desk().productions()::list),
                        each -> line(each, each.current(), finding),
                        say("production.none"));
            }
            Production found = things.production(production);
            List<Words> lines = new ArrayList<>();
            for (Version each : found.versions()) {
                lines.add(line(found, each, finding));
                if (!each.description().isBlank()) lines.add(Words.of("    " + each.description()));
                each.pieces().forEach(piece -> lines.add(Words.of("    " + told(piece))));
            }
            return new Told(found, lines);
        });
    }

    /** Adds a version; the one before stays, to be compared. */
    @Command(name = "version")
    int version(
            @Mixin Whose whose,
            @Parameters(index = "1", paramLabel = "PRODUCTION") String production,
            @Option(names = "--title", paramLabel = "TITLE") @Nullable String title,
            @Mixin Made made)
            throws Exception {
        return rewrite(whose, production, title, made, ProductionDesk::extend);
    }

    /** Says the newest version anew, if nobody cited it. */
    @Command(name = "revise")
    int revise(
            @Mixin Whose whose,
            @Parameters(index = "1", paramLabel = "PRODUCTION") String production,
            @Option(names = "--title", paramLabel = "TITLE") @Nullable String title,
            @Mixin Made made)
            throws Exception {
        return rewrite(whose, production, title, made, ProductionDesk::revise);
    }

    /** A change of what a production consists of. */
    @FunctionalInterface
    private interface Rewriting {
        Production of(ProductionDesk desk, Production seen, NewProduction next);
    }

    private int rewrite(Whose whose, String production, @Nullable String title, Made made, Rewriting rewriting)
            throws Exception {
        return show(finding -> {
            Things things = finding.of(whose);
            Production seen = things.production(production);
            NewProduction next = made.titled(title == null ? seen.title() : title, things);
            Production kept = rewriting.of(finding.desk().productions(), seen, next);
            return Told.of(
                    kept, say("production.now", kept.title(), kept.current().number()));
        });
    }

    @Command(name = "mark-confidential")
    int mark(@Mixin Whose whose, @Parameters(index = "1", paramLabel = "PRODUCTION") String production)
            throws Exception {
        return show(finding -> {
            Things things = finding.of(whose);
            Production kept = finding.desk()
                    .productions()
                    .mark(things.id(), things.production(production).id());
            return Told.of(kept, say("production.marked", kept.title()));
        });
    }

    @Command(name = "clear")
    int clear(@Mixin Whose whose, @Parameters(index = "1", paramLabel = "PRODUCTION") String production)
            throws Exception {
        return show(finding -> {
            Things things = finding.of(whose);
            Production kept = finding.desk()
                    .productions()
                    .clear(things.id(), things.production(production).id());
            return Told.of(kept, say("production.cleared", kept.title()));
        });
    }

    /** Writes a file of the newest version where the user says; never over another one. */
    @Command(name = "save")
    int save(
            @Mixin Whose whose,
            @Parameters(index = "1", paramLabel = "PRODUCTION") String production,
            @Parameters(index = "2", paramLabel = "NAME") String name,
            @Parameters(index = "3", paramLabel = "TO") Path to)
            throws Exception {
        return show(finding -> {
            Things things = finding.of(whose);
            Production found = things.production(production);
            Piece.File file = things.pick(
                            found.current().pieces().stream()
                                    .filter(Piece.File.class::isInstance)
                                    .map(Piece.File.class::cast)
                                    .toList(),
                            Piece.File::name,
                            Piece.File::name)
                    .named(name);
            try (InputStream in = finding.desk().productions().download(things.id(), found.id(), file.content())) {
                Files.copy(in, to);
            }
            return Told.of(file, say("production.saved", file.name(), to));
        });
    }

    private Words line(Production production, Version version, Finding finding) {
        return Words.faint(finding.day(version.at()) + "  ")
                .and(Words.bold(version.title()))
                .and(Words.faint(
                        "  " + version.competencies().stream().map(Code::value).collect(Collectors.joining(", "))))
                .and(version.number() > 1 ? "  " + say("dossier.version", version.number()) : "")
                .and(version.frozen() == null ? "" : "  " + say("dossier.frozen"))
                .and(production.withheld() ? "  " + say("production.confidential") : "")
                .and(Pick.marked(production.id()));
    }

    private String told(Piece piece) {
        return DossierView.told(piece, texts());
    }
}
