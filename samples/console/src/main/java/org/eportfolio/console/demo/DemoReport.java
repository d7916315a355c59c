package org.eportfolio.console.demo;

import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import org.eportfolio.PortfolioException;
import org.eportfolio.assessment.CompetencyProgress;
import org.eportfolio.assessment.Divergence;
import org.eportfolio.assessment.Progress;
import org.eportfolio.assessment.Trajectory;
import org.eportfolio.console.school.Lookup;
import org.eportfolio.console.school.School;
import org.eportfolio.console.terminal.Refusal;
import org.eportfolio.console.terminal.Screen;
import org.eportfolio.console.terminal.StyledText;
import org.eportfolio.console.terminal.Texts;
import org.eportfolio.console.view.LevelSymbols;
import org.eportfolio.console.view.MatrixView;
import org.eportfolio.console.view.ProgressView;
import org.eportfolio.console.view.VerificationView;
import org.eportfolio.core.Desk;
import org.eportfolio.core.ExampleScales;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.id.PersonId;
import org.eportfolio.journal.Verification;
import org.eportfolio.school.Cohort;
import org.eportfolio.school.Role;
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
    private int skipped;

    /** @param all whether every act is shown */
    DemoReport(DemoScript script, boolean all, Screen screen, Texts texts) {
        this.script = script;
        this.all = all;
        this.screen = screen;
        this.texts = texts;
        story = new DemoStory(script.calls(), texts);
    }

    void opening() {
        JsonObject tree = script.tree();
        screen.line(StyledText.bold(texts.say("demo.title", tree.text("company"), tree.text("year"))));
        screen.line(texts.say("demo.fictitious"));
        screen.blank();
        if (all) tree.texts("context").forEach(screen::line);
    }

    void describe(DemoEvent event, Map<String, Object> facts) {
        Optional<String> text = all ? event.inFull() : event.inBrief();
        if (text.isEmpty()) skipped++;
        else screen.line(day(event).and(story.describe(text.get(), event, facts)));
    }

    void refused(DemoEvent event, PortfolioException why) {
        describe(event, Map.of());
        if (all) screen.line("      " + texts.say("demo.refusal", why.message(texts.locale())));
    }

    /** How much was done that the brief story leaves out. */
    void skipped() {
        if (!all) screen.line(StyledText.faint(texts.say("demo.left-out", skipped)));
    }

    /** In brief, day and month; otherwise the day, and the month before it where it begins. */
    private StyledText day(DemoEvent event) {
        if (!all) return StyledText.faint(texts.dayOfYear(event.day()) + "  ");
        YearMonth now = YearMonth.from(event.day());
        if (!now.equals(month)) {
            month = now;
            screen.heading(texts.month(now));
        }
        return StyledText.faint(String.format("%4d  ", event.day().getDayOfMonth()));
    }

    void results(School school) {
        Desk head = school.as(script.administrator());
        Cohort cohort = head.cohorts().find(script.cohort()).orElseThrow();
        Desk teacher = school.as(script.people(Role.LEAD_TEACHER)[0]);
        Lookup lookup = new Lookup(teacher, school.clock(), texts);
        screen.heading(texts.say("demo.matrix"));
        MatrixView.of(cohort, null, null, lookup).table(screen, texts);
        screen.blank();
        screen.line(LevelSymbols.line(ExampleScales.FOUR_STEPS, texts));
        screen.heading(texts.say("demo.trajectories", lookup.name(PersonId.of(script.follow()))));
        progress(lookup, script.follow())
                .all()
                .filter(each -> each.trajectories().size() > 1)
                .forEach(this::trajectories);
        screen.heading(texts.say("demo.divergences"));
        for (PersonId learner :
                School.learners(teacher, cohort.id(), lookup.now()).keySet()) {
            progress(lookup, learner.value())
                    .divergences()
                    .forEach(each -> screen.line(
                            StyledText.of("- " + lookup.name(learner) + ", ").and(divergence(each))));
        }
        journal(head.journal().verify());
    }

    /** In brief, only where a level moved. */
    private void trajectories(CompetencyProgress each) {
        if (all) ProgressView.competency(each, screen, texts);
        else if (each.trajectories().stream().anyMatch(DemoReport::moved)) {
            screen.line(StyledText.bold(each.item().code().value()));
            each.trajectories().forEach(course -> ProgressView.trajectory(course, screen, texts));
        }
    }

    private static boolean moved(Trajectory course) {
        return course.points().stream().map(Trajectory.Point::level).distinct().count() > 1;
    }

    private StyledText divergence(Divergence each) {
        return all ? ProgressView.describe(each, texts) : ProgressView.views(each, texts);
    }

    private void journal(Verification found) {
        if (all) {
            screen.heading(texts.say("demo.journal"));
            new VerificationView(found).print(screen, texts);
        } else if (found.sound()) {
            screen.blank();
            screen.line(texts.say("journal.sound"));
        }
        if (!found.sound())
            throw new Refusal(texts.count("journal.unsound", found.faults().size()));
    }

    private static Progress progress(Lookup lookup, String learner) {
        Dossier dossier = lookup.dossiers(learner).get(0);
        return lookup.desk().progress().of(dossier.id());
    }
}
