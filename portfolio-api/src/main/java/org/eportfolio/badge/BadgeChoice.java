package org.eportfolio.badge;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eportfolio.id.BadgeAwardId;

/**
 * Which of their badges a learner takes along together: {@code BadgeChoice.of(commerce, site)}. Immutable.
 *
 * @param badges at least one and at most 100; one that is named twice counts once
 */
public record BadgeChoice(@NotNull @Size(min = 1, max = 100) List<@NotNull BadgeAwardId> badges) {
    public BadgeChoice {
        badges = Objects.requireNonNullElse(badges, List.of());
    }

    public static BadgeChoice of(BadgeAward... badges) {
        return new BadgeChoice(Stream.of(badges).map(BadgeAward::id).toList());
    }
}
