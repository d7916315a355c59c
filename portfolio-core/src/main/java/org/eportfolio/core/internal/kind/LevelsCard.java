package org.eportfolio.core.internal.kind;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eportfolio.assessment.Assessment;
import org.eportfolio.assessment.Outcome;
import org.eportfolio.assessment.Perspective;
import org.eportfolio.core.internal.codec.IsoDay;
import org.eportfolio.core.internal.codec.Upgrades;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.LevelId;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * The current levels of a dossier under one adoption, kept beside the history so that neither a matrix nor the next
 * positioning need read it.
 *
 * @param recordedUpTo when the last of the teachers' positionings under the adoption was recorded; {@code null} before the
 *     first, and in a card of version 1
 */
public record LevelsCard(
        DossierId dossier,
        AdoptionId adoption,
        PersonId learner,
        @Nullable Instant recordedUpTo,
        Map<Code, Cell> cells) {
    /** Version 1 had an object for each cell, and did not say up to when it went. */
    static final Upgrades UPGRADES = new Upgrades(List.of(fields -> {
        if (fields.get("cells") instanceof Map<?, ?> cells) {
            Map<String, Object> texts = new LinkedHashMap<>();
            cells.forEach((code, cell) -> {
                Map<?, ?> former = (Map<?, ?>) cell;
                Object level = former.get("level");
                texts.put(code.toString(), former.get("observedOn") + (level == null ? "" : " " + level));
            });
            fields.put("cells", texts);
        }
    }));

    private static final int DAY = 10;

    /**
     * What the policy says of one competency; "nothing yet" has no cell.
     *
     * @param text the day of what counted, then the level; a day alone where the competency does not apply. As short as
     *     that because a card is written anew with each positioning
     */
    public record Cell(String text) {
        public static Cell of(Outcome outcome, @Nullable LevelId level, LocalDate observedOn) {
            return new Cell(outcome == Outcome.LEVEL ? observedOn + " " + level : observedOn.toString());
        }

        public Outcome outcome() {
            return text.length() > DAY ? Outcome.LEVEL : Outcome.NOT_APPLICABLE;
        }

        public @Nullable LevelId level() {
            return text.length() > DAY ? LevelId.of(text.substring(DAY + 1)) : null;
        }

        boolean isEarlierThan(Cell other) {
            return text.substring(0, DAY).compareTo(other.text.substring(0, DAY)) < 0;
        }

        public LocalDate observedOn() {
            return IsoDay.parse(text.substring(0, DAY));
        }
    }

    /** Whether this card, as it is kept, is the one that the history amounts to. */
    public boolean isKeptOf(LevelsCard derived) {
        return equals(recordedUpTo == null ? derived.ofUnknownAge() : derived);
    }

    private LevelsCard ofUnknownAge() {
        return new LevelsCard(dossier, adoption, learner, null, cells);
    }

    /** When the last of the teachers' positionings among these was recorded. */
    public static @Nullable Instant recordedUpTo(List<Assessment> all, AdoptionId adoption) {
        Instant last = null;
        for (Assessment each : all) {
            if (each.perspective() != Perspective.TEACHER || !each.adoption().equals(adoption)) continue;
            if (last == null || each.recordedAt().isAfter(last)) last = each.recordedAt();
        }
        return last;
    }

    /**
     * The card once a teacher's positioning is added, where each competency goes by the positioning observed last. Empty
     * when only the history shows it: one that corrects or retracts brings others back, and one that was not recorded
     * after all others may come before one of the same day; a card of version 1 says nothing of that.
     */
    public Optional<LevelsCard> followedBy(Assessment next) {
        boolean afterAll =
                recordedUpTo == null ? cells.isEmpty() : next.recordedAt().isAfter(recordedUpTo);
        if (next.supersedes() != null || !afterAll) return Optional.empty();
        Map<Code, Cell> moved = cells;
        Cell before = cells.get(next.competency());
        Cell after = Cell.of(next.outcome(), next.level(), next.observedOn());
        if (before == null || !after.isEarlierThan(before)) {
            moved = new HashMap<>(cells);
            moved.put(next.competency(), after);
        }
        return Optional.of(new LevelsCard(dossier, adoption, learner, next.recordedAt(), moved));
    }
}
