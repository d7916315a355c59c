package org.eportfolio.web.learner;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.eportfolio.InvalidInputException;
import org.eportfolio.PageRequest;
import org.eportfolio.access.Permission;
import org.eportfolio.core.Desk;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.WatchEntryId;
import org.eportfolio.project.NewWatchEntry;
import org.eportfolio.project.Reliability;
import org.eportfolio.project.WatchEntry;
import org.eportfolio.web.look.Addresses;
import org.eportfolio.web.look.Choice;
import org.eportfolio.web.look.Field;
import org.eportfolio.web.look.Form;
import org.eportfolio.web.look.Section;
import org.eportfolio.web.look.Sent;
import org.eportfolio.web.look.Sheet;
import org.eportfolio.web.look.WebMessages;
import org.eportfolio.web.look.Where;
import org.eportfolio.web.look.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The watch log: what a learner read, how far they trust it, and what they make of it. */
@Controller
final class WatchPage {
    private static final int SHOWN = 30;

    private final Words words;

    WatchPage(Words words) {
        this.words = words;
    }

    private static String address(DossierId dossier) {
        return Where.of(dossier) + "/watch";
    }

    @GetMapping("/dossiers/{dossier}/watch")
    String show(Desk desk, @PathVariable DossierId dossier, Model model) {
        Pages pages = Pages.of(desk, dossier, words);
        boolean own = pages.may(Permission.KEEP_WATCH);
        List<WatchEntry> entries =
                desk.watch().list(dossier, PageRequest.newest(SHOWN)).items();
        Sheet sheet = pages.sheet(words.say("watch")).lead(words.say("watch.lead"));
        if (own) {
            sheet = sheet.with(Section.of("new", words.say("watch.new")).form(entry(dossier, desk)));
        }
        if (entries.isEmpty()) {
            sheet = sheet.with(Section.of("entries", words.say("watch.entries")).none(words.say("watch.none")));
        }
        for (WatchEntry each : entries) sheet = sheet.with(section(each, own));
        return sheet.show(model);
    }

    private Form entry(DossierId dossier, Desk desk) {
        return Form.to("entry", address(dossier), words.say("watch.keep"))
                .field(
                        Field.line("title", words.say("watch.title"), null),
                        Field.line("url", words.say("watch.url"), null).hint(words.say("watch.url.hint")),
                        Field.day("consultedOn", words.say("watch.day"), LocalDate.now(desk.clock())),
                        Field.choice("reliability", words.say("watch.reliability"), reliabilities(), null),
                        Field.line("reason", words.say("watch.reason"), null),
                        Field.text("synthesis", words.say("watch.synthesis"), null))
                .once();
    }

    private static List<Choice> reliabilities() {
        return Arrays.stream(Reliability.values())
                .map(each -> new Choice(each.name(), Words.name(each)))
                .toList();
    }

    private Section section(WatchEntry entry, boolean own) {
        String said = entry.reason().isBlank()
                ? Words.name(entry.reliability())
                : Words.name(entry.reliability()) + " : " + entry.reason();
        Section section = Section.of("e-" + entry.id(), entry.source())
                .text(words.say("watch.consulted", words.day(entry.consultedOn())), said)
                .text(entry.synthesis());
        if (entry.title() != null && entry.url() != null)
            section = section.text(entry.url().toString());
        if (!own) return section;
        return section.form(Form.to(
                        "remove-" + entry.id(),
                        address(entry.dossier()) + "/" + entry.id() + "/remove",
                        words.say("watch.remove"))
                .seen(entry.revision())
                .last(words.say("watch.remove.sure")));
    }

    @PostMapping("/dossiers/{dossier}/watch")
    String keep(
            Desk desk,
            @PathVariable DossierId dossier,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        return new Sent("entry", typed, next).then(address(dossier), form -> {
            NewWatchEntry input = input(form);
            WatchEntry unused = form.once(desk, d -> d.watch().log(dossier, input));
            return words.say("watch.kept");
        });
    }

    private static NewWatchEntry input(Sent form) {
        String title = form.text("title");
        String url = form.text("url");
        if (title == null && url == null) {
            throw InvalidInputException.because("title", WebMessages.of("watch.source"));
        }
        NewWatchEntry input = title == null
                ? NewWatchEntry.of(Addresses.read("url", form.needed("url")))
                : NewWatchEntry.titled(title);
        if (title != null && url != null) input = input.at(Addresses.read("url", url));
        LocalDate day = form.day("consultedOn");
        if (day != null) input = input.consultedOn(day);
        Reliability judged = form.one(Reliability.class, "reliability");
        return input.judged(judged, form.orEmpty("reason")).concluding(form.orEmpty("synthesis"));
    }

    @PostMapping("/dossiers/{dossier}/watch/{id}/remove")
    String remove(
            Desk desk,
            @PathVariable DossierId dossier,
            @PathVariable WatchEntryId id,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        return new Sent("remove-" + id, typed, next).then(address(dossier), form -> {
            form.sure();
            WatchEntry seen = desk.watch().get(dossier, id);
            form.unmoved("watch-entry", seen.revision());
            desk.watch().remove(seen);
            return words.say("watch.removed");
        });
    }
}
