package org.eportfolio.console;

import org.eportfolio.core.Desk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Fills a file with a plausible load, to measure with. */
@Command(name = "generate")
final class GenerateCommand extends Action {
    private static final String ADMINISTRATOR = "console-admin";
    private static final int MOST_LEARNERS = 999_999;
    private static final int MOST_ASSESSMENTS = 5_000;

    @Option(names = "--learners", paramLabel = "N", required = true)
    int learners;

    @Option(names = "--assessments", paramLabel = "M")
    int assessments = 60;

    @Option(names = "--seed", paramLabel = "S")
    long seed = 2026;

    GenerateCommand(Console console) {
        super(console);
    }

    @Override
    boolean answers() {
        return false;
    }

    @Override
    void act() {
        within("--learners", learners, 1, MOST_LEARNERS);
        within("--assessments", assessments, 0, MOST_ASSESSMENTS);
        try (School school = School.open(console.standing().file())) {
            if (school.administrator().isEmpty()) school.portfolio().setUp(ADMINISTRATOR);
            Desk head = console.desk(school);
            Generation generation = new Generation(head, school.clock(), seed, assessments);
            try (Watched watched = new Watched("generate.bar", learners, console)) {
                generation.run(learners, done -> {
                    if (console.screen().rich()) watched.at(done);
                    else acknowledge(done);
                });
                watched.done();
            }
            if (console.screen().rich()) acknowledge(learners);
        }
    }

    /** What this line counts is on the disk. */
    private void acknowledge(long done) {
        console.screen().line(console.texts().count("generate.done", done));
    }

    private void within(String option, int value, int least, int most) {
        if (value < least || value > most) {
            throw new ParameterException(spec.commandLine(), say("wrong.range", option, value, least, most));
        }
    }
}
