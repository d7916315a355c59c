package org.eportfolio.exchange;

import java.util.List;
import org.eportfolio.Message;

/**
 * What an export could not carry, item by item, for machines to read. Immutable.
 *
 * @param format that was written
 * @param losses in the order in which they were met; empty when the format carries all of it
 */
public record LossReport(String format, List<Loss> losses) {
    public LossReport {
        losses = List.copyOf(losses);
    }

    /** Nothing was lost. */
    public static LossReport none(String format) {
        return new LossReport(format, List.of());
    }

    /**
     * One thing that stays behind.
     *
     * @param kind such as {@code assessment} or {@code scale}
     * @param item its id or code
     * @param field the property that is lost; empty when it is the item as a whole
     */
    public record Loss(String kind, String item, String field, Message why) {}
}
