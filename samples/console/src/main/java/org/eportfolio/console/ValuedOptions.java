package org.eportfolio.console;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Finds an option that lacks its value and would take the next option for one: {@code --because --json}. Where an
 * option's name is meant as text it is written {@code --because=--json}.
 */
final class ValuedOptions {
    private ValuedOptions() {}

    /** The first option that stands without its value. */
    static Optional<OptionSpec> bare(List<String> args, CommandSpec command) {
        for (int i = 0; i < args.size(); i++) {
            if (args.get(i).equals("--")) break;
            OptionSpec option = command.optionsMap().get(args.get(i));
            if (option == null || option.arity().min() == 0) continue;
            if (i + 1 == args.size() || isOption(args.get(i + 1), command)) return Optional.of(option);
            i++;
        }
        return Optional.empty();
    }

    private static boolean isOption(@Nullable String arg, CommandSpec command) {
        if (arg == null) return false;
        int end = arg.indexOf('=');
        return command.optionsMap().containsKey(end < 0 ? arg : arg.substring(0, end));
    }
}
