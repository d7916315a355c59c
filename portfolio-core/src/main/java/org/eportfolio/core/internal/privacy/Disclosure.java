package org.eportfolio.core.internal.privacy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eportfolio.Message;
import org.eportfolio.archive.Arrival;
import org.eportfolio.certification.Seal;
import org.eportfolio.core.internal.access.RecordStates;
import org.eportfolio.core.internal.history.Arrivals;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.kind.GroupKinds;
import org.eportfolio.core.internal.kind.KindHome;
import org.eportfolio.core.internal.kind.RecordKind;
import org.eportfolio.core.internal.kind.Route;
import org.eportfolio.core.internal.kind.SchoolKinds;
import org.eportfolio.core.internal.reflection.RecordingVisibility;
import org.eportfolio.core.internal.work.Inside;
import org.eportfolio.core.internal.work.RowSurvey;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.dossier.GroupProduction;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.ProductionId;
import org.eportfolio.id.RecordingId;
import org.eportfolio.privacy.ExportedRecord;
import org.eportfolio.privacy.PrivacyRequest;
import org.eportfolio.reflection.Recording;
import org.eportfolio.school.Reach;
import org.eportfolio.school.Role;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.Scope;
import org.jspecify.annotations.Nullable;

/**
 * What a person may know of the data kept about them: all of their own dossiers, and every record elsewhere that names
 * them, with the ids of others masked; what a kind discloses to one person only is left out for the others, and what may not
 * be read yet for everybody.
 */
public final class Disclosure {
    /**
     * A record in an export: as data, and as it is shown.
     *
     * @param from how it came from elsewhere; {@code null} for what the school itself keeps
     */
    public record Disclosed(
            ExportedRecord exported, Object shown, @Nullable Arrival from) {}

    private final PersonId person;
    private final boolean asked;
    private final List<Found<?>> found = new ArrayList<>();
    private final Locale locale;
    private final Work work;
    private final RowSurvey.Mention mention;
    private final Set<Scope> own = new HashSet<>();
    private final Map<Scope, Arrival> arrivals = new HashMap<>();
    /** Those who are or were legal representatives of the person. */
    private final Set<PersonId> representatives = new HashSet<>();

    private final Set<ProductionId> madeWithOthers = new HashSet<>();
    private final Map<PersonId, PersonId> masks = new HashMap<>();
    private final List<Disclosed> disclosed = new ArrayList<>();

    private Disclosure(PersonId person, boolean asked, Locale locale, Work work) {
        this.person = person;
        this.asked = asked;
        this.locale = locale;
        this.work = work;
        this.mention = RowSurvey.mention(person, work);
    }

    /**
     * What others have a right to limits the copy (GDPR art. 15(4)): it is without recordings that someone else in them does not
     * authorise now, and without sealed files that have such recordings in them.
     *
     * @param asked whether it is the person who makes the export, so that their drafts are in it
     */
    public static List<Disclosed> of(PersonId person, boolean asked, Locale locale, Work work) {
        Disclosure disclosure = new Disclosure(person, asked, locale, work);
        disclosure.find();
        disclosure.leaveOut(RecordingVisibility.silencedByOthers(disclosure.recordings(), person, work.today(), work));
        disclosure.tell();
        return disclosure.disclosed;
    }

    /**
     * The same for a package that goes to the person through a link: without any recording that may not be played now, so that
     * what was withdrawn leaves no more.
     */
    public static List<Disclosed> toHandOver(PersonId person, Locale locale, Work work) {
        Disclosure disclosure = new Disclosure(person, false, locale, work);
        disclosure.find();
        disclosure.leaveOut(RecordingVisibility.silenced(disclosure.recordings(), work.today(), work));
        disclosure.tell();
        return disclosure.disclosed;
    }

    private List<Recording> recordings() {
        return found.stream()
                .map(Found::record)
                .filter(Recording.class::isInstance)
                .map(Recording.class::cast)
                .toList();
    }

    private void leaveOut(Set<RecordingId> recordings) {
        found.removeIf(each -> each.record() instanceof Recording recording && recordings.contains(recording.id())
                || each.record() instanceof Seal seal
                        && seal.recordings().stream().anyMatch(spoken -> recordings.contains(spoken.recording())));
    }

    private void find() {
        List<Dossier> dossiers = Arrivals.andOwn(person, work);
        dossiers.forEach(each -> own.add(DossierKinds.scope(each.id())));
        work
                .whereAny(
                        SchoolKinds.GRANT,
                        dossiers.stream()
                                .map(each -> SchoolKinds.grantsOver(new Reach.OfDossier(each.id())))
                                .toList())
                .stream()
                .filter(each -> each.role() == Role.REPRESENTATIVE)
                .forEach(each -> representatives.add(each.holder()));
        Arrivals.all(work).forEach(each -> arrivals.put(DossierKinds.scope(each.dossier()), each));
        RowSurvey.ofDossiers(GroupKinds.GROUP, work, row -> {
            if (!mention.in(row) || isAnothersHistory(row)) return;
            GroupProduction group = RowSurvey.record(GroupKinds.GROUP, row, work);
            if (group.isMadeBy(person)) madeWithOthers.add(group.production());
        });
        RowSurvey.all(work, (kind, row) -> {
            if (kind.leavesBy(Route.ACCESS_EXPORT)) consider(kind, row);
        });
    }

    /** A record that speaks of the person, perhaps not to be seen yet. */
    private record Found<T>(RecordKind<T> kind, Row row, T record, boolean inside, boolean files) {
        /** Whether the person is its author or the one whom it is for, and it is not another person's draft that names them. */
        boolean own() {
            return inside || kind.home() != KindHome.DOSSIER;
        }
    }

    /** In what came from elsewhere about another learner an equal id may be somebody else's. */
    private boolean isAnothersHistory(Row row) {
        Arrival arrival = arrivals.get(row.scope());
        return arrival != null && arrival.beyond() == null && !own.contains(row.scope());
    }

    private <T> void consider(RecordKind<T> kind, Row row) {
        if (isAnothersHistory(row)) return;
        boolean inside = own.contains(row.scope());
        boolean sharedWork = kind == DossierKinds.PRODUCTION && madeWithOthers.contains(new ProductionId(row.id()));
        if (!inside && !sharedWork && !mention.in(row)) return;
        T record = RowSurvey.record(kind, row, work);
        boolean names = Inside.people(record).contains(person);
        if (!inside && !sharedWork && !names) return;
        if (!kind.disclosedTo(person, record)) return;
        found.add(new Found<>(kind, row, record, inside, inside || sharedWork));
    }

    /** Keeps what may be seen by now; a reading for each kind at most. */
    private void tell() {
        Map<RecordKind<?>, List<Found<?>>> byKind = found.stream().collect(Collectors.groupingBy(Found::kind));
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        byKind.forEach((kind, all) -> {
            seen.addAll(seen(kind, all, true));
            seen.addAll(seen(kind, all, false));
        });
        found.stream().filter(each -> seen.contains(each.record())).forEach(this::tell);
    }

    private <T> List<T> seen(RecordKind<T> kind, List<Found<?>> all, boolean own) {
        List<T> records = all.stream()
                .filter(each -> each.own() == own)
                .map(each -> kind.type().cast(each.record()))
                .toList();
        return new RecordStates(work).seen(kind, records, own && asked);
    }

    private <T> void tell(Found<T> one) {
        T masked = Inside.renamed(readable(one.record()), this::masked);
        disclosed.add(new Disclosed(
                new ExportedRecord(
                        one.row().scope().id(),
                        one.kind().kind().name(),
                        one.row().id(),
                        one.kind().treatment().category(),
                        one.kind().providedBy(person, one.record()),
                        Work.json().text(masked),
                        one.files() ? List.copyOf(Inside.contents(one.record())) : List.of()),
                masked,
                arrivals.get(one.row().scope())));
    }

    private <T> T readable(T record) {
        if (!(record instanceof PrivacyRequest request) || hasWords(request)) return record;
        @SuppressWarnings("unchecked") // it stays what it was
        T same = (T) request.withoutWords();
        return same;
    }

    /**
     * Whether the words of a request are in the copy. Of learners and their representatives each sees that the other asked, and
     * not the words; and a copy that the head makes may be handed to either.
     */
    private boolean hasWords(PrivacyRequest request) {
        if (asked && request.recordedBy().equals(person)) return true;
        boolean about = request.person().equals(person);
        return about && (asked ? !representatives.contains(request.recordedBy()) : representatives.isEmpty());
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
