package org.eportfolio.core.internal.showcase;

import java.util.ArrayList;
import java.util.List;
import org.eportfolio.certification.Seal;
import org.eportfolio.dossier.Piece;
import org.eportfolio.dossier.Version;
import org.eportfolio.showcase.Displayed;

/** The files of what is shown, with their names and types. */
public final class ShownFiles {
    /** What is in a sealed file was written by the library, whose reader goes by the path. */
    private static final String SEALED = "application/octet-stream";

    private ShownFiles() {}

    public static List<Piece.File> of(List<? extends Displayed.Item> items) {
        List<Piece.File> files = new ArrayList<>();
        for (Displayed.Item each : items) {
            each.versions().forEach(version -> files.addAll(of(version)));
            if (each instanceof Displayed.Spoken spoken && spoken.content() != null)
                files.add(new Piece.File(
                        spoken.name(),
                        spoken.mediaType(),
                        spoken.content(),
                        null,
                        null,
                        spoken.captions(),
                        false,
                        spoken.preview()));
        }
        return files;
    }

    public static List<Piece.File> of(Version version) {
        return version.pieces().stream()
                .filter(Piece.File.class::isInstance)
                .map(Piece.File.class::cast)
                .toList();
    }

    public static List<Piece.File> of(Seal seal) {
        return seal.pieces().stream()
                .map(each -> new Piece.File(each.path(), SEALED, each.content(), null, null, null))
                .toList();
    }
}
