package org.eportfolio.console;

import java.util.Iterator;
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
        Iterator<String> left = args.iterator();
        @Nullable String arg = left.hasNext() ? left.next() : null;
        while (arg != null && !arg.equals("--")) {
            OptionSpec option = command.optionsMap().get(arg);
            arg = left.hasNext() ? left.next() : null;
            if (option == null || option.arity().min() == 0) continue;
            if (arg == null || isOption(arg, command)) return Optional.of(option);
            arg = left.hasNext() ? left.next() : null;
        }
        return Optional.empty();
    }

    private static boolean isOption(String arg, CommandSpec command) {
        int end = arg.indexOf('=');
        return command.optionsMap().containsKey(end < 0 ? arg : arg.substring(0, end));
    }
}
