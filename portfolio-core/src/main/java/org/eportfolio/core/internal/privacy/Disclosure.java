package org.eportfolio.core.internal.privacy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eportfolio.Message;
import org.eportfolio.core.internal.dossier.Arrivals;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.kind.GroupKinds;
import org.eportfolio.core.internal.kind.RecordKind;
import org.eportfolio.core.internal.kind.Route;
import org.eportfolio.core.internal.work.Inside;
import org.eportfolio.core.internal.work.RowSurvey;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.dossier.GroupProduction;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.ProductionId;
import org.eportfolio.privacy.ExportedRecord;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.Scope;
import org.eportfolio.spi.Stored;

/**
 * What a person may know of the data kept about them: all of their own dossiers, and every record elsewhere that names
 * them, with the ids of others masked; what a kind discloses to one person only is left out for the others.
 */
public final class Disclosure {
    /** A record in an export: as data, and as it is shown. */
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
        Arrivals.andOwn(person, work).forEach(each -> own.add(DossierKinds.scope(each.id())));
        RowSurvey.all(work, (kind, row) -> {
            if (kind != GroupKinds.GROUP || !row.body().contains(mention)) return;
            GroupProduction group = RowSurvey.record(GroupKinds.GROUP, row, work);
            if (group.isMadeBy(person)) madeWithOthers.add(group.production());
        });
        RowSurvey.all(work, (kind, row) -> {
            if (kind.leavesBy(Route.ACCESS_EXPORT)) consider(kind, row);
        });
    }

    private <T> void consider(RecordKind<T> kind, Row row) {
        boolean inside = own.contains(row.scope());
        boolean sharedWork = kind == DossierKinds.PRODUCTION && madeWithOthers.contains(new ProductionId(row.id()));
        if (!inside && !sharedWork && !row.body().contains(mention)) return;
        T record = RowSurvey.record(kind, row, work);
        boolean names = Inside.people(record).contains(person);
        if (!inside && !sharedWork && !names) return;
        if (!kind.disclosedTo(person, record)) return;
        T masked = Inside.renamed(record, this::masked);
        List<Stored> files = inside || sharedWork ? List.copyOf(Inside.contents(record)) : List.of();
        told.add(new Told(
                new ExportedRecord(
                        row.scope().id(),
                        kind.kind().name(),
                        row.id(),
                        kind.treatment().category(),
                        kind.providedBy(person, record),
                        Work.json().text(masked),
                        files),
                masked));
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
