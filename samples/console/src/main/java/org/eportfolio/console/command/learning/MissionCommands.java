package org.eportfolio.console.command.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eportfolio.console.command.CitedProductions;
import org.eportfolio.console.command.ConsoleCommand;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.DossierArguments;
import org.eportfolio.console.school.DossierItems;
import org.eportfolio.console.school.Lookup;
import org.eportfolio.console.terminal.StyledText;
import org.eportfolio.console.view.BoardView;
import org.eportfolio.console.view.Result;
import org.eportfolio.core.MissionDesk;
import org.eportfolio.id.MissionId;
import org.eportfolio.id.PersonId;
import org.eportfolio.scenario.LearnerMission;
import org.eportfolio.scenario.MissionBoard;
import org.eportfolio.scenario.MissionWork;
import org.eportfolio.scenario.PublishedMission;
import org.eportfolio.scenario.Statement;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Missions as learners live them: moved on by the learner, sent back or done by the teacher. */
@Command(name = "mission", synopsisSubcommandLabel = "COMMAND")
public final class MissionCommands extends ConsoleCommand {
    public MissionCommands(Session session) {
        super(session);
    }

    @Command(name = "list")
    int list(@Mixin DossierArguments target) throws Exception {
        return show(lookup ->
                Result.each(lookup.desk().missions().of(lookup.of(target).id()), this::line, say("mission.none")));
    }

    /** Everything about a mission that its learner sees. */
    @Command(name = "show")
    int show(@Mixin DossierArguments target, @Parameters(index = "1", paramLabel = "MISSION") String mission)
            throws Exception {
        return show(lookup -> {
            LearnerMission found = lookup.of(target).mission(mission);
            List<StyledText> lines = new ArrayList<>(List.of(line(found)));
            PublishedMission published = found.mission();
            published.context().forEach(each -> lines.add(StyledText.of("  " + each.text())));
            lines.add(StyledText.bold("  " + say("mission.conditions")));
            published.conditions().forEach(each -> lines.add(StyledText.of("  - " + each.text())));
            lines.add(StyledText.bold("  " + say("mission.expected")));
            int number = 1;
            for (Statement each : published.productions())
                lines.add(StyledText.of("  " + number++ + ". " + each.text()));
            if (found.work() != null) found.work().moves().forEach(each -> lines.add(moved(each, lookup)));
            return Result.of(found, lines);
        });
    }

    @Command(name = "start")
    int start(@Mixin DossierArguments target, @Parameters(index = "1", paramLabel = "MISSION") String mission)
            throws Exception {
        return move(target, mission, (desk, items, id) -> desk.start(items.id(), id));
    }

    @Command(name = "put-back")
    int putBack(@Mixin DossierArguments target, @Parameters(index = "1", paramLabel = "MISSION") String mission)
            throws Exception {
        return move(target, mission, (desk, items, id) -> desk.putBack(items.id(), id));
    }

    @Command(name = "hand-in")
    int handIn(
            @Mixin DossierArguments target,
            @Parameters(index = "1", paramLabel = "MISSION") String mission,
            @Option(names = "--note", paramLabel = "TEXT", defaultValue = "") String note,
            @Mixin CitedProductions citing)
            throws Exception {
        return move(
                target,
                mission,
                (desk, items, id) -> desk.handIn(items.id(), id, note, items.cited(citing.productions)));
    }

    @Command(name = "rework")
    int rework(
            @Mixin DossierArguments target,
            @Parameters(index = "1", paramLabel = "MISSION") String mission,
            @Option(names = "--note", paramLabel = "TEXT", required = true) String note,
            @Option(names = "--unmet", paramLabel = "NUMBER", split = ",") int @Nullable [] unmet)
            throws Exception {
        return move(
                target,
                mission,
                (desk, items, id) -> desk.rework(items.id(), id, note, unmet == null ? new int[0] : unmet));
    }

    @Command(name = "done")
    int done(
            @Mixin DossierArguments target,
            @Parameters(index = "1", paramLabel = "MISSION") String mission,
            @Option(names = "--note", paramLabel = "TEXT", defaultValue = "") String note)
            throws Exception {
        return move(target, mission, (desk, items, id) -> desk.done(items.id(), id, note));
    }

    /** Where each learner of a cohort stands with each mission. */
    @Command(name = "board")
    int board(@Parameters(paramLabel = "COHORT") String cohort) throws Exception {
        return show(lookup -> {
            MissionBoard board =
                    lookup.desk().missions().board(lookup.cohort(cohort).id());
            Map<PersonId, String> names = lookup.sorted(
                    board.lines().stream().map(MissionBoard.Line::learner).toList());
            return new BoardView(board, names);
        });
    }

    /** A step of a mission. */
    @FunctionalInterface
    private interface Step {
        MissionWork take(MissionDesk desk, DossierItems items, MissionId mission);
    }

    private int move(DossierArguments target, String mission, Step step) throws Exception {
        return show(lookup -> {
            DossierItems items = lookup.of(target);
            PublishedMission meant = items.mission(mission).mission();
            MissionWork work = step.take(lookup.desk().missions(), items, meant.id());
            return Result.of(work, say("mission.now", meant.title(), work.status()));
        });
    }

    private StyledText line(LearnerMission each) {
        return StyledText.of(each.mission().id().mission() + "  ")
                .and(StyledText.bold(texts().name(each.status())))
                .and("  " + each.mission().title())
                .and(StyledText.faint("  "
                        + each.mission().competencies().stream()
                                .map(target -> target.competency().value())
                                .collect(Collectors.joining(", "))))
                .and(each.newer() ? "  " + say("mission.newer") : "");
    }

    private StyledText moved(MissionWork.Move each, Lookup lookup) {
        return StyledText.faint("  " + lookup.day(each.at()) + "  ")
                .and(texts().name(each.to()) + ", " + lookup.name(each.by()))
                .and(each.note().isBlank() ? "" : " : « " + each.note() + " »")
                .and(each.unmet().isEmpty() ? "" : " (" + say("mission.unmet", String.join(", ", each.unmet())) + ")");
    }
}
