package org.eportfolio.console.view;

import java.time.LocalDate;
import org.eportfolio.console.terminal.Screen;
import org.eportfolio.console.terminal.StyledText;
import org.eportfolio.console.terminal.Texts;
import org.eportfolio.credentials.BadgeVerification;
import org.eportfolio.credentials.BadgeVerification.Check;
import org.jspecify.annotations.Nullable;

/** What was found of a badge, question by question; of a record, then of each badge in it. */
public final class BadgeView {
    private BadgeView() {}

    /**
     * What {@code --json} writes.
     *
     * @param at the day that was named; {@code null} for now
     */
    public record BadgeAnswer(boolean accepted, @Nullable LocalDate at, BadgeVerification found) {}

    public static Result of(BadgeVerification found, @Nullable LocalDate at) {
        return Result.of(new BadgeAnswer(found.accepted(), at, found), (screen, texts) -> {
            if (at != null) screen.line(texts.say("badge.as-of", at));
            show(found, screen, texts);
            for (BadgeVerification each : found.inside()) {
                screen.line(texts.say("badge.inside"));
                show(each, screen, texts);
            }
        });
    }

    private static void show(BadgeVerification found, Screen screen, Texts texts) {
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
