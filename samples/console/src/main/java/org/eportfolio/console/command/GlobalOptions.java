package org.eportfolio.console.command;

import java.nio.file.Path;
import org.eportfolio.console.school.Place;
import org.eportfolio.console.terminal.Languages;
import org.eportfolio.school.Role;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The program, and the options that may stand before or after any command. */
@Command(name = "portfolio", sortOptions = false, synopsisSubcommandLabel = "COMMAND")
public final class GlobalOptions {
    private static final Place FILE = Place.of(Path.of("portfolio.db"));

    @Option(names = "--db", paramLabel = "FILE", scope = ScopeType.INHERIT, converter = PlaceConverter.class)
    @Nullable
    public Place db;

    @Option(names = "--as", paramLabel = "PERSON", scope = ScopeType.INHERIT)
    @Nullable
    public String person;

    @Option(names = "--role", paramLabel = "ROLE", scope = ScopeType.INHERIT)
    @Nullable
    Role role;

    @Option(names = "--once", paramLabel = "KEY", scope = ScopeType.INHERIT)
    @Nullable
    public String once;

    @Option(names = "--lang", paramLabel = "LANGUAGE", scope = ScopeType.INHERIT, converter = LanguageConverter.class)
    String language = Languages.DEFAULT;

    @Option(names = "--json", scope = ScopeType.INHERIT)
    public boolean json;

    @Option(names = "--debug", scope = ScopeType.INHERIT)
    public boolean debug;

    /** Shells for which the program can write a completion script. */
    public enum Completion {
        BASH,
        ZSH
    }

    @Option(names = "--completion", paramLabel = "SHELL")
    @Nullable
    public Completion completion;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT)
    boolean help;

    /** Lets another person act in what follows, in whichever role they have; {@code null} for the administrator. */
    public void actAs(@Nullable String other) {
        person = other;
        role = null;
    }

    public @Nullable Role role() {
        return role;
    }

    /** Where the school is kept. */
    public Place place() {
        return db == null ? FILE : db;
    }

    /** The portfolio's file, or what stands for it beside the console's own files. */
    public Path file() {
        return place().file();
    }
}
