package org.eportfolio.exchange.xapi;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.eportfolio.DeniedException;
import org.eportfolio.NotFoundException;
import org.eportfolio.assessment.Assessment;
import org.eportfolio.core.Desk;
import org.eportfolio.dossier.Piece;
import org.eportfolio.dossier.Production;
import org.eportfolio.exchange.framework.CaseUris;
import org.eportfolio.framework.Adoption;
import org.eportfolio.framework.Framework;
import org.eportfolio.framework.Level;
import org.eportfolio.framework.LevelId;
import org.eportfolio.guidance.Goal;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.AssessmentId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.GoalId;
import org.eportfolio.id.ProductionId;
import org.eportfolio.journal.JournalEntry;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the entries of one piece of the feed are about, with the rights of the desk: what it may not read, or what is no
 * longer there, is simply not said. One for each piece; not thread-safe.
 */
final class XapiReading {
    private final Desk desk;
    private final Map<AdoptionId, Optional<XapiPlace>> places = new HashMap<>();
    private final Map<UUID, Optional<AdoptionId>> dossiers = new HashMap<>();
    private long unread;

    XapiReading(Desk desk) {
        this.desk = desk;
    }

    /** So many records could not be read so far. */
    long unread() {
        return unread;
    }

    XapiSubject of(JournalEntry entry, XapiActs act, JournalEntry.Item object) {
        DossierId dossier = new DossierId(entry.scope());
        XapiPlace main = dossiers.computeIfAbsent(
                        entry.scope(),
                        id -> readable(() -> desk.dossiers().get(dossier).adoption()))
                .flatMap(this::place)
                .orElse(null);
        if (object.hash() == null || !object.kind().equals(act.type())) return XapiSubject.in(main);
        UUID id = object.id();
        Optional<XapiSubject> said = switch (act.type()) {
            case "assessment" -> readable(() -> assessment(desk.assessments().get(dossier, new AssessmentId(id))));
            case "goal" -> readable(() -> goal(desk.goals().get(dossier, new GoalId(id))));
            case "production" ->
                readable(() -> production(desk.productions().get(dossier, new ProductionId(id)), main));
            default -> Optional.of(XapiSubject.in(main));
        };
        if (said.isEmpty()) unread++;
        return said.orElseGet(() -> XapiSubject.in(main));
    }

    private XapiSubject assessment(Assessment assessment) {
        XapiPlace place = place(assessment.adoption()).orElse(null);
        return new XapiSubject(place, List.of(assessment.competency()), level(place, assessment.level()), List.of());
    }

    private XapiSubject goal(Goal goal) {
        return new XapiSubject(place(goal.adoption()).orElse(null), List.of(goal.competency()), null, List.of());
    }

    /** Files that show a company's matters stay in the school. */
    private static XapiSubject production(Production production, @Nullable XapiPlace main) {
        List<Piece.File> files = production.withheld()
                ? List.of()
                : production.current().pieces().stream()
                        .filter(Piece.File.class::isInstance)
                        .map(Piece.File.class::cast)
                        .toList();
        return new XapiSubject(main, production.current().competencies(), null, files);
    }

    private static @Nullable Level level(@Nullable XapiPlace place, @Nullable LevelId level) {
        if (place == null || level == null) return null;
        return place.adoption().scale().find(level).orElse(null);
    }

    private Optional<XapiPlace> place(AdoptionId adoption) {
        return places.computeIfAbsent(
                adoption,
                id -> readable(() -> {
                    Adoption found = desk.frameworks().adoptions().stream()
                            .filter(each -> each.id().equals(id))
                            .findFirst()
                            .orElseThrow(() -> new NotFoundException("adoption", id));
                    Framework framework = desk.frameworks().get(found.framework());
                    return new XapiPlace(found, framework, CaseUris.of(framework, desk.frameworks()));
                }));
    }

    private static <T> Optional<T> readable(Supplier<T> read) {
        try {
            return Optional.of(read.get());
        } catch (DeniedException | NotFoundException notForThisReader) {
            return Optional.empty();
        }
    }
}
