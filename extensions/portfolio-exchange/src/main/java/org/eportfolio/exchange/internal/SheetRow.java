package org.eportfolio.exchange.internal;

import org.eportfolio.exchange.Place;

/** One row of a table below its header, whatever the file is. */
public interface SheetRow {
    /** The field in this column, without blanks around it; empty when the row or the file has none. */
    String get(String column);

    /** Whether the file has such a column. */
    boolean has(String column);

    /** Where it begins. */
    Place place();

    /** Where one of its fields stands. */
    Place place(String column);
}
