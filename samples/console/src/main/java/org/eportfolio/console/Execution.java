package org.eportfolio.console;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.terminal.ConsoleLogging;
import org.slf4j.LoggerFactory;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** Runs a command whose options all have their values; with {@code --debug}, notes which one it was and how long it took. */
final class Execution implements IExecutionStrategy {
    private final Session session;

    Execution(Session session) {
        this.session = session;
    }

    @Override
    public int execute(ParseResult parsed) {
        if (session.options().completion != null && !parsed.hasSubcommand()) return printCompletion();
        ParseResult last = parsed;
        while (last.hasSubcommand()) last = last.subcommand();
        CommandSpec command = last.commandSpec();
        Optional<OptionSpec> bare = ValuedOptions.bare(parsed.originalArgs(), command);
        if (bare.isPresent()) {
            throw new MissingParameterException(command.commandLine(), bare.get(), "no value");
        }
        if (session.options().once != null) session.typed(typed(last));
        if (!session.options().debug) return new RunLast().execute(parsed);
        ConsoleLogging.detailed(true);
        long begun = System.nanoTime();
        try {
            return new RunLast().execute(parsed);
        } finally {
            // The command's name and no argument, for arguments may be people and texts.
            LoggerFactory.getLogger(Execution.class)
                    .debug(
                            "{}: {} ms",
                            command.qualifiedName(),
                            TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
        }
    }

    /** Without the options that may stand with any command. */
    private static String typed(ParseResult last) {
        StringBuilder typed = new StringBuilder(last.commandSpec().qualifiedName());
        for (ArgSpec each : last.matchedArgs()) {
            if (each instanceof OptionSpec option) {
                if (option.inherited()) continue;
                typed.append('\n').append(option.longestName());
            }
            each.originalStringValues()
                    .forEach(value -> typed.append('\n')
                            .append(value.length())
                            .append(' ')
                            .append(value));
        }
        return typed.toString();
    }

    /** What picocli writes is for bash, and makes zsh understand it by {@code bashcompinit}. */
    private int printCompletion() {
        CommandLine whole = Console.commands(session, Set.copyOf(AllCommands.NAMES));
        session.screen().page().print(AutoComplete.bash("portfolio", whole));
        session.screen().page().flush();
        return Session.DONE;
    }
}
