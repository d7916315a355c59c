package org.eportfolio.certification;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.eportfolio.dossier.Evidence;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.ExamFileId;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.RecordingId;
import org.eportfolio.id.SealId;
import org.eportfolio.spi.Hash;
import org.eportfolio.spi.Signature;
import org.jspecify.annotations.Nullable;

/**
 * The record that a candidate sealed a file, with what was in it. It never changes: a later sealing is another seal.
 *
 * @param file what it was made from
 * @param pieces the content list
 * @param productions the frozen versions that went in
 * @param recordings of which something went in
 * @param root the hash of the content list
 * @param signature the host's, over the root; {@code null} where the host signs nothing
 * @param use for what the controller used such files when this one was sealed; it stands in the file too; {@code null} in
 *     older ones
 */
public record Seal(
        SealId id,
        ExamFileId file,
        DossierId dossier,
        PersonId candidate,
        ExamUnit unit,
        List<SealedPiece> pieces,
        List<Evidence> productions,
        List<Spoken> recordings,
        Hash root,
        @Nullable Signature signature,
        Instant sealedAt,
        @Nullable ExamUse use) {
    /**
     * A recording of which something was sealed.
     *
     * @param heard whether the recording itself went in; otherwise its transcript alone did
     */
    public record Spoken(RecordingId recording, boolean heard) {
        public Spoken {
            Objects.requireNonNull(recording, "recording");
        }
    }

    /** Whether something of this recording was sealed. */
    public boolean holds(RecordingId recording) {
        return recordings.stream().anyMatch(each -> each.recording().equals(recording));
    }

    public Seal {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(dossier, "dossier");
        Objects.requireNonNull(candidate, "candidate");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(root, "root");
        Objects.requireNonNull(sealedAt, "sealedAt");
        pieces = List.copyOf(pieces);
        productions = List.copyOf(productions);
        recordings = List.copyOf(recordings);
        if (!new SealedContents(pieces).root().equals(root)) {
            throw new IllegalArgumentException("the root hash is not that of the pieces");
        }
    }

    /** The content list. */
    public SealedContents contents() {
        return new SealedContents(pieces);
    }
}
