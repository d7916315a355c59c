package org.eportfolio.console.shell;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** The program's commands, for completing what is typed. */
public interface CommandTree {
    /** Of the first level, in the order of the help. */
    List<String> names();

    /** One of them, with those beneath it. */
    CommandSpec command(String name);
}
