package org.eportfolio.certification;

import java.util.List;
import org.eportfolio.Message;
import org.eportfolio.spi.Hash;
import org.eportfolio.spi.Signature;
import org.jspecify.annotations.Nullable;

/**
 * What a look at a sealed file found. A file without a fault is whole: no piece was altered, added or taken away since the
 * list was made. That the list itself is the one that was sealed shows by its root hash: compare it with the one in the
 * dossier, or check the signature with the host's key.
 *
 * @param root the hash of the content list in the file; {@code null} if there is none
 * @param signature as it stands in the file; <em>not</em> checked here, because the key is the host's
 * @param faults all that is wrong; empty for a whole file
 */
public record SealCheck(@Nullable Hash root, @Nullable Signature signature, List<Fault> faults) {
    public SealCheck {
        faults = List.copyOf(faults);
    }

    /** What can be wrong. */
    public enum Wrong {
        /** A piece is not what the list says. */
        ALTERED,
        /** A piece stands in the file that the list does not know. */
        ADDED,
        /** A piece of the list is not in the file. */
        MISSING,
        /** The list is not the one that the root hash in the file was made from. */
        LIST,
        /** Bytes that belong to no piece were altered or added. */
        WRAPPING,
        /** This is no sealed file, or so damaged that it cannot be opened. */
        UNREADABLE
    }

    /**
     * One thing that is wrong.
     *
     * @param path of the piece; for bytes outside any piece, their place in the file
     */
    public record Fault(Wrong wrong, String path) {
        /** The same for a user. */
        public Message message() {
            return Message.of("seal-fault." + wrong.name(), path);
        }
    }

    /** Whether the file is whole. */
    public boolean whole() {
        return faults.isEmpty();
    }
}
