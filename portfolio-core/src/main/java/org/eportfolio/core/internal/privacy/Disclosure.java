package org.eportfolio.core.internal.privacy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eportfolio.Message;
import org.eportfolio.assessment.Assessment;
import org.eportfolio.core.internal.work.Alias;
import org.eportfolio.core.internal.work.Inside;
import org.eportfolio.core.internal.work.Kinds;
import org.eportfolio.core.internal.work.RecordKind;
import org.eportfolio.core.internal.work.RowSurvey;
import org.eportfolio.core.internal.work.Treatments;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.dossier.GroupProduction;
import org.eportfolio.dossier.Production;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.ProductionId;
import org.eportfolio.peer.ReviewAssignment;
import org.eportfolio.privacy.ExportedRecord;
import org.eportfolio.reflection.Feedback;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.Scope;
import org.eportfolio.spi.Stored;

/**
 * What somebody may know of what is kept about them: all of their own dossiers, and every record elsewhere that names
 * them, with the ids of others masked. Who was assigned to review them is left out, since it would tell who wrote.
 */
public final class Disclosure {
    /** A record as it is told: as data, and as it is shown. */
    public record Told(ExportedRecord exported, Object shown) {}

    private final PersonId person;
    private final Locale locale;
    private final Work work;
    private final String mention;
    private final Set<Scope> own = new HashSet<>();
    private final Set<ProductionId> madeWithOthers = new HashSet<>();
    private final Map<PersonId, PersonId> masks = new HashMap<>();
    private final List<Told> told = new ArrayList<>();

    private Disclosure(PersonId person, Locale locale, Work work) {
        this.person = person;
        this.locale = locale;
        this.work = work;
        this.mention = RowSurvey.mention(person);
    }

    public static List<Told> of(PersonId person, Locale locale, Work work) {
        Disclosure disclosure = new Disclosure(person, locale, work);
        disclosure.look();
        return disclosure.told;
    }

    private void look() {
        work.where(Kinds.DOSSIER, Kinds.dossiersOf(person)).forEach(each -> own.add(Kinds.scope(each.id())));
        RowSurvey.all(work, (kind, row) -> {
            if (kind != Kinds.GROUP || !row.body().contains(mention)) return;
            GroupProduction group = RowSurvey.record(Kinds.GROUP, row, work);
            if (group.isMadeBy(person)) madeWithOthers.add(group.production());
        });
        RowSurvey.all(work, this::consider);
    }

    private <T> void consider(RecordKind<T> kind, Row row) {
        boolean inside = own.contains(row.scope());
        boolean sharedWork = kind == Kinds.PRODUCTION && madeWithOthers.contains(new ProductionId(row.id()));
        if (!inside && !sharedWork && !row.body().contains(mention)) return;
        T record = RowSurvey.record(kind, row, work);
        boolean names = Inside.people(record).contains(person);
        if (!inside && !sharedWork && !names) return;
        if (record instanceof Alias alias && !alias.person().equals(person)) return;
        if (record instanceof ReviewAssignment assignment
                && !assignment.reviewer().equals(person)) return;
        T masked = Inside.renamed(record, this::masked);
        List<Stored> files = inside || sharedWork ? List.copyOf(Inside.contents(record)) : List.of();
        told.add(new Told(
                new ExportedRecord(
                        row.scope().id(),
                        kind.kind().name(),
                        row.id(),
                        Treatments.of(kind).category(),
                        provided(kind, record),
                        Work.json().text(masked),
                        files),
                masked));
    }

    private boolean provided(RecordKind<?> kind, Object record) {
        if (record instanceof Assessment assessment) return assessment.author().equals(person);
        if (record instanceof Feedback feedback) return feedback.author().equals(person);
        if (record instanceof ReviewAssignment) return true;
        if (record instanceof Production made && !made.owner().equals(person)) return false;
        return Treatments.of(kind).provided();
    }

    /** Others are numbered in the order in which they are met; the same one keeps their number. */
    private PersonId masked(PersonId other) {
        if (other.equals(person)) return other;
        PersonId mask = masks.get(other);
        if (mask == null) {
            mask = PersonId.of(
                    Message.of("export.other-person", masks.size() + 1).in(locale));
            masks.put(other, mask);
        }
        return mask;
    }
}
