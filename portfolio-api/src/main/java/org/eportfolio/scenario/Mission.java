package org.eportfolio.scenario;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eportfolio.Line;
import org.eportfolio.Prose;
import org.jspecify.annotations.Nullable;

/**
 * A mission of a situation, as its authors write it. What it does not say itself it inherits from its situation:
 * context, conditions, expected productions, what holds for AI tools.
 *
 * @param id unique within the scenario, for ever; shaped like a {@link org.eportfolio.id.ScenarioId}
 * @param sources keys into {@link Scenario#sources()}
 * @param productions what is expected, as statements that can be checked
 * @param notes for teachers; learners do not see them
 * @param aiTools {@code null} for what the situation says
 */
public record Mission(
        @NotNull String id,
        @NotNull @Line(max = 500) String title,
        @NotNull @Size(max = 20) List<@NotNull String> sources,
        @NotNull @Size(max = 50) List<@Valid MissionTarget> competencies,
        @NotNull @Size(max = 100) List<@Valid Condition> conditions,
        @NotNull @Size(max = 100) List<@Valid Statement> productions,
        @NotNull @Size(max = 50) List<@NotNull @Prose(max = 10_000) String> notes,
        @Nullable AiToolPolicy aiTools) {
    public Mission {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(title, "title");
        sources = List.copyOf(sources);
        competencies = List.copyOf(competencies);
        conditions = List.copyOf(conditions);
        productions = List.copyOf(productions);
        notes = List.copyOf(notes);
    }

    public static Mission titled(String id, String title) {
        return new Mission(id, title, List.of(), List.of(), List.of(), List.of(), List.of(), null);
    }

    /** Works on this competency too, and on these parts of it. */
    public Mission working(String competency, String... subCompetencies) {
        return new Mission(
                id,
                title,
                sources,
                added(competencies, MissionTarget.of(competency, subCompetencies)),
                conditions,
                productions,
                notes,
                aiTools);
    }

    public Mission given(Condition condition) {
        return new Mission(id, title, sources, competencies, added(conditions, condition), productions, notes, aiTools);
    }

    public Mission expecting(String statement) {
        return new Mission(
                id,
                title,
                sources,
                competencies,
                conditions,
                added(productions, Statement.of(statement)),
                notes,
                aiTools);
    }

    /** Expects this over time, in several pieces that each have their day (<em>réalisée en continu</em>). */
    public Mission expectingContinuously(String statement) {
        return new Mission(
                id,
                title,
                sources,
                competencies,
                conditions,
                added(productions, Statement.ofContinuous(statement)),
                notes,
                aiTools);
    }

    /** Says this of the help of AI tools, in place of what its situation or scenario says. */
    public Mission onAiTools(AiToolPolicy policy) {
        return new Mission(id, title, sources, competencies, conditions, productions, notes, policy);
    }

    static <T> List<T> added(List<T> list, T one) {
        return Stream.concat(list.stream(), Stream.of(one)).toList();
    }
}
