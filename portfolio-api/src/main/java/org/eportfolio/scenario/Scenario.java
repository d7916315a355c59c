package org.eportfolio.scenario;

import static org.eportfolio.scenario.Mission.added;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eportfolio.InputBounds;
import org.eportfolio.InvalidInputException;
import org.eportfolio.InvalidInputException.Violation;
import org.eportfolio.Line;
import org.eportfolio.Prose;
import org.eportfolio.framework.Framework;
import org.eportfolio.framework.FrameworkId;
import org.eportfolio.framework.Source;
import org.eportfolio.id.MissionId;
import org.eportfolio.id.ScenarioId;
import org.jspecify.annotations.Nullable;

/**
 * A scenario as its authors write it: one professional context shared by situations, each with its missions (<em>contexte
 * professionnel fil rouge</em>). It may lack what its source does not say; only what is published is complete. These
 * components are the fields of a scenario file. Immutable.
 *
 * @param language BCP 47 tag of the texts; {@code null} where it is not said
 * @param framework whose blocs and competencies are named
 * @param organisation in which it takes place; {@code null} where it is not said
 * @param context what all situations share (<em>fil rouge</em>)
 * @param notes for teachers; learners do not see them
 * @param sources what the keys in the texts mean
 * @param aiTools what holds for AI tools in all missions; {@code null} where it is not said
 */
public record Scenario(
        @NotNull ScenarioId id,
        @NotNull @Line String title,

        @Nullable @Pattern(regexp = InputBounds.LANGUAGE_TAG, message = "{language.tag}")
        String language,

        @NotNull FrameworkId framework,
        @Nullable @Valid Organisation organisation,
        @NotNull @Size(max = 50) List<@Valid Statement> context,
        @NotNull @Size(max = 50) List<@Valid Situation> situations,
        @NotNull @Size(max = 50) List<@NotNull @Prose(max = 10_000) String> notes,
        @NotNull @Size(max = 100) Map<String, Source> sources,
        @Nullable AiToolPolicy aiTools) {
    public Scenario {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(framework, "framework");
        context = List.copyOf(context);
        situations = List.copyOf(situations);
        notes = List.copyOf(notes);
        sources = Collections.unmodifiableMap(new LinkedHashMap<>(sources));
        List<Violation> slips = ScenarioSlips.of(organisation, context, situations, sources.keySet());
        if (!slips.isEmpty()) throw new InvalidInputException(slips);
    }

    public static Scenario titled(String id, String title, FrameworkId framework) {
        return new Scenario(
                ScenarioId.of(id), title, null, framework, null, List.of(), List.of(), List.of(), Map.of(), null);
    }

    /** The language of the texts, as a BCP 47 tag. */
    public Scenario in(String tag) {
        return new Scenario(id, title, tag, framework, organisation, context, situations, notes, sources, aiTools);
    }

    public Scenario at(Organisation place) {
        return new Scenario(id, title, language, framework, place, context, situations, notes, sources, aiTools);
    }

    public Scenario where(String paragraph) {
        return new Scenario(
                id,
                title,
                language,
                framework,
                organisation,
                added(context, Statement.of(paragraph)),
                situations,
                notes,
                sources,
                aiTools);
    }

    public Scenario with(Situation situation) {
        return with(added(situations, situation));
    }

    /** The same scenario with these situations and no others. */
    public Scenario with(List<Situation> all) {
        return new Scenario(id, title, language, framework, organisation, context, all, notes, sources, aiTools);
    }

    /** Says this of the help of AI tools for all its missions, unless a situation or a mission says otherwise. */
    public Scenario onAiTools(AiToolPolicy policy) {
        return new Scenario(id, title, language, framework, organisation, context, situations, notes, sources, policy);
    }

    /** The ids of all situations and missions, in their order. */
    public Stream<String> parts() {
        return situations.stream()
                .flatMap(each -> Stream.concat(
                        Stream.of(each.id()), each.missions().stream().map(Mission::id)));
    }

    /** A mission where it stands. */
    record Placed(Situation situation, Mission mission, int order) {}

    Stream<Placed> missions() {
        return situations.stream()
                .flatMap(situation -> Stream.iterate(0, i -> i + 1)
                        .limit(situation.missions().size())
                        .map(i -> new Placed(situation, situation.missions().get(i), i + 1)));
    }

    Optional<Placed> mission(String key) {
        return missions().filter(each -> each.mission().id().equals(key)).findFirst();
    }

    /** All missions, in the order of the text. */
    public List<MissionId> missionIds() {
        return missions().map(each -> new MissionId(id, each.mission().id())).toList();
    }

    /** What a mission works on; nothing when there is no such mission. */
    public List<MissionTarget> targets(String mission) {
        return mission(mission).map(each -> each.mission().competencies()).orElse(List.of());
    }

    /**
     * What is wrong with the codes, by place: none of a framework that is not published, of another kind than is wanted
     * there, or of a bloc that the situation does not name.
     *
     * @param published the framework of this identity, if it is published
     */
    public List<Violation> wrongCodes(Function<FrameworkId, Optional<Framework>> published) {
        return new ScenarioCodes(published).wrongIn(this);
    }

    /** The names of all files that conditions speak of. */
    public Stream<String> fileNames() {
        return situations.stream()
                .flatMap(each -> Stream.concat(
                        each.conditions().stream(),
                        each.missions().stream().flatMap(mission -> mission.conditions().stream())))
                .flatMap(condition -> condition.files().stream())
                .distinct();
    }
}
