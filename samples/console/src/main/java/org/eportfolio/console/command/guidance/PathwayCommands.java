package org.eportfolio.console.command.guidance;

import java.time.LocalDate;
import java.util.List;
import org.eportfolio.console.command.ConsoleCommand;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.DossierArguments;
import org.eportfolio.console.school.DossierItems;
import org.eportfolio.console.terminal.StyledText;
import org.eportfolio.console.view.PathwayView;
import org.eportfolio.console.view.Result;
import org.eportfolio.core.PathwayDesk;
import org.eportfolio.framework.Code;
import org.eportfolio.guidance.Adaptation;
import org.eportfolio.guidance.NewAdaptation;
import org.eportfolio.guidance.NewPathwayStep;
import org.eportfolio.guidance.Pathway;
import org.eportfolio.guidance.Suggestion;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Each learner's own pathway. */
@Command(name = "pathway", synopsisSubcommandLabel = "COMMAND")
public final class PathwayCommands extends ConsoleCommand {
    public PathwayCommands(Session session) {
        super(session);
    }

    @Command(name = "show")
    int show(@Mixin DossierArguments target) throws Exception {
        return show(target, own -> PathwayView.of(own.desk().pathways().get(own.id()), own));
    }

    @Command(name = "step")
    int step(
            @Mixin DossierArguments target,
            @Parameters(index = "1", paramLabel = "COMPETENCY") String competency,
            @Option(names = "--because", paramLabel = "TEXT", required = true) String reason,
            @Option(names = "--through", paramLabel = "TEXT") @Nullable String mission,
            @Option(names = "--by", paramLabel = "DATE") @Nullable LocalDate by)
            throws Exception {
        NewPathwayStep step = new NewPathwayStep(Code.of(competency), mission, null, reason, by, null);
        return changing(target, (pathways, own) -> pathways.add(own.id(), step));
    }

    @Command(name = "mark")
    int mark(
            @Mixin DossierArguments target,
            @Parameters(index = "1", paramLabel = "STEP") int step,
            @Option(names = "--undone") boolean undone)
            throws Exception {
        return changing(target, (pathways, own) -> {
            Pathway seen = pathways.get(own.id());
            return undone ? pathways.reopenStep(seen, step) : pathways.completeStep(seen, step);
        });
    }

    @Command(name = "drop")
    int drop(
            @Mixin DossierArguments target,
            @Parameters(index = "1", paramLabel = "STEP") int step,
            @Option(names = "--because", paramLabel = "TEXT", required = true) String reason)
            throws Exception {
        return changing(target, (pathways, own) -> pathways.drop(pathways.get(own.id()), step, reason));
    }

    private interface Change {
        Pathway of(PathwayDesk pathways, DossierItems own);
    }

    private int changing(DossierArguments target, Change change) throws Exception {
        return show(target, own -> PathwayView.of(change.of(own.desk().pathways(), own), own));
    }

    @Command(name = "adapt")
    int adapt(
            @Mixin DossierArguments target,
            @Parameters(index = "1", paramLabel = "TEXT") String what,
            @Option(names = "--reason", paramLabel = "REASON", required = true) String chosen,
            @Option(names = "--because", paramLabel = "TEXT", defaultValue = "") String reason,
            @Option(names = "--step", paramLabel = "NUMBER", defaultValue = "0") int step,
            @Option(names = "--until", paramLabel = "DATE") @Nullable LocalDate until)
            throws Exception {
        return show(
                target,
                own -> PathwayView.of(
                        own.desk().pathways().adapt(own.id(), new NewAdaptation(what, reason, step, chosen, until)),
                        own));
    }

    /** The pedagogical reasons to choose from. */
    @Command(name = "reasons")
    int reasons() throws Exception {
        return show(lookup -> Result.each(
                lookup.desk().pathways().reasons(),
                each -> StyledText.bold(each.id()).and("  " + each.in(texts().locale())),
                ""));
    }

    @Command(name = "end")
    int end(
            @Mixin DossierArguments target,
            @Parameters(index = "1", paramLabel = "ADAPTATION") String adaptation,
            @Option(names = "--because", paramLabel = "TEXT", required = true) String reason)
            throws Exception {
        return show(target, own -> {
            Adaptation picked = own.adaptation(adaptation);
            return PathwayView.of(own.desk().pathways().end(own.id(), picked.id(), reason), own);
        });
    }

    /** Among the missions that the learner could still do. */
    @Command(name = "suggest")
    int suggest(
            @Mixin DossierArguments target,
            @Option(names = "--most", paramLabel = "NUMBER", defaultValue = "5") int most)
            throws Exception {
        return show(target, own -> {
            List<Suggestion> suggestions = own.desk().pathways().suggest(own.id(), most);
            return PathwayView.of(suggestions, own);
        });
    }
}
