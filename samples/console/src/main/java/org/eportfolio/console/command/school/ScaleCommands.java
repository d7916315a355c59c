package org.eportfolio.console.command.school;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eportfolio.DeniedException;
import org.eportfolio.access.Permission;
import org.eportfolio.console.command.ConsoleCommand;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.ScaleCatalog;
import org.eportfolio.console.school.School;
import org.eportfolio.console.school.Selector;
import org.eportfolio.console.terminal.Refusal;
import org.eportfolio.console.terminal.StyledText;
import org.eportfolio.console.view.LevelSymbols;
import org.eportfolio.console.view.Result;
import org.eportfolio.core.Desk;
import org.eportfolio.framework.Adoption;
import org.eportfolio.framework.Level;
import org.eportfolio.framework.LevelId;
import org.eportfolio.framework.Scale;
import org.eportfolio.school.Reach;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Scales: the examples that ship, and the school's own. */
@Command(name = "scale", synopsisSubcommandLabel = "COMMAND")
public final class ScaleCommands extends ConsoleCommand {
    /** From red by white to blue, which people who confuse red and green can tell apart. */
    private static final List<String> COLOURS =
            List.of("#b2182b", "#d6604d", "#ef8a62", "#f4a582", "#92c5de", "#67a9cf", "#4393c3", "#2166ac");

    private static final List<List<String>> SYMBOLS = List.of(
            List.of("○", "●"), List.of("○", "◑", "●"), List.of("○", "◔", "◕", "●"), List.of("○", "◔", "◑", "◕", "●"));

    public ScaleCommands(Session session) {
        super(session);
    }

    @Command(name = "list")
    int list() {
        ScaleCatalog catalog = catalog();
        for (Path each : catalog.damaged()) session().screen().complaint(say("refused.scale-damaged", each));
        return show(Result.each(
                List.copyOf(catalog.entries().values()),
                each -> StyledText.bold(each.scale().id())
                        .and("  " + each.scale().title() + "  ")
                        .and(levels(each.scale()))
                        .and(StyledText.faint("  " + state(each))),
                ""));
    }

    @Command(name = "show")
    int show(@Parameters(paramLabel = "SCALE") String id) {
        Scale scale = catalog().find(id);
        return show(Result.of(scale, (screen, texts) -> LevelSymbols.legend(scale, screen, texts)));
    }

    /** What a scale is made of: the levels from the lowest up, or a file. */
    static final class ScaleOptions {
        @Option(names = "--title", paramLabel = "TEXT")
        @Nullable
        String title;

        @Option(names = "--level", paramLabel = "ID=LABEL[:TEXT]")
        List<String> levels = new ArrayList<>();

        @Option(names = "--symbol", paramLabel = "SYMBOL")
        List<String> symbols = new ArrayList<>();

        @Option(names = "--colour", paramLabel = "#RRGGBB")
        List<String> colours = new ArrayList<>();

        @Option(names = "--from", paramLabel = "FILE.json")
        @Nullable
        Path from;
    }

    /** Defines a scale of the school's own, with which a framework can then be adopted. */
    @Command(name = "define")
    int define(@Parameters(paramLabel = "SCALE") String id, @Mixin ScaleOptions options) throws Exception {
        return show(lookup -> {
            if (!mayAdopt(lookup.desk())) throw new Refusal(say("refused.scale-role"));
            Scale scale = options.from == null ? made(id, options) : named(id, ScaleCatalog.read(options.from));
            requireDistinctLabels(scale);
            ScaleCatalog.of(lookup, session().options().file()).define(scale);
            return Result.of(
                    scale,
                    StyledText.of(say("scale.defined", scale.title()) + " ").and(levels(scale)),
                    StyledText.faint(say("scale.next", scale.id(), session().sameOptions())));
        });
    }

    /** As the gate decides it, which explains itself to all who may adopt. */
    private static boolean mayAdopt(Desk desk) {
        try {
            return desk.access()
                    .why(desk.actor(), Permission.ADOPT_FRAMEWORK, new Reach.Organisation())
                    .allowed();
        } catch (DeniedException e) {
            return false;
        }
    }

    /** A level is named by its label, among others. */
    private void requireDistinctLabels(Scale scale) {
        Set<String> labels = new HashSet<>();
        for (Level each : scale.levels()) {
            if (!labels.add(Selector.plain(each.label()))) {
                throw new Refusal(say("refused.label-twice", each.label()));
            }
        }
    }

    private Scale named(String id, Scale read) {
        return new Scale(id, read.title(), read.example(), read.levels());
    }

    private Scale made(String id, ScaleOptions options) {
        int count = options.levels.size();
        if (count == 0) throw wrongUsage(say("wrong.missing", "--level"));
        if (!fits(options.symbols, count) || !fits(options.colours, count)) {
            throw wrongUsage(say("wrong.each-level", count));
        }
        List<Level> levels = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String[] named = options.levels.get(i).split("=", 2);
            if (named.length < 2) throw wrongUsage(say("wrong.level", options.levels.get(i)));
            String[] said = named[1].split(":", 2);
            levels.add(new Level(
                    LevelId.of(named[0].strip()),
                    said[0].strip(),
                    said.length == 1 ? "" : said[1].strip(),
                    options.colours.isEmpty() ? colour(i, count) : options.colours.get(i),
                    options.symbols.isEmpty() ? symbol(i, count) : options.symbols.get(i)));
        }
        return new Scale(id, options.title == null ? id : options.title, false, levels);
    }

    private static boolean fits(List<String> each, int levels) {
        return each.isEmpty() || each.size() == levels;
    }

    private static String colour(int level, int count) {
        return count < 2 ? COLOURS.get(0) : COLOURS.get(Math.min(7, level * 7 / (count - 1)));
    }

    private static String symbol(int level, int count) {
        return count < 2 || count > SYMBOLS.size() + 1
                ? String.valueOf(level + 1)
                : SYMBOLS.get(count - 2).get(level);
    }

    private StyledText levels(Scale scale) {
        StyledText all = StyledText.of("");
        for (Level each : scale.levels())
            all = all.and(LevelSymbols.describe(null, each, texts())).and("  ");
        return all;
    }

    private String state(ScaleCatalog.Entry each) {
        List<String> state = new ArrayList<>();
        if (each.shipped()) state.add(say("scale.shipped"));
        if (each.defined()) state.add(say("scale.own"));
        if (each.adopted()) state.add(say("scale.adopted"));
        return String.join(", ", state);
    }

    /** Needs no file, and makes none. */
    private ScaleCatalog catalog() {
        List<Adoption> adoptions = List.of();
        if (session().options().place().isThere()) {
            try (School school = session().open()) {
                adoptions = session().desk(school).frameworks().adoptions();
            }
        }
        return ScaleCatalog.of(adoptions, session().options().file(), texts());
    }
}
