package org.eportfolio.exchange.statement;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.eportfolio.DeniedException;
import org.eportfolio.NotFoundException;
import org.eportfolio.Page;
import org.eportfolio.ProgressListener;
import org.eportfolio.assessment.Assessment;
import org.eportfolio.assessment.CompetencyProgress;
import org.eportfolio.assessment.Perspective;
import org.eportfolio.assessment.Progress;
import org.eportfolio.assessment.Trajectory;
import org.eportfolio.core.Desk;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.dossier.Evidence;
import org.eportfolio.exchange.LossReport.Loss;
import org.eportfolio.exchange.internal.ExchangeMessages;
import org.eportfolio.exchange.internal.OdsFile.Cell;
import org.eportfolio.exchange.internal.Wording;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.AssessmentId;
import org.eportfolio.id.DossierId;

/**
 * A learner's assessments, a row for each: whose voice, the level in words, the day, the reasons and the evidence. A
 * competency without an assessment has a row that says so. There is no mark, sum or mean in it.
 */
final class StatementTable {
    private static final List<String> COLUMNS = List.of(
            "framework",
            "code",
            "competency",
            "voice",
            "role",
            "level",
            "meaning",
            "day",
            "because",
            "evidence",
            "state");

    interface Rows {
        void row(List<Cell> cells) throws IOException;
    }

    private final Desk desk;
    private final Dossier dossier;
    private final Wording words;
    private final Map<AssessmentId, Assessment> assessments = new HashMap<>();
    /** Of what is cited, often more than once. */
    private final Map<Evidence, String> titles = new HashMap<>();

    private final List<Loss> losses = new ArrayList<>();

    private StatementTable(Desk desk, Dossier dossier, Locale language) {
        this.desk = desk;
        this.dossier = dossier;
        this.words = new Wording(language, desk.clock().getZone(), false);
    }

    /** Writes the header and the rows; gives back what they do not carry. */
    static List<Loss> write(Desk desk, DossierId id, Locale language, ProgressListener progress, Rows rows)
            throws IOException {
        StatementTable table = new StatementTable(desk, desk.dossiers().get(id), language);
        table.all(rows, progress);
        return table.losses;
    }

    private void all(Rows rows, ProgressListener progress) throws IOException {
        Page.all(next -> desk.assessments().list(dossier.id(), next)).forEach(each -> assessments.put(each.id(), each));
        List<Cell> header = new ArrayList<>();
        for (String each : COLUMNS) header.add(Cell.of(words.say("statement." + each)));
        rows.row(header);
        LocalDate today = words.date(desk.clock().instant());
        long done = 0;
        for (AdoptionId adoption : dossier.adoptions().toList()) {
            Progress of = desk.progress().of(dossier.id(), adoption, today);
            String framework = desk.frameworks().get(of.adoption().framework()).title();
            for (CompetencyProgress each : of.all().toList()) {
                competency(framework, each, rows);
                progress.at(++done, -1);
            }
        }
        losses.add(new Loss("assessment", "", "author", ExchangeMessages.of("statement.lost.author")));
        losses.add(new Loss("assessment", "", "files", ExchangeMessages.of("statement.lost.files")));
    }

    private void competency(String framework, CompetencyProgress of, Rows rows) throws IOException {
        List<Cell> start = List.of(
                Cell.of(framework),
                Cell.of(of.item().code().value()),
                Cell.of(of.item().label()));
        if (of.trajectories().isEmpty()) {
            List<Cell> row = new ArrayList<>(start);
            row.add(Cell.of(""));
            row.add(Cell.of(""));
            row.add(Cell.of(words.say("matrix.nothing-yet")));
            while (row.size() < COLUMNS.size()) row.add(Cell.of(""));
            rows.row(row);
        }
        for (Trajectory trajectory : of.trajectories()) {
            for (Trajectory.Point point : trajectory.points()) {
                List<Cell> row = new ArrayList<>(start);
                row.addAll(point(trajectory.perspective(), point));
                rows.row(row);
            }
        }
    }

    private List<Cell> point(Perspective perspective, Trajectory.Point point) {
        Assessment assessment = assessments.get(point.assessment());
        boolean peer = perspective == Perspective.PEER;
        String because = assessment == null || peer ? "" : Objects.requireNonNullElse(assessment.because(), "");
        List<Evidence> evidence = assessment == null ? List.of() : assessment.evidence();
        return List.of(
                Cell.of(words.name(perspective)),
                Cell.of(peer ? "" : words.name(point.role())),
                Cell.of(words.level(point.outcome(), point.level())),
                Cell.of(point.level() == null ? "" : point.level().description()),
                Cell.of(point.observedOn()),
                Cell.of(because),
                Cell.of(evidence.stream()
                        .map(each -> titles.computeIfAbsent(each, this::title))
                        .collect(Collectors.joining("; "))),
                Cell.of(words.say(point.supersededBy() == null ? "statement.stands" : "statement.corrected")));
    }

    private String title(Evidence evidence) {
        try {
            String title = desk.productions()
                    .get(evidence.dossier(), evidence.production())
                    .version(evidence.version())
                    .title();
            return words.say("booklet.evidence.of", title, evidence.version());
        } catch (NotFoundException | DeniedException notForTheReader) {
            losses.add(new Loss(
                    "evidence", evidence.production().toString(), "", ExchangeMessages.of("statement.lost.evidence")));
            return words.say("thing.production");
        }
    }
}
