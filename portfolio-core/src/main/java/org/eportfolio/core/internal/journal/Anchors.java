package org.eportfolio.core.internal.journal;

import java.util.List;
import java.util.Optional;
import org.eportfolio.CancelledException;
import org.eportfolio.Message;
import org.eportfolio.core.internal.work.Engine;
import org.eportfolio.core.internal.work.Sealing;
import org.eportfolio.journal.Anchor;
import org.eportfolio.journal.Verification;
import org.eportfolio.spi.FeedEntry;
import org.eportfolio.spi.Scope;

/** Anchors are taken and compared page by page: what stands before the end of the feed never changes. */
public final class Anchors {
    private static final int PAGE = 1_000;

    private Anchors() {}

    /** The anchor at the last entry whose position is not beyond this one. */
    public static Anchor upTo(long position, Engine engine) {
        Anchor anchor = Anchor.EMPTY;
        while (true) {
            CancelledException.ifInterrupted();
            long from = anchor.position();
            List<FeedEntry> page = engine.store().read(view -> view.feed(from, PAGE));
            for (FeedEntry each : page) {
                if (each.position() > position) return anchor;
                anchor = new Anchor(each.position(), Sealing.rooted(anchor.root(), each));
            }
            if (page.isEmpty()) return anchor;
        }
    }

    /** What does not fit the anchor; empty when all that it vouches for is there. */
    public static Optional<Verification.Fault> broken(Anchor anchor, Engine engine) {
        Anchor there = upTo(anchor.position(), engine);
        if (there.equals(anchor)) return Optional.empty();
        Message what = there.position() < anchor.position()
                ? Message.of("anchor.cut", anchor.position(), there.position())
                : Message.of("anchor.rewritten", anchor.position());
        return Optional.of(new Verification.Fault(Scope.ORGANISATION.id(), 0, what));
    }
}
