package org.eportfolio.core;

import static org.eportfolio.access.Permission.AUTHOR_SCENARIO;
import static org.eportfolio.access.Permission.READ_SCENARIOS;
import static org.eportfolio.core.internal.kind.ScenarioKinds.MISSION;
import static org.eportfolio.core.internal.kind.ScenarioKinds.SCENARIO;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.eportfolio.ConflictException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.InvalidInputException.Violation;
import org.eportfolio.NotFoundException;
import org.eportfolio.Page;
import org.eportfolio.PageRequest;
import org.eportfolio.core.internal.call.DeskContext;
import org.eportfolio.core.internal.input.Inputs;
import org.eportfolio.core.internal.kind.ScenarioKinds;
import org.eportfolio.core.internal.scenario.ConditionDocuments;
import org.eportfolio.core.internal.scenario.PlannedMissions;
import org.eportfolio.core.internal.work.RequiredContent;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.dossier.ByteRange;
import org.eportfolio.dossier.Download;
import org.eportfolio.dossier.NewAttachment;
import org.eportfolio.dossier.Piece;
import org.eportfolio.id.MissionId;
import org.eportfolio.id.ScenarioId;
import org.eportfolio.scenario.Coverage;
import org.eportfolio.scenario.Lack;
import org.eportfolio.scenario.PublishedMission;
import org.eportfolio.scenario.Scenario;
import org.eportfolio.scenario.ScenarioDraft;
import org.eportfolio.scenario.ScenarioReport;
import org.eportfolio.spi.Scope;
import org.eportfolio.spi.Stored;

/**
 * Scenarios: written by the organisation's teachers together, published mission by mission. Learners see only what is
 * published and planned for a cohort of theirs, through {@link MissionDesk}. Thread-safe.
 */
public final class ScenarioDesk {
    private final DeskContext desk;
    private final ConditionDocuments contents;

    ScenarioDesk(DeskContext desk) {
        this.desk = desk;
        this.contents = new ConditionDocuments(desk.engine());
    }

    /**
     * Keeps a scenario as a draft, complete or not. The frameworks that it names have to be published, and each code has
     * to be in them. The same again does nothing; another text under the same id is a {@link ConflictException}.
     *
     * @param files documents that conditions name, streamed and kept once
     */
    public ScenarioDraft draft(Scenario scenario, NewAttachment... files) {
        Objects.requireNonNull(scenario, "scenario");
        Scenario given = Inputs.checked(scenario);
        List<Piece.File> kept = kept(files);
        return desk.write(AUTHOR_SCENARIO, call -> {
            requireCodes(given, call.work());
            ScenarioDraft draft = ScenarioDraft.of(given, kept, call.person(), call.now());
            Optional<ScenarioDraft> there = find(given.id(), call.work());
            if (there.isEmpty()) return call.save("scenario.drafted", SCENARIO, draft);
            there.get().requireOffered();
            boolean same =
                    there.get().scenario().equals(given) && there.get().files().containsAll(draft.files());
            if (same) return there.get();
            throw ConflictException.state("scenario.exists", given.id());
        });
    }

    /**
     * Replaces the text of a draft. What is published stays as it is until it is published again, as its next revision;
     * learners who started stay on their revision. A mission that is no longer in the text is no longer offered.
     *
     * @param seen the draft as the caller read it; a {@link ConflictException} if it changed since
     * @param files further documents, or new ones of the same name; those that are there and still named stay
     */
    public ScenarioDraft revise(ScenarioDraft seen, Scenario scenario, NewAttachment... files) {
        Objects.requireNonNull(scenario, "scenario");
        Scenario given = Inputs.checked(scenario);
        List<Piece.File> kept = kept(files);
        return desk.write(AUTHOR_SCENARIO, call -> {
            requireCodes(given, call.work());
            ScenarioDraft revised = unchanged(seen, call.work()).withContent(given, kept, call.person(), call.now());
            return call.save("scenario.revised", SCENARIO, revised);
        });
    }

    /**
     * Publishes missions, all of them or none. An incomplete one is refused with everything that is missing. One that
     * says the same as its latest revision stays at that; any other becomes the next revision.
     *
     * @param seen the draft as the caller read it; a {@link ConflictException} if it changed since
     * @param missions their ids within the scenario; at least one
     * @return the revisions that learners have from now on, in the order asked
     */
    public List<PublishedMission> publish(ScenarioDraft seen, String... missions) {
        Inputs.requireEach("missions", missions);
        InvalidInputException.unless(missions.length > 0, "missions", "scenario.publish-none");
        return desk.write(AUTHOR_SCENARIO, call -> {
            ScenarioDraft draft = unchanged(seen, call.work());
            draft.requireOffered();
            Set<String> asked = new LinkedHashSet<>(List.of(missions));
            requireComplete(draft, asked, call.work());
            Map<MissionId, PublishedMission> latest = PlannedMissions.latest(draft, call.work());
            List<PublishedMission> published = new ArrayList<>();
            ScenarioDraft after = draft;
            for (String mission : asked) {
                PublishedMission next = draft.publishing(mission, call.person(), call.now());
                PublishedMission there = latest.get(next.id());
                if (there != null && there.saysTheSameAs(next)) {
                    published.add(there);
                    continue;
                }
                call.put(MISSION, next);
                after = after.with(new ScenarioDraft.Publication(mission, next.revision()));
                published.add(next);
            }
            if (!after.equals(draft)) call.save("mission.published", SCENARIO, after);
            return published;
        });
    }

    /** Withdraws a scenario: nothing of it can be started or planned any more. What was done and judged stays. */
    public ScenarioDraft withdraw(ScenarioDraft seen) {
        return desk.write(
                AUTHOR_SCENARIO,
                call -> call.save(
                        "scenario.withdrawn",
                        SCENARIO,
                        unchanged(seen, call.work()).asWithdrawn(call.now())));
    }

    /** Takes a withdrawal back. */
    public ScenarioDraft reinstate(ScenarioDraft seen) {
        return desk.write(
                AUTHOR_SCENARIO,
                call -> call.save(
                        "scenario.reinstated",
                        SCENARIO,
                        unchanged(seen, call.work()).asReinstated()));
    }

    /** One scenario as it is written now. */
    public ScenarioDraft get(ScenarioId id) {
        Objects.requireNonNull(id, "id");
        return desk.read(READ_SCENARIOS, call -> require(id, call.work()));
    }

    /**
     * A page of the scenarios, withdrawn ones included, in an order that stays.
     *
     * @param request the first page, or {@link Page#next} of the page before
     */
    public Page<ScenarioDraft> list(PageRequest request) {
        return desk.read(READ_SCENARIOS, call -> call.page(SCENARIO, request));
    }

    /** What a scenario lacks, dead links included, and where each of its missions stands. */
    public ScenarioReport report(ScenarioId id) {
        Objects.requireNonNull(id, "id");
        return desk.read(READ_SCENARIOS, call -> {
            ScenarioDraft draft = require(id, call.work());
            return ScenarioReport.of(
                    draft,
                    PlannedMissions.byId(draft.linksTo(), call.work()),
                    PlannedMissions.latest(draft, call.work()));
        });
    }

    /** What one scenario covers of its framework, and what it leaves out. */
    public Coverage coverage(ScenarioId id) {
        Objects.requireNonNull(id, "id");
        return desk.read(READ_SCENARIOS, call -> {
            ScenarioDraft draft = require(id, call.work());
            return Coverage.of(
                    desk.catalogue().framework(draft.scenario().framework(), call.work()),
                    List.of(new Coverage.Column(id, draft.scenario().title())),
                    PlannedMissions.worked(List.of(draft), call.work()));
        });
    }

    /** The latest revision of a mission that was published. */
    public PublishedMission mission(MissionId id) {
        return desk.read(
                READ_SCENARIOS,
                call -> find(id.scenario(), call.work())
                        .map(draft -> PlannedMissions.latest(draft, call.work()).get(id))
                        .orElseThrow(() -> new NotFoundException("mission", id)));
    }

    /** One revision of a mission, as the learners who started on it have it. */
    public PublishedMission mission(MissionId id, int revision) {
        Objects.requireNonNull(id, "id");
        return desk.read(
                READ_SCENARIOS,
                call -> call.where(MISSION, ScenarioKinds.missionRevision(id, revision)).stream()
                        .findFirst()
                        .orElseThrow(() -> new NotFoundException("mission", id)));
    }

    /** The bytes of a document that is attached to a draft, to be closed by the caller. */
    public InputStream download(ScenarioId id, Stored file) {
        return download(id, file, ByteRange.ALL).bytes();
    }

    /**
     * The same with the file's name and type, and of its bytes only those wanted: what comes before is not read.
     *
     * @throws InvalidInputException if the range lies outside the file
     */
    public Download download(ScenarioId id, Stored file, ByteRange range) {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(range, "range");
        return RequiredContent.open(file, range, get(id).files(), desk.engine());
    }

    private List<Piece.File> kept(NewAttachment... files) {
        Inputs.requireEach("files", files);
        List<NewAttachment> given =
                Inputs.checked(new ConditionDocuments.Given(List.of(files))).files();
        if (given.isEmpty()) return List.of();
        desk.require(AUTHOR_SCENARIO);
        return contents.keep(given);
    }

    private void requireCodes(Scenario scenario, Work work) {
        List<Violation> wrong =
                scenario.wrongCodes(framework -> desk.catalogue().find(framework, work));
        if (!wrong.isEmpty()) throw new InvalidInputException(wrong);
    }

    private static void requireComplete(ScenarioDraft draft, Set<String> missions, Work work) {
        Map<ScenarioId, ScenarioDraft> linked = PlannedMissions.byId(draft.linksTo(), work);
        Set<Lack> lacks = new LinkedHashSet<>();
        missions.forEach(mission -> lacks.addAll(draft.lacks(mission, linked)));
        if (lacks.isEmpty()) return;
        throw new InvalidInputException(lacks.stream()
                .map(lack -> new Violation(lack.part(), lack.message()))
                .toList());
    }

    private static Optional<ScenarioDraft> find(ScenarioId id, Work work) {
        return work.find(SCENARIO, Scope.ORGANISATION, ScenarioKinds.scenarioId(id));
    }

    private static ScenarioDraft require(ScenarioId id, Work work) {
        return find(id, work).orElseThrow(() -> new NotFoundException("scenario", id));
    }

    private static ScenarioDraft unchanged(ScenarioDraft seen, Work work) {
        return SCENARIO.unchanged(seen, require(seen.id(), work));
    }
}
