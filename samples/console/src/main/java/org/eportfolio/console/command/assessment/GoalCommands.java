package org.eportfolio.console.command.assessment;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eportfolio.Page;
import org.eportfolio.agenda.ClassFilter;
import org.eportfolio.agenda.LearnerGoal;
import org.eportfolio.console.command.ConsoleCommand;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.DossierArguments;
import org.eportfolio.console.school.DossierItems;
import org.eportfolio.console.school.FilterOptions;
import org.eportfolio.console.school.Lookup;
import org.eportfolio.console.school.SchoolClass;
import org.eportfolio.console.school.Selector;
import org.eportfolio.console.terminal.StyledText;
import org.eportfolio.console.view.ProgressView;
import org.eportfolio.console.view.Result;
import org.eportfolio.console.view.Scales;
import org.eportfolio.dossier.Citation;
import org.eportfolio.framework.Level;
import org.eportfolio.guidance.Goal;
import org.eportfolio.guidance.NewGoal;
import org.eportfolio.id.PersonId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What learners aim at. */
@Command(name = "goal", synopsisSubcommandLabel = "COMMAND")
public final class GoalCommands extends ConsoleCommand {
    public GoalCommands(Session session) {
        super(session);
    }

    @Command(name = "set")
    int set(
            @Mixin DossierArguments target,
            @Parameters(index = "1", paramLabel = "COMPETENCY") String competency,
            @Parameters(index = "2", paramLabel = "TARGET") String level,
            @Option(names = "--by", paramLabel = "DATE", required = true) LocalDate by,
            @Option(names = "--step", paramLabel = "TEXT") @Nullable List<String> steps)
            throws Exception {
        return show(target, own -> {
            Level aim =
                    Lookup.level(level, Scales.of(own.lookup()).of(own.dossier().adoption()));
            NewGoal goal = NewGoal.of(competency, aim.id().value()).by(by);
            for (String each : given(steps)) goal = goal.step(each);
            return shown(own.desk().goals().set(own.id(), goal), own).after(say("goal.was-set", own.learner()));
        });
    }

    @Command(name = "step")
    int step(
            @Mixin DossierArguments target,
            @Parameters(index = "1", paramLabel = "GOAL") String goal,
            @Parameters(index = "2", paramLabel = "STEP") int step,
            @Option(names = "--undone") boolean undone)
            throws Exception {
        return show(target, own -> {
            Goal seen = own.goal(goal);
            return shown(
                    undone
                            ? own.desk().goals().reopenStep(seen, step - 1)
                            : own.desk().goals().completeStep(seen, step - 1),
                    own);
        });
    }

    @Command(name = "claim")
    int claim(
            @Mixin DossierArguments target,
            @Parameters(index = "1", paramLabel = "GOAL") String goal,
            @Option(names = "--note", paramLabel = "TEXT", defaultValue = "") String note,
            @Option(names = "--citing", paramLabel = "PRODUCTION") @Nullable List<String> citing)
            throws Exception {
        return show(target, own -> {
            Citation[] evidence = given(citing).stream()
                    .map(each -> Citation.of(own.production(each)))
                    .toArray(Citation[]::new);
            return shown(own.desk().goals().claim(own.goal(goal), note, evidence), own)
                    .after(say("goal.was-claimed", own.learner()));
        });
    }

    @Command(name = "confirm")
    int confirm(
            @Mixin DossierArguments target,
            @Parameters(index = "1", paramLabel = "GOAL") String goal,
            @Option(names = "--note", paramLabel = "TEXT", defaultValue = "") String note)
            throws Exception {
        return show(
                target,
                own -> shown(own.desk().goals().confirm(own.goal(goal), note), own)
                        .after(say("goal.was-confirmed", own.learner())));
    }

    @Command(name = "decline")
    int decline(
            @Mixin DossierArguments target,
            @Parameters(index = "1", paramLabel = "GOAL") String goal,
            @Option(names = "--note", paramLabel = "TEXT", required = true) String note)
            throws Exception {
        return show(
                target,
                own -> shown(own.desk().goals().decline(own.goal(goal), note), own)
                        .after(say("goal.was-declined", own.learner())));
    }

    @Command(name = "abandon")
    int abandon(@Mixin DossierArguments target, @Parameters(index = "1", paramLabel = "GOAL") String goal)
            throws Exception {
        return show(target, own -> shown(own.desk().goals().abandon(own.goal(goal)), own));
    }

    @Command(name = "list")
    int list(@Mixin DossierArguments target, @Mixin FilterOptions wanted) throws Exception {
        return show(target, own -> {
            List<Goal> goals = own.all(own.desk().goals()::list, wanted);
            return shown(goals, goals, own).after(say("goals.of", own.learner()));
        });
    }

    /** What all learners of a class aim at, as far as the actor may read it. */
    @Command(name = "class")
    int ofClass(
            @Parameters(paramLabel = "COHORT") String cohort,
            @Option(names = "--status", paramLabel = "STATUS") Goal.@Nullable Status status)
            throws Exception {
        return show(lookup -> {
            SchoolClass room = SchoolClass.of(cohort, lookup);
            Map<PersonId, List<Goal>> found =
                    Page.all(next -> lookup.desk().classes().goals(room.cohort().id(), ClassFilter.ALL, next)).stream()
                            .filter(each -> status == null || each.goal().status() == status)
                            .collect(Collectors.groupingBy(
                                    LearnerGoal::learner, Collectors.mapping(LearnerGoal::goal, Collectors.toList())));
            Map<PersonId, List<Goal>> byLearner = new LinkedHashMap<>();
            for (PersonId each : room.learners().keySet()) {
                if (found.containsKey(each)) byLearner.put(each, found.get(each));
            }
            List<Goal> all = byLearner.values().stream().flatMap(List::stream).toList();
            Scales scales = Scales.of(lookup);
            return Result.of(all, (screen, texts) -> {
                if (all.isEmpty()) screen.line(texts.say("goal.none"));
                byLearner.forEach((learner, goals) -> {
                    screen.line(StyledText.bold(room.name(learner)));
                    goals.forEach(each -> screen.line(line(each, scales, lookup)));
                });
            });
        });
    }

    private static StyledText line(Goal goal, Scales scales, Lookup lookup) {
        StyledText line = StyledText.of("  ").and(scales.goal(goal));
        boolean overdue = goal.status() == Goal.Status.OPEN && goal.dueOn().isBefore(lookup.today());
        if (overdue) line = line.and(" ").and(StyledText.bold(lookup.texts().say("goal.overdue")));
        return line.and(Selector.marked(goal.id()));
    }

    private static Result shown(Goal goal, DossierItems own) {
        return shown(goal, List.of(goal), own);
    }

    private static Result shown(Object records, List<Goal> goals, DossierItems own) {
        Scales scales = Scales.of(own.lookup());
        return Result.of(records, (screen, texts) -> {
            if (goals.isEmpty()) screen.line("  " + texts.say("goal.none"));
            for (Goal each : goals) {
                screen.line(StyledText.of("  ").and(scales.goal(each)).and(Selector.marked(each.id())));
                ProgressView.course(each, screen, texts);
            }
        });
    }
}
