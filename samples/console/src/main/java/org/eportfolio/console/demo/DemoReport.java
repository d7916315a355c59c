package org.eportfolio.console.demo;

import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import org.eportfolio.PortfolioException;
import org.eportfolio.assessment.CompetencyProgress;
import org.eportfolio.assessment.Divergence;
import org.eportfolio.assessment.Progress;
import org.eportfolio.assessment.Trajectory;
import org.eportfolio.console.command.assessment.MatrixCommand;
import org.eportfolio.console.command.trust.JournalVerifyCommand;
import org.eportfolio.console.school.Finding;
import org.eportfolio.console.school.School;
import org.eportfolio.console.terminal.Refusal;
import org.eportfolio.console.terminal.Screen;
import org.eportfolio.console.terminal.Texts;
import org.eportfolio.console.terminal.Words;
import org.eportfolio.console.view.ProgressView;
import org.eportfolio.console.view.Symbols;
import org.eportfolio.core.Desk;
import org.eportfolio.core.ExampleScales;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.id.PersonId;
import org.eportfolio.journal.Verification;
import org.eportfolio.school.Cohort;
import org.jspecify.annotations.Nullable;

/**
 * What is shown of the year that is played: in brief, what carries the story and what came of it, to be read in less than
 * two minutes; or every act, month by month.
 */
final class DemoReport {
    private final DemoScript script;
    private final boolean all;
    private final Screen screen;
    private final Texts texts;
    private final DemoStory story;
    private @Nullable YearMonth month;
    private int untold;

    /** @param all whether every act is told */
    DemoReport(DemoScript script, boolean all, Screen screen, Texts texts) {
        this.script = script;
        this.all = all;
        this.screen = screen;
        this.texts = texts;
        story = new DemoStory(script.calls(), texts);
    }

    void opening() {
        Tree tree = script.tree();
        screen.line(Words.bold(texts.say("demo.title", tree.text("company"), tree.text("year"))));
        screen.line(texts.say("demo.fictitious"));
        screen.blank();
        if (all) tree.texts("context").forEach(screen::line);
    }

    void told(DemoEvent event, Map<String, Object> facts) {
        Optional<String> text = all ? event.telling() : event.inBrief();
        if (text.isEmpty()) untold++;
        else screen.line(day(event).and(story.told(text.get(), event, facts)));
    }

    void refused(DemoEvent event, PortfolioException why) {
        told(event, Map.of());
        if (all) screen.line("      " + texts.say("demo.refusal", why.message(texts.locale())));
    }

    /** How much was done that the brief story leaves out. */
    void untold() {
        if (!all) screen.line(Words.faint(texts.say("demo.untold", untold)));
    }

    /** In brief, day and month; otherwise the day, and the month before it where it begins. */
    private Words day(DemoEvent event) {
        if (!all) return Words.faint(texts.dayOfYear(event.day()) + "  ");
        YearMonth now = YearMonth.from(event.day());
        if (!now.equals(month)) {
            month = now;
            screen.heading(texts.month(now));
        }
        return Words.faint(String.format("%4d  ", event.day().getDayOfMonth()));
    }

    void results(School school) {
        Desk head = school.as(script.administrator());
        Cohort cohort = head.cohorts().find(script.cohort()).orElseThrow();
        screen.heading(texts.say("demo.matrix"));
        MatrixCommand.view(cohort, null, head, school.clock().getZone()).table(screen, texts);
        screen.blank();
        screen.line(Symbols.line(ExampleScales.FOUR_STEPS, texts));
        Finding finding = new Finding(head, school.clock(), texts);
        screen.heading(texts.say("demo.trajectories", finding.name(PersonId.of(script.follow()))));
        progress(finding, script.follow())
                .all()
                .filter(each -> each.trajectories().size() > 1)
                .forEach(this::trajectories);
        screen.heading(texts.say("demo.divergences"));
        for (PersonId learner :
                School.learners(head, cohort.id(), finding.now()).keySet()) {
            progress(finding, learner.value())
                    .divergences()
                    .forEach(each -> screen.line(
                            Words.of("- " + finding.name(learner) + ", ").and(divergence(each))));
        }
        journal(head.journal().verify());
    }

    /** In brief, where somebody saw it move. */
    private void trajectories(CompetencyProgress each) {
        if (all) ProgressView.competency(each, screen, texts);
        else if (each.trajectories().stream().anyMatch(DemoReport::moved)) {
            screen.line(Words.bold(each.item().code().value()));
            each.trajectories().forEach(course -> ProgressView.trajectory(course, screen, texts));
        }
    }

    private static boolean moved(Trajectory course) {
        return course.points().stream().map(Trajectory.Point::level).distinct().count() > 1;
    }

    private Words divergence(Divergence each) {
        return all ? ProgressView.told(each, texts) : ProgressView.views(each, texts);
    }

    private void journal(Verification found) {
        if (all) {
            screen.heading(texts.say("demo.journal"));
            new JournalVerifyCommand.Found(found, texts.locale()).print(screen, texts);
        } else if (found.sound()) {
            screen.blank();
            screen.line(texts.say("journal.sound"));
        }
        if (!found.sound())
            throw new Refusal(texts.count("journal.unsound", found.faults().size()));
    }

    private static Progress progress(Finding finding, String learner) {
        Dossier dossier = finding.dossiers(learner).get(0);
        return finding.desk().progress().of(dossier.id());
    }
}
