package org.eportfolio.archive;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eportfolio.InvalidInputException;
import org.eportfolio.Prose;
import org.eportfolio.journal.Anchor;

/**
 * Why the school takes back from an archive what its own journal cannot prove: an anchor that it kept elsewhere, or a
 * reason that it answers for.
 *
 * <pre>{@code
 * desk.archives().restore(archive, RestoreGrounds.anchored(Anchor.parse(kept)));
 * desk.archives().restore(archive, RestoreGrounds.because("The disk failed on Tuesday; Monday's backup is in place."));
 * }</pre>
 */
public sealed interface RestoreGrounds {
    /**
     * The anchors of the dossiers, as {@code journal().anchors(dossiers)} gave them; those of other dossiers among them do
     * no harm.
     */
    record Anchored(List<Anchor> anchors) implements RestoreGrounds {
        public Anchored {
            anchors = List.copyOf(anchors);
            InvalidInputException.unless(!anchors.isEmpty(), "anchors", "restore.no-anchor");
        }
    }

    /** A reason in the controller's words, which is kept beside the dossier. */
    record Stated(
            @NotNull @Prose(max = 2_000) @NotBlank(message = "{text.blank}")
            String because) implements RestoreGrounds {}

    /** An anchor that the school kept vouches for what is restored. */
    static RestoreGrounds anchored(Anchor... kept) {
        return new Anchored(List.of(kept));
    }

    /** No anchor was kept: the school says why it trusts the archive. */
    static RestoreGrounds because(String reason) {
        return new Stated(reason);
    }
}
