package org.eportfolio.web.demo;

import java.nio.file.Path;

/** The demonstration was to be shown of a file that holds something else. */
public final class NotTheDemoException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public NotTheDemoException(Path file) {
        super(file
                + " is not the demonstration's, and was left as it is: name another with --portfolio.path=…, or leave out"
                + " --demo.");
    }
}
