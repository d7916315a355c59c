package org.eportfolio.console;


/**
 * The commands of one concept, a method each: it parses, asks one desk, and shows what came of it, as lines for people or
 * as a JSON document.
 */
abstract class Commands {
    private final Console console;

    Commands(Console console) {
        this.console = console;
    }

    /** What is asked of a desk. */
    @FunctionalInterface
    interface Deed {
        View by(Finding finding) throws Exception;
    }

    /** Does it in the school's file, as whoever acts, and shows what came of it. */
    final int show(Deed deed) throws Exception {
        try (School school = console.open()) {
            console.show(deed.by(Finding.by(console.desk(school), school, console)));
        }
        return Console.DONE;
    }

    final String say(String key, Object... arguments) {
        return console.texts().say(key, arguments);
    }

    final Texts texts() {
        return console.texts();
    }
}
