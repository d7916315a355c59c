package org.eportfolio.exchange.leap2a;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eportfolio.dossier.Evidence;
import org.eportfolio.exchange.leap2a.LeapEdition.Kind;
import org.eportfolio.project.WatchEntry;
import org.eportfolio.reflection.Answer;
import org.eportfolio.reflection.Comparison;
import org.eportfolio.reflection.Guide;
import org.eportfolio.reflection.MissionReport;
import org.eportfolio.reflection.Playback;
import org.eportfolio.reflection.Reflection;
import org.eportfolio.reflection.Subject;

/** Reflections, mission reports and the watch log. A recording is represented by its transcript alone (row A4). */
record LeapThoughts(LeapEdition edition) {
    void reflections() throws IOException {
        edition.each(next -> edition.desk.reflections().list(edition.dossier.id(), next), this::reflection);
    }

    private void reflection(Reflection reflection) throws IOException {
        Reflection.Version current = reflection.current();
        LeapEntry entry = edition.entry(reflection.id().value(), Kind.REFLECTION, reflection.action(), current.at());
        LeapWords text = new LeapWords(edition.words);
        Map<String, String> answers = current.answers().stream()
                .collect(Collectors.toMap(Answer::question, Answer::text, (one, other) -> one));
        Guide guide = reflection.guide();
        boolean free = guide.questions().size() == 1;
        for (Guide.Question each : guide.questions()) {
            String answer = answers.getOrDefault(each.id(), "");
            if (answer.isBlank()) continue;
            if (free) text.prose(answer);
            else text.headed(each.text(), answer);
        }
        for (Playback each : edition.desk.recordings().of(edition.dossier.id(), reflection.id())) {
            edition.lost("recording", each.id().toString(), "content", "booklet.lost.recording");
            text.said("booklet.transcript", each.transcript());
        }
        text.help(current.helpStated());
        edition.lived(reflection.setting(), text, entry);
        evidence(current.evidence(), "leap2:reflects_on", entry);
        edition.feedback(Subject.of(reflection), text);
        if (reflection.versions().size() > 1)
            edition.lost("reflection", reflection.id().toString(), "versions", "leap2a.lost.versions");
        if (reflection.follows() != null) {
            entry.linked("leap2:relation", LeapEdition.id(reflection.follows().value()));
        }
        entry.saying(text.html()).write(edition.out);
    }

    private static void evidence(List<Evidence> evidence, String relation, LeapEntry entry) {
        evidence.stream()
                .map(each -> each.production().value())
                .distinct()
                .forEach(each -> entry.linked(relation, LeapEdition.id(each)));
    }

    void reports() throws IOException {
        edition.each(next -> edition.desk.reports().list(edition.dossier.id(), next), this::report);
    }

    private void report(MissionReport report) throws IOException {
        MissionReport.Version said = report.current();
        LeapEntry entry = edition.entry(report.id().value(), Kind.REPORT, report.mission(), said.at());
        LeapWords text = new LeapWords(edition.words)
                .said("booklet.report.asked", said.asked())
                .said("booklet.report.done", said.done());
        for (Comparison each : said.comparisons()) {
            String then = edition.words.say("booklet.report.then")
                    + edition.words.say(each.met() ? "booklet.report.met" : "booklet.report.gap");
            text.item(each.expected() + then).prose(each.gap());
        }
        text.said("booklet.report.help", said.help()).help(said.helpStated()).said("booklet.report.next", said.next());
        edition.lived(report.setting(), text, entry);
        evidence(said.evidence(), "leap2:has_evidence", entry);
        edition.feedback(Subject.of(report), text);
        if (report.versions().size() > 1)
            edition.lost("report", report.id().toString(), "versions", "leap2a.lost.versions");
        entry.saying(text.html()).write(edition.out);
    }

    void watch() throws IOException {
        edition.each(next -> edition.desk.watch().list(edition.dossier.id(), next), this::watched);
    }

    private void watched(WatchEntry watched) throws IOException {
        LeapEntry entry = edition.entry(watched.id().value(), Kind.WATCH, line(watched.source()), watched.savedAt());
        LeapWords text = new LeapWords(edition.words);
        URI url = watched.url();
        if (url != null) text.link(url.toString(), watched.source());
        text.fact("leap2a.watch", edition.words.day(watched.consultedOn()), edition.words.name(watched.reliability()));
        text.prose(watched.reason()).prose(watched.synthesis());
        entry.saying(text.html()).write(edition.out);
    }

    /** Titles of other systems are short; an address alone may be long. */
    private static String line(String title) {
        return title.length() <= 250 ? title : title.substring(0, 249) + "…";
    }
}
