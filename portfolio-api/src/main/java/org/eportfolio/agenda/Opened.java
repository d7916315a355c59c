package org.eportfolio.agenda;

import java.util.Objects;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.Ref;
import org.jspecify.annotations.Nullable;

/**
 * What a reference leads to.
 *
 * @param dossier the one that it lies in or is about; {@code null} for what belongs to none
 * @param learner whose dossier that is; {@code null} where there is none
 * @param record the thing itself, as the {@code get} of its desk gives it: a {@link org.eportfolio.dossier.Production} for
 *     {@link Ref.Kind#PRODUCTION}, and so on
 */
public record Opened(
        Ref ref, @Nullable DossierId dossier, @Nullable PersonId learner, Object record) {
    public Opened {
        Objects.requireNonNull(ref, "ref");
        Objects.requireNonNull(record, "record");
    }

    /**
     * The thing itself, by its type.
     *
     * @throws ClassCastException if it is of another
     */
    public <T> T as(Class<T> type) {
        return type.cast(record);
    }
}
