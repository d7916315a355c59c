package org.eportfolio.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eportfolio.PortfolioException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Plays a year of the VosRêves class, and shows what the portfolio makes of it. */
@Command(name = "demo")
final class DemoCommand extends Action {
    @Option(names = "--all")
    boolean all;

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
            DemoReport report = new DemoReport(script, all, console.screen(), console.texts());
            report.opening();
            if (played) console.screen().line(say("demo.again", file));
            else play(script, school, report);
            report.results(school);
            console.screen().blank();
            console.screen().line(say("demo.file", file));
            console.screen().line(say("demo.next", file, script.follow()));
        }
    }

    private static void play(DemoScript script, School school, DemoReport report) {
        DemoYear year = new DemoYear(script, school);
        for (DemoEvent event : script.events()) {
            if (event.refused()) report.refused(event, refusal(year, event));
            else report.told(event, year.play(event).facts());
        }
        report.untold();
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
}
