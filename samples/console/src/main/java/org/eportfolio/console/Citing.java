package org.eportfolio.console;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Productions that are cited, by what the user calls them. */
final class Citing {
    @Option(names = "--citing", paramLabel = "PRODUCTION")
    List<String> productions = new ArrayList<>();
}
