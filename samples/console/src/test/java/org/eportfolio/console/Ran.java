package org.eportfolio.console;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What came of a command. */
record Ran(int code, String out, String err) {
    static Ran console(Path file, String... args) {
        return in(
                false,
                Stream.concat(Stream.of("--db", file.toString()), Stream.of(args))
                        .toArray(String[]::new));
    }

    static Ran in(boolean rich, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Console.run(
                args,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                rich);
        return new Ran(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    List<String> complaints() {
        return err.lines().toList();
    }

    /** How many JSON documents stdout consists of; fails if it holds anything else. */
    int documents() throws IOException {
        return documents(out);
    }

    /** How many JSON documents the text consists of; fails if it holds anything else. */
    static int documents(String printed) throws IOException {
        try (JsonParser parser = new JsonFactory().createParser(printed)) {
            int documents = 0;
            while (parser.nextToken() != null) {
                parser.skipChildren();
                documents++;
            }
            return documents;
        }
    }
}
