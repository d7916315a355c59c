package org.eportfolio.console.command.assessment;

import java.time.LocalDate;
import java.util.List;
import org.eportfolio.console.command.Commands;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.Days;
import org.eportfolio.console.school.Pick;
import org.eportfolio.console.school.Things;
import org.eportfolio.console.school.Whose;
import org.eportfolio.console.terminal.Words;
import org.eportfolio.console.view.ProgressView;
import org.eportfolio.console.view.Scales;
import org.eportfolio.console.view.Shown;
import org.eportfolio.dossier.Citation;
import org.eportfolio.guidance.Goal;
import org.eportfolio.guidance.NewGoal;
import org.eportfolio.id.GoalId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What learners aim finding. */
@Command(name = "goal", synopsisSubcommandLabel = "COMMAND")
public final class GoalCommands extends Commands {
    public GoalCommands(Session session) {
        super(session);
    }

    @Command(name = "set")
    int set(
            @Mixin Whose whose,
            @Parameters(index = "1", paramLabel = "COMPETENCY") String competency,
            @Parameters(index = "2", paramLabel = "TARGET") String target,
            @Option(names = "--by", paramLabel = "DATE", required = true, converter = Days.class) LocalDate by,
            @Option(names = "--step", paramLabel = "TEXT") @Nullable List<String> steps)
            throws Exception {
        return show(whose, own -> {
            NewGoal goal = NewGoal.of(competency, target).by(by);
            for (String each : given(steps)) goal = goal.step(each);
            return shown(own.desk().goals().set(own.id(), goal), own).after(say("goal.was-set", own.learner()));
        });
    }

    @Command(name = "step")
    int step(
            @Mixin Whose whose,
            @Parameters(index = "1", paramLabel = "GOAL") String goal,
            @Parameters(index = "2", paramLabel = "STEP") int step,
            @Option(names = "--undone") boolean undone)
            throws Exception {
        return show(whose, own -> shown(own.desk().goals().step(own.id(), pick(goal, own), step - 1, !undone), own));
    }

    @Command(name = "claim")
    int claim(
            @Mixin Whose whose,
            @Parameters(index = "1", paramLabel = "GOAL") String goal,
            @Option(names = "--note", paramLabel = "TEXT", defaultValue = "") String note,
            @Option(names = "--citing", paramLabel = "PRODUCTION") @Nullable List<String> citing)
            throws Exception {
        return show(whose, own -> {
            Citation[] evidence = given(citing).stream()
                    .map(each -> Citation.of(own.production(each)))
                    .toArray(Citation[]::new);
            return shown(own.desk().goals().claim(own.id(), pick(goal, own), note, evidence), own)
                    .after(say("goal.was-claimed", own.learner()));
        });
    }

    @Command(name = "confirm")
    int confirm(
            @Mixin Whose whose,
            @Parameters(index = "1", paramLabel = "GOAL") String goal,
            @Option(names = "--note", paramLabel = "TEXT", defaultValue = "") String note)
            throws Exception {
        return show(
                whose,
                own -> shown(own.desk().goals().confirm(own.id(), pick(goal, own), note), own)
                        .after(say("goal.was-confirmed", own.learner())));
    }

    @Command(name = "decline")
    int decline(
            @Mixin Whose whose,
            @Parameters(index = "1", paramLabel = "GOAL") String goal,
            @Option(names = "--note", paramLabel = "TEXT", required = true) String note)
            throws Exception {
        return show(
                whose,
                own -> shown(own.desk().goals().decline(own.id(), pick(goal, own), note), own)
                        .after(say("goal.was-declined", own.learner())));
    }

    @Command(name = "abandon")
    int abandon(@Mixin Whose whose, @Parameters(index = "1", paramLabel = "GOAL") String goal) throws Exception {
        return show(whose, own -> shown(own.desk().goals().abandon(own.id(), pick(goal, own)), own));
    }

    @Command(name = "list")
    int list(@Mixin Whose whose) throws Exception {
        return show(whose, own -> {
            List<Goal> goals = own.all(own.desk().goals()::list);
            return shown(goals, goals, own).after(say("goals.of", own.learner()));
        });
    }

    private static Shown shown(Goal goal, Things own) {
        return shown(goal, List.of(goal), own);
    }

    private static Shown shown(Object records, List<Goal> goals, Things own) {
        Scales scales = Scales.of(own.finding());
        return new Shown(records, (screen, texts) -> {
            if (goals.isEmpty()) screen.line("  " + texts.say("goal.none"));
            for (Goal each : goals) {
                screen.line(Words.of("  ").and(scales.goal(each)).and(Pick.marked(each.id())));
                ProgressView.course(each, screen, texts);
            }
        });
    }

    private static GoalId pick(String called, Things own) {
        return own.goal(called).id();
    }
}
