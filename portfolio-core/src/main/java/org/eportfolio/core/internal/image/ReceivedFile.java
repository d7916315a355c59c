package org.eportfolio.core.internal.image;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Instant;
import java.util.Optional;
import org.eportfolio.InvalidInputException;
import org.eportfolio.core.internal.input.FileTrouble;
import org.eportfolio.dossier.NewAttachment;
import org.eportfolio.internal.file.ImageFormat;
import org.eportfolio.spi.ContentStore;
import org.eportfolio.spi.Stored;

/**
 * A file on its way to the store. A picture is cleaned in memory first, so that neither a disk nor a database ever holds the
 * place where it was taken; everything else is streamed as it is.
 *
 * @param field what a refusal names
 */
public record ReceivedFile(NewAttachment file, String field) {
    /** Refuses a picture of which it was not said that no one can be recognised in it, by what it is called. */
    public void requireAnsweredFor() {
        requireNobodyIn(file.isPicture());
    }

    /** Keeps a file in which no one can be recognised. */
    public Stored keepShowingNobody(ContentStore contents, Instant now) {
        return keep(contents, now, false);
    }

    /** Keeps a file in which people can be recognised, who have all authorised it. */
    public Stored keepShowingPeople(ContentStore contents, Instant now) {
        return keep(contents, now, true);
    }

    private Stored keep(ContentStore contents, Instant now, boolean peopleAuthorised) {
        try (InputStream in = file.source().open()) {
            byte[] start = in.readNBytes(ImageFormat.LOOKED_AT);
            Optional<ImageFormat> format = ImageFormat.of(start);
            if (!peopleAuthorised) requireNobodyIn(format.isPresent());
            if (format.isEmpty() && !file.isPicture()) {
                return contents.write(new SequenceInputStream(new ByteArrayInputStream(start), in), now);
            }
            byte[] rest = in.readNBytes(CleanImage.MOST_BYTES + 1 - start.length);
            byte[] clean = cleaned(format.orElse(ImageFormat.OTHER), start, rest);
            return contents.write(new ByteArrayInputStream(clean), now);
        } catch (IOException e) {
            throw FileTrouble.unreadable(field, file.name(), e);
        }
    }

    private void requireNobodyIn(boolean picture) {
        if (!picture || file.showsNobody()) return;
        throw InvalidInputException.because(
                field, file.showsPeople() ? "attachment.picture-of-people" : "attachment.picture-unsaid", file.name());
    }

    private byte[] cleaned(ImageFormat format, byte[] start, byte[] rest) {
        InvalidInputException.unless(
                start.length + rest.length <= CleanImage.MOST_BYTES,
                field,
                "attachment.picture-too-large",
                file.name(),
                CleanImage.MOST_BYTES / (1024 * 1024));
        byte[] whole = new byte[start.length + rest.length];
        System.arraycopy(start, 0, whole, 0, start.length);
        System.arraycopy(rest, 0, whole, start.length, rest.length);
        try {
            return CleanImage.of(format, whole)
                    .orElseThrow(
                            () -> InvalidInputException.because(field, "attachment.picture-not-cleaned", file.name()));
        } catch (MalformedImageException e) {
            throw InvalidInputException.because(field, "attachment.picture-broken", file.name());
        }
    }
}
