package org.eportfolio.exchange.booklet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eportfolio.DeniedException;
import org.eportfolio.Message;
import org.eportfolio.ProgressListener;
import org.eportfolio.core.Desk;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.dossier.Evidence;
import org.eportfolio.dossier.HelpStatement;
import org.eportfolio.exchange.LossReport.Loss;
import org.eportfolio.exchange.internal.ExchangeMessages;
import org.eportfolio.exchange.internal.Markup;
import org.eportfolio.exchange.internal.Pages;
import org.eportfolio.exchange.internal.Wording;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Namesakes;
import org.jspecify.annotations.Nullable;

/** One booklet while it is written: where from, where to, in which words, and what stays behind. Not thread-safe. */
final class Edition {
    final Desk desk;
    final Dossier dossier;
    final Markup out;
    final Wording words;

    /** Whether files lie beside the page, which a browser shows: not in a PDF. */
    final boolean asFolder;

    /** Titles of the productions that are shown, by their anchors. */
    private final Map<String, String> titles = new HashMap<>();

    private final Map<PersonId, String> displayed = new HashMap<>();
    private final List<Loss> losses = new ArrayList<>();
    private final ProgressListener progress;
    private Map<PersonId, String> names = Map.of();
    private long done;

    Edition(Desk desk, Dossier dossier, Markup out, Wording words, boolean asFolder, ProgressListener progress) {
        this.desk = desk;
        this.dossier = dossier;
        this.out = out;
        this.words = words;
        this.asFolder = asFolder;
        this.progress = progress;
    }

    interface Part {
        void write() throws IOException;
    }

    /** A part under a heading of its own; one that the reader may not see says so and is reported. */
    void part(String name, Part content) throws IOException {
        out.open("section", "id", name, "aria-labelledby", "h-" + name);
        out.element("h2", say("booklet." + name), "id", "h-" + name);
        int depth = out.depth();
        try {
            content.write();
        } catch (DeniedException e) {
            out.endTo(depth);
            out.element("p", say("booklet.not-for-reader"), "class", "quiet");
            lost(new Loss(name, "", "", e.reason()));
        }
        out.end();
    }

    /** All items, a page at a time; a line in their place when there is none. */
    <T> void each(Pages<T> pages, Pages.Each<T> each) throws IOException {
        long before = done;
        pages(pages, each);
        if (done == before) out.element("p", say("booklet.none"), "class", "quiet");
    }

    /** All items, a page at a time. */
    <T> void pages(Pages<T> pages, Pages.Each<T> each) throws IOException {
        Pages.each(pages, item -> {
            each.take(item);
            progress.at(++done, -1);
        });
    }

    void lost(Loss loss) {
        losses.add(loss);
    }

    /** What no booklet carries. */
    void lost(String kind) {
        lost(new Loss(kind, "", "", ExchangeMessages.of("booklet.lost." + kind)));
    }

    List<Loss> losses() {
        return losses;
    }

    String say(String key, Object... arguments) {
        return words.say(key, arguments);
    }

    String name(PersonId person) {
        named(List.of(person));
        return names.getOrDefault(person, person.value());
    }

    /** Asks for several names at once; namesakes are told apart from there on. */
    void named(Collection<PersonId> people) {
        List<PersonId> unknown = people.stream()
                .filter(each -> !names.containsKey(each))
                .distinct()
                .toList();
        if (unknown.isEmpty()) return;
        desk.people().inParts(unknown).forEach((person, name) -> displayed.put(person, name.display()));
        names = Namesakes.toldApart(displayed, words.locale());
    }

    /** A heading with what belongs to it in small. */
    void fact(String key, Object... arguments) throws IOException {
        out.element("p", say(key, arguments), "class", "fact");
    }

    /** A person's text under a label; nothing when there is none. */
    void said(String key, @Nullable String text, String... attributes) throws IOException {
        if (text == null || text.isBlank()) return;
        out.element("h4", say(key));
        out.prose(text, attributes);
    }

    /** What the learner states of the help they had; nothing where they state nothing. */
    void help(@Nullable HelpStatement statement) throws IOException {
        if (statement == null) return;
        out.element("h4", say("booklet.help"));
        out.open("ul");
        for (Message each : statement.messages()) out.element("li", each.in(words.locale()), "dir", "auto");
        out.end();
    }

    void evidence(List<Evidence> evidence) throws IOException {
        if (evidence.isEmpty()) return;
        out.element("h4", say("booklet.evidence"));
        out.open("ul");
        for (Evidence each : evidence) {
            String anchor = anchor(each.production().value());
            boolean here = each.dossier().equals(dossier.id()) && titles.containsKey(anchor);
            out.open("li");
            String text =
                    say("booklet.evidence.of", titles.getOrDefault(anchor, say("thing.production")), each.version());
            if (here) out.element("a", text, "href", "#" + anchor);
            else out.text(text);
            out.end();
        }
        out.end();
    }

    /** A production that the booklet shows, so that others can point to it. */
    void shows(UUID production, String title) {
        titles.put(anchor(production), title);
    }

    static String anchor(UUID id) {
        return "p-" + id;
    }
}
