package org.eportfolio.scenario;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.eportfolio.dossier.Piece;
import org.eportfolio.dossier.Setting;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.FrameworkId;
import org.eportfolio.id.MissionId;
import org.eportfolio.id.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * One revision of a mission as learners have it, with all that it inherits from its scenario and its situation. It never
 * changes: an edited mission is published as the next revision, and learners who started stay on theirs.
 *
 * @param revision from 1
 * @param scenario the scenario's title
 * @param situation the situation's id
 * @param situationTitle {@code null} where it has none
 * @param order of the mission within its situation, from 1
 * @param context the shared context, then the situation's
 * @param conditions the situation's, then the mission's own
 * @param productions the situation's, then the mission's own
 * @param alignments of the situation as a whole
 * @param files those that the conditions name
 * @param aiTools the mission's own word, the situation's or the scenario's; {@code null} where none says anything
 */
public record PublishedMission(
        MissionId id,
        int revision,
        FrameworkId framework,
        String scenario,
        String situation,
        @Nullable String situationTitle,
        int order,
        String title,
        @Nullable Organisation organisation,
        List<Statement> context,
        List<Code> blocs,
        List<MissionTarget> competencies,
        List<Condition> conditions,
        List<Statement> productions,
        List<Alignment> alignments,
        List<Piece.File> files,
        PersonId by,
        Instant at,
        @Nullable AiToolPolicy aiTools) {
    public PublishedMission {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(framework, "framework");
        Objects.requireNonNull(scenario, "scenario");
        Objects.requireNonNull(situation, "situation");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(at, "at");
        context = List.copyOf(context);
        blocs = List.copyOf(blocs);
        competencies = List.copyOf(competencies);
        conditions = List.copyOf(conditions);
        productions = List.copyOf(productions);
        alignments = List.copyOf(alignments);
        files = List.copyOf(files);
    }

    static PublishedMission of(
            Scenario scenario,
            Scenario.Placed placed,
            List<Piece.File> attached,
            int revision,
            PersonId by,
            Instant at) {
        Situation situation = placed.situation();
        Mission mission = placed.mission();
        List<Condition> conditions = joined(situation.conditions(), mission.conditions());
        Set<String> named = new HashSet<>();
        conditions.forEach(each -> named.addAll(each.files()));
        return new PublishedMission(
                new MissionId(scenario.id(), mission.id()),
                revision,
                scenario.framework(),
                scenario.title(),
                situation.id(),
                situation.title(),
                placed.order(),
                mission.title(),
                scenario.organisation(),
                joined(scenario.context(), situation.context()),
                situation.blocs(),
                mission.competencies(),
                conditions,
                joined(situation.productions(), mission.productions()),
                situation.alignments(),
                attached.stream().filter(file -> named.contains(file.name())).toList(),
                by,
                at,
                said(mission.aiTools(), said(situation.aiTools(), scenario.aiTools())));
    }

    private static @Nullable AiToolPolicy said(@Nullable AiToolPolicy own, @Nullable AiToolPolicy shared) {
        return own == null ? shared : own;
    }

    private static <T> List<T> joined(List<T> shared, List<T> own) {
        return Stream.concat(shared.stream(), own.stream()).toList();
    }

    /** Whether a learner reads the same in both, regardless of who published them and when. */
    public boolean saysTheSameAs(PublishedMission other) {
        return as(other.revision, other.by, other.at).equals(other);
    }

    private PublishedMission as(int number, PersonId publisher, Instant time) {
        return new PublishedMission(
                id,
                number,
                framework,
                scenario,
                situation,
                situationTitle,
                order,
                title,
                organisation,
                context,
                blocs,
                competencies,
                conditions,
                productions,
                alignments,
                files,
                publisher,
                time,
                aiTools);
    }

    /** For a production or a reflection that was lived in this mission. */
    public Setting.Mission setting() {
        return new Setting.Mission(id.scenario().value(), id.mission());
    }
}
