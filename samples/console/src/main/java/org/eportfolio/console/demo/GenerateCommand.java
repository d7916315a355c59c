package org.eportfolio.console.demo;

import org.eportfolio.console.command.Action;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.command.Watched;
import org.eportfolio.console.school.School;
import org.eportfolio.core.Desk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Fills a file with a plausible load, to measure with. */
@Command(name = "generate")
public final class GenerateCommand extends Action {
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
    public boolean answers() {
        return false;
    }

    @Override
    public void act() {
        within("--learners", learners, 1, MOST_LEARNERS);
        within("--assessments", assessments, 0, MOST_ASSESSMENTS);
        try (School school = School.open(session.standing().file())) {
            if (school.administrator().isEmpty()) school.portfolio().setUp(ADMINISTRATOR);
            Desk head = session.desk(school);
            Generation generation = new Generation(head, school.clock(), seed, assessments);
            try (Watched watched = new Watched("generate.bar", learners, session)) {
                generation.run(learners, done -> {
                    if (session.screen().rich()) watched.at(done);
                    else acknowledge(done);
                });
                watched.done();
            }
            if (session.screen().rich()) acknowledge(learners);
        }
    }

    /** What this line counts is on the disk. */
    private void acknowledge(long done) {
        session.screen().line(session.texts().count("generate.done", done));
    }

    private void within(String option, int value, int least, int most) {
        if (value < least || value > most) {
            throw new ParameterException(spec.commandLine(), say("wrong.range", option, value, least, most));
        }
    }
}
