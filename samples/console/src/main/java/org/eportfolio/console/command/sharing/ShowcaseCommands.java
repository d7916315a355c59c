package org.eportfolio.console.command.sharing;

import java.util.List;
import org.eportfolio.console.command.ConsoleCommand;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.DossierArguments;
import org.eportfolio.console.school.DossierItems;
import org.eportfolio.console.school.Selector;
import org.eportfolio.console.terminal.StyledText;
import org.eportfolio.console.view.DisplayedView;
import org.eportfolio.console.view.Result;
import org.eportfolio.dossier.Citation;
import org.eportfolio.dossier.Production;
import org.eportfolio.showcase.NewShowcase;
import org.eportfolio.showcase.Showcase;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What learners choose to show. */
@Command(name = "showcase", synopsisSubcommandLabel = "COMMAND")
public final class ShowcaseCommands extends ConsoleCommand {
    public ShowcaseCommands(Session session) {
        super(session);
    }

    /** Two versions side by side. */
    static final class BeforeAfter {
        @Option(names = "--before", paramLabel = "VERSION", required = true)
        int before;

        @Option(names = "--after", paramLabel = "VERSION", required = true)
        int after;
    }

    @Command(name = "make")
    int make(
            @Mixin DossierArguments target,
            @Parameters(index = "1", paramLabel = "TITLE") String title,
            @Option(names = "--telling", paramLabel = "TEXT", defaultValue = "") String story)
            throws Exception {
        return show(
                target,
                own -> line(own.desk()
                        .showcases()
                        .begin(own.id(), NewShowcase.titled(title).telling(story))));
    }

    @Command(name = "tell")
    int tell(
            @Mixin DossierArguments target,
            @Parameters(index = "1", paramLabel = "SHOWCASE") String showcase,
            @Parameters(index = "2", paramLabel = "TEXT") String story)
            throws Exception {
        return revise(target, showcase, (content, own) -> content.telling(story));
    }

    @Command(name = "add")
    int add(
            @Mixin DossierArguments target,
            @Parameters(index = "1", paramLabel = "SHOWCASE") String showcase,
            @Parameters(index = "2", paramLabel = "PRODUCTION") String called,
            @Option(names = "--words", paramLabel = "TEXT", defaultValue = "") String words,
            @ArgGroup(exclusive = false) @Nullable BeforeAfter versions)
            throws Exception {
        return revise(target, showcase, (content, own) -> {
            Production production = own.production(called);
            return versions == null
                    ? content.showing(Citation.of(production), words)
                    : content.beforeAfter(production, versions.before, versions.after, words);
        });
    }

    @Command(name = "remove")
    int remove(
            @Mixin DossierArguments target,
            @Parameters(index = "1", paramLabel = "SHOWCASE") String showcase,
            @Parameters(index = "2", paramLabel = "PRODUCTION") String production)
            throws Exception {
        return revise(target, showcase, (content, own) -> content.without(own.production(production)));
    }

    private interface Revision {
        NewShowcase of(NewShowcase content, DossierItems own);
    }

    private int revise(DossierArguments target, String called, Revision revision) throws Exception {
        return show(target, own -> {
            Showcase seen = own.showcase(called);
            NewShowcase content = revision.of(NewShowcase.of(seen), own);
            return line(own.desk().showcases().revise(seen, content));
        });
    }

    @Command(name = "publish")
    int publish(@Mixin DossierArguments target, @Parameters(index = "1", paramLabel = "SHOWCASE") String showcase)
            throws Exception {
        return show(target, own -> line(own.desk().showcases().publish(own.showcase(showcase))));
    }

    @Command(name = "withdraw")
    int withdraw(@Mixin DossierArguments target, @Parameters(index = "1", paramLabel = "SHOWCASE") String showcase)
            throws Exception {
        return show(target, own -> line(own.desk().showcases().withdraw(own.showcase(showcase))));
    }

    @Command(name = "delete")
    int delete(@Mixin DossierArguments target, @Parameters(index = "1", paramLabel = "SHOWCASE") String called)
            throws Exception {
        return show(target, own -> {
            Showcase showcase = own.showcase(called);
            own.desk().showcases().remove(showcase);
            return Result.of(showcase, say("showcase.deleted", showcase.title()));
        });
    }

    /** One as others see it; all of them when none is named. */
    @Command(name = "show")
    int show(
            @Mixin DossierArguments target,
            @Parameters(index = "1", paramLabel = "SHOWCASE", arity = "0..1") @Nullable String showcase)
            throws Exception {
        return show(target, own -> {
            if (showcase != null) {
                return DisplayedView.of(own.desk()
                        .showcases()
                        .display(own.id(), own.showcase(showcase).id()));
            }
            List<Showcase> all = own.all(own.desk().showcases()::list);
            return Result.each(all, this::words, say("showcase.none"));
        });
    }

    private Result line(Showcase showcase) {
        return Result.of(showcase, words(showcase));
    }

    private StyledText words(Showcase showcase) {
        return StyledText.bold(showcase.title())
                .and(" : ")
                .and(StyledText.bold(say(showcase.published() ? "showcase.published" : "showcase.draft")))
                .and(", "
                        + texts().count("showcase.exhibits", showcase.exhibits().size()))
                .and(Selector.marked(showcase.id()));
    }
}
