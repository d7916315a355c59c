package org.eportfolio.console;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Help.Ansi;

/** The entry point. Writes UTF-8 in every locale. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        // Hibernate Validator speaks through JBoss Logging, which else looks for each logging library that it knows.
        System.setProperty("org.jboss.logging.provider", "slf4j");
        PrintStream out = utf8(FileDescriptor.out);
        PrintStream err = utf8(FileDescriptor.err);
        int code = Console.run(args, out, err, Ansi.AUTO.enabled());
        out.flush();
        err.flush();
        System.exit(code);
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(
                new BufferedOutputStream(new FileOutputStream(descriptor)), true, StandardCharsets.UTF_8);
    }
}
