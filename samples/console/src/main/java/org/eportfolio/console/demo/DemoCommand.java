package org.eportfolio.console.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.eportfolio.ProgressListener;
import org.eportfolio.console.command.ConsoleCommand;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.School;
import org.eportfolio.console.terminal.Refusal;
import org.eportfolio.core.Desk;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.exchange.Exchange;
import org.eportfolio.exchange.Extent;
import org.eportfolio.id.PersonId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Plays a year of the VosRêves class, and shows what the portfolio makes of it. */
@Command(name = "demo")
public final class DemoCommand extends ConsoleCommand implements Callable<Integer> {
    @Option(names = "--all")
    boolean all;

    public DemoCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() throws IOException {
        refuseJson();
        session().refuseKey();
        DemoScript script = DemoScript.read();
        boolean own = session().options().db != null;
        Path file = own ? session().options().file() : Files.createTempFile("portfolio-demo-", ".db");
        if (!own || !Files.exists(file)) Demonstration.state(script.exams(), file);
        try (School school = School.open(file)) {
            boolean played = school.demonstrationEnded().isPresent();
            if (!played && school.administrator().isPresent()) throw new Refusal(say("demo.other-content", file));
            DemoReport report =
                    new DemoReport(script, all, session().screen(), session().texts());
            report.opening();
            if (played) session().screen().line(say("demo.again", file));
            else play(script, school, report);
            report.results(school);
            session().screen().blank();
            session().screen().line(say("demo.file", file));
            session().screen().line(say("demo.booklet", booklet(script.follow(), school, file)));
            session().screen().line(say("demo.next", file, script.follow()));
        }
        return Session.DONE;
    }

    /** The learner's own booklet, in a folder beside the file; one that is there already stays as it is. */
    private Path booklet(String learner, School school, Path file) throws IOException {
        String name = String.valueOf(file.getFileName()).replaceFirst("\\.db$", "");
        Path folder = file.resolveSibling(name + "-" + learner);
        if (!Files.exists(folder)) {
            Desk desk = school.as(learner);
            Dossier dossier = desk.dossiers().of(PersonId.of(learner)).get(0);
            Exchange.ofDefaults()
                    .export(
                            desk,
                            new Extent.OfDossier(dossier.id()),
                            "html",
                            folder,
                            session().texts().locale(),
                            ProgressListener.NONE);
        }
        return folder.resolve("index.html");
    }

    private static void play(DemoScript script, School school, DemoReport report) {
        DemoYear year = new DemoYear(script, school);
        for (DemoEvent event : script.events()) {
            if (event.refused()) report.refused(event, year.refusal(event));
            else report.describe(event, year.play(event).facts());
        }
        report.skipped();
        school.endDemonstration(school.as(script.administrator()));
    }
}
