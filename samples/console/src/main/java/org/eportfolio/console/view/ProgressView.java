package org.eportfolio.console.view;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.eportfolio.assessment.Assessment;
import org.eportfolio.assessment.CompetencyProgress;
import org.eportfolio.assessment.Divergence;
import org.eportfolio.assessment.HeldBack;
import org.eportfolio.assessment.Progress;
import org.eportfolio.assessment.Trajectory;
import org.eportfolio.console.school.Lookup;
import org.eportfolio.console.terminal.Screen;
import org.eportfolio.console.terminal.StyledText;
import org.eportfolio.console.terminal.Texts;
import org.eportfolio.core.Desk;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.Framework;
import org.eportfolio.framework.Level;
import org.eportfolio.guidance.Goal;
import org.eportfolio.guidance.Step;
import org.eportfolio.id.PersonId;
import org.jspecify.annotations.Nullable;

/** A learner's progress, one part for each dossier. */
public record ProgressView(PersonId learner, String name, LocalDate day, List<Part> parts) implements View {
    public record Part(Progress progress, Framework framework, ExplainedJudgements judgements) {}

    /** @param asOf {@code null} for now */
    public static ProgressView of(List<Dossier> dossiers, @Nullable LocalDate asOf, Lookup lookup) {
        Desk desk = lookup.desk();
        List<Part> parts = new ArrayList<>();
        for (Dossier each : dossiers) {
            Progress progress = asOf == null
                    ? desk.progress().of(each.id())
                    : desk.progress().of(each.id(), asOf);
            parts.add(new Part(
                    progress,
                    desk.frameworks().get(progress.adoption().framework()),
                    ExplainedJudgements.of(progress, lookup)));
        }
        PersonId learner = dossiers.get(0).learner();
        return new ProgressView(learner, lookup.name(learner), asOf == null ? lookup.today() : asOf, parts);
    }

    @Override
    public Object document() {
        return new ProgressAnswer(
                learner, name, day, parts.stream().map(DossierProgress::of).toList());
    }

    /** What {@code --json} writes. */
    public record ProgressAnswer(PersonId learner, String name, LocalDate day, List<DossierProgress> dossiers) {}

    /** The progress in one dossier, with where perspectives diverge, and all that was said, with its reasons. */
    public record DossierProgress(Progress progress, List<Divergence> divergences, List<Assessment> judgements) {
        static DossierProgress of(Part part) {
            return new DossierProgress(
                    part.progress(),
                    part.progress().divergences(),
                    List.copyOf(part.judgements().all().values()));
        }
    }

    @Override
    public void print(Screen screen, Texts texts) {
        for (Part part : parts) {
            screen.line(StyledText.bold(texts.say("progress.title", name, day))
                    .and(StyledText.faint("   " + part.framework().title())));
            screen.blank();
            heldBack(part.progress().heldBack(), screen, texts);
            trajectories(part.progress(), part.judgements(), screen, texts);
            screen.blank();
            divergences(part.progress(), screen, texts);
            screen.blank();
            goals(part.progress(), screen, texts);
            screen.blank();
            LevelSymbols.legend(part.progress().adoption().scale(), screen, texts);
        }
    }

    /** The label of what an embargo holds back; nothing for {@code null}. */
    static void heldBack(@Nullable HeldBack held, Screen screen, Texts texts) {
        if (held == null) return;
        String codes = held.unsaid().stream().map(Code::value).collect(Collectors.joining(", "));
        screen.line(texts.say("progress.held-back", held.until(), codes));
        screen.blank();
    }

    private static void trajectories(Progress progress, ExplainedJudgements judgements, Screen screen, Texts texts) {
        boolean first = true;
        for (CompetencyProgress each : progress.all().toList()) {
            if (each.uncovered()) continue;
            if (!first) screen.blank();
            first = false;
            competency(each, screen, texts);
            judgements.reasons(each, progress.adoption().scale(), screen, texts);
        }
        if (!progress.uncovered().isEmpty()) {
            if (!first) screen.blank();
            screen.line(texts.say("progress.uncovered")
                    + " "
                    + progress.uncovered().stream()
                            .map(item -> item.code().value())
                            .collect(Collectors.joining(", ")));
        }
    }

    /** Where a learner stands on one competency, and how each perspective saw it come. */
    public static void competency(CompetencyProgress each, Screen screen, Texts texts) {
        screen.line(StyledText.bold(each.item().code() + " ").and(each.item().label()));
        screen.line(StyledText.of("  " + texts.say("progress.current") + " ")
                .and(LevelSymbols.describe(
                        each.current().outcome(), each.current().level(), texts)));
        for (Trajectory trajectory : each.trajectories()) trajectory(trajectory, screen, texts);
    }

    /** How one perspective saw it come. */
    public static void trajectory(Trajectory trajectory, Screen screen, Texts texts) {
        StyledText line = StyledText.of("  " + texts.name(trajectory.perspective()) + " : ");
        boolean first = true;
        for (Trajectory.Point point : trajectory.points()) {
            if (!first) line = line.and("  →  ");
            first = false;
            line = line.and(StyledText.faint(texts.day(point.observedOn()) + " "))
                    .and(said(point, texts));
        }
        screen.line(line);
    }

    private static StyledText said(Trajectory.Point point, Texts texts) {
        StyledText said = switch (point.outcome()) {
            case RETRACTED -> StyledText.of(texts.say("level.retracted"));
            case LEVEL, NOT_APPLICABLE -> LevelSymbols.describe(point.outcome(), point.level(), texts);
        };
        return point.supersededBy() == null ? said : said.and(StyledText.faint(" " + texts.say("level.superseded")));
    }

    static void divergences(Progress progress, Screen screen, Texts texts) {
        List<Divergence> found = progress.divergences();
        screen.line(StyledText.bold(texts.say(found.isEmpty() ? "divergence.none" : "divergence.title")));
        for (Divergence each : found) screen.line(StyledText.of("  ").and(describe(each, texts)));
    }

    public static StyledText describe(Divergence each, Texts texts) {
        return views(each, texts).and(StyledText.faint("   " + each.label()));
    }

    /** The same without what the competency is called. */
    public static StyledText views(Divergence each, Texts texts) {
        return StyledText.bold(each.competency().value())
                .and(" : " + texts.name(each.lower().perspective()) + " ")
                .and(LevelSymbols.describe(null, each.lower().level(), texts))
                .and(" < " + texts.name(each.higher().perspective()) + " ")
                .and(LevelSymbols.describe(null, each.higher().level(), texts));
    }

    static void goals(Progress progress, Screen screen, Texts texts) {
        screen.line(StyledText.bold(texts.say(progress.goals().isEmpty() ? "goal.none" : "goal.title")));
        for (Goal goal : progress.goals()) {
            Level target = progress.adoption().scale().require(goal.target());
            screen.line(StyledText.of("  ").and(goal(goal, target, texts)));
            course(goal, screen, texts);
        }
    }

    /** The steps towards a goal, the claim and the answer to it. */
    public static void course(Goal goal, Screen screen, Texts texts) {
        for (Step step : goal.steps()) screen.line("      " + (step.done() ? "[x] " : "[ ] ") + step.text());
        Goal.Claim claim = goal.claim();
        if (claim != null) screen.line("      " + texts.say("goal.claimed", claim.note()));
        Goal.Answer answer = goal.answer();
        if (answer != null) screen.line("      " + texts.say("goal.answered", answer.note()));
    }

    static StyledText goal(Goal goal, Level target, Texts texts) {
        return StyledText.bold(goal.competency().value())
                .and(" → ")
                .and(LevelSymbols.describe(null, target, texts))
                .and(" " + texts.say("goal.by", goal.dueOn()) + " : ")
                .and(StyledText.bold(texts.name(goal.status())));
    }
}
