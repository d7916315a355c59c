package org.eportfolio.journal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.Ref;
import org.eportfolio.school.Role;
import org.eportfolio.spi.Hash;
import org.jspecify.annotations.Nullable;

/**
 * One act in one scope: a dossier, or the organisation. No personal data: the actor is an alias that means something in
 * this scope only, and each object's hash is keyed by a secret that leaves with the object.
 *
 * @param scope the dossier's id, or the nil UUID for the organisation
 * @param number the place in the scope's chain, from 1
 * @param change the same for all entries of one call, and of calls made together; an anonymous review has one of its own
 * @param alias of the actor in this scope; {@code null} for the system and for services
 * @param role in which the actor acted; {@code null} for the system
 * @param act what was done, such as {@code assessment.positioned}
 * @param objects what it was done to
 * @param service the name of the service that acted; {@code null} for people and the system
 */
public record JournalEntry(
        UUID scope,
        long number,
        UUID change,
        Instant at,
        @Nullable UUID alias,
        @Nullable Role role,
        String act,
        List<Item> objects,
        @Nullable String service) {
    private static final UUID ORGANISATION = new UUID(0, 0);

    /** By the names that kinds have in the journal. */
    private static final Map<String, Ref.Kind> OPENED_AS = Map.ofEntries(
            Map.entry("dossier", Ref.Kind.DOSSIER),
            Map.entry("cohort", Ref.Kind.COHORT),
            Map.entry("review-campaign", Ref.Kind.CAMPAIGN),
            Map.entry("review-assignment", Ref.Kind.REVIEW_ASSIGNMENT),
            Map.entry("group", Ref.Kind.GROUP),
            Map.entry("production", Ref.Kind.PRODUCTION),
            Map.entry("assessment", Ref.Kind.ASSESSMENT),
            Map.entry("draft", Ref.Kind.ASSESSMENT_DRAFT),
            Map.entry("goal", Ref.Kind.GOAL),
            Map.entry("reflection", Ref.Kind.REFLECTION),
            Map.entry("reflection-draft", Ref.Kind.REFLECTION_DRAFT),
            Map.entry("mission-report", Ref.Kind.MISSION_REPORT),
            Map.entry("mission-report-draft", Ref.Kind.MISSION_REPORT_DRAFT),
            Map.entry("feedback", Ref.Kind.FEEDBACK),
            Map.entry("staff-note", Ref.Kind.STAFF_NOTE),
            Map.entry("interview", Ref.Kind.INTERVIEW),
            Map.entry("authorisation", Ref.Kind.AUTHORISATION),
            Map.entry("recording", Ref.Kind.RECORDING),
            Map.entry("oral-note", Ref.Kind.ORAL_NOTE),
            Map.entry("review", Ref.Kind.REVIEW),
            Map.entry("project", Ref.Kind.PROJECT),
            Map.entry("watch-entry", Ref.Kind.WATCH_ENTRY),
            Map.entry("showcase", Ref.Kind.SHOWCASE),
            Map.entry("link", Ref.Kind.LINK),
            Map.entry("workplace", Ref.Kind.WORKPLACE_PERIOD),
            Map.entry("exam-file", Ref.Kind.EXAM_FILE),
            Map.entry("seal", Ref.Kind.SEAL));

    public JournalEntry {
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(change, "change");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(act, "act");
        objects = List.copyOf(objects);
    }

    /** An entry of a person's or the system's act. */
    public JournalEntry(
            UUID scope,
            long number,
            UUID change,
            Instant at,
            @Nullable UUID alias,
            @Nullable Role role,
            String act,
            List<Item> objects) {
        this(scope, number, change, at, alias, role, act, objects, null);
    }

    /**
     * What of the objects can be opened by itself, each once, in their order: the others are parts of something else, or were
     * removed.
     */
    public List<Ref> refs() {
        DossierId dossier = scope.equals(ORGANISATION) ? null : new DossierId(scope);
        return objects.stream()
                .filter(each -> each.hash() != null)
                .flatMap(each -> ref(each, dossier).stream())
                .distinct()
                .toList();
    }

    private static Optional<Ref> ref(Item item, @Nullable DossierId dossier) {
        Ref.Kind kind = OPENED_AS.get(item.kind());
        if (kind == null || kind.inDossier() && dossier == null) return Optional.empty();
        return Optional.of(
                new Ref(kind, kind.inDossier() ? dossier : null, item.id().toString()));
    }

    /**
     * A record that the act wrote or removed.
     *
     * @param hash keyed hash of its new content; {@code null} when it was removed
     */
    public record Item(String kind, UUID id, @Nullable Hash hash) {
        public Item {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(id, "id");
        }
    }
}
