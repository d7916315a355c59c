package org.eportfolio.console;

import picocli.CommandLine.Command;

/** Commands that only hold others; on their own they are wrong usage, and picocli says what is missing. */
final class Group {
    private Group() {}

    @Command(name = "roster", synopsisSubcommandLabel = "COMMAND")
    static final class Roster {}

    @Command(name = "dossier", synopsisSubcommandLabel = "COMMAND")
    static final class Dossier {}

    @Command(name = "year", synopsisSubcommandLabel = "COMMAND")
    static final class Year {}

    @Command(name = "access", synopsisSubcommandLabel = "COMMAND")
    static final class Access {}

    @Command(name = "journal", synopsisSubcommandLabel = "COMMAND")
    static final class Journal {}

    @Command(name = "privacy", synopsisSubcommandLabel = "COMMAND")
    static final class Privacy {}
}
