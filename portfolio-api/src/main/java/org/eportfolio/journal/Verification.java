package org.eportfolio.journal;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.eportfolio.Message;

/**
 * What checking the journal found.
 *
 * @param scopes how many chains were followed
 * @param entries how many entries were checked
 * @param records how many records were compared with what the journal says of them
 * @param faults what does not fit; none when all is well
 */
public record Verification(long scopes, long entries, long records, List<Fault> faults) {
    public Verification {
        faults = List.copyOf(faults);
    }

    /** Whether every entry and every record is as it was written. */
    public boolean sound() {
        return faults.isEmpty();
    }

    /** This, with more faults. */
    public Verification and(List<Fault> more) {
        return new Verification(
                scopes,
                entries,
                records,
                Stream.concat(faults.stream(), more.stream()).toList());
    }

    /**
     * Something that does not fit.
     *
     * @param scope the dossier, or the nil UUID for the organisation
     * @param number the entry at fault, or where it should be; 0 when a record is at fault
     * @param what says it in words
     */
    public record Fault(UUID scope, long number, Message what) {
        public Fault {
            Objects.requireNonNull(scope, "scope");
            Objects.requireNonNull(what, "what");
        }

        /** The sentence in this language. */
        public String in(Locale locale) {
            return what.in(locale);
        }
    }
}
