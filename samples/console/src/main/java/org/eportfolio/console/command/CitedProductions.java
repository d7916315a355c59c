package org.eportfolio.console.command;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Productions that are cited, by what the user calls them. */
public final class CitedProductions {
    @Option(names = "--citing", paramLabel = "PRODUCTION")
    public List<String> productions = new ArrayList<>();
}
