package org.eportfolio.console;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eportfolio.InvalidInputException;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.command.WrongArguments;
import org.eportfolio.console.terminal.Texts;
import org.eportfolio.console.terminal.WrongValue;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one line what is wrong with the arguments, and where to read how they are written. */
final class WrongUsage implements IParameterExceptionHandler {
    /** The options that picocli names in a sentence of its own. */
    private static final Pattern EXCLUSIVE = Pattern.compile("^Error: (.*) (?:is|are) mutually exclusive.*$");

    private final Session session;

    WrongUsage(Session session) {
        this.session = session;
    }

    @Override
    public int handleParseException(ParameterException e, String[] args) {
        String command = e.getCommandLine().getCommandSpec().qualifiedName();
        session.screen().complaint(session.texts().say("wrong.usage", reason(e, args), command));
        return Session.WRONG_USAGE;
    }

    private String reason(ParameterException e, String[] args) {
        Texts texts = session.texts();
        Optional<OptionSpec> bare =
                ValuedOptions.bare(List.of(args), e.getCommandLine().getCommandSpec());
        if (bare.isPresent()) return texts.say("wrong.no-value", bare.get().longestName());
        if (e instanceof MissingParameterException missing
                && !missing.getMissing().isEmpty()) {
            List<ArgSpec> open = missing.getMissing().stream()
                    .filter(each -> each.required() && !given(each, args))
                    .toList();
            return open.isEmpty()
                    ? texts.say("wrong.no-value", named(missing.getMissing()))
                    : texts.say("wrong.missing", named(open));
        }
        if (e instanceof OverwrittenOptionException twice) {
            return texts.say("wrong.twice", named(List.of(twice.getOverwritten())));
        }
        if (e instanceof UnmatchedArgumentException unknown) {
            String first = unknown.getUnmatched().get(0);
            if (first.startsWith("-") && first.indexOf(' ') > 0) return texts.say("wrong.dash", first);
            if (!first.startsWith("-") && !e.getCommandLine().getSubcommands().isEmpty()) {
                return noCommand(first, commands(e.getCommandLine()));
            }
            return texts.say("wrong.unknown", String.join(" ", unknown.getUnmatched()));
        }
        if (e instanceof WrongArguments) return String.valueOf(e.getMessage());
        if (e.getCause() instanceof WrongValue cause) return String.valueOf(cause.getMessage());
        if (e.getCause() instanceof InvalidInputException cause) return cause.message(texts.locale());
        if (e.getArgSpec() != null && e.getValue() != null) return value(e.getArgSpec(), e.getValue());
        if (e.getClass() == ParameterException.class
                && !e.getCommandLine().getSubcommands().isEmpty()) {
            return texts.say("wrong.command", String.join(", ", commands(e.getCommandLine())));
        }
        if (e instanceof MutuallyExclusiveArgsException) {
            return texts.say(
                    "wrong.exclusive",
                    EXCLUSIVE.matcher(String.valueOf(e.getMessage())).replaceAll("$1"));
        }
        return String.valueOf(e.getMessage());
    }

    /** Those beneath a command; of the program all, although only the named ones were made. */
    private static Collection<String> commands(CommandLine within) {
        return within.getParent() == null
                ? AllCommands.NAMES
                : within.getSubcommands().keySet();
    }

    private String noCommand(String given, Collection<String> there) {
        CommandLine all = new CommandLine(CommandSpec.create());
        there.forEach(each -> all.addSubcommand(each, CommandSpec.create()));
        List<String> near = new UnmatchedArgumentException(all, List.of(given)).getSuggestions();
        return session.texts().say("wrong.no-command", given, String.join(", ", near.isEmpty() ? there : near));
    }

    private static boolean given(ArgSpec argument, String[] args) {
        return argument instanceof OptionSpec option
                && Arrays.stream(option.names())
                        .anyMatch(name ->
                                Arrays.stream(args).anyMatch(each -> each.equals(name) || each.startsWith(name + "=")));
    }

    private String value(ArgSpec argument, String value) {
        String name = named(List.of(argument));
        if (argument.typeInfo().isMap()) return session.texts().say("wrong.form", name, value, argument.paramLabel());
        if (!argument.typeInfo().isEnum()) return session.texts().say("wrong.value", name, value);
        String constants =
                String.join(", ", argument.typeInfo().getEnumConstantNames()).toLowerCase(Locale.ROOT);
        return session.texts().say("wrong.choice", name, value, constants);
    }

    private static String named(List<ArgSpec> missing) {
        return missing.stream()
                .map(arg -> arg instanceof OptionSpec option ? option.longestName() : arg.paramLabel())
                .collect(Collectors.joining(", "));
    }
}
