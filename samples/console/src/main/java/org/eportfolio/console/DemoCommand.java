package org.eportfolio.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eportfolio.PortfolioException;
import org.eportfolio.assessment.Progress;
import org.eportfolio.core.Desk;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.id.PersonId;
import org.eportfolio.journal.Verification;
import org.eportfolio.school.Cohort;
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
            if (played) report.screen().line(say("demo.again", file));
            else play(script, school, report);
            report.results(school);
            report.screen().blank();
            report.screen().line(say("demo.file", file));
            report.screen().line(say("demo.next", file, script.cohort(), script.follow()));
        }
    }

    private static void play(DemoScript script, School school, Report report) {
        DemoYear year = new DemoYear(script, school);
        report.screen().heading(report.texts().say("demo.year"));
        for (DemoEvent event : script.events()) {
            year.play(event);
            report.told(event);
        }
        report.screen().heading(report.texts().say("demo.refused"));
        for (DemoEvent event : script.refused()) report.refused(event, refusal(year, event));
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
    private record Report(DemoScript script, Screen screen, Texts texts, DemoStory story) {
        Report(DemoScript script, Screen screen, Texts texts) {
            this(script, screen, texts, new DemoStory(script.names(), texts));
        }

        void opening() {
            Tree tree = script.tree();
            screen.line(Words.bold(texts.say("demo.title", tree.text("company"), tree.text("year"))));
            screen.line(texts.say("demo.fictitious"));
            screen.blank();
            tree.texts("context").forEach(screen::line);
            screen.blank();
            screen.line(Words.bold(texts.say("demo.situation")).and(" " + tree.text("situation")));
            for (Tree mission : tree.trees("missions")) {
                screen.line("  - " + mission.text("label") + " (" + mission.text("competencies") + ")");
            }
        }

        void told(DemoEvent event) {
            screen.line(Words.faint(texts.day(event.day()) + "  ").and(story.told(event)));
        }

        void refused(DemoEvent event, PortfolioException why) {
            screen.line(Words.of("- ").and(story.told(event)));
            screen.line("    " + texts.say("demo.refusal", why.message(texts.locale())));
        }

        void results(School school) {
            Desk head = school.as(script.administrator());
            Cohort cohort = head.cohorts().find(script.cohort()).orElseThrow();
            screen.heading(texts.say("demo.look", script.look()));
            MatrixCommand.view(cohort, script.look(), head, school.clock().getZone())
                    .table(screen, texts);
            screen.heading(texts.say("demo.matrix"));
            MatrixCommand.view(cohort, null, head, school.clock().getZone()).print(screen, texts);
            Finding finding = new Finding(head, school.clock().instant(), texts);
            screen.heading(texts.say("demo.trajectories", story.name(script.follow())));
            ProgressView.trajectories(progress(finding, script.follow()), screen, texts);
            screen.heading(texts.say("demo.divergences"));
            for (PersonId learner :
                    School.learners(head, cohort.id(), finding.now()).keySet()) {
                progress(finding, learner.value())
                        .divergences()
                        .forEach(each -> screen.line(Words.of("- " + story.name(learner.value()) + ", ")
                                .and(ProgressView.told(each, texts))));
            }
            screen.heading(texts.say("demo.goals"));
            for (PersonId learner :
                    School.learners(head, cohort.id(), finding.now()).keySet()) {
                goals(learner, progress(finding, learner.value()));
            }
            screen.heading(texts.say("demo.journal"));
            Verification found = head.journal().verify();
            new JournalVerifyCommand.Found(found, texts.locale()).print(screen, texts);
            if (!found.sound())
                throw new Refusal(texts.count("journal.unsound", found.faults().size()));
        }

        private void goals(PersonId learner, Progress progress) {
            progress.goals().forEach(goal -> {
                screen.line(Words.of("- " + story.name(learner.value()) + ", ")
                        .and(ProgressView.goal(goal, progress.adoption().scale().require(goal.target()), texts)));
                ProgressView.course(goal, screen, texts);
            });
        }

        private static Progress progress(Finding finding, String learner) {
            Dossier dossier = finding.dossiers(learner).get(0);
            return finding.desk().progress().of(dossier.id());
        }
    }
}
