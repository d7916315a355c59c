package org.eportfolio.xapi;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.eportfolio.journal.Cursor;
import org.eportfolio.journal.Feed;
import org.eportfolio.journal.JournalEntry;

/**
 * A file of statements that knows itself how far it is: the last line of each piece of the feed carries the cursor after
 * it. What a killed run left behind the last such line, whole lines or half ones, is cut off and comes again. Not
 * thread-safe.
 */
final class StatementFile implements AutoCloseable {
    private final FileChannel channel;
    private final Statements statements;
    private Cursor cursor;

    private StatementFile(FileChannel channel, Statements statements, Cursor cursor) {
        this.channel = channel;
        this.statements = statements;
        this.cursor = cursor;
    }

    static StatementFile open(Path file, Statements statements) throws IOException {
        Cursor cursor = Cursor.START;
        long whole = 0;
        if (Files.exists(file)) {
            try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
                long at = 0;
                ByteArrayOutputStream line = new ByteArrayOutputStream();
                for (int next = in.read(); next >= 0; next = in.read()) {
                    at++;
                    if (next != '\n') {
                        line.write(next);
                        continue;
                    }
                    String noted = cursorIn(line.toString(StandardCharsets.UTF_8));
                    if (!noted.isEmpty()) {
                        cursor = Cursor.parse(noted);
                        whole = at;
                    }
                    line.reset();
                }
            }
        }
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        channel.truncate(whole);
        channel.position(whole);
        return new StatementFile(channel, statements, cursor);
    }

    private static String cursorIn(String line) throws IOException {
        try (JsonParser parser = new JsonFactory().createParser(line)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME && Statements.CURSOR.equals(parser.currentName())) {
                    return parser.nextTextValue();
                }
            }
        }
        return "";
    }

    /** Where to go on. */
    Cursor cursor() {
        return cursor;
    }

    /** Writes the statements of a piece of the feed; they are on the disk when this returns. */
    void append(Feed feed) throws IOException {
        List<JournalEntry> entries = feed.entries();
        for (int i = 0; i < entries.size(); i++) {
            boolean last = i == entries.size() - 1;
            String line = statements.line(entries.get(i), last ? feed.next() : null) + "\n";
            ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) channel.write(bytes);
        }
        channel.force(true);
        cursor = feed.next();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
