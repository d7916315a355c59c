package org.eportfolio.exchange.leap2a;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.eportfolio.DeniedException;
import org.eportfolio.ProgressListener;
import org.eportfolio.core.Desk;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.dossier.Setting;
import org.eportfolio.exchange.LossReport.Loss;
import org.eportfolio.exchange.internal.ExchangeMessages;
import org.eportfolio.exchange.internal.Markup;
import org.eportfolio.exchange.internal.Pages;
import org.eportfolio.exchange.internal.Wording;
import org.eportfolio.framework.Code;
import org.eportfolio.reflection.Feedback;
import org.eportfolio.reflection.FeedbackThread;
import org.eportfolio.reflection.Subject;
import org.eportfolio.school.Role;

/** One feed while it is written: where from, where to, in which words, and what stays behind. Not thread-safe. */
final class LeapEdition {
    /** The kinds of ours that become entries of a journal of their own. */
    enum Kind {
        PRODUCTION,
        REFLECTION,
        REPORT,
        WATCH,
        SELF_ASSESSMENT;

        String term() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    interface Part {
        void write() throws IOException;
    }

    final Desk desk;
    final Dossier dossier;
    final Markup out;
    final Wording words;
    final LeapFiles files = new LeapFiles();
    final boolean staffWords;

    /** Codes that an entry of the feed points to. */
    final Set<Code> abilities = new TreeSet<>();

    /** The one showcase in which a production sits: a reader drops it from a second one. */
    final Map<UUID, UUID> showcases = new HashMap<>();

    private final Map<Kind, List<String>> journals = new EnumMap<>(Kind.class);
    private final Map<String, String> missions;
    private final List<Loss> losses = new ArrayList<>();
    private final ProgressListener progress;
    private long done;

    LeapEdition(
            Desk desk,
            Dossier dossier,
            Markup out,
            Wording words,
            boolean staffWords,
            Map<String, String> missions,
            ProgressListener progress) {
        this.desk = desk;
        this.dossier = dossier;
        this.out = out;
        this.words = words;
        this.staffWords = staffWords;
        this.missions = missions;
        this.progress = progress;
    }

    /** A part of the dossier; one that the reader may not see is reported. */
    void part(String kind, Part content) throws IOException {
        try {
            content.write();
        } catch (DeniedException e) {
            losses.add(new Loss(kind, "", "", e.reason()));
        }
    }

    /** All items, a page at a time. */
    <T> void each(Pages<T> pages, Pages.Each<T> each) throws IOException {
        Pages.each(pages, item -> {
            each.take(item);
            progress.at(++done, -1);
        });
    }

    void lost(String kind, String item, String field, String key, Object... arguments) {
        losses.add(new Loss(kind, item, field, ExchangeMessages.of(key, arguments)));
    }

    List<Loss> losses() {
        return losses;
    }

    static String id(UUID record) {
        return "urn:uuid:" + record;
    }

    /** The id of an entry that stands for a part of a record, always the same. */
    static String id(UUID record, String part) {
        return id(UUID.nameUUIDFromBytes((record + " " + part).getBytes(StandardCharsets.UTF_8)));
    }

    String abilityId(Code code) {
        return id(dossier.id().value(), "ability " + code);
    }

    String journalId(Kind kind) {
        return id(dossier.id().value(), "journal " + kind);
    }

    /** An entry of a journal, unless it sits in a showcase: no reader keeps it in two places. */
    LeapEntry entry(UUID record, Kind kind, String title, Instant at) {
        LeapEntry entry = new LeapEntry(id(record), "entry", title, at).in(LeapNames.KIND, kind.term());
        UUID showcase = showcases.get(record);
        if (showcase != null) return entry.linked("leap2:is_part_of", id(showcase));
        journals.computeIfAbsent(kind, any -> new ArrayList<>()).add(id(record));
        return entry.linked("leap2:is_part_of", journalId(kind));
    }

    List<String> journal(Kind kind) {
        return journals.getOrDefault(kind, List.of());
    }

    /** In which situation something was lived; a workplace also as the standard says it. */
    void lived(Setting setting, LeapWords text, LeapEntry entry) {
        if (setting instanceof Setting.Mission of) {
            String id = of.scenario() + "/" + of.mission();
            text.fact("booklet.lived.mission", missions.getOrDefault(id, id));
        } else if (setting instanceof Setting.Workplace of) {
            text.fact("booklet.lived.workplace", of.place());
            entry.in(LeapNames.LIFE_AREA, "Work", of.place());
        } else {
            text.fact("booklet.lived.personal");
        }
    }

    /** What the team asked and said of something, and what the learner replied; by role and date, if it is to come along. */
    void feedback(Subject about, LeapWords text) throws IOException {
        List<FeedbackThread> threads = new ArrayList<>();
        each(next -> desk.feedback().on(about, next), threads::add);
        if (threads.isEmpty()) return;
        if (!staffWords) {
            lost("feedback", about.value().toString(), "", "leap2a.lost.staff", threads.size());
            return;
        }
        for (FeedbackThread thread : threads) {
            said(thread.opener(), text);
            thread.replies().forEach(each -> said(each, text));
        }
    }

    private void said(Feedback each, LeapWords text) {
        if (each.withdrawn()) return;
        String by = each.role() == Role.LEARNER ? words.say("leap2a.me") : words.name(each.role());
        text.headed(words.say("leap2a.said", by, words.day(each.at())), each.text());
    }
}
