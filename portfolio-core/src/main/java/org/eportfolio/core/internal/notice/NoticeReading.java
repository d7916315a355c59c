package org.eportfolio.core.internal.notice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eportfolio.access.Permission;
import org.eportfolio.agenda.Notice;
import org.eportfolio.agenda.NoticePreferences;
import org.eportfolio.agenda.Notices;
import org.eportfolio.core.internal.access.Gate;
import org.eportfolio.core.internal.journal.FollowedFeed;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.kind.TraceKinds;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.id.PersonId;
import org.eportfolio.journal.Cursor;
import org.eportfolio.spi.FeedEntry;
import org.eportfolio.spi.Scope;

/** What the feed and the records say to one reader, at the moment of reading. For one thread. */
public final class NoticeReading {
    /** How many entries of the feed are looked at in one call. */
    private static final int LOOKED_AT = 1_000;

    private final NoticeReader reader;
    private final Work work;
    private final NoticePreferences wanted;

    private NoticeReading(NoticeReader reader, Work work) {
        this.reader = reader;
        this.work = work;
        this.wanted = preferences(reader.person(), work);
    }

    /** Refused to those who hold no role. */
    public static NoticeReading of(Gate gate, Work work) {
        return new NoticeReading(new NoticeReader(gate, work), work);
    }

    /** What a person chose; everything if they did not. */
    public static NoticePreferences preferences(PersonId person, Work work) {
        return work.writtenIn(Scope.ORGANISATION, person)
                .map(TraceKinds::noticePreferencesId)
                .flatMap(kept -> work.find(TraceKinds.NOTICE_PREFERENCES, Scope.ORGANISATION, kept))
                .orElseGet(() -> NoticePreferences.all(person));
    }

    /** Whose notices these are. */
    public PersonId person() {
        return reader.person();
    }

    /** What falls on the days from one to another, both included. */
    public List<Notice> due(LocalDate first, LocalDate last) {
        return new DueNotices(reader, new GatheredNotices(wanted, work), new DayRange(first, last, work.zone()))
                .inOrder();
    }

    /**
     * What was committed after a cursor.
     *
     * @param seen up to where the feed was looked at; never given to the reader, since it shows when others wrote
     */
    public record Look(Notices notices, Cursor seen) {}

    /**
     * What was committed after a cursor. Where it ends lies on an act that concerns the reader, or on the end of a full look:
     * so that it tells nothing of when others wrote.
     */
    public Look after(Cursor cursor, int limit) {
        List<FeedEntry> fed = FollowedFeed.after(cursor, LOOKED_AT, work.view());
        boolean full = fed.size() == LOOKED_AT;
        List<Notice> notices = new ArrayList<>();
        Cursor taken = cursor;
        for (Map.Entry<Integer, List<Notice>> each : gathered(fed).byPlace().entrySet()) {
            if (notices.size() >= limit) return new Look(new Notices(notices, taken, true), taken);
            notices.addAll(each.getValue());
            taken = FollowedFeed.at(fed.get(each.getKey()));
        }
        Cursor seen = fed.isEmpty() ? cursor : FollowedFeed.at(fed.get(fed.size() - 1));
        return new Look(new Notices(notices, full ? seen : taken, full), seen);
    }

    private GatheredNotices gathered(List<FeedEntry> fed) {
        List<Act> acts = new ArrayList<>();
        for (int i = 0; i < fed.size(); i++) acts.add(Act.of(i, fed.get(i)));
        GatheredNotices gathered = new GatheredNotices(wanted, work);
        new OwnNotices(reader, gathered).add(acts);
        ofOwnDossiers(acts, gathered);
        if (reader.teaches()) {
            new DossierNotices(TeamRules.TEACHERS, others(TeamRules.TEACHERS, acts), reader.asTeacher(), work)
                    .addTo(gathered, acts);
        }
        if (reader.represents()) {
            List<NoticeRule<?>> rules = TeamRules.REPRESENTATIVES;
            new DossierNotices(rules, others(rules, acts), reader.asRepresentative(), work).addTo(gathered, acts);
        }
        return gathered;
    }

    private void ofOwnDossiers(List<Act> acts, GatheredNotices gathered) {
        if (reader.own().isEmpty()) return;
        new DossierNotices(LearnerRules.ALL, reader.own(), reader.asLearner(), work).addTo(gathered, acts);
        for (Dossier each : judged(acts)) {
            new LevelNotices(each, work).addTo(gathered, acts);
        }
    }

    /** The reader's own dossiers in which levels were given, and that they may read. */
    private List<Dossier> judged(List<Act> acts) {
        Set<Scope> judged =
                acts.stream().filter(LevelNotices::concern).map(Act::scope).collect(Collectors.toSet());
        boolean any =
                reader.own().stream().map(each -> DossierKinds.scope(each.id())).anyMatch(judged::contains);
        if (!any) return List.of();
        return reader.own(Permission.READ_PROGRESS).stream()
                .filter(each -> judged.contains(DossierKinds.scope(each.id())))
                .toList();
    }

    /** The dossiers of others in which something was done that may matter; two readings, however many. */
    private List<Dossier> others(List<NoticeRule<?>> rules, List<Act> acts) {
        Set<Scope> scopes = acts.stream()
                .filter(each -> !each.scope().equals(Scope.ORGANISATION) && DossierNotices.concern(rules, each))
                .map(Act::scope)
                .collect(Collectors.toSet());
        if (scopes.isEmpty()) return List.of();
        return work.among(DossierKinds.DOSSIER, scopes).stream()
                .filter(each -> !each.learner().equals(reader.person()))
                .toList();
    }
}
