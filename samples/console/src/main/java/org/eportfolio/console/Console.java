package org.eportfolio.console;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eportfolio.core.Desk;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Actor;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;

/** One run of the program: its options, its screen, its language. */
final class Console {
    static final int DONE = 0;
    static final int REFUSED = 1;
    static final int WRONG_USAGE = 2;

    private final Standing standing = new Standing();
    private final Screen screen;
    private final Texts texts;

    private Console(Screen screen, Texts texts) {
        this.screen = screen;
        this.texts = texts;
    }

    /**
     * Runs one command.
     *
     * @param rich whether the streams understand colours and boxes
     * @return 0 when done, 1 when refused or failed, 2 when the arguments are wrong
     */
    static int run(String[] args, PrintStream out, PrintStream err, boolean rich) {
        Console console = new Console(new Screen(out, err, rich), Texts.asked(args));
        try {
            return console.commands(new HashSet<>(List.of(args)), out, err, rich)
                    .execute(args);
        } catch (OutOfMemoryError e) {
            console.screen.complaint(console.texts.say("failed.memory"));
            return REFUSED;
        }
    }

    private CommandLine commands(Set<String> args, PrintStream out, PrintStream err, boolean rich) {
        CommandLine commands = new CommandLine(standing);
        AllCommands all = new AllCommands(this);
        boolean listed = args.contains("--help")
                || args.contains("-h")
                || AllCommands.NAMES.stream().noneMatch(args::contains);
        for (String name : AllCommands.NAMES) {
            if (args.contains(name)) commands.addSubcommand(name, all.make(name));
            else if (listed) commands.addSubcommand(name, CommandSpec.create());
        }
        return commands.setResourceBundle(texts.bundle())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setColorScheme(CommandLine.Help.defaultColorScheme(rich ? Ansi.ON : Ansi.OFF))
                .setUsageHelpLongOptionsMaxWidth(24)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(new WrongUsage(this))
                .setExecutionExceptionHandler(new Failure(this));
    }

    Standing standing() {
        return standing;
    }

    Screen screen() {
        return screen;
    }

    Texts texts() {
        return texts;
    }

    /** Opens the school's file, which must be there and set up. */
    School open() {
        String file = standing.file().toString();
        if (!School.isThere(standing.file())) throw new Refusal(texts.say("refused.no-file", file));
        School school = School.open(standing.file());
        if (school.administrator().isEmpty()) {
            school.close();
            throw new Refusal(texts.say("refused.no-administrator", file));
        }
        return school;
    }

    /** What the person named by {@code --as} can do; without one, the console's administrator. */
    Desk desk(School school) {
        PersonId person = standing.person == null
                ? school.administrator()
                        .orElseThrow(() -> new Refusal(texts.say(
                                "refused.no-administrator", standing.file().toString())))
                : PersonId.of(standing.person);
        Actor actor = Actor.of(person);
        return school.portfolio().as(standing.role == null ? actor : actor.acting(standing.role));
    }

    /** Prints what was read, in the form asked for. */
    void show(View view) {
        if (standing.json) screen.json(view);
        else view.print(screen, texts);
    }
}
