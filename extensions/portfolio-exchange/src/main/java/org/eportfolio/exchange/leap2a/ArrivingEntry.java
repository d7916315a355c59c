package org.eportfolio.exchange.leap2a;

import java.util.List;
import java.util.Set;
import org.eportfolio.dossier.NewAttachment;
import org.eportfolio.dossier.Setting;
import org.jspecify.annotations.Nullable;

/**
 * One entry as it will come in.
 *
 * @param words plain text, of any length
 * @param origin where it comes from, in words, with the line by which it is known again
 * @param cites the entries that a reflection is about
 * @param shows the entries of a showcase
 */
record ArrivingEntry(
        String id,
        As as,
        String title,
        String words,
        String origin,
        List<NewAttachment> files,
        List<Address> links,
        Set<String> competencies,
        @Nullable Setting setting,
        List<String> cites,
        List<String> shows) {

    /** What it becomes. */
    enum As {
        PRODUCTION,
        REFLECTION,
        SHOWCASE
    }

    /** A page elsewhere. */
    record Address(String to, String title) {}
}
