package org.eportfolio.console.command.assessment;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.eportfolio.assessment.Assessment;
import org.eportfolio.assessment.NewPositioning;
import org.eportfolio.console.command.ConsoleCommand;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.DossierArguments;
import org.eportfolio.console.school.DossierItems;
import org.eportfolio.console.school.Lookup;
import org.eportfolio.console.terminal.StyledText;
import org.eportfolio.console.view.LevelSymbols;
import org.eportfolio.console.view.Result;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.Scale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A teacher's or a tutor's judgement. */
@Command(name = "position")
public final class PositionCommand extends ConsoleCommand implements Callable<Integer> {
    @Mixin
    DossierArguments target = new DossierArguments();

    @Parameters(index = "1", paramLabel = "COMPETENCY")
    String competency = "";

    @Parameters(index = "2", paramLabel = "LEVEL")
    String level = "";

    @Option(names = "--because", paramLabel = "TEXT")
    @Nullable
    String because;

    @Option(names = "--observed-on", paramLabel = "DATE")
    @Nullable
    LocalDate observedOn;

    @Option(names = "--confirm-day")
    boolean dayConfirmed;

    public PositionCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() throws Exception {
        return show(lookup -> {
            DossierItems items = lookup.of(target);
            Scale scale = items.scale();
            Assessment given = lookup.desk()
                    .assessments()
                    .position(
                            items.id(),
                            new NewPositioning(
                                    Code.of(competency),
                                    level.equals(Lookup.NOT_APPLICABLE)
                                            ? null
                                            : Lookup.level(level, scale).id(),
                                    because,
                                    List.of(),
                                    observedOn,
                                    dayConfirmed,
                                    null));
            return Result.of(
                    given,
                    StyledText.of(say("position.done", items.learner(), given.competency()) + " ")
                            .and(LevelSymbols.said(given, scale, texts()))
                            .and(" " + say("position.observed", given.observedOn())));
        });
    }
}
