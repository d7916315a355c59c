package org.eportfolio.console.view;

import org.eportfolio.console.terminal.Screen;
import org.eportfolio.console.terminal.StyledText;
import org.eportfolio.console.terminal.Texts;
import org.eportfolio.credentials.BadgeVerification;
import org.eportfolio.credentials.BadgeVerification.Check;

/** What was found of a badge, question by question. */
public final class BadgeView {
    private BadgeView() {}

    /** What {@code --json} writes. */
    public record BadgeAnswer(boolean accepted, BadgeVerification found) {}

    public static Result of(BadgeVerification found) {
        return Result.of(new BadgeAnswer(found.accepted(), found), (screen, texts) -> {
            BadgeVerification.Claim claim = found.claim();
            if (claim != null) {
                screen.line(StyledText.bold(claim.achievement()));
                String learners = String.join(", ", claim.learners());
                screen.line(texts.say("badge.claim", learners, claim.issuer(), claim.from()));
            }
            line("badge.signature", found.signature(), screen, texts);
            line("badge.validity", found.validity(), screen, texts);
            line("badge.status", found.status(), screen, texts);
            line("badge.trust", found.trust(), screen, texts);
        });
    }

    private static void line(String question, Check check, Screen screen, Texts texts) {
        String answer = switch (check.answer()) {
            case HOLDS -> texts.say("badge.holds");
            case FAILS -> texts.say("badge.fails");
            case NOT_CHECKED -> texts.say("badge.not-checked");
        };
        screen.line(StyledText.of(texts.say(question) + " ")
                .and(StyledText.bold(answer))
                .and(" · " + check.why().in(texts.locale())));
    }
}
