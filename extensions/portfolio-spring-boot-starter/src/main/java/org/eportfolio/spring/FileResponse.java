package org.eportfolio.spring;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.eportfolio.InvalidInputException;
import org.eportfolio.dossier.ByteRange;
import org.eportfolio.dossier.Download;
import org.eportfolio.spi.Stored;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/**
 * Sends files that people uploaded, so that nothing in them is carried out: as something to save, under the type that was
 * declared and no other, in a sandbox. By ranges, and not at all where the browser has the file already.
 *
 * <pre>{@code
 * @GetMapping("/files/{dossier}/{production}/{sha256}")
 * void file(…, HttpServletRequest request, HttpServletResponse response) throws IOException {
 *   FileResponse.send(file, range -> desk.productions().download(dossier, production, file, range), request, response);
 * }
 * }</pre>
 */
public final class FileResponse {
    private static final String SANDBOX = "sandbox; default-src 'none'";
    private static final Set<String> PICTURES = Set.of("image/png", "image/jpeg", "image/gif", "image/webp");

    private FileResponse() {}

    /** Gives the bytes of a range, and refuses who may not read them. */
    @FunctionalInterface
    public interface Opening {
        Download open(ByteRange range);
    }

    /**
     * Answers a request for a file: 200, 206, 304 or 416. The right is asked in each case.
     *
     * @param file as a record names it
     * @param opening such as {@code range -> desk.productions().download(dossier, id, file, range)}
     * @throws IOException if the client went away, or the file was removed meanwhile
     */
    public static void send(Stored file, Opening opening, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String etag = '"' + file.sha256().toString() + '"';
        ByteRange range = wanted(request, etag);
        try (Download part = opening.open(range)) {
            safely(response, etag);
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, toSave(part.name()));
            if (matches(request.getHeader(HttpHeaders.IF_NONE_MATCH), etag)) {
                response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
                return;
            }
            response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
            response.setContentType(type(part.mediaType()));
            response.setContentLengthLong(part.length());
            if (!range.isAll()) {
                response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
                response.setHeader(HttpHeaders.CONTENT_RANGE, part.contentRange());
            }
            part.bytes().transferTo(response.getOutputStream());
        } catch (InvalidInputException outside) {
            if (range.isAll()) throw outside;
            response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + file.size());
            response.setStatus(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
        }
    }

    /**
     * Shows a preview in a page: one of the types that a {@link org.eportfolio.dossier.Preview} has, and no other.
     *
     * @param preview closed when this returns
     */
    public static void show(Download preview, HttpServletResponse response) throws IOException {
        try (preview) {
            safely(response, preview.etag());
            boolean picture = PICTURES.contains(preview.mediaType());
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, picture ? "inline" : toSave(preview.name()));
            response.setContentType(picture ? preview.mediaType() : MediaType.APPLICATION_OCTET_STREAM_VALUE);
            response.setContentLengthLong(preview.length());
            preview.bytes().transferTo(response.getOutputStream());
        }
    }

    /** With {@code If-Range} a range counts only while the file is the one that the client knows. */
    private static ByteRange wanted(HttpServletRequest request, String etag) {
        String known = request.getHeader(HttpHeaders.IF_RANGE);
        if (known != null && !known.equals(etag)) return ByteRange.ALL;
        return ByteRange.ofHeader(request.getHeader(HttpHeaders.RANGE));
    }

    private static boolean matches(@Nullable String field, String etag) {
        if (field == null) return false;
        for (String each : field.split(",", -1)) {
            String tag = each.strip();
            if (tag.equals("*") || tag.equals(etag) || tag.equals("W/" + etag)) return true;
        }
        return false;
    }

    private static void safely(HttpServletResponse response, String etag) {
        response.setHeader(HttpHeaders.ETAG, etag);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", SANDBOX);
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        // The right is asked each time: a browser may keep the file, and asks before it shows it again.
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
    }

    private static String toSave(String name) {
        return ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString();
    }

    /** The declared type if it is one. */
    private static String type(String declared) {
        try {
            return MediaType.parseMediaType(declared).toString();
        } catch (InvalidMediaTypeException e) {
            return MediaType.APPLICATION_OCTET_STREAM_VALUE;
        }
    }
}
