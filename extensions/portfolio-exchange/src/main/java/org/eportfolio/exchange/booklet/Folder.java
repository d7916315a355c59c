package org.eportfolio.exchange.booklet;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.eportfolio.ProgressListener;
import org.eportfolio.exchange.LossReport.Loss;
import org.eportfolio.exchange.internal.ExchangeMessages;
import org.eportfolio.spi.Hash;
import org.eportfolio.spi.Stored;
import org.jspecify.annotations.Nullable;

/**
 * The files beside the page, each once, under names made of their hash. What a file says of its type is not believed: it
 * is a picture if its first bytes are those of one, and it keeps its ending only if nothing runs by it.
 */
final class Folder {
    private static final String FILES = "files";
    private static final Set<String> HARMLESS = Set.of(
            "pdf", "odt", "ods", "odp", "odg", "docx", "xlsx", "pptx", "txt", "csv", "md", "vtt", "mp3", "ogg", "oga",
            "wav", "m4a", "mp4", "webm", "ogv", "zip");

    /** @param path from the page */
    record Kept(String path, boolean picture) {}

    private final Path root;
    private final Edition edition;
    private final ProgressListener progress;
    private final Map<Hash, Kept> kept = new HashMap<>();
    private long bytes;

    Folder(Path root, Edition edition, ProgressListener progress) {
        this.root = root;
        this.edition = edition;
        this.progress = progress;
    }

    /** Writes a file unless it is there already. */
    Kept keep(Stored content, String name, Supplier<InputStream> source) throws IOException {
        Kept there = kept.get(content.sha256());
        if (there != null) return there;
        Path folder = Files.createDirectories(root.resolve(FILES));
        Path arriving = folder.resolve("arriving");
        byte[] start = new byte[0];
        try (InputStream in = source.get();
                OutputStream out = Files.newOutputStream(arriving)) {
            byte[] buffer = new byte[64 * 1024];
            for (int n = in.readNBytes(buffer, 0, buffer.length); n > 0; n = in.readNBytes(buffer, 0, buffer.length)) {
                if (start.length == 0) start = Arrays.copyOf(buffer, Math.min(n, 16));
                out.write(buffer, 0, n);
                bytes += n;
                progress.at(bytes, -1);
            }
        }
        String picture = picture(start);
        String ending = picture != null ? picture : ending(name);
        if (ending == null) {
            ending = "bin";
            edition.lost(new Loss("file", name, "name", ExchangeMessages.of("booklet.lost.ending", name)));
        }
        Kept now = new Kept(FILES + "/" + content.sha256() + "." + ending, picture != null);
        Files.move(arriving, root.resolve(now.path()));
        kept.put(content.sha256(), now);
        return now;
    }

    private static @Nullable String ending(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return HARMLESS.contains(ending) ? ending : null;
    }

    /** By the signatures of PNG (ISO/IEC 15948), JPEG (ISO/IEC 10918-1), GIF (89a) and WebP (RFC 9649). */
    private static @Nullable String picture(byte[] start) {
        String text = new String(start, StandardCharsets.ISO_8859_1);
        if (text.startsWith("\u0089PNG\r\n\u001A\n")) return "png";
        if (text.startsWith("\u00FF\u00D8\u00FF")) return "jpg";
        if (text.startsWith("GIF87a") || text.startsWith("GIF89a")) return "gif";
        return text.startsWith("RIFF") && text.startsWith("WEBP", 8) ? "webp" : null;
    }
}
