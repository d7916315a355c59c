package org.eportfolio.reflection;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eportfolio.Line;
import org.eportfolio.Prose;
import org.eportfolio.dossier.Citation;
import org.eportfolio.dossier.HelpStatement;
import org.eportfolio.dossier.Production;
import org.eportfolio.dossier.Setting;
import org.jspecify.annotations.Nullable;

/**
 * A report of a mission to be drafted or shared: {@code NewMissionReport.of("Publier l'offre", mission).asked("…")
 * .done("…").met("…").notMet("…", "…").help("…").next("…")}. Immutable.
 *
 * @param mission what the mission was, in a line
 * @param asked what was asked
 * @param done what was done
 * @param comparisons each expected production against what was made
 * @param help what help was received, also when there was none
 * @param next the next step
 */
public record NewMissionReport(
        @NotNull @Line String mission,
        @NotNull @Valid Setting setting,
        @NotNull @Prose(max = 50_000) String asked,
        @NotNull @Prose(max = 50_000) String done,
        @NotNull @Size(max = 50) List<@NotNull @Valid Comparison> comparisons,
        @NotNull @Prose(max = 50_000) String help,
        @NotNull @Prose(max = 50_000) String next,
        @NotNull @Size(max = 100) List<@NotNull Citation> evidence,
        @Nullable @Valid HelpStatement helpStated) {
    public NewMissionReport {
        comparisons = Objects.requireNonNullElse(comparisons, List.of());
        evidence = Objects.requireNonNullElse(evidence, List.of());
    }

    public static NewMissionReport of(String mission, Setting setting) {
        return new NewMissionReport(mission, setting, "", "", List.of(), "", "", List.of(), null);
    }

    /** What stands in a report, to be changed and given to a revision. */
    public static NewMissionReport of(MissionReport report) {
        MissionReport.Version current = report.current();
        return new NewMissionReport(
                report.mission(),
                report.setting(),
                current.asked(),
                current.done(),
                current.comparisons(),
                current.help(),
                current.next(),
                current.evidence().stream()
                        .map(each -> new Citation(each.dossier(), each.production(), each.version()))
                        .toList(),
                current.helpStated());
    }

    public NewMissionReport asked(String text) {
        return new NewMissionReport(mission, setting, text, done, comparisons, help, next, evidence, helpStated);
    }

    public NewMissionReport done(String text) {
        return new NewMissionReport(mission, setting, asked, text, comparisons, help, next, evidence, helpStated);
    }

    /** An expected production that was made as expected. */
    public NewMissionReport met(String expected) {
        return comparing(new Comparison(expected, true, ""));
    }

    /** An expected production that was not, or not quite, and what is missing. */
    public NewMissionReport notMet(String expected, String gap) {
        return comparing(new Comparison(expected, false, gap));
    }

    private NewMissionReport comparing(Comparison one) {
        return new NewMissionReport(
                mission,
                setting,
                asked,
                done,
                Stream.concat(comparisons.stream(), Stream.of(one)).toList(),
                help,
                next,
                evidence,
                helpStated);
    }

    public NewMissionReport help(String text) {
        return new NewMissionReport(mission, setting, asked, done, comparisons, text, next, evidence, helpStated);
    }

    public NewMissionReport next(String text) {
        return new NewMissionReport(mission, setting, asked, done, comparisons, help, text, evidence, helpStated);
    }

    public NewMissionReport citing(Production production) {
        return new NewMissionReport(
                mission,
                setting,
                asked,
                done,
                comparisons,
                help,
                next,
                Stream.concat(evidence.stream(), Stream.of(Citation.of(production)))
                        .toList(),
                helpStated);
    }

    /** What help there was, from whom or what, also when there was none. */
    public NewMissionReport stating(HelpStatement statement) {
        return new NewMissionReport(mission, setting, asked, done, comparisons, help, next, evidence, statement);
    }
}
