package org.eportfolio.exchange.roster;

import java.util.List;
import org.eportfolio.exchange.ImportReport;

/**
 * A roster as it was read.
 *
 * @param enrolments in the order of the file, without what it says is to be deleted
 * @param remarks what was assumed, columns that were not read, bad lines that were left out
 */
public record RosterReading(List<Enrolment> enrolments, List<ImportReport.Remark> remarks) {
    public RosterReading {
        enrolments = List.copyOf(enrolments);
        remarks = List.copyOf(remarks);
    }
}
