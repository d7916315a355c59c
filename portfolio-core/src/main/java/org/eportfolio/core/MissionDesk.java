package org.eportfolio.core;

import static org.eportfolio.access.Permission.ANSWER_MISSION;
import static org.eportfolio.access.Permission.DO_MISSION;
import static org.eportfolio.access.Permission.READ_COHORT;
import static org.eportfolio.access.Permission.READ_PROGRESS;
import static org.eportfolio.core.internal.kind.ScenarioKinds.MISSION;
import static org.eportfolio.core.internal.kind.ScenarioKinds.MISSION_WORK;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.eportfolio.InvalidInputException;
import org.eportfolio.NotFoundException;
import org.eportfolio.access.Permission;
import org.eportfolio.core.internal.call.DeskContext;
import org.eportfolio.core.internal.call.DossierCall;
import org.eportfolio.core.internal.dossier.Citations;
import org.eportfolio.core.internal.input.Inputs;
import org.eportfolio.core.internal.kind.ScenarioKinds;
import org.eportfolio.core.internal.scenario.HelpAsked;
import org.eportfolio.core.internal.scenario.LearnerMissions;
import org.eportfolio.core.internal.scenario.MissionBoards;
import org.eportfolio.core.internal.scenario.PlannedMissions;
import org.eportfolio.core.internal.work.RequiredContent;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.dossier.ByteRange;
import org.eportfolio.dossier.Citation;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.dossier.Download;
import org.eportfolio.dossier.Evidence;
import org.eportfolio.framework.FrameworkId;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.MissionId;
import org.eportfolio.scenario.LearnerMission;
import org.eportfolio.scenario.MissionBoard;
import org.eportfolio.scenario.MissionHandIn;
import org.eportfolio.scenario.MissionStatus;
import org.eportfolio.scenario.MissionWork;
import org.eportfolio.scenario.NewDatedPiece;
import org.eportfolio.scenario.PublishedMission;
import org.eportfolio.scenario.Statement;
import org.eportfolio.school.Role;
import org.eportfolio.spi.Key;
import org.eportfolio.spi.Stored;

/**
 * How far learners are with their missions. The learner starts and hands in; only a teacher returns a mission or finds it
 * done. A mission that no plan of the learner's cohorts offers is not found, like one that does not exist. Thread-safe.
 */
public final class MissionDesk {
    private final DeskContext desk;

    MissionDesk(DeskContext desk) {
        this.desk = desk;
    }

    /**
     * The missions of a dossier: those offered, in the order of the plan, then those begun that are offered no longer. A legal
     * representative, or a service of the host, reads that a person helped with what was handed in, not who.
     *
     * @return as many as the year plans of the learner's cohorts have, past years' included where they were begun
     */
    public List<LearnerMission> of(DossierId dossier) {
        return desk.read(dossier, READ_PROGRESS, call -> {
            List<LearnerMission> all =
                    LearnerMissions.of(call.dossier(), frameworks(call.dossier(), call.work()), call.work());
            return readsHelpers(call.role())
                    ? all
                    : all.stream().map(LearnerMission::withoutHelpers).toList();
        });
    }

    /** The learner and the team; those who read published facts only do not. */
    private static boolean readsHelpers(Role role) {
        return role != Role.REPRESENTATIVE && role != Role.SERVICE;
    }

    /** One mission of a dossier, in the revision that the learner is on. */
    public LearnerMission get(DossierId dossier, MissionId mission) {
        Objects.requireNonNull(mission, "mission");
        return of(dossier).stream()
                .filter(each -> each.mission().id().equals(mission))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("mission", mission));
    }

    /** The bytes of a document that goes with a mission, to be closed by the caller. */
    public InputStream download(DossierId dossier, MissionId mission, Stored file) {
        return download(dossier, mission, file, ByteRange.ALL).bytes();
    }

    /**
     * The same with the file's name and type, and of its bytes only those wanted: what comes before is not read.
     *
     * @throws InvalidInputException if the range lies outside the file
     */
    public Download download(DossierId dossier, MissionId mission, Stored file, ByteRange range) {
        Objects.requireNonNull(mission, "mission");
        Objects.requireNonNull(range, "range");
        return RequiredContent.open(file, range, get(dossier, mission).mission().files(), desk.engine());
    }

    /** The learner starts a mission, on its latest revision, or takes up again what was returned or handed in. */
    public MissionWork start(DossierId dossier, MissionId mission) {
        return move(
                dossier,
                mission,
                DO_MISSION,
                "mission.started",
                (before, moving) -> before.asStarted(moving.revision(), moving.to(MissionStatus.STARTED, "")));
    }

    /** The learner puts a started mission back among those to be done. */
    public MissionWork putBack(DossierId dossier, MissionId mission) {
        return move(
                dossier,
                mission,
                DO_MISSION,
                "mission.put-back",
                (before, moving) -> before.asPutBack(moving.to(MissionStatus.TO_DO, "")));
    }

    /**
     * The learner hands a mission in.
     *
     * @param note may be empty
     * @param evidence productions that are handed in with it; frozen from now on
     */
    public MissionWork handIn(DossierId dossier, MissionId mission, String note, Citation... evidence) {
        Inputs.requireEach("evidence", evidence);
        return handIn(dossier, mission, new MissionHandIn(note, List.of(evidence), null));
    }

    /**
     * The learner hands a mission in. Where the mission asks that help be stated
     * ({@link org.eportfolio.scenario.AiToolPolicy#TO_BE_STATED}) this is refused without a statement, of the hand-in or of
     * each production that goes in, even if there was no help. What a statement says is never a reason to refuse.
     */
    public MissionWork handIn(DossierId dossier, MissionId mission, MissionHandIn input) {
        MissionHandIn given = Inputs.checked(input);
        return move(dossier, mission, DO_MISSION, "mission.handed-in", (before, moving) -> {
            List<Evidence> frozen = Citations.freeze(given.evidence(), moving.call());
            MissionWork after = before.asHandedIn(moving.handingIn(given, frozen));
            HelpAsked.requireStated(
                    given.helpStated(), before, frozen, moving.call().work());
            return after;
        });
    }

    /**
     * The learner adds a piece to an expected production that is made over time, while they are at the mission. The
     * production is frozen from now on; the mission moves as others do.
     */
    public MissionWork addPiece(DossierId dossier, MissionId mission, NewDatedPiece input) {
        Objects.requireNonNull(mission, "mission");
        NewDatedPiece given = Inputs.checked(input);
        return piece(dossier, mission, given, "mission.piece-added", (before, expected, call) -> {
            LocalDate madeOn = given.madeOn() == null ? call.today() : given.madeOn();
            InvalidInputException.unless(
                    !madeOn.isAfter(call.today()), "madeOn", "mission.piece-day", madeOn, call.today());
            Evidence frozen = Citations.freeze(List.of(given.piece()), call).get(0);
            return before.withPiece(new MissionWork.DatedPiece(expected, frozen, madeOn, call.now()));
        });
    }

    /**
     * The learner takes a piece back that was added by mistake, while they are at the mission. The production stays.
     *
     * @param input the piece as it was added; its day is not looked at
     */
    public MissionWork withdrawPiece(DossierId dossier, MissionId mission, NewDatedPiece input) {
        Objects.requireNonNull(mission, "mission");
        NewDatedPiece given = Inputs.checked(input);
        return piece(
                dossier,
                mission,
                given,
                "mission.piece-withdrawn",
                (before, expected, call) -> before.withoutPiece(expected, given.piece()));
    }

    /** A change of the pieces of one expected production. */
    private interface Piecework {
        MissionWork on(MissionWork before, String expected, DossierCall call);
    }

    private MissionWork piece(DossierId dossier, MissionId mission, NewDatedPiece given, String act, Piecework change) {
        return desk.write(dossier, DO_MISSION, call -> {
            MissionWork before = call.find(MISSION_WORK, ScenarioKinds.missionWorkId(dossier, mission))
                    .orElseThrow(() -> new NotFoundException("mission", mission));
            Statement expected = expected(before, call.work(), given.expected());
            InvalidInputException.unless(expected.continuous(), "expected", "mission.not-continuous", expected.text());
            return call.save(act, MISSION_WORK, change.on(before, expected.text(), call));
        });
    }

    /**
     * A teacher returns a mission that was handed in, or takes back that it is done, and says why.
     *
     * @param note may be empty if expected productions are named
     * @param unmet which of the expected productions are not there, as they count from 1 in the learner's revision
     */
    public MissionWork rework(DossierId dossier, MissionId mission, String note, int... unmet) {
        String said = Inputs.words(note);
        InvalidInputException.unless(!said.isBlank() || unmet.length > 0, "text", "mission.rework-why");
        return move(dossier, mission, ANSWER_MISSION, "mission.returned", (before, moving) -> {
            List<String> statements = unmet.length == 0
                    ? List.of()
                    : statements(before, moving.call().work(), unmet);
            return before.asToRework(moving.to(MissionStatus.TO_REWORK, said, List.of(), statements));
        });
    }

    /**
     * A teacher finds a mission done. It is no assessment: levels are given by positioning.
     *
     * @param note may be empty
     */
    public MissionWork done(DossierId dossier, MissionId mission, String note) {
        String said = Inputs.words(note);
        return move(
                dossier,
                mission,
                ANSWER_MISSION,
                "mission.done",
                (before, moving) -> before.asDone(moving.to(MissionStatus.DONE, said)));
    }

    /** A cohort's learners against the missions of its plan. A bounded number of readings, whatever its size. */
    public MissionBoard board(CohortId cohort) {
        return desk.read(cohort, READ_COHORT, call -> {
            Map<MissionId, PublishedMission> offered =
                    PlannedMissions.offered(PlannedMissions.scenarios(List.of(cohort), call.work()), call.work());
            return MissionBoards.of(call, cohort, offered, this::frameworks);
        });
    }

    private Set<FrameworkId> frameworks(Dossier dossier, Work work) {
        return dossier.adoptions()
                .map(adoption ->
                        desk.catalogue().adopted(adoption, work).framework().id())
                .collect(Collectors.toSet());
    }

    /** @param revision that the learner is on, or would start on today */
    private record Moving(DossierCall call, int revision) {
        MissionWork.Move to(MissionStatus status, String note) {
            return to(status, note, List.of(), List.of());
        }

        MissionWork.Move to(MissionStatus status, String note, List<Evidence> evidence, List<String> unmet) {
            return new MissionWork.Move(status, call.person(), call.role(), call.now(), note, evidence, unmet, null);
        }

        MissionWork.Move handingIn(MissionHandIn input, List<Evidence> frozen) {
            return new MissionWork.Move(
                    MissionStatus.HANDED_IN,
                    call.person(),
                    call.role(),
                    call.now(),
                    input.note(),
                    frozen,
                    List.of(),
                    input.helpStated());
        }
    }

    private MissionWork move(
            DossierId dossier,
            MissionId mission,
            Permission permission,
            String act,
            BiFunction<MissionWork, Moving, MissionWork> step) {
        return desk.write(dossier, permission, call -> {
            MissionWork before = call.find(MISSION_WORK, ScenarioKinds.missionWorkId(dossier, mission))
                    .orElseGet(() -> MissionWork.toDo(dossier, mission));
            int revision = before.begun()
                    ? before.revision()
                    : startable(mission, call.dossier(), call.work()).revision();
            Moving moving = new Moving(call, revision);
            MissionWork after = step.apply(before, moving);
            return call.save(act, MISSION_WORK, after);
        });
    }

    /** The revision on which the learner would start today. */
    private PublishedMission startable(MissionId mission, Dossier dossier, Work work) {
        Set<CohortId> cohorts = PlannedMissions.cohortsOf(dossier.learner(), work);
        PublishedMission latest = PlannedMissions.offered(PlannedMissions.scenarios(cohorts, work), work)
                .get(mission);
        if (latest == null) throw new NotFoundException("mission", mission);
        Set<FrameworkId> frameworks = frameworks(dossier, work);
        InvalidInputException.unless(
                frameworks.contains(latest.framework()),
                "mission",
                "mission.other-framework",
                mission,
                latest.framework(),
                frameworks);
        return latest;
    }

    private static List<String> statements(MissionWork before, Work work, int... numbers) {
        List<Statement> expected = expected(before, work);
        return Arrays.stream(numbers)
                .distinct()
                .sorted()
                .mapToObj(number -> numbered("unmet", number, expected).text())
                .toList();
    }

    private static Statement expected(MissionWork before, Work work, int number) {
        return numbered("expected", number, expected(before, work));
    }

    private static Statement numbered(String path, int number, List<Statement> expected) {
        InvalidInputException.unless(
                number >= 1 && number <= expected.size(), path, "mission.no-production", number, expected.size());
        return expected.get(number - 1);
    }

    /** The expected productions of the learner's revision. */
    private static List<Statement> expected(MissionWork before, Work work) {
        Key key = ScenarioKinds.missionRevision(before.mission(), before.revision());
        return work.where(MISSION, key).stream()
                .flatMap(each -> each.productions().stream())
                .toList();
    }
}
