package org.eportfolio.core.internal.search;

import java.util.ArrayList;
import java.util.List;
import org.eportfolio.dossier.Piece;
import org.eportfolio.dossier.Production;
import org.eportfolio.dossier.Setting;
import org.eportfolio.dossier.Version;
import org.eportfolio.framework.Code;
import org.eportfolio.guidance.Goal;
import org.eportfolio.guidance.Step;
import org.eportfolio.interview.Agreement;
import org.eportfolio.interview.Interview;
import org.eportfolio.reflection.Answer;
import org.eportfolio.reflection.Comparison;
import org.eportfolio.reflection.Feedback;
import org.eportfolio.reflection.MissionReport;
import org.eportfolio.reflection.Reflection;
import org.jspecify.annotations.Nullable;

/**
 * Which texts of a record are searched: what people wrote, as it stands now. What is said of help names persons, and is left
 * out.
 */
final class RecordTexts {
    /** How much of a text that has no title stands in its place. */
    private static final int FIRST_WORDS = 80;

    private RecordTexts() {}

    static SearchedText of(Production production) {
        Version now = production.current();
        List<String> pieces = new ArrayList<>();
        now.pieces().forEach(each -> add(each, pieces));
        return SearchedText.of(now.title(), now.description(), codes(now.competencies()), setting(now.setting()))
                .and(pieces);
    }

    private static void add(Piece piece, List<String> texts) {
        if (piece instanceof Piece.Text written) texts.add(written.text());
        if (piece instanceof Piece.Contribution said) texts.add(said.text());
        if (piece instanceof Piece.Link link && link.title() != null) texts.add(link.title());
        if (piece instanceof Piece.File file) {
            texts.add(file.name());
            if (file.alternative() != null) texts.add(file.alternative());
            if (file.transcript() != null) texts.add(file.transcript());
        }
    }

    static SearchedText of(Reflection reflection) {
        return SearchedText.of(reflection.action(), setting(reflection.setting()))
                .and(reflection.current().answers().stream().map(Answer::text).toList());
    }

    static SearchedText of(MissionReport report) {
        MissionReport.Version now = report.current();
        List<String> compared = new ArrayList<>();
        for (Comparison each : now.comparisons()) {
            compared.add(each.expected());
            compared.add(each.gap());
        }
        return SearchedText.of(report.mission(), now.asked(), now.done(), now.next(), setting(report.setting()))
                .and(compared);
    }

    static SearchedText of(Feedback feedback) {
        String text = feedback.text();
        return SearchedText.untitled(text.length() <= FIRST_WORDS ? text : firstWords(text), text);
    }

    private static String firstWords(String text) {
        int end = FIRST_WORDS;
        while (end > FIRST_WORDS / 2 && !Character.isWhitespace(text.charAt(end))) end--;
        if (Character.isLowSurrogate(text.charAt(end))) end--;
        return text.substring(0, end) + "…";
    }

    static SearchedText of(Goal goal, Labels labels) {
        List<String> steps = goal.steps().stream().map(Step::text).toList();
        String title = Labels.titled(goal.competency(), labels.of(goal.adoption(), goal.competency()));
        Goal.Claim claim = goal.claim();
        Goal.Answer answer = goal.answer();
        return SearchedText.of(title, claim == null ? null : claim.note(), answer == null ? null : answer.note())
                .and(steps);
    }

    static SearchedText of(Interview interview) {
        List<String> agreed = new ArrayList<>();
        for (Agreement each : interview.agreements()) {
            agreed.add(each.text());
            if (each.word() != null) agreed.add(each.word());
        }
        return SearchedText.of(
                        interview.purpose(),
                        interview.minutes() == null ? null : interview.minutes().notes(),
                        interview.cancellation() == null
                                ? null
                                : interview.cancellation().reason())
                .and(agreed);
    }

    private static String codes(List<Code> codes) {
        return String.join(", ", codes.stream().map(Code::value).toList());
    }

    private static @Nullable String setting(@Nullable Setting setting) {
        if (setting instanceof Setting.Mission in) return in.scenario() + ", " + in.mission();
        return setting instanceof Setting.Workplace at ? at.place() : null;
    }
}
