package org.eportfolio.exchange.leap2a;

import java.net.URI;
import java.net.URISyntaxException;
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

    /** The links of one production. */
    static final int MOST_LINKS = 100;

    /** What it becomes. */
    enum As {
        PRODUCTION,
        REFLECTION,
        SHOWCASE
    }

    /** A page elsewhere. */
    record Address(String to, String title) {
        /** Whether an address is one of the web. */
        static boolean isWeb(String address) {
            return address.regionMatches(true, 0, "http://", 0, 7) || address.regionMatches(true, 0, "https://", 0, 8);
        }

        /** As a link of a production; null for an address that can be none, such as one with a blank in it. */
        @Nullable
        URI target() {
            try {
                URI address = new URI(to);
                return address.getHost() == null ? null : address;
            } catch (URISyntaxException e) {
                return null;
            }
        }
    }
}
