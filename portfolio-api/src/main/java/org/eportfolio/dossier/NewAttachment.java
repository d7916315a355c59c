package org.eportfolio.dossier;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.eportfolio.Line;
import org.eportfolio.Prose;
import org.jspecify.annotations.Nullable;

/**
 * A file to be attached, streamed when the production is added.
 *
 * @param name as the learner knows it; a name, not a path
 * @param mediaType such as {@code image/png}
 * @param source opened once or, when the call has to be repeated, again
 * @param showsNobody the learner declares that no one can be recognised in it, by face, voice or name
 * @param showsPeople the learner declares that a person can be recognised in it; a picture needs one of the two answers
 */
public record NewAttachment(
        @NotNull @Line(max = 255) @Pattern(regexp = "(?s)(?!\\.{1,2}$)[^/\\\\]*+", message = "{attachment.path}")
        String name,

        @NotNull @Line(max = 120) @Pattern(regexp = "(?s)[^/\\s]++/[^/\\s;]++(?:;.*+)?+", message = "{attachment.type}")
        String mediaType,

        @NotNull Source source,
        @Nullable @Prose String alternative,
        @Nullable @Prose String transcript,
        @Nullable Source captions,
        boolean showsNobody,
        boolean showsPeople) {

    /** Where the bytes are, for as long as the call lasts. */
    @FunctionalInterface
    public interface Source {
        /** A fresh stream from the first byte; closed by the library. */
        InputStream open() throws IOException;
    }

    public static NewAttachment of(String name, String mediaType, Source source) {
        return new NewAttachment(name, mediaType, source, null, null, null, false, false);
    }

    /** The file at this path, under its own name, its type guessed from the name. */
    public static NewAttachment of(Path file) {
        Path name = file.getFileName();
        String text = name == null ? "" : name.toString();
        String type = URLConnection.guessContentTypeFromName(text);
        return of(text, type == null ? "application/octet-stream" : type, () -> Files.newInputStream(file));
    }

    /** What the file shows, for those who cannot see it. */
    public NewAttachment describedAs(String text) {
        return new NewAttachment(name, mediaType, source, text, transcript, captions, showsNobody, showsPeople);
    }

    /** What is said in it. */
    public NewAttachment transcribed(String text) {
        return new NewAttachment(name, mediaType, source, alternative, text, captions, showsNobody, showsPeople);
    }

    /** Captions in WebVTT. */
    public NewAttachment captioned(Source webVtt) {
        return new NewAttachment(name, mediaType, source, alternative, transcript, webVtt, showsNobody, showsPeople);
    }

    /**
     * Declares that no one can be recognised in it, by face, voice or name, as in a silent screencast or a screenshot. A
     * production takes audio, video and pictures with this declaration only; it stays with the file.
     */
    public NewAttachment showingNobody() {
        return new NewAttachment(name, mediaType, source, alternative, transcript, captions, true, false);
    }

    /**
     * Declares that a person can be recognised in it. Such a picture is kept as a recording is, with the authorisation of
     * everybody in it: {@link org.eportfolio.reflection.NewRecording#photo}.
     */
    public NewAttachment showingPeople() {
        return new NewAttachment(name, mediaType, source, alternative, transcript, captions, false, true);
    }

    /** Whether it is a picture, by its media type or its name; its first bytes may say so too, once they are read. */
    public boolean isPicture() {
        return isPicture(mediaType) || isPicture(URLConnection.guessContentTypeFromName(name));
    }

    private static boolean isPicture(@Nullable String type) {
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("image/");
    }

    /** Whether it is audio or video, by its media type or its name, so that people could be recognised in it. */
    public boolean isRecording() {
        return isRecording(mediaType) || isRecording(URLConnection.guessContentTypeFromName(name));
    }

    private static boolean isRecording(@Nullable String type) {
        if (type == null) return false;
        String lower = type.toLowerCase(Locale.ROOT);
        return lower.startsWith("audio/") || lower.startsWith("video/");
    }
}
