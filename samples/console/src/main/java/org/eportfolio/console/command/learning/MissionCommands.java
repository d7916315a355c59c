package org.eportfolio.console.command.learning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eportfolio.console.command.CitedProductions;
import org.eportfolio.console.command.ConsoleCommand;
import org.eportfolio.console.command.HelpOptions;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.DossierArguments;
import org.eportfolio.console.school.DossierItems;
import org.eportfolio.console.school.Lookup;
import org.eportfolio.console.terminal.StyledText;
import org.eportfolio.console.view.BoardView;
import org.eportfolio.console.view.DossierView;
import org.eportfolio.console.view.Result;
import org.eportfolio.core.MissionDesk;
import org.eportfolio.dossier.Citation;
import org.eportfolio.id.MissionId;
import org.eportfolio.id.PersonId;
import org.eportfolio.scenario.AiToolPolicy;
import org.eportfolio.scenario.LearnerMission;
import org.eportfolio.scenario.MissionBoard;
import org.eportfolio.scenario.MissionHandIn;
import org.eportfolio.scenario.MissionWork;
import org.eportfolio.scenario.NewDatedPiece;
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
            for (Statement each : published.productions()) {
                lines.add(StyledText.of("  " + number++ + ". " + each.text()));
                if (each.continuous()) lines.addAll(pieces(each, found.work(), lookup));
            }
            AiToolPolicy policy = published.aiTools();
            lines.add(StyledText.of(
                    "  " + (policy == null ? say("mission.ai-tools-unsaid") : say("mission.ai-tools", policy))));
            if (found.work() != null) {
                found.work().moves().forEach(each -> {
                    lines.add(moved(each, lookup));
                    lines.addAll(DossierView.help(each.helpStated(), texts()));
                });
            }
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
            @Mixin CitedProductions citing,
            @Mixin HelpOptions helped)
            throws Exception {
        return move(
                target,
                mission,
                (desk, items, id) -> desk.handIn(
                        items.id(),
                        id,
                        new MissionHandIn(note, List.of(items.cited(citing.productions)), helped.statement(texts()))));
    }

    /** A piece of an expected production that is made over time. */
    static final class PieceOptions {
        @Option(names = "--expected", paramLabel = "NUMBER", required = true)
        int expected;

        @Option(names = "--citing", paramLabel = "PRODUCTION", required = true)
        String production = "";

        @Option(names = "--made-on", paramLabel = "DATE")
        @Nullable
        LocalDate madeOn;

        NewDatedPiece piece(DossierItems items) {
            return new NewDatedPiece(expected, Citation.of(items.production(production)), madeOn);
        }
    }

    @Command(name = "add-piece")
    int addPiece(
            @Mixin DossierArguments target,
            @Parameters(index = "1", paramLabel = "MISSION") String mission,
            @Mixin PieceOptions piece)
            throws Exception {
        return pieces(target, mission, (desk, items, id) -> desk.addPiece(items.id(), id, piece.piece(items)));
    }

    @Command(name = "withdraw-piece")
    int withdrawPiece(
            @Mixin DossierArguments target,
            @Parameters(index = "1", paramLabel = "MISSION") String mission,
            @Mixin PieceOptions piece)
            throws Exception {
        return pieces(target, mission, (desk, items, id) -> desk.withdrawPiece(items.id(), id, piece.piece(items)));
    }

    private int pieces(DossierArguments target, String mission, Step step) throws Exception {
        return show(lookup -> {
            DossierItems items = lookup.of(target);
            PublishedMission meant = items.mission(mission).mission();
            MissionWork work = step.take(lookup.desk().missions(), items, meant.id());
            return Result.of(work, texts().count("mission.pieces", work.pieces().size(), meant.title()));
        });
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

    /** The pieces of an expected production that is made over time, each with its day. */
    private List<StyledText> pieces(Statement expected, @Nullable MissionWork work, Lookup lookup) {
        List<StyledText> lines = new ArrayList<>(List.of(StyledText.faint("     " + say("mission.continuous"))));
        if (work == null) return lines;
        for (MissionWork.DatedPiece each : work.pieces()) {
            if (!each.expected().equals(expected.text())) continue;
            lines.add(StyledText.faint("     " + texts().day(each.madeOn()) + "  ")
                    .and(lookup.desk()
                            .productions()
                            .get(each.evidence().dossier(), each.evidence().production())
                            .title()));
        }
        return lines;
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
