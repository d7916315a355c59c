package org.eportfolio.core.internal.privacy;

import java.util.Optional;
import org.eportfolio.archive.Arrival;
import org.eportfolio.core.internal.kind.RecordKind;
import org.eportfolio.core.internal.work.Inside;
import org.eportfolio.dossier.Production;
import org.eportfolio.id.PersonId;
import org.eportfolio.peer.ReviewAssignment;
import org.eportfolio.privacy.ErasureOutcome;
import org.eportfolio.privacy.PrivacyRequest;
import org.eportfolio.reflection.Authorisation;

/** What an erasure makes of a record that names the person and stands elsewhere than in the person's own dossiers. */
public final class KeptByOthers {
    private KeptByOthers() {}

    /** What becomes of a record, and why, as the key of a message. */
    record Verdict(ErasureOutcome outcome, String reason) {}

    static Verdict verdict(RecordKind<?> kind, Object record, PersonId person) {
        if (record instanceof ReviewAssignment assignment) {
            if (assignment.reviewed().equals(person)) {
                return new Verdict(ErasureOutcome.DELETE, "erasure.about-their-work");
            }
            if (assignment.reviewer().equals(person) && !assignment.submitted()) {
                return new Verdict(ErasureOutcome.DELETE, "erasure.their-draft");
            }
            return new Verdict(ErasureOutcome.PSEUDONYMISE, "erasure.received-by-another");
        }
        if (record instanceof Authorisation authorisation
                && authorisation.person().equals(person)) {
            return new Verdict(ErasureOutcome.DELETE, "erasure.their-authorisation");
        }
        if (record instanceof Arrival) return new Verdict(ErasureOutcome.PSEUDONYMISE, "erasure.arrival");
        ErasureOutcome elsewhere = kind.treatment().elsewhere();
        return new Verdict(
                elsewhere, elsewhere == ErasureOutcome.DELETE ? "erasure.only-about-them" : "erasure.held-by-another");
    }

    /** The record as an erasure of the person leaves it: the same where it does not name them; empty if it goes. */
    public static <T> Optional<T> left(RecordKind<T> kind, T record, PersonId person, PersonId pseudonym) {
        if (!Inside.people(record).contains(person)) return Optional.of(record);
        return verdict(kind, record, person).outcome() == ErasureOutcome.DELETE
                ? Optional.empty()
                : Optional.of(under(pseudonym, record, person));
    }

    /** The record under the pseudonym and without the person's own words: an id is replaced, a sentence cannot be. */
    static <T> T under(PersonId pseudonym, T record, PersonId person) {
        return Inside.renamed(silent(record, person), each -> each.equals(person) ? pseudonym : each);
    }

    private static <T> T silent(T record, PersonId person) {
        Object silent = record;
        if (record instanceof PrivacyRequest request && request.person().equals(person))
            silent = request.withoutWords();
        if (record instanceof Production made) silent = made.withoutWordsOf(person);
        @SuppressWarnings("unchecked") // it stays what it was
        T same = (T) silent;
        return same;
    }
}
