package org.eportfolio.console.command;

import java.util.concurrent.Callable;
import org.eportfolio.console.school.School;
import org.eportfolio.core.Desk;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command in one school's file. */
public abstract class Action implements Callable<Integer> {
    public final Session session;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    public CommandSpec spec;

    public Action(Session session) {
        this.session = session;
    }

    /** Does it. */
    public abstract void act() throws Exception;

    /** Whether it answers with something that can be a JSON document, as whatever reads does. */
    public abstract boolean answers();

    @Override
    public Integer call() throws Exception {
        if (session.standing().json && !answers()) {
            throw new ParameterException(spec.commandLine(), say("wrong.json"));
        }
        act();
        return Session.DONE;
    }

    public final String say(String key, Object... arguments) {
        return session.texts().say(key, arguments);
    }

    /** A command of somebody, in a file that is there. */
    public abstract static class InSchool extends Action {
        public InSchool(Session session) {
            super(session);
        }

        public abstract void act(School school, Desk desk) throws Exception;

        @Override
        public void act() throws Exception {
            try (School school = session.open()) {
                act(school, session.desk(school));
            }
        }
    }
}
