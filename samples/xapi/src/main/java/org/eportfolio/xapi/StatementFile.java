package org.eportfolio.xapi;

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
import org.eportfolio.exchange.xapi.XapiFollower;
import org.eportfolio.exchange.xapi.XapiStatement;
import org.eportfolio.journal.Cursor;

/**
 * A file of statements, one on each line, that knows itself how far it is: after those of each piece of the feed stands a line
 * {@code {"cursor":"…"}}. What a killed run left behind the last such line, whole lines or half ones, is cut off and comes again.
 * Not thread-safe.
 */
final class StatementFile implements AutoCloseable {
    private static final String CURSOR = "{\"cursor\":\"";
    private static final String END = "\"}";

    private final FileChannel channel;
    private Cursor cursor;

    private StatementFile(FileChannel channel, Cursor cursor) {
        this.channel = channel;
        this.cursor = cursor;
    }

    static StatementFile open(Path file) throws IOException {
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
                    String text = line.toString(StandardCharsets.UTF_8);
                    if (isCursor(text)) {
                        cursor = Cursor.parse(text.substring(CURSOR.length(), text.length() - END.length()));
                        whole = at;
                    }
                    line.reset();
                }
            }
        }
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        channel.truncate(whole);
        channel.position(whole);
        return new StatementFile(channel, cursor);
    }

    /** Whether a line is no statement, but says how far the file is. */
    static boolean isCursor(String line) {
        return line.startsWith(CURSOR) && line.endsWith(END);
    }

    /** Where to go on. */
    Cursor cursor() {
        return cursor;
    }

    /** Writes the statements of a piece of the feed; they are on the disk when this returns. */
    void append(XapiFollower.Piece piece) throws IOException {
        for (XapiStatement each : piece.statements()) write(each.json());
        write(CURSOR + piece.next() + END);
        channel.force(true);
        cursor = piece.next();
    }

    private void write(String line) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) channel.write(bytes);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
