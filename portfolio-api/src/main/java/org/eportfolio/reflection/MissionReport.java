package org.eportfolio.reflection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eportfolio.ConflictException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.dossier.Evidence;
import org.eportfolio.dossier.HelpStatement;
import org.eportfolio.dossier.Setting;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.MissionReportId;
import org.eportfolio.id.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A learner's report of a mission (<em>compte rendu</em>), shared with the team: what was asked, what was done, the gap
 * with the expected productions, the help received, the next step. Nothing of it is left out; a correction is a further
 * version.
 * Methods named {@code with…} give a changed copy; nothing is stored.
 *
 * @param setting a mission of a scenario, or a workplace; a report is of no personal matter
 * @param versions the oldest first, at least one
 * @param revision grows by one with each change
 */
public record MissionReport(
        MissionReportId id,
        DossierId dossier,
        PersonId author,
        String mission,
        Setting setting,
        List<Version> versions,
        int revision) {

    /**
     * One state of the report; each part must be said.
     *
     * @param help received, in the learner's words
     * @param helpStated the same from whom or what, one by one; {@code null} where it was not stated so
     */
    public record Version(
            int number,
            String asked,
            String done,
            List<Comparison> comparisons,
            String help,
            String next,
            List<Evidence> evidence,
            Instant at,
            @Nullable HelpStatement helpStated) {
        public Version {
            said(asked, "asked");
            said(done, "done");
            said(help, "help");
            said(next, "next");
            comparisons = List.copyOf(comparisons);
            evidence = List.copyOf(evidence);
            Objects.requireNonNull(at, "at");
            InvalidInputException.unless(!comparisons.isEmpty(), "comparisons", "report.no-comparison");
            for (Comparison each : comparisons) {
                InvalidInputException.unless(
                        each.met() || !each.gap().isBlank(), "comparisons", "report.gap", each.expected());
            }
        }

        private static void said(String text, String path) {
            InvalidInputException.unless(!text.isBlank(), path, "report.part");
        }

        /** What an input says, as a version. */
        public static Version of(int number, NewMissionReport content, List<Evidence> evidence, Instant at) {
            return new Version(
                    number,
                    content.asked(),
                    content.done(),
                    content.comparisons(),
                    content.help(),
                    content.next(),
                    evidence,
                    at,
                    content.helpStated());
        }

        private boolean says(Version other) {
            return new Version(other.number, asked, done, comparisons, help, next, evidence, other.at, helpStated)
                    .equals(other);
        }
    }

    public MissionReport {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(dossier, "dossier");
        Objects.requireNonNull(author, "author");
        Objects.requireNonNull(mission, "mission");
        InvalidInputException.unless(!(setting instanceof Setting.Personal), "setting", "report.personal");
        Objects.requireNonNull(setting, "setting");
        versions = List.copyOf(versions);
        if (versions.isEmpty()) throw new IllegalArgumentException("a report has a version");
    }

    /** A draft as it becomes shared. */
    public static MissionReport shared(MissionReportDraft draft, PersonId author, List<Evidence> evidence, Instant at) {
        return new MissionReport(
                draft.id(),
                draft.dossier(),
                author,
                draft.content().mission(),
                draft.content().setting(),
                List.of(Version.of(1, draft.content(), evidence, at)),
                1);
    }

    /** What stands now. */
    public Version current() {
        return versions.get(versions.size() - 1);
    }

    /** The expected productions that were not met. */
    public List<Comparison> gaps() {
        return current().comparisons().stream().filter(each -> !each.met()).toList();
    }

    /** The report with a further version; itself when nothing changed. Of another mission it is another report. */
    public MissionReport withContent(NewMissionReport content, List<Evidence> evidence, Instant at) {
        if (!mission.equals(content.mission()) || !setting.equals(content.setting())) {
            throw ConflictException.state("report.anchored", mission);
        }
        Version after = Version.of(versions.size() + 1, content, evidence, at);
        if (current().says(after)) return this;
        List<Version> next = new ArrayList<>(versions);
        next.add(after);
        return new MissionReport(id, dossier, author, mission, setting, next, revision + 1);
    }
}
