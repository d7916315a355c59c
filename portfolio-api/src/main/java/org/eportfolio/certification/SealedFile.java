package org.eportfolio.certification;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eportfolio.Message;
import org.eportfolio.StorageException;
import org.eportfolio.certification.Wrapping.Part;
import org.eportfolio.spi.Signature;
import org.eportfolio.spi.Stored;

/**
 * A sealed file on its own: a ZIP that any tool opens, and that this class, or {@code sha256sum} alone, can check without
 * a portfolio.
 *
 * <pre>
 * contents.sha256   the content list: SHA-256 and path of each piece
 * root.sha256       SHA-256 of contents.sha256: the root hash
 * signature.txt     the host's signature over the root hash, if it has one: algorithm, then value
 * unit.txt, …       the pieces
 * </pre>
 *
 * <p>By hand: {@code sha256sum -c root.sha256 && sha256sum -c contents.sha256} in the unpacked folder.
 */
public final class SealedFile {
    static final String LIST = "contents.sha256";
    static final String ROOT = "root.sha256";
    static final String SIGNATURE = "signature.txt";

    private SealedFile() {}

    /** Where the bytes of the pieces come from. */
    @FunctionalInterface
    public interface Source {
        /** A fresh stream from the first byte; closed by the caller. Each piece is opened twice or three times. */
        InputStream open(Stored content) throws IOException;
    }

    /**
     * Writes the file, in memory that does not grow with it. Every piece is read and compared with its hash before the
     * first byte goes out, so that a damaged store cannot make a damaged file. The stream is flushed, not closed.
     *
     * @throws StorageException when a piece is not what was sealed
     */
    public static void write(Seal seal, Source source, OutputStream to) throws IOException {
        for (SealedPiece piece : seal.pieces()) {
            if (!Wrapping.read(() -> source.open(piece.content())).content().equals(piece.content())) {
                throw new StorageException(
                        Message.of("content.damaged", piece.content().sha256()), null);
            }
        }
        List<Part> parts = new ArrayList<>();
        parts.add(part(LIST, seal.contents().list()));
        parts.add(part(ROOT, SealedContents.line(seal.root(), LIST).getBytes(StandardCharsets.UTF_8)));
        if (seal.signature() != null) parts.add(part(SIGNATURE, signature(seal.signature())));
        for (SealedPiece piece : seal.pieces()) {
            parts.add(new Part(piece.path(), () -> source.open(piece.content())));
        }
        Wrapping.write(parts, to);
        to.flush();
    }

    /**
     * Checks a file by itself: that each piece is what the list says, that none is missing and none was added, that the
     * list is the one that the root hash stands for, and that not a byte differs elsewhere. Every fault is named in
     * the answer.
     *
     * @throws IOException when the file cannot be read at all; one that can be read and is no sealed file is answered
     */
    public static SealCheck verify(Path file) throws IOException {
        return new Checking(file).check();
    }

    private static Part part(String path, byte[] bytes) {
        return new Part(path, () -> new ByteArrayInputStream(bytes));
    }

    private static byte[] signature(Signature signature) {
        return (signature.algorithm() + "\n" + signature.value() + "\n").getBytes(StandardCharsets.US_ASCII);
    }
}
