package org.eportfolio.exchange.xapi;

import java.util.List;
import org.eportfolio.dossier.Piece;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.Level;
import org.jspecify.annotations.Nullable;

/**
 * What the record of an act says of frameworks, as far as the reader may read it.
 *
 * @param place under which framework and scale; {@code null} where the dossier cannot be read
 * @param items on which competencies
 * @param level that was given; {@code null} for none
 * @param files of a production that may leave the school
 */
record XapiSubject(
        @Nullable XapiPlace place,
        List<Code> items,
        @Nullable Level level,
        List<Piece.File> files) {
    static final XapiSubject UNREAD = new XapiSubject(null, List.of(), null, List.of());

    XapiSubject {
        items = List.copyOf(items);
        files = List.copyOf(files);
    }

    static XapiSubject in(@Nullable XapiPlace place) {
        return new XapiSubject(place, List.of(), null, List.of());
    }
}
