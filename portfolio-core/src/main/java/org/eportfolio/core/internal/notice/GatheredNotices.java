package org.eportfolio.core.internal.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.eportfolio.agenda.Notice;
import org.eportfolio.agenda.NoticePreferences;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.dossier.Dossier;
import org.jspecify.annotations.Nullable;

/** The notices that are found, by the place of their act in the feed; what the reader did or left out is not among them. */
final class GatheredNotices {
    private final TreeMap<Integer, List<Notice>> byPlace = new TreeMap<>();
    private final NoticePreferences wanted;
    private final Work work;

    GatheredNotices(NoticePreferences wanted, Work work) {
        this.wanted = wanted;
        this.work = work;
    }

    void add(Act act, @Nullable Dossier dossier, @Nullable NoticeContent said) {
        if (said != null) add(act.place(), dossier, said, act.entry().at(), null);
    }

    /** What falls on a day, at the moment at which it begins or the day does. */
    void add(LocalDate day, Instant at, @Nullable Dossier dossier, NoticeContent said) {
        add(byPlace.size(), dossier, said, at, day);
    }

    private void add(int place, @Nullable Dossier dossier, NoticeContent said, Instant at, @Nullable LocalDate day) {
        if (!wanted.wants(said.kind()) || wanted.person().equals(said.by())) return;
        byPlace.computeIfAbsent(place, each -> new ArrayList<>())
                .add(new Notice(
                        said.kind(),
                        said.about(),
                        dossier == null ? null : dossier.id(),
                        dossier == null ? null : dossier.learner(),
                        said.by(),
                        at,
                        day,
                        said.text().at(work.zone())));
    }

    TreeMap<Integer, List<Notice>> byPlace() {
        return byPlace;
    }
}
