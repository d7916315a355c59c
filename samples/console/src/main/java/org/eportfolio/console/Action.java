package org.eportfolio.console;

import java.util.concurrent.Callable;
import org.eportfolio.core.Desk;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command in one school's file. */
abstract class Action implements Callable<Integer> {
    final Console console;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    CommandSpec spec;

    Action(Console console) {
        this.console = console;
    }

    /** Does it. */
    abstract void act() throws Exception;

    /** Whether it answers with something to read, and so can with a JSON document. */
    abstract boolean reads();

    @Override
    public Integer call() throws Exception {
        if (console.standing().json && !reads()) {
            throw new ParameterException(spec.commandLine(), say("wrong.json"));
        }
        act();
        return Console.DONE;
    }

    final String say(String key, Object... arguments) {
        return console.texts().say(key, arguments);
    }

    /** A command of somebody, in a file that is there. */
    abstract static class InSchool extends Action {
        InSchool(Console console) {
            super(console);
        }

        abstract void act(School school, Desk desk) throws Exception;

        @Override
        void act() throws Exception {
            try (School school = console.open()) {
                act(school, console.desk(school));
            }
        }
    }
}
