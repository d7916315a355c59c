package org.eportfolio.scenario;

import static org.eportfolio.scenario.Mission.added;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.eportfolio.Line;
import org.eportfolio.Prose;
import org.eportfolio.framework.Code;
import org.jspecify.annotations.Nullable;

/**
 * A professional situation of a scenario. Its context, conditions and expected productions hold for each of its missions.
 *
 * @param id unique within the scenario, missions included; shaped like a {@link org.eportfolio.id.ScenarioId}
 * @param title {@code null} where the source gives none
 * @param sources keys into {@link Scenario#sources()}
 * @param blocs of the scenario's framework: one, or several for a multi-bloc situation
 * @param context what is added to the scenario's shared context
 * @param missions in the order in which they are lived
 * @param notes for teachers; learners do not see them
 * @param aiTools {@code null} for what the scenario says
 */
public record Situation(
        @NotNull String id,
        @Nullable @Line(max = 500) String title,
        @NotNull @Size(max = 20) List<@NotNull String> sources,
        @NotNull @Size(max = 20) List<@NotNull Code> blocs,
        @NotNull @Size(max = 50) List<@Valid Statement> context,
        @NotNull @Size(max = 50) List<@Valid Mission> missions,
        @NotNull @Size(max = 100) List<@Valid Condition> conditions,
        @NotNull @Size(max = 100) List<@Valid Statement> productions,
        @NotNull @Size(max = 20) List<@Valid Alignment> alignments,
        @NotNull @Size(max = 20) List<@Valid ScenarioLink> links,
        @NotNull @Size(max = 50) List<@NotNull @Prose(max = 10_000) String> notes,
        @Nullable AiToolPolicy aiTools) {
    public Situation {
        Objects.requireNonNull(id, "id");
        sources = List.copyOf(sources);
        blocs = List.copyOf(blocs);
        context = List.copyOf(context);
        missions = List.copyOf(missions);
        conditions = List.copyOf(conditions);
        productions = List.copyOf(productions);
        alignments = List.copyOf(alignments);
        links = List.copyOf(links);
        notes = List.copyOf(notes);
    }

    /** A situation in these blocs. */
    public static Situation in(String id, String... blocs) {
        return new Situation(
                id,
                null,
                List.of(),
                Arrays.stream(blocs).map(Code::of).toList(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null);
    }

    public Situation titled(String text) {
        return new Situation(
                id,
                text,
                sources,
                blocs,
                context,
                missions,
                conditions,
                productions,
                alignments,
                links,
                notes,
                aiTools);
    }

    public Situation where(String paragraph) {
        return with(added(context, Statement.of(paragraph)), missions, conditions, productions, alignments, links);
    }

    public Situation with(Mission mission) {
        return with(context, added(missions, mission), conditions, productions, alignments, links);
    }

    public Situation given(Condition condition) {
        return with(context, missions, added(conditions, condition), productions, alignments, links);
    }

    public Situation expecting(String statement) {
        return with(context, missions, conditions, added(productions, Statement.of(statement)), alignments, links);
    }

    public Situation serving(Alignment alignment) {
        return with(context, missions, conditions, productions, added(alignments, alignment), links);
    }

    public Situation linking(ScenarioLink link) {
        return with(context, missions, conditions, productions, alignments, added(links, link));
    }

    /** Says this of the help of AI tools for its missions, in place of what the scenario says. */
    public Situation onAiTools(AiToolPolicy policy) {
        return new Situation(
                id,
                title,
                sources,
                blocs,
                context,
                missions,
                conditions,
                productions,
                alignments,
                links,
                notes,
                policy);
    }

    private Situation with(
            List<Statement> paragraphs,
            List<Mission> ordered,
            List<Condition> given,
            List<Statement> expected,
            List<Alignment> aligned,
            List<ScenarioLink> linked) {
        return new Situation(
                id, title, sources, blocs, paragraphs, ordered, given, expected, aligned, linked, notes, aiTools);
    }

    /** The title, or the id of a situation that has none. */
    public String name() {
        return title == null ? id : title;
    }
}
