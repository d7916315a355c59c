package org.eportfolio.console.command.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eportfolio.console.command.Citing;
import org.eportfolio.console.command.Commands;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.Finding;
import org.eportfolio.console.school.Things;
import org.eportfolio.console.school.Whose;
import org.eportfolio.console.terminal.Words;
import org.eportfolio.console.view.BoardView;
import org.eportfolio.console.view.Told;
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
public final class MissionCommands extends Commands {
    public MissionCommands(Session session) {
        super(session);
    }

    @Command(name = "list")
    int list(@Mixin Whose whose) throws Exception {
        return show(finding ->
                Told.each(finding.desk().missions().of(finding.of(whose).id()), this::line, say("mission.none")));
    }

    /** All that is told of a mission to whoever lives it. */
    @Command(name = "show")
    int show(@Mixin Whose whose, @Parameters(index = "1", paramLabel = "MISSION") String mission) throws Exception {
        return show(finding -> {
            LearnerMission found = finding.of(whose).mission(mission);
            List<Words> lines = new ArrayList<>(List.of(line(found)));
            PublishedMission told = found.mission();
            told.context().forEach(each -> lines.add(Words.of("  " + each.text())));
            lines.add(Words.bold("  " + say("mission.conditions")));
            told.conditions().forEach(each -> lines.add(Words.of("  - " + each.text())));
            lines.add(Words.bold("  " + say("mission.expected")));
            int number = 1;
            for (Statement each : told.productions()) lines.add(Words.of("  " + number++ + ". " + each.text()));
            if (found.work() != null) found.work().moves().forEach(each -> lines.add(moved(each, finding)));
            return new Told(found, lines);
        });
    }

    @Command(name = "start")
    int start(@Mixin Whose whose, @Parameters(index = "1", paramLabel = "MISSION") String mission) throws Exception {
        return move(whose, mission, (desk, things, id) -> desk.start(things.id(), id));
    }

    @Command(name = "put-back")
    int putBack(@Mixin Whose whose, @Parameters(index = "1", paramLabel = "MISSION") String mission) throws Exception {
        return move(whose, mission, (desk, things, id) -> desk.putBack(things.id(), id));
    }

    @Command(name = "hand-in")
    int handIn(
            @Mixin Whose whose,
            @Parameters(index = "1", paramLabel = "MISSION") String mission,
            @Option(names = "--note", paramLabel = "TEXT", defaultValue = "") String note,
            @Mixin Citing citing)
            throws Exception {
        return move(
                whose,
                mission,
                (desk, things, id) -> desk.handIn(things.id(), id, note, things.cited(citing.productions)));
    }

    @Command(name = "rework")
    int rework(
            @Mixin Whose whose,
            @Parameters(index = "1", paramLabel = "MISSION") String mission,
            @Option(names = "--note", paramLabel = "TEXT", required = true) String note,
            @Option(names = "--unmet", paramLabel = "NUMBER", split = ",") int @Nullable [] unmet)
            throws Exception {
        return move(
                whose,
                mission,
                (desk, things, id) -> desk.rework(things.id(), id, note, unmet == null ? new int[0] : unmet));
    }

    @Command(name = "done")
    int done(
            @Mixin Whose whose,
            @Parameters(index = "1", paramLabel = "MISSION") String mission,
            @Option(names = "--note", paramLabel = "TEXT", defaultValue = "") String note)
            throws Exception {
        return move(whose, mission, (desk, things, id) -> desk.done(things.id(), id, note));
    }

    /** Where each learner of a cohort stands with each mission. */
    @Command(name = "board")
    int board(@Parameters(paramLabel = "COHORT") String cohort) throws Exception {
        return show(finding -> {
            MissionBoard board =
                    finding.desk().missions().board(finding.cohort(cohort).id());
            Map<PersonId, String> names = finding.names(
                    board.lines().stream().map(MissionBoard.Line::learner).toList());
            return new BoardView(board, names);
        });
    }

    /** A step of a mission. */
    @FunctionalInterface
    private interface Step {
        MissionWork take(MissionDesk desk, Things things, MissionId mission);
    }

    private int move(Whose whose, String mission, Step step) throws Exception {
        return show(finding -> {
            Things things = finding.of(whose);
            PublishedMission meant = things.mission(mission).mission();
            MissionWork work = step.take(finding.desk().missions(), things, meant.id());
            return Told.of(work, say("mission.now", meant.title(), work.status()));
        });
    }

    private Words line(LearnerMission each) {
        return Words.of(each.mission().id().mission() + "  ")
                .and(Words.bold(texts().name(each.status())))
                .and("  " + each.mission().title())
                .and(Words.faint("  "
                        + each.mission().competencies().stream()
                                .map(target -> target.competency().value())
                                .collect(Collectors.joining(", "))))
                .and(each.newer() ? "  " + say("mission.newer") : "");
    }

    private Words moved(MissionWork.Move each, Finding finding) {
        return Words.faint("  " + finding.day(each.at()) + "  ")
                .and(texts().name(each.to()) + ", " + finding.name(each.by()))
                .and(each.note().isBlank() ? "" : " : « " + each.note() + " »")
                .and(each.unmet().isEmpty() ? "" : " (" + say("mission.unmet", String.join(", ", each.unmet())) + ")");
    }
}
