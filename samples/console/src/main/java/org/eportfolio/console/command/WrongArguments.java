package org.eportfolio.console.command;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Arguments that are wrong by a rule of the command's own; the message names the rule. */
public final class WrongArguments extends ParameterException {
    private static final long serialVersionUID = 1;

    WrongArguments(CommandLine command, String sentence) {
        super(command, sentence);
    }
}
