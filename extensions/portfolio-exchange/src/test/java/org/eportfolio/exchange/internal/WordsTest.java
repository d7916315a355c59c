package org.eportfolio.exchange.internal;

import java.util.Set;
import org.eportfolio.exchange.Exchange;
import org.eportfolio.tck.WordsContract;

/** The sentences of the formats. */
class WordsTest extends WordsContract {
    private static final Set<String> BOUNDS = Set.of(
            "aaf.several-schools",
            "aaf.values",
            "archive.items",
            "booklet.history.beyond",
            "exchange.markup-too-long",
            "exchange.memory",
            "exchange.too-many-items",
            "leap2a.files-beyond",
            "leap2a.links-beyond",
            "leap2a.too-many",
            "leap2a.which-dossier",
            "levels.too-many",
            "zip.entries",
            "zip.ratio",
            "zip.size");

    WordsTest() {
        super(Exchange.class, "/org/eportfolio/exchange/messages");
    }

    @Override
    protected Set<String> bounds() {
        return BOUNDS;
    }
}
