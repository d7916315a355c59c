package org.eportfolio.console.view;

import org.eportfolio.console.terminal.StyledText;
import org.eportfolio.dossier.Version;
import org.eportfolio.showcase.Displayed;

/** A showcase as others see it. */
public final class DisplayedView {
    private DisplayedView() {}

    public static Result of(Displayed showcase) {
        return Result.of(showcase, (screen, texts) -> {
            screen.line(StyledText.bold(showcase.title())
                    .and(showcase.learner() == null ? "" : "   " + showcase.learner()));
            if (!showcase.narrative().isBlank()) screen.line(showcase.narrative());
            for (Displayed.Item each : showcase.items()) {
                screen.blank();
                if (!each.words().isBlank()) screen.line("  « " + each.words() + " »");
                boolean several = each.versions().size() > 1;
                for (int i = 0; i < each.versions().size(); i++) {
                    Version version = each.versions().get(i);
                    if (several) screen.line("  " + texts.say(i == 0 ? "showcase.before" : "showcase.after"));
                    DossierView.version(version, screen, texts);
                }
            }
        });
    }
}
