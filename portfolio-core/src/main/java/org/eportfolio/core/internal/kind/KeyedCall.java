package org.eportfolio.core.internal.kind;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eportfolio.id.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What was done under a key that a host gave, so that the same key does it no second time. It holds hashes and ids: neither
 * the key, nor what came in, nor what was answered.
 *
 * @param scope where it is kept: a scope whose chain moved with what was done, so that of two who do it at once one comes
 *     too late
 * @param key SHA-256 of the key
 * @param input SHA-256 of what came in
 * @param answers what each writing call gave back, in the order of the calls
 */
public record KeyedCall(
        UUID id, UUID scope, PersonId person, String key, String input, Instant at, List<KeyedAnswer> answers) {
    public KeyedCall {
        answers = List.copyOf(answers);
    }

    /**
     * What one call gave back, named so that it can be read again.
     *
     * @param permission that the gate let it through by; {@code null} where it asked for none
     * @param dossier that it was about; {@code null} for none
     * @param many whether it gave back a list
     */
    public record KeyedAnswer(
            @Nullable String permission, @Nullable UUID dossier, boolean many, List<KeyedPart> parts) {
        public KeyedAnswer {
            parts = List.copyOf(parts);
        }
    }

    /**
     * A record, or a value that names one.
     *
     * @param type the kind of the record, or what sort of value it is
     * @param scope the record's; {@code null} for a value
     * @param id the record's; {@code null} for a value
     * @param state by which the journal knows what the record said; {@code null} for a value
     * @param value {@code null} for a record
     */
    public record KeyedPart(
            String type,
            @Nullable UUID scope,
            @Nullable UUID id,
            @Nullable String state,
            @Nullable String value) {}
}
