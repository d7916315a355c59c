package org.eportfolio.console.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Completes commands, options, and what the school's file holds: people, classes, codes, levels. */
final class ShellCompleter implements Completer {
    private static final int MOST_FILES = 500;
    private static final List<String> OWN = List.of("as", "help", "exit");

    private final CommandTree tree;
    private final SchoolWords words;
    private final Map<String, CommandSpec> made = new TreeMap<>();

    ShellCompleter(CommandTree tree, SchoolWords words) {
        this.tree = tree;
        this.words = words;
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> found) {
        if (line.wordIndex() == 0) {
            tree.names().forEach(each -> found.add(new Candidate(each)));
            OWN.forEach(each -> found.add(new Candidate(each)));
            return;
        }
        String first = line.words().get(0);
        if (first.equals("as") && line.wordIndex() == 1) add("PERSON", "", found);
        else if (first.equals("help") && line.wordIndex() == 1) {
            tree.names().forEach(each -> found.add(new Candidate(each)));
        } else if (tree.names().contains(first)) {
            within(made.computeIfAbsent(first, tree::command), line, found);
        }
    }

    private void within(CommandSpec first, ParsedLine line, List<Candidate> found) {
        CommandSpec command = first;
        int position = 0;
        OptionSpec waiting = null;
        for (String word : line.words().subList(1, line.wordIndex())) {
            OptionSpec option = command.optionsMap().get(word);
            CommandLine beneath = command.subcommands().get(word);
            if (waiting != null) waiting = null;
            else if (option != null && option.arity().min() > 0) waiting = option;
            else if (beneath != null) command = beneath.getCommandSpec();
            else if (!word.startsWith("-")) position++;
        }
        String word = line.word();
        int value = word.startsWith("--") ? word.indexOf('=') : -1;
        if (waiting != null) {
            values(waiting, "", line, found);
        } else if (value > 0) {
            OptionSpec option = command.optionsMap().get(word.substring(0, value));
            if (option != null) values(option, word.substring(0, value + 1), line, found);
        } else if (word.startsWith("-")) {
            options(command, found);
        } else if (!command.subcommands().isEmpty()) {
            command.subcommands()
                    .forEach((name, each) -> found.add(candidate(name, "", description(each.getCommandSpec()))));
        } else {
            Optional<PositionalParamSpec> parameter = at(command, position);
            if (parameter.isPresent()) values(parameter.get(), "", line, found);
            else options(command, found);
        }
    }

    private static Optional<PositionalParamSpec> at(CommandSpec command, int position) {
        return command.positionalParameters().stream()
                .filter(each -> each.index().contains(position))
                .findFirst();
    }

    private static void options(CommandSpec command, List<Candidate> found) {
        for (OptionSpec each : command.options()) {
            if (!each.hidden()) found.add(candidate(each.longestName(), "", null));
        }
    }

    private void values(ArgSpec argument, String before, ParsedLine line, List<Candidate> found) {
        String label = argument.paramLabel();
        if (label.contains("=")) {
            add(label.substring(0, label.indexOf('=')), before, "=", found);
        } else if (argument.typeInfo().isEnum() && words.of(label).isEmpty()) {
            argument.typeInfo()
                    .getEnumConstantNames()
                    .forEach(each -> found.add(candidate(before + each.toLowerCase(Locale.ROOT), "", null)));
        } else if (label.contains("FILE")
                || label.contains("FOLDER")
                || label.equals("PATH")
                || label.equals("ROSTER")
                || label.equals("BACKUP")) {
            files(before, line.word().substring(before.length()), found);
        } else {
            add(label, before, found);
        }
    }

    /** What lies in the folder of a path that is being typed. */
    private static void files(String before, String typed, List<Candidate> found) {
        String folder = typed.substring(0, typed.lastIndexOf('/') + 1);
        try (Stream<Path> there = Files.list(Path.of(folder.isEmpty() ? "." : folder))) {
            there.limit(MOST_FILES).forEach(each -> {
                boolean opens = Files.isDirectory(each);
                String name = folder + each.getFileName() + (opens ? "/" : "");
                found.add(new Candidate(before + name, name, null, null, null, null, !opens));
            });
        } catch (IOException | InvalidPathException e) {
            // There is no such folder to complete in.
        }
    }

    private void add(String label, String before, List<Candidate> found) {
        add(label, before, "", found);
    }

    private void add(String label, String before, String after, List<Candidate> found) {
        words.of(label)
                .forEach((word, meaning) ->
                        found.add(candidate(before + word + after, word, meaning.isEmpty() ? null : meaning)));
    }

    /** @param shown empty for the value itself */
    private static Candidate candidate(String value, String shown, @Nullable String meaning) {
        boolean complete = !value.endsWith("=");
        return new Candidate(value, shown.isEmpty() ? value : shown, null, meaning, null, null, complete);
    }

    private static @Nullable String description(CommandSpec command) {
        String[] said = command.usageMessage().description();
        return said.length == 0 ? null : said[0];
    }
}
