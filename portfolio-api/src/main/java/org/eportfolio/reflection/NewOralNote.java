package org.eportfolio.reflection;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eportfolio.Line;
import org.eportfolio.dossier.Setting;
import org.jspecify.annotations.Nullable;

/**
 * An oral explicitation to be noted: {@code NewOralNote.on("Installer le module de paiement",
 * setting).asking("Comment t'y es-tu prise ?", "J'ai d'abord lu la notice.")}.
 *
 * @param heldOn {@code null} for today
 */
public record NewOralNote(
        @NotNull @Line String action,
        @NotNull @Valid Setting setting,
        @Nullable LocalDate heldOn,
        @NotNull @Size(max = OralNote.MOST) List<OralNote.@NotNull @Valid Exchange> exchanges) {
    public NewOralNote {
        exchanges = Objects.requireNonNullElse(exchanges, List.of());
    }

    public static NewOralNote on(String action, Setting setting) {
        return new NewOralNote(action, setting, null, List.of());
    }

    /** Of another day than today; never in the future. */
    public NewOralNote heldOn(LocalDate day) {
        return new NewOralNote(action, setting, day, exchanges);
    }

    /** A question, and the learner's words as noted. */
    public NewOralNote asking(String question, String words) {
        return new NewOralNote(
                action,
                setting,
                heldOn,
                Stream.concat(exchanges.stream(), Stream.of(new OralNote.Exchange(question, words)))
                        .toList());
    }
}
