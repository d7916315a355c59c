package org.eportfolio.badge;

import java.util.List;
import java.util.Objects;
import org.eportfolio.InvalidInputException;
import org.eportfolio.framework.Code;
import org.eportfolio.id.AdoptionId;
import org.jspecify.annotations.Nullable;

/**
 * What a badge says of everybody who has it: something achieved in the course (<em>formation</em>). Never that a bloc, a unit or a
 * diploma is acquired, which is the recteur's to attest (code de l'éducation, D337-150): there is no kind for it, and a badge
 * corresponds to competencies only. Immutable and thread-safe.
 *
 * @param criteria what has to be done
 * @param adoption under which its competencies, and the level it may state, are understood; {@code null} for a badge that
 *     corresponds to no framework
 * @param competencies that it corresponds to: exactly one where the badge is of a competency
 */
public record BadgeStatement(
        BadgeKind kind,
        String title,
        String description,
        String criteria,
        @Nullable AdoptionId adoption,
        List<Code> competencies) {
    public BadgeStatement {
        Objects.requireNonNull(kind, "kind");
        InvalidInputException.unless(!title.isBlank(), "title", "text.blank");
        InvalidInputException.unless(!description.isBlank(), "description", "text.blank");
        InvalidInputException.unless(!criteria.isBlank(), "criteria", "text.blank");
        competencies = List.copyOf(competencies);
        InvalidInputException.unless(
                adoption != null || competencies.isEmpty(), "competencies", "badge.competencies-of-nothing");
        InvalidInputException.unless(
                kind != BadgeKind.COMPETENCY || competencies.size() == 1, "competencies", "badge.one-competency");
    }

    /** Whether it is stated at a level. */
    public boolean hasLevel() {
        return kind == BadgeKind.COMPETENCY;
    }
}
