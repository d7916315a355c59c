package org.eportfolio.core.schools;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import org.eportfolio.ProgressListener;
import org.eportfolio.core.SchoolMove;
import org.eportfolio.spi.PortfolioStore;

/** Moves a school in a process of its own, which says when it is at a step and then waits to be killed. */
final class MovingProcess {
    static final String AT_THE_STEP = "at the step";
    static final String ARRIVED = "arrived";

    /** When a process is killed. */
    enum Moment {
        BEFORE,
        MEANWHILE,
        AFTER
    }

    private MovingProcess() {}

    /** FOLDER SOURCE ID TARGET ID STEP MOMENT */
    public static void main(String[] args) {
        Path folder = Path.of(args[0]);
        Moment moment = Moment.valueOf(args[6]);
        var steps = new StoppedMoving.Steps(
                Integer.parseInt(args[5]),
                () -> {
                    if (moment == Moment.BEFORE) waitAtTheStep();
                    if (moment == Moment.MEANWHILE) System.out.println(AT_THE_STEP);
                },
                () -> {
                    // Killed meanwhile, it must not get further, however late the kill comes.
                    if (moment != Moment.BEFORE) waitAtTheStep();
                });
        try (PortfolioStore from = SchoolPlaces.valueOf(args[1]).made(args[2], folder);
                PortfolioStore to = SchoolPlaces.valueOf(args[3]).made(args[4], folder)) {
            SchoolMove.between(
                            new StoppedMoving(from, steps),
                            "ici",
                            new StoppedMoving(to, steps),
                            "là-bas",
                            Clock.systemUTC())
                    .finish(ProgressListener.NONE);
        }
        System.out.println(ARRIVED);
        System.exit(0);
    }

    private static void waitAtTheStep() {
        System.out.println(AT_THE_STEP);
        try {
            if (System.in.read() < 0) System.exit(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
