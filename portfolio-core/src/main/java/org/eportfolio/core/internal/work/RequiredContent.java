package org.eportfolio.core.internal.work;

import java.io.InputStream;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import org.eportfolio.Message;
import org.eportfolio.NotFoundException;
import org.eportfolio.StorageException;
import org.eportfolio.dossier.ByteRange;
import org.eportfolio.dossier.Download;
import org.eportfolio.dossier.Piece;
import org.eportfolio.dossier.Preview;
import org.eportfolio.spi.Stored;
import org.jspecify.annotations.Nullable;

/** Files that rows speak of, so that they must be there. */
public final class RequiredContent {
    private RequiredContent() {}

    /** The bytes, to be closed by the caller; holds no connection between reads. */
    public static InputStream open(Stored file, Engine engine) {
        return open(file, 0, file.size(), engine);
    }

    private static InputStream open(Stored file, long from, long wanted, Engine engine) {
        return engine.store()
                .contents()
                .open(file, from, wanted)
                .orElseThrow(() -> new StorageException(Message.of("content.missing", file.sha256()), null));
    }

    /** A range of the bytes of one of these files, or of the captions of one. */
    public static Download open(Stored file, ByteRange range, Collection<Piece.File> among, Engine engine) {
        Objects.requireNonNull(file, "file");
        for (Piece.File each : among) {
            if (file.equals(each.content())) return open(each.name(), each.mediaType(), file, range, engine);
            if (file.equals(each.captions())) return captions(each.name(), file, range, engine);
        }
        throw new NotFoundException("file", file.sha256());
    }

    /** The preview of one of these files; empty if none was made. */
    public static Optional<Download> preview(Stored file, Collection<Piece.File> among, Engine engine) {
        Objects.requireNonNull(file, "file");
        Piece.File found = among.stream()
                .filter(each -> file.equals(each.content()))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("file", file.sha256()));
        return preview(found.name(), found.preview(), engine);
    }

    /** The preview of a file of this name; empty if none was made. */
    public static Optional<Download> preview(String of, @Nullable Preview preview, Engine engine) {
        return Optional.ofNullable(preview)
                .map(each -> open(of, each.mediaType(), each.content(), ByteRange.ALL, engine));
    }

    /** A range of the bytes of captions, by the name of the file that they belong to. */
    public static Download captions(String of, Stored file, ByteRange range, Engine engine) {
        return open(of + ".vtt", "text/vtt", file, range, engine);
    }

    /** A range of the bytes of a file. */
    public static Download open(String name, String mediaType, Stored file, ByteRange range, Engine engine) {
        long first = range.firstIn(file.size());
        long length = range.lengthIn(file.size());
        InputStream from = open(file, first, length, engine);
        return new Download(
                name,
                mediaType,
                file,
                first,
                length,
                first + length == file.size() ? from : new LimitedStream(from, length));
    }
}
