package org.eportfolio.exchange.xapi;

import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.eportfolio.ProgressListener;
import org.eportfolio.core.ChangeDesk;
import org.eportfolio.core.Desk;
import org.eportfolio.exchange.Exporter;
import org.eportfolio.exchange.Extent;
import org.eportfolio.exchange.LossReport;
import org.eportfolio.exchange.internal.ExchangeMessages;
import org.eportfolio.journal.Cursor;

/**
 * {@code xapi}: what was done so far, of a dossier or of the whole organisation, as an array of xAPI 1.0.3 statements, one on each
 * line, in commit order. A host that goes on from there uses {@link XapiFollower}, which makes the same statements. Immutable and
 * thread-safe.
 */
public final class XapiFormat implements Exporter {
    private static final String FORMAT = "xapi";
    private static final URI NO_HOME = URI.create("https://eportfolio.org/pseudonyms");

    private final XapiOptions options;

    /** Pseudonymous actors, of accounts whose home page is that of pseudonyms in general. */
    public XapiFormat() {
        this(XapiOptions.of(NO_HOME));
    }

    public XapiFormat(XapiOptions options) {
        this.options = options;
    }

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public Set<Class<? extends Extent>> extents() {
        return Set.of(Extent.OfDossier.class, Extent.OfOrganisation.class);
    }

    @Override
    public LossReport write(Desk desk, Extent extent, Path to, Locale language, ProgressListener progress)
            throws IOException {
        XapiFollower follower = XapiFollower.of(desk, options);
        UUID dossier = extent instanceof Extent.OfDossier of
                ? desk.dossiers().get(of.dossier()).id().value()
                : null;
        Map<String, Long> passedOver = new TreeMap<>();
        long unread = 0;
        long written = 0;
        Cursor cursor = Cursor.START;
        try (Writer out = Files.newBufferedWriter(to)) {
            out.write("[");
            while (true) {
                XapiFollower.Piece piece = dossier == null
                        ? follower.after(cursor, ChangeDesk.AT_ONCE)
                        : follower.after(cursor, ChangeDesk.AT_ONCE, dossier);
                if (piece.next().equals(cursor)) break;
                for (XapiStatement each : piece.statements()) {
                    out.write(written++ == 0 ? "\n" : ",\n");
                    out.write(each.json());
                }
                piece.passedOver().forEach((act, number) -> passedOver.merge(act, number, Long::sum));
                unread += piece.unread();
                cursor = piece.next();
                progress.at(written, -1);
            }
            out.write("\n]\n");
        }
        return new LossReport(FORMAT, losses(passedOver, unread));
    }

    private static List<LossReport.Loss> losses(Map<String, Long> passedOver, long unread) {
        List<LossReport.Loss> losses = new ArrayList<>();
        passedOver.forEach((act, number) ->
                losses.add(new LossReport.Loss("act", act, "", ExchangeMessages.of("xapi.no-word", number))));
        if (unread > 0) {
            losses.add(new LossReport.Loss("record", "", "competency", ExchangeMessages.of("xapi.unread", unread)));
        }
        losses.add(new LossReport.Loss("record", "", "texts", ExchangeMessages.of("xapi.texts")));
        return losses;
    }
}
