package org.eportfolio.console.view;

import java.time.Instant;
import java.util.Objects;
import org.eportfolio.console.school.Finding;
import org.eportfolio.console.school.Pick;
import org.eportfolio.console.terminal.Fields;
import org.eportfolio.console.terminal.Texts;
import org.eportfolio.console.terminal.Words;
import org.eportfolio.sharing.IssuedLink;
import org.eportfolio.sharing.ShareLink;
import org.eportfolio.sharing.Target;

/** Links in words. A token is told once, when the link is made. */
public final class Issued {
    private Issued() {}

    public static Told of(IssuedLink issued, Finding finding) {
        return Told.of(
                Fields.of("token", issued.token().text(), "link", issued.link()),
                told(issued.link(), finding),
                Words.bold(issued.token().text()),
                Words.of(finding.texts().say("link.once")),
                Words.faint(finding.texts().say("link.read-with", issued.token().text())));
    }

    public static Words told(ShareLink link, Finding finding) {
        Texts texts = finding.texts();
        Instant until = Objects.requireNonNull(link.period().until()).minusMillis(1);
        ShareLink.Revocation revoked = link.revocation();
        String state;
        if (revoked != null) state = texts.say("link.revoked", finding.day(revoked.at()));
        else if (finding.now().isAfter(until)) state = texts.say("link.over", finding.day(until));
        else if (finding.now().isBefore(link.period().from())) {
            state = texts.say("link.coming", finding.day(link.period().from()), finding.day(until));
        } else state = texts.say("link.open", finding.day(until));
        return Words.of(what(link, texts) + " : ").and(Words.bold(state)).and(Pick.marked(link.id()));
    }

    public static String what(ShareLink link, Texts texts) {
        if (link.target() instanceof Target.OfShowcase) return texts.say("link.to-showcase");
        return texts.say(link.target() instanceof Target.OfWorkplace ? "link.to-workplace" : "link.to-seal");
    }
}
