package org.eportfolio.core.internal.once;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eportfolio.assessment.ClassEntry;
import org.eportfolio.core.internal.kind.KeyedCall.KeyedPart;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.framework.FrameworkId;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.DossierId;

/** The values that calls give back in place of records: ids, and that something was done. The names are stored. */
enum KeyedValue {
    DONE("done", Boolean.class, Boolean::valueOf),
    ADOPTION("adoption-id", AdoptionId.class, text -> new AdoptionId(UUID.fromString(text))),
    COHORT("cohort-id", CohortId.class, text -> new CohortId(UUID.fromString(text))),
    DOSSIER("dossier-id", DossierId.class, text -> new DossierId(UUID.fromString(text))),
    FRAMEWORK("framework-id", FrameworkId.class, FrameworkId::parse),
    CLASS_ENTRY("class-entry", ClassEntry.class, text -> Work.json().record(text, ClassEntry.class));

    private final String stored;
    private final Class<?> type;

    @SuppressWarnings("ImmutableEnumChecker") // keeps no state
    private final Function<String, Object> read;

    KeyedValue(String stored, Class<?> type, Function<String, Object> read) {
        this.stored = stored;
        this.type = type;
        this.read = read;
    }

    /** Empty for what is no such value. */
    static Optional<KeyedPart> of(Object answer) {
        return Arrays.stream(values())
                .filter(each -> each.type.isInstance(answer))
                .map(each -> new KeyedPart(
                        each.stored,
                        null,
                        null,
                        null,
                        each == CLASS_ENTRY ? Work.json().text(answer) : answer.toString()))
                .findFirst();
    }

    static Object read(String stored, String value) {
        return Arrays.stream(values())
                .filter(each -> each.stored.equals(stored))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no such value: " + stored))
                .read
                .apply(value);
    }
}
