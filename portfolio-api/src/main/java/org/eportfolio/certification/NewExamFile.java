package org.eportfolio.certification;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eportfolio.Line;
import org.eportfolio.assessment.Assessment;
import org.eportfolio.dossier.Citation;
import org.eportfolio.dossier.Production;
import org.eportfolio.framework.Code;
import org.eportfolio.reflection.MissionReport;
import org.eportfolio.reflection.Playback;
import org.eportfolio.reflection.Reflection;
import org.eportfolio.showcase.Showcase;

/**
 * A candidate's file to be begun, or its new content:
 * {@code NewExamFile.forUnit("Épreuve exemple", "Bloc 3").presenting(map).telling(showcase)}.
 *
 * @param blocs the blocs that the unit certifies, at least one
 */
public record NewExamFile(
        @NotNull @Line String unit,

        @NotNull @Size(min = 1, max = 20, message = "{exam-file.blocs}")
        List<@NotNull Code> blocs,

        @NotNull @Size(max = 100) List<@NotNull Choice> choices) {
    public NewExamFile {
        blocs = Objects.requireNonNullElse(blocs, List.of());
        choices = Objects.requireNonNullElse(choices, List.of());
    }

    public static NewExamFile forUnit(String title, String... blocs) {
        return new NewExamFile(title, Stream.of(blocs).map(Code::of).toList(), List.of());
    }

    /** What a file holds, to be changed from there. */
    public static NewExamFile of(ExamFile file) {
        return new NewExamFile(file.unit().title(), file.unit().blocs(), file.choices());
    }

    /** Adds the current version of a production. */
    public NewExamFile presenting(Production production) {
        return presenting(Citation.of(production));
    }

    /** Adds one version of a production. */
    public NewExamFile presenting(Citation version) {
        return adding(new Choice.OfProduction(version.dossier(), version.production(), version.version()));
    }

    /** Adds the narrative of a showcase. */
    public NewExamFile telling(Showcase showcase) {
        return adding(new Choice.OfNarrative(showcase.id()));
    }

    /** Adds a self-assessment, which the jury would not see otherwise. */
    public NewExamFile disclosing(Assessment selfAssessment) {
        return adding(new Choice.OfSelfAssessment(selfAssessment.id()));
    }

    /** Adds a report of a mission, as it stands. */
    public NewExamFile reporting(MissionReport report) {
        return adding(new Choice.OfReport(report.id(), report.current().number()));
    }

    /** Adds a reflection as it stands, which the jury would not see otherwise. */
    public NewExamFile disclosing(Reflection reflection) {
        return adding(
                new Choice.OfReflection(reflection.id(), reflection.current().number()));
    }

    /** Adds a recording, which the jury would not hear otherwise. */
    public NewExamFile disclosing(Playback recording) {
        return adding(new Choice.OfRecording(recording.id()));
    }

    /** Leaves a choice out. */
    public NewExamFile without(Choice choice) {
        return new NewExamFile(
                unit,
                blocs,
                choices.stream().filter(each -> !each.equals(choice)).toList());
    }

    private NewExamFile adding(Choice one) {
        return new NewExamFile(
                unit, blocs, Stream.concat(choices.stream(), Stream.of(one)).toList());
    }
}
