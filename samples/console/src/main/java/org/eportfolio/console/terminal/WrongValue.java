package org.eportfolio.console.terminal;

import picocli.CommandLine.TypeConversionException;

/** What a converter of the console throws: its message is a sentence in the language of the console. */
public final class WrongValue extends TypeConversionException {
    private static final long serialVersionUID = 1;

    public WrongValue(String sentence) {
        super(sentence);
    }
}
