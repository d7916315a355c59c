package org.eportfolio.console.view;

import org.eportfolio.console.terminal.Screen;
import org.eportfolio.console.terminal.StyledText;
import org.eportfolio.console.terminal.Texts;
import org.eportfolio.dossier.Piece;
import org.eportfolio.dossier.Version;

/** One version of a production. */
public final class VersionView {
    private VersionView() {}

    public static void print(Version version, Screen screen, Texts texts) {
        screen.line(StyledText.of("  ")
                .and(StyledText.bold(version.title()))
                .and(StyledText.faint("  " + DossierView.codes(version)))
                .and(version.number() > 1 ? "  " + texts.say("dossier.version", version.number()) : ""));
        if (!version.description().isBlank()) screen.line("    " + version.description());
        for (Piece piece : version.pieces()) screen.line("    " + DossierView.describe(piece, texts));
    }
}
