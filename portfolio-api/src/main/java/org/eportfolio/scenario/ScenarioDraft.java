package org.eportfolio.scenario;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.eportfolio.ConflictException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.dossier.Piece;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.ScenarioId;
import org.jspecify.annotations.Nullable;

/**
 * A scenario as teachers work on it. What is published of it stands by itself, as {@link PublishedMission}s: editing
 * touches none of them.
 * Methods named {@code with…} and {@code as…} give a changed copy; nothing is stored.
 *
 * @param files what is attached, each name once; all of them named by a condition
 * @param published the latest revision of each mission that ever was published
 * @param savedBy who wrote this text
 * @param withdrawnAt since when no mission of it can be started any more; {@code null} while they can
 * @param revision grows by one with each change of the text or of its withdrawal
 */
public record ScenarioDraft(
        Scenario scenario,
        List<Piece.File> files,
        List<Publication> published,
        PersonId savedBy,
        Instant savedAt,
        @Nullable Instant withdrawnAt,
        int revision) {
    /**
     * How often a mission was published.
     *
     * @param mission its id within the scenario
     * @param revision the latest
     */
    public record Publication(String mission, int revision) {
        public Publication {
            Objects.requireNonNull(mission, "mission");
        }
    }

    public ScenarioDraft {
        Objects.requireNonNull(scenario, "scenario");
        Objects.requireNonNull(savedBy, "savedBy");
        Objects.requireNonNull(savedAt, "savedAt");
        files = List.copyOf(files);
        published = List.copyOf(published);
    }

    public static ScenarioDraft of(Scenario scenario, List<Piece.File> files, PersonId by, Instant at) {
        return new ScenarioDraft(scenario, attached(scenario, List.of(), files), List.of(), by, at, null, 1);
    }

    /** The scenario's id. */
    public ScenarioId id() {
        return scenario.id();
    }

    /**
     * The draft with another text. Files that are still named stay, unless one of that name is given anew.
     *
     * @param more files to be attached; each has to be named by a condition
     */
    public ScenarioDraft withContent(Scenario text, List<Piece.File> more, PersonId by, Instant at) {
        requireOffered();
        InvalidInputException.unless(text.id().equals(id()), "id", "scenario.other", text.id(), id());
        return new ScenarioDraft(text, attached(text, files, more), published, by, at, null, revision + 1);
    }

    private static List<Piece.File> attached(Scenario text, List<Piece.File> there, List<Piece.File> more) {
        Set<String> named = text.fileNames().collect(Collectors.toSet());
        Set<String> given = new HashSet<>();
        for (Piece.File file : more) {
            InvalidInputException.unless(named.contains(file.name()), "files", "scenario.file-unnamed", file.name());
            InvalidInputException.unless(given.add(file.name()), "files", "scenario.file-twice", file.name());
        }
        List<Piece.File> all = new ArrayList<>(there);
        all.removeIf(file -> given.contains(file.name()) || !named.contains(file.name()));
        all.addAll(more);
        return all;
    }

    /** The draft once withdrawn: nothing of it can be started or planned any more, and nothing that was done is lost. */
    public ScenarioDraft asWithdrawn(Instant at) {
        requireOffered();
        return new ScenarioDraft(scenario, files, published, savedBy, savedAt, at, revision + 1);
    }

    /** The draft once it is offered again. */
    public ScenarioDraft asReinstated() {
        if (withdrawnAt == null) throw ConflictException.state("scenario.not-withdrawn", id());
        return new ScenarioDraft(scenario, files, published, savedBy, savedAt, null, revision + 1);
    }

    /** Refuses a withdrawn scenario. */
    public void requireOffered() {
        if (withdrawnAt != null) throw ConflictException.state("scenario.withdrawn", id());
    }

    /** Everything that the draft lacks, by part. */
    public List<Lack> lacks(Map<ScenarioId, ScenarioDraft> linked) {
        return completeness(linked).all();
    }

    /**
     * What one mission lacks, by itself and in its situation.
     *
     * @param linked the scenarios that links name, as far as they exist
     */
    public List<Lack> lacks(String mission, Map<ScenarioId, ScenarioDraft> linked) {
        Scenario.Placed placed = require(mission);
        return completeness(linked).of(placed.situation(), placed.mission());
    }

    private Completeness completeness(Map<ScenarioId, ScenarioDraft> linked) {
        Predicate<ScenarioLink> alive = link -> link.scenario(id())
                .map(target -> target.equals(id()) ? this : linked.get(target))
                .filter(target -> target.withdrawnAt == null && link.leadsInto(target.scenario))
                .isPresent();
        return new Completeness(scenario, files.stream().map(Piece.File::name).collect(Collectors.toSet()), alive);
    }

    /** The other scenarios that links name. */
    public Set<ScenarioId> linksTo() {
        return scenario.situations().stream()
                .flatMap(each -> each.links().stream())
                .flatMap(link -> link.scenario(id()).stream())
                .filter(target -> !target.equals(id()))
                .collect(Collectors.toSet());
    }

    /** The latest revision of a mission; empty when it was never published. */
    public Optional<Publication> publication(String mission) {
        return published.stream().filter(each -> each.mission().equals(mission)).findFirst();
    }

    /** What learners may start: the latest revisions of the missions that the text still has, in its order. */
    public List<Publication> offered() {
        if (withdrawnAt != null) return List.of();
        return scenario.missions()
                .flatMap(each -> publication(each.mission().id()).stream())
                .toList();
    }

    /** The mission as it would be published now, with all that it inherits; whether it is complete is not asked. */
    public PublishedMission publishing(String mission, PersonId by, Instant at) {
        int next = publication(mission).map(Publication::revision).orElse(0) + 1;
        return PublishedMission.of(scenario, require(mission), files, next, by, at);
    }

    /** The draft once this revision of a mission is published. */
    public ScenarioDraft with(Publication publication) {
        List<Publication> all = new ArrayList<>(published);
        all.removeIf(each -> each.mission().equals(publication.mission()));
        all.add(publication);
        return new ScenarioDraft(scenario, files, all, savedBy, savedAt, withdrawnAt, revision);
    }

    private Scenario.Placed require(String mission) {
        return scenario.mission(mission)
                .orElseThrow(() -> InvalidInputException.because(
                        "missions",
                        "scenario.no-mission",
                        mission,
                        id(),
                        scenario.missions().map(each -> each.mission().id()).toList()));
    }
}
