package org.eportfolio.console.command.assessment;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.eportfolio.assessment.Assessment;
import org.eportfolio.assessment.NewPositioning;
import org.eportfolio.console.command.ConsoleCommand;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.Lookup;
import org.eportfolio.console.terminal.StyledText;
import org.eportfolio.console.view.LevelSymbols;
import org.eportfolio.console.view.Result;
import org.eportfolio.core.Desk;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.Scale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A teacher's or a tutor's judgement. */
@Command(name = "position")
public final class PositionCommand extends ConsoleCommand implements Callable<Integer> {
    private static final String NOT_APPLICABLE = "n/a";

    @Parameters(index = "0", paramLabel = "LEARNER")
    String learner = "";

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

    public PositionCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() throws Exception {
        return show(lookup -> {
            Dossier dossier = dossier(lookup.dossiers(learner), lookup.desk());
            Scale scale = lookup.desk().progress().of(dossier.id()).adoption().scale();
            Assessment given = lookup.desk()
                    .assessments()
                    .position(
                            dossier.id(),
                            new NewPositioning(
                                    Code.of(competency),
                                    level.equals(NOT_APPLICABLE)
                                            ? null
                                            : Lookup.level(level, scale).id(),
                                    because,
                                    List.of(),
                                    observedOn,
                                    null));
            return Result.of(
                    given,
                    StyledText.of(say("position.done", lookup.name(dossier.learner()), given.competency()) + " ")
                            .and(LevelSymbols.describe(
                                    given.outcome(),
                                    given.level() == null ? null : scale.require(given.level()),
                                    texts()))
                            .and(" " + say("position.observed", given.observedOn())));
        });
    }

    /** Of several, the one whose framework knows the competency. */
    private Dossier dossier(List<Dossier> dossiers, Desk desk) {
        if (dossiers.size() == 1) return dossiers.get(0);
        return dossiers.stream()
                .filter(each -> desk.progress().of(each.id()).on(competency).isPresent())
                .findFirst()
                .orElse(dossiers.get(0));
    }
}
