package org.eportfolio.console.demo;

import java.util.concurrent.Callable;
import org.eportfolio.console.command.CancellableTask;
import org.eportfolio.console.command.ConsoleCommand;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.School;
import org.eportfolio.core.Desk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Fills a file with a plausible load, to measure with. */
@Command(name = "generate")
public final class GenerateCommand extends ConsoleCommand implements Callable<Integer> {
    private static final String ADMINISTRATOR = "console-admin";
    private static final int MOST_LEARNERS = 999_999;
    private static final int MOST_ASSESSMENTS = 5_000;

    @Option(names = "--learners", paramLabel = "N", required = true)
    int learners;

    @Option(names = "--assessments", paramLabel = "M")
    int assessments = 60;

    @Option(names = "--seed", paramLabel = "S")
    long seed = 2026;

    public GenerateCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        refuseJson();
        within("--learners", learners, 1, MOST_LEARNERS);
        within("--assessments", assessments, 0, MOST_ASSESSMENTS);
        session().refuseKey();
        try (School school = School.open(session().options().place())) {
            if (school.administrator().isEmpty()) school.portfolio().setUp(ADMINISTRATOR);
            Desk head = session().desk(school);
            LoadGenerator generation = new LoadGenerator(head, school.clock(), seed, assessments);
            try (CancellableTask task = new CancellableTask("generate.bar", learners, session())) {
                generation.run(learners, done -> {
                    if (session().screen().rich()) task.at(done);
                    else acknowledge(done);
                });
                task.done();
            }
            if (session().screen().rich()) acknowledge(learners);
        }
        return Session.DONE;
    }

    /** What is counted here is on the disk. */
    private void acknowledge(long done) {
        session().screen().line(session().texts().count("generate.done", done));
    }

    private void within(String option, int value, int least, int most) {
        if (value < least || value > most) {
            throw wrongUsage(say("wrong.range", option, value, least, most));
        }
    }
}
