package org.eportfolio.console;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.DateConverter;
import org.eportfolio.console.school.DateTimeConverter;
import org.eportfolio.console.school.RoleConverter;
import org.eportfolio.console.terminal.ConsoleLogging;
import org.eportfolio.console.terminal.Screen;
import org.eportfolio.console.terminal.Texts;
import org.eportfolio.school.Role;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;

/** One run of the program: its options, its screen, its language. */
final class Console {
    private Console() {}

    /**
     * Runs one command.
     *
     * @param rich whether the streams understand colours and boxes
     * @return 0 when done, 1 when refused or failed, 2 when the arguments are wrong
     */
    static int run(String[] args, PrintStream out, PrintStream err, boolean rich) {
        return run(args, new Screen(out, err, rich));
    }

    static int run(String[] args, Screen screen) {
        Session session = new Session(screen, Texts.asked(args));
        try {
            return commands(session, new HashSet<>(List.of(args))).execute(args);
        } catch (OutOfMemoryError e) {
            screen.complaint(session.texts().say("failed.memory"));
            return Session.REFUSED;
        } finally {
            if (session.options().debug) ConsoleLogging.detailed(false);
        }
    }

    /** @param args what was typed: only the commands among it are made */
    static CommandLine commands(Session session, Set<String> args) {
        CommandLine commands = new CommandLine(session.options());
        AllCommands all = new AllCommands(session);
        boolean listed = args.contains("--help")
                || args.contains("-h")
                || AllCommands.NAMES.stream().noneMatch(args::contains);
        for (String name : AllCommands.NAMES) {
            if (args.contains(name)) commands.addSubcommand(name, all.make(name));
            else if (listed) commands.addSubcommand(name, CommandSpec.create());
        }
        Texts texts = session.texts();
        Screen screen = session.screen();
        return commands.registerConverter(LocalDate.class, new DateConverter(texts))
                .registerConverter(LocalDateTime.class, new DateTimeConverter(texts))
                .registerConverter(Role.class, new RoleConverter(texts))
                .setResourceBundle(texts.bundle())
                .setOut(new PrintWriter(screen.page(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(screen.margin(), true, StandardCharsets.UTF_8))
                .setColorScheme(CommandLine.Help.defaultColorScheme(screen.rich() ? Ansi.ON : Ansi.OFF))
                .setUsageHelpLongOptionsMaxWidth(24)
                // A text may begin with anything: @ names no file of arguments, and - no options.
                .setExpandAtFiles(false)
                .setPosixClusteredShortOptionsAllowed(false)
                .setAllowOptionsAsOptionParameters(true)
                .setExecutionStrategy(new Execution(session))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(new WrongUsage(session))
                .setExecutionExceptionHandler(new Failure(session));
    }
}
