package org.eportfolio.exchange.booklet;

import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;
import org.eportfolio.exchange.LossReport.Loss;
import org.eportfolio.exchange.internal.ExchangeMessages;
import org.eportfolio.exchange.internal.Markup;
import org.eportfolio.reflection.Answer;
import org.eportfolio.reflection.Comparison;
import org.eportfolio.reflection.Guide;
import org.eportfolio.reflection.MissionReport;
import org.eportfolio.reflection.Playback;
import org.eportfolio.reflection.Reflection;
import org.eportfolio.reflection.Translation;

/**
 * Reflections and mission reports. A recording is represented by its transcript alone: its bytes would outlive the authorisation
 * by which they may be heard (row A4).
 */
record Thoughts(Edition edition, Works works) {
    void reflections() throws IOException {
        edition.each(next -> edition.desk.reflections().list(edition.dossier.id(), next), this::reflection);
    }

    private void reflection(Reflection reflection) throws IOException {
        Markup out = edition.out;
        Guide guide = reflection.guide();
        out.open("article", "class", "thought").element("h3", reflection.action(), "dir", "auto");
        edition.fact("booklet.said-on", edition.words.day(reflection.current().at()));
        works.lived(reflection.setting());
        Map<String, String> answers = reflection.current().answers().stream()
                .collect(Collectors.toMap(Answer::question, Answer::text, (one, other) -> one));
        for (Guide.Question each : guide.questions()) {
            String answer = answers.getOrDefault(each.id(), "");
            if (answer.isBlank()) continue;
            out.element("h4", each.text(), "lang", guide.language());
            out.prose(answer);
        }
        for (Playback each : edition.desk.recordings().of(edition.dossier.id(), reflection.id())) recording(each);
        edition.help(reflection.current().helpStated());
        edition.evidence(reflection.current().evidence());
        out.end();
    }

    private void recording(Playback recording) throws IOException {
        edition.lost(new Loss(
                "recording", recording.id().toString(), "content", ExchangeMessages.of("booklet.lost.recording")));
        if (recording.isPhoto()) edition.fact("booklet.photo");
        else edition.fact("booklet.recorded", recording.seconds());
        Translation translation = recording.translation();
        if (translation != null) {
            edition.fact("booklet.translated", edition.name(translation.by()), edition.words.day(translation.on()));
        }
        edition.said(recording.isPhoto() ? "booklet.photo-shows" : "booklet.transcript", recording.transcript());
    }

    void reports() throws IOException {
        edition.each(next -> edition.desk.reports().list(edition.dossier.id(), next), this::report);
    }

    private void report(MissionReport report) throws IOException {
        Markup out = edition.out;
        MissionReport.Version said = report.current();
        out.open("article", "class", "thought").element("h3", report.mission(), "dir", "auto");
        edition.fact("booklet.said-on", edition.words.day(said.at()));
        works.lived(report.setting());
        edition.said("booklet.report.asked", said.asked());
        edition.said("booklet.report.done", said.done());
        out.element("h4", edition.say("booklet.report.comparisons")).open("ul");
        for (Comparison each : said.comparisons()) {
            out.open("li").text(each.expected() + edition.say("booklet.report.then"));
            out.element("strong", edition.say(each.met() ? "booklet.report.met" : "booklet.report.gap"));
            if (!each.gap().isBlank()) out.prose(each.gap());
            out.end();
        }
        out.end();
        edition.said("booklet.report.help", said.help());
        edition.help(said.helpStated());
        edition.said("booklet.report.next", said.next());
        edition.evidence(said.evidence());
        out.end();
    }
}
