package org.eportfolio.exchange.roster;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eportfolio.exchange.ImportReport.Count;
import org.eportfolio.exchange.internal.Findings;

/** A difference while the comparison goes on. */
final class DifferenceDraft {
    static final String COHORT = "cohort";
    static final String MEMBERSHIP = "membership";
    static final String STAFF = "staff";
    static final String PERSON = "person";
    static final String REPRESENTATIVE = "representative";
    private static final List<String> COUNTED = List.of(COHORT, MEMBERSHIP, STAFF, PERSON, REPRESENTATIVE);

    private final List<RosterChange> changes = new ArrayList<>();
    private final List<RosterChange> remarks = new ArrayList<>();
    private final Map<String, Count> counts = new LinkedHashMap<>();
    private final Steps steps = Steps.none();

    Steps steps() {
        return steps;
    }

    /** Adds a change that an import remarks on. */
    void remark(RosterChange change) {
        changes.add(change);
        remarks.add(change);
    }

    /** Adds a change that an import only counts. */
    void list(RosterChange change) {
        changes.add(change);
    }

    void added(String kind) {
        count(kind, new Count(1, 0, 0, 0));
    }

    void changed(String kind) {
        count(kind, new Count(0, 1, 0, 0));
    }

    void same(String kind) {
        count(kind, new Count(0, 0, 1, 0));
    }

    void leftOut(String kind) {
        count(kind, new Count(0, 0, 0, 1));
    }

    private void count(String kind, Count more) {
        counts.merge(
                kind,
                more,
                (one, other) -> new Count(
                        one.added() + other.added(),
                        one.changed() + other.changed(),
                        one.same() + other.same(),
                        one.leftOut() + other.leftOut()));
    }

    List<RosterChange> changes() {
        return changes;
    }

    /** Adds it to what an import reports; who joins a new class and who gets a first name is only counted. */
    void describe(Findings findings) {
        remarks.forEach(each -> findings.remark(each.place(), each.what()));
        for (String kind : COUNTED) {
            Count count = counts.get(kind);
            if (count == null) continue;
            findings.added(kind, count.added());
            findings.changed(kind, count.changed());
            findings.same(kind, count.same());
            findings.leftOut(kind, count.leftOut());
        }
    }
}
