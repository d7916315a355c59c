package org.eportfolio.console.view;

import java.time.Instant;
import java.util.Objects;
import org.eportfolio.console.school.Lookup;
import org.eportfolio.console.school.Selector;
import org.eportfolio.console.terminal.StyledText;
import org.eportfolio.console.terminal.Texts;
import org.eportfolio.sharing.IssuedLink;
import org.eportfolio.sharing.ShareLink;
import org.eportfolio.sharing.Target;

/** Links as text. A token is shown once, when the link is made. */
public final class LinkView {
    private LinkView() {}

    /** What {@code --json} writes. */
    public record LinkAnswer(String token, ShareLink link) {}

    public static Result of(IssuedLink issued, Lookup lookup) {
        return Result.of(
                new LinkAnswer(issued.token().text(), issued.link()),
                describe(issued.link(), lookup),
                StyledText.bold(issued.token().text()),
                StyledText.of(lookup.texts().say("link.once")),
                StyledText.faint(
                        lookup.texts().say("link.read-with", issued.token().text())));
    }

    public static StyledText describe(ShareLink link, Lookup lookup) {
        Texts texts = lookup.texts();
        Instant until = Objects.requireNonNull(link.period().until()).minusMillis(1);
        ShareLink.Revocation revoked = link.revocation();
        String state;
        if (revoked != null) state = texts.say("link.revoked", lookup.day(revoked.at()));
        else if (lookup.now().isAfter(until)) state = texts.say("link.over", lookup.day(until));
        else if (lookup.now().isBefore(link.period().from())) {
            state = texts.say("link.coming", lookup.day(link.period().from()), lookup.day(until));
        } else state = texts.say("link.open", lookup.day(until));
        return StyledText.of(what(link, texts) + " : ")
                .and(StyledText.bold(state))
                .and(Selector.marked(link.id()));
    }

    public static String what(ShareLink link, Texts texts) {
        if (link.target() instanceof Target.OfShowcase) return texts.say("link.to-showcase");
        if (link.target() instanceof Target.OfPackage) return texts.say("link.to-package");
        return texts.say(link.target() instanceof Target.OfWorkplace ? "link.to-workplace" : "link.to-seal");
    }
}
