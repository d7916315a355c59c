package org.eportfolio.console.command;

import org.eportfolio.console.command.ConsoleCommand.Request;
import org.eportfolio.console.school.Lookup;
import org.eportfolio.console.view.View;

/** A request that is made once under the key of {@code --once}: what was typed is what came in. */
record UnderKey(String key, String typed, Request request) implements Request {
    @Override
    public View answer(Lookup lookup) throws Exception {
        try {
            return lookup.desk().once(key, typed, desk -> {
                try {
                    return request.answer(new Lookup(desk, lookup.clock(), lookup.texts()));
                } catch (RuntimeException e) {
                    throw e;
                } catch (Exception e) {
                    throw new Carried(e);
                }
            });
        } catch (Carried e) {
            throw e.carried;
        }
    }

    /** Carries an exception out of a function that declares none. */
    private static final class Carried extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient Exception carried;

        Carried(Exception carried) {
            super(carried);
            this.carried = carried;
        }
    }
}
