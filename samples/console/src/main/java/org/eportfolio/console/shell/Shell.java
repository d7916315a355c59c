package org.eportfolio.console.shell;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eportfolio.console.command.GlobalOptions;
import org.eportfolio.console.command.Session;
import org.jline.reader.Completer;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.history.DefaultHistory;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/**
 * Reads commands, a line each, and runs them in this JVM. What was typed is remembered until the session ends and reaches
 * no file, for it may be about pupils. What is wrong with one line does not end the session.
 */
public final class Shell {
    private static final String PROGRAM = "portfolio ";
    /** Stands for bytes that are not UTF-8. */
    private static final char NOT_DECODED = '\uFFFD';

    private final Session session;
    private final Command command;
    private final SchoolWords words;
    private final Completer completer;
    private boolean interactive;
    private int worst = Session.DONE;

    /** Runs one command, as the program does. */
    @FunctionalInterface
    public interface Command {
        int run(String[] args);
    }

    public Shell(Session session, Command command, CommandTree tree) {
        this.session = session;
        this.command = command;
        words = new SchoolWords(session);
        completer = new ShellCompleter(tree, words);
    }

    /** Until the input ends, or {@code exit}. Gives back the worst that came of a line that no person typed. */
    public int run() throws IOException {
        try (Terminal terminal = TerminalBuilder.builder()
                .system(true)
                .dumb(true)
                .encoding(StandardCharsets.UTF_8)
                .build()) {
            interactive = !terminal.getType().startsWith(Terminal.TYPE_DUMB);
            if (interactive) typed(terminal);
            else piped();
        }
        return interactive ? Session.DONE : worst;
    }

    /** Without a file of its own, a history of jline's is in memory. */
    static LineReader reader(Terminal terminal, Completer completer) {
        return LineReaderBuilder.builder()
                .terminal(terminal)
                .parser((line, cursor, context) -> ShellLine.of(line, cursor))
                .completer(completer)
                .history(new DefaultHistory())
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .option(LineReader.Option.CASE_INSENSITIVE, true)
                .build();
    }

    private void typed(Terminal terminal) {
        session.screen().line(session.texts().say("shell.welcome"));
        LineReader reader = reader(terminal, completer);
        boolean more = true;
        while (more) {
            try {
                more = line(reader.readLine(prompt()));
            } catch (UserInterruptException e) {
                // Ctrl-C gives up a line, not the session.
            } catch (EndOfFileException e) {
                more = false;
            }
        }
    }

    private void piped() throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null && line(line); line = in.readLine()) {
            // The line has been carried out.
        }
    }

    private String prompt() {
        String person = session.options().person;
        return person == null
                ? session.texts().say("shell.prompt")
                : session.texts().say("shell.prompt-as", person);
    }

    /** Carries a line out; false if it ends the session. */
    boolean line(String text) {
        String stripped = text.strip();
        if (stripped.isEmpty() || stripped.startsWith("#")) return true;
        ShellLine line = ShellLine.of(withoutProgram(stripped));
        Optional<String> fault = fault(line);
        if (fault.isPresent()) {
            complain(fault.get());
            return true;
        }
        switch (line.words().get(0)) {
            case "exit", "quit" -> {
                return false;
            }
            case "shell" -> complain("shell.within");
            case "as" -> actAs(line.words());
            case "help" -> run(help(line.words()));
            default -> run(line.words());
        }
        return true;
    }

    /** Why a line cannot be what was meant: a text would be kept that was not typed. */
    private static Optional<String> fault(ShellLine line) {
        if (line.line().indexOf(NOT_DECODED) >= 0) return Optional.of("shell.not-utf-8");
        if (line.open()) return Optional.of("shell.quote");
        return line.overrun() ? Optional.of("shell.quote-within") : Optional.empty();
    }

    /** As messages and documents write a command. */
    private static String withoutProgram(String line) {
        return line.startsWith(PROGRAM) ? line.substring(PROGRAM.length()).strip() : line;
    }

    private void complain(String key) {
        session.screen().complaint(session.texts().say(key));
        worst = Math.max(worst, Session.WRONG_USAGE);
    }

    private void actAs(List<String> line) {
        if (line.size() > 2) {
            complain("shell.as");
            return;
        }
        session.options().actAs(line.size() == 2 ? line.get(1) : null);
        words.forget();
    }

    private static List<String> help(List<String> line) {
        List<String> args = new ArrayList<>(line.subList(1, line.size()));
        args.add("--help");
        return args;
    }

    private void run(List<String> line) {
        List<String> args = new ArrayList<>();
        GlobalOptions options = session.options();
        args.addAll(List.of("--db", options.place().toString()));
        if (lacks(line, "--lang")) {
            args.addAll(List.of("--lang", session.texts().locale().toLanguageTag()));
        }
        boolean oneself = lacks(line, "--as") && lacks(line, "--role");
        if (oneself && options.person != null) args.addAll(List.of("--as", options.person));
        if (oneself && options.role() != null) {
            args.addAll(List.of("--role", options.role().name().toLowerCase(Locale.ROOT)));
        }
        if (options.json && lacks(line, "--json")) args.add("--json");
        if (options.debug && lacks(line, "--debug")) args.add("--debug");
        if (!lacks(line, "--db")) args.subList(0, 2).clear();
        args.addAll(line);
        worst = Math.max(worst, command.run(args.toArray(String[]::new)));
        words.forget();
    }

    private static boolean lacks(List<String> line, String option) {
        return line.stream().noneMatch(each -> each.equals(option) || each.startsWith(option + "="));
    }
}
