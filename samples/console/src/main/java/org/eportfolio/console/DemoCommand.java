package org.eportfolio.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Map;
import org.eportfolio.PortfolioException;
import org.eportfolio.assessment.Progress;
import org.eportfolio.core.Desk;
import org.eportfolio.core.ExampleScales;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.id.PersonId;
import org.eportfolio.journal.Verification;
import org.eportfolio.school.Cohort;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** Plays a year of the VosRêves class, and shows what the portfolio makes of it. */
@Command(name = "demo")
final class DemoCommand extends Action {
    DemoCommand(Console console) {
        super(console);
    }

    @Override
    boolean answers() {
        return false;
    }

    @Override
    void act() throws IOException {
        DemoScript script = DemoScript.read();
        boolean own = console.standing().db != null;
        Path file = own ? console.standing().file() : Files.createTempFile("portfolio-demo-", ".db");
        try (School school = School.open(file)) {
            boolean played = school.demonstrationEnded().isPresent();
            if (!played && school.administrator().isPresent()) throw new Refusal(say("demo.other-content", file));
            Report report = new Report(script, console.screen(), console.texts());
            report.opening();
            if (played) console.screen().line(say("demo.again", file));
            else play(script, school, report);
            report.results(school);
            console.screen().blank();
            console.screen().line(say("demo.file", file));
            console.screen().line(say("demo.next", file, script.cohort(), script.follow()));
        }
    }

    private static void play(DemoScript script, School school, Report report) {
        DemoYear year = new DemoYear(script, school);
        for (DemoEvent event : script.events()) {
            if (event.refused()) report.refused(event, refusal(year, event));
            else report.told(event, year.play(event).facts());
        }
        school.endDemonstration(school.as(script.administrator()));
    }

    private static PortfolioException refusal(DemoYear year, DemoEvent event) {
        try {
            year.play(event);
        } catch (PortfolioException e) {
            return e;
        }
        throw new IllegalStateException("the library let it pass: " + event);
    }

    /** What is shown, section by section. */
    private static final class Report {
        private final DemoScript script;
        private final Screen screen;
        private final Texts texts;
        private final DemoStory story;
        private @Nullable YearMonth month;

        Report(DemoScript script, Screen screen, Texts texts) {
            this.script = script;
            this.screen = screen;
            this.texts = texts;
            story = new DemoStory(script.calls(), texts);
        }

        void opening() {
            Tree tree = script.tree();
            screen.line(Words.bold(texts.say("demo.title", tree.text("company"), tree.text("year"))));
            screen.line(texts.say("demo.fictitious"));
            screen.blank();
            tree.texts("context").forEach(screen::line);
        }

        void told(DemoEvent event, Map<String, Object> facts) {
            if (event.quiet()) return;
            screen.line(day(event).and(story.told(event, facts)));
        }

        void refused(DemoEvent event, PortfolioException why) {
            if (event.quiet()) return;
            screen.line(day(event).and(story.told(event, Map.of())));
            screen.line("      " + texts.say("demo.refusal", why.message(texts.locale())));
        }

        /** The day of the month; the month before it, where it begins. */
        private Words day(DemoEvent event) {
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
                    .forEach(each -> ProgressView.competency(each, screen, texts));
            screen.heading(texts.say("demo.divergences"));
            for (PersonId learner :
                    School.learners(head, cohort.id(), finding.now()).keySet()) {
                progress(finding, learner.value())
                        .divergences()
                        .forEach(each -> screen.line(
                                Words.of("- " + finding.name(learner) + ", ").and(ProgressView.told(each, texts))));
            }
            screen.heading(texts.say("demo.journal"));
            Verification found = head.journal().verify();
            new JournalVerifyCommand.Found(found, texts.locale()).print(screen, texts);
            if (!found.sound())
                throw new Refusal(texts.count("journal.unsound", found.faults().size()));
        }

        private static Progress progress(Finding finding, String learner) {
            Dossier dossier = finding.dossiers(learner).get(0);
            return finding.desk().progress().of(dossier.id());
        }
    }
}
