package org.eportfolio.web.learner;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.eportfolio.Page;
import org.eportfolio.PageRequest;
import org.eportfolio.access.Permission;
import org.eportfolio.core.Desk;
import org.eportfolio.dossier.Production;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.LinkId;
import org.eportfolio.id.ProductionId;
import org.eportfolio.id.Ref;
import org.eportfolio.id.ShowcaseId;
import org.eportfolio.sharing.IssuedLink;
import org.eportfolio.sharing.Target;
import org.eportfolio.showcase.Exhibit;
import org.eportfolio.showcase.NewShowcase;
import org.eportfolio.showcase.Showcase;
import org.eportfolio.web.look.Choice;
import org.eportfolio.web.look.Field;
import org.eportfolio.web.look.Form;
import org.eportfolio.web.look.Line;
import org.eportfolio.web.look.Links;
import org.eportfolio.web.look.Secret;
import org.eportfolio.web.look.Section;
import org.eportfolio.web.look.Sent;
import org.eportfolio.web.look.Sheet;
import org.eportfolio.web.look.Table;
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

/** Showcases: chosen productions told in the learner's words, and the links through which others read them. */
@Controller
final class ShowcasePage {
    private static final int SHOWN = 50;
    private static final int WEEKS = 4;

    private final Words words;

    ShowcasePage(Words words) {
        this.words = words;
    }

    private static String address(DossierId dossier) {
        return Where.of(dossier) + "/showcases";
    }

    private static String address(DossierId dossier, ShowcaseId id) {
        return address(dossier) + "/" + id;
    }

    @GetMapping("/dossiers/{dossier}/showcases")
    String list(Desk desk, @PathVariable DossierId dossier, Model model) {
        Pages pages = Pages.of(desk, dossier, words);
        List<Line> all = desk.showcases().list(dossier, PageRequest.newest(SHOWN)).items().stream()
                .map(each -> new Line(
                        each.title(),
                        words.say(each.published() ? "showcase.published" : "showcase.draft"),
                        address(dossier, each.id())))
                .toList();
        Sheet sheet = pages.sheet(words.say("showcases"))
                .lead(words.say("showcases.lead"))
                .with(Section.of("all", words.say("showcases.all")).lines(all).none(words.say("showcases.none")));
        if (pages.may(Permission.KEEP_SHOWCASE)) {
            sheet = sheet.with(Section.of("new", words.say("showcase.new"))
                    .form(Form.to("showcase", address(dossier), words.say("showcase.begin"))
                            .field(
                                    Field.line("title", words.say("showcase.title"), null),
                                    Field.text("narrative", words.say("showcase.narrative"), null))
                            .once()));
        }
        return sheet.show(model);
    }

    @PostMapping("/dossiers/{dossier}/showcases")
    String begin(
            Desk desk,
            @PathVariable DossierId dossier,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        return new Sent("showcase", typed, next).then(address(dossier), form -> {
            NewShowcase input = NewShowcase.titled(form.needed("title")).telling(form.orEmpty("narrative"));
            Showcase made = form.once(desk, d -> d.showcases().begin(dossier, input));
            form.leadsTo(address(dossier, made.id()));
            return words.say("showcase.begun");
        });
    }

    @GetMapping("/dossiers/{dossier}/showcases/{id}")
    String show(Desk desk, @PathVariable DossierId dossier, @PathVariable ShowcaseId id, Model model) {
        Pages pages = Pages.of(desk, dossier, words);
        Showcase showcase = desk.showcases().get(dossier, id);
        boolean own = pages.may(Permission.KEEP_SHOWCASE);
        Sheet sheet = pages.sheet(showcase.title())
                .lead(words.say(showcase.published() ? "showcase.is.published" : "showcase.is.draft"))
                .with(told(showcase, own))
                .with(shown(desk, showcase, own));
        if (pages.may(Permission.READ_LINKS)) sheet = sheet.with(links(pages, showcase));
        return (own ? sheet.with(end(showcase)) : sheet).show(model);
    }

    private Section told(Showcase showcase, boolean own) {
        Section section = Section.of("told", words.say("showcase.told"));
        if (!own) return section.text(showcase.narrative());
        return section.form(Form.to("tell", at(showcase, "tell"), words.say("save"))
                .field(Field.text("narrative", words.say("showcase.narrative"), showcase.narrative()))
                .seen(showcase.revision()));
    }

    private static String at(Showcase showcase, String act) {
        return address(showcase.dossier(), showcase.id()) + "/" + act;
    }

    private Section shown(Desk desk, Showcase showcase, boolean own) {
        Map<ProductionId, String> titles = new HashMap<>();
        Page.all(next -> desk.productions().list(showcase.dossier(), next))
                .forEach(each -> titles.put(each.id(), each.title()));
        List<Table.Row> rows = new ArrayList<>();
        for (Exhibit each : showcase.exhibits()) {
            if (!(each instanceof Exhibit.Single one)) {
                rows.add(Table.row(words.say("showcase.other"), each.words()));
                continue;
            }
            String production = one.production().toString();
            Table.Row row = Table.Row.of(
                    Table.Cell.to(
                            Where.of(one.dossier()) + "/productions/" + production,
                            titles.getOrDefault(one.production(), words.say("evidence.one"))),
                    Table.Cell.of(one.words()));
            rows.add(
                    own
                            ? row.form(Form.small(
                                            "hide-" + production,
                                            at(showcase, "hide/" + production),
                                            words.say("showcase.hide"))
                                    .seen(showcase.revision()))
                            : row);
        }
        Section section = Section.of("shown", words.say("showcase.shown"))
                .table(Table.under(words.say("showcase.production"), words.say("showcase.words"))
                        .rows(rows))
                .none(words.say("showcase.shown.none"));
        if (!own) return section;
        List<Choice> choices = titles.entrySet().stream()
                .map(each -> new Choice(each.getKey().toString(), each.getValue()))
                .sorted(Comparator.comparing(Choice::label))
                .toList();
        return section.form(Form.to("show", at(showcase, "show"), words.say("showcase.show"))
                .field(
                        Field.choice("production", words.say("showcase.production"), choices, null),
                        Field.text("words", words.say("showcase.words"), null))
                .seen(showcase.revision()));
    }

    private Section links(Pages pages, Showcase showcase) {
        Desk desk = pages.desk();
        ZoneId zone = desk.clock().getZone();
        List<Table.Row> rows = new ArrayList<>();
        Page.all(next -> desk.shares().list(showcase.dossier(), next)).stream()
                .filter(each -> each.target().equals(new Target.OfShowcase(showcase.id())))
                .forEach(each -> {
                    Instant until = each.period().until();
                    boolean stands = each.standsAt(desk.clock().instant());
                    int read = Page.all(next -> desk.shares().readings(showcase.dossier(), each.id(), next))
                            .size();
                    Table.Row row = Table.row(
                            words.day(each.issuedAt(), zone),
                            until == null ? "" : words.day(until.minusMillis(1), zone),
                            words.say("link.readings", read),
                            words.say(stands ? "link.stands" : "link.over"));
                    boolean revocable = stands && pages.may(Permission.REVOKE_SHARE);
                    rows.add(
                            revocable
                                    ? row.form(Form.small(
                                                    "revoke-" + each.id(),
                                                    at(showcase, "links/" + each.id() + "/revoke"),
                                                    words.say("link.revoke"))
                                            .last(words.say("link.revoke.sure")))
                                    : row);
                });
        Section section = Section.of("links", words.say("showcase.links"))
                .table(Table.under(
                                words.say("link.made"),
                                words.say("link.until"),
                                words.say("link.read"),
                                words.say("link.state"))
                        .rows(rows))
                .none(words.say("link.none"));
        if (!pages.may(Permission.SHARE) || !showcase.published()) return section;
        return section.form(Form.to("share", at(showcase, "share"), words.say("link.make"))
                .field(Field.day(
                                "until",
                                words.say("link.until"),
                                LocalDate.now(desk.clock()).plusWeeks(WEEKS))
                        .hint(words.say("link.hint"))));
    }

    private Section end(Showcase showcase) {
        String act = showcase.published() ? "withdraw" : "publish";
        return Section.of("end", words.say("showcase.end"))
                .form(
                        Form.small(act, at(showcase, act), words.say("showcase." + act))
                                .seen(showcase.revision()),
                        Form.to("remove", at(showcase, "remove"), words.say("showcase.remove"))
                                .seen(showcase.revision())
                                .last(words.say("showcase.remove.sure")));
    }

    /** What the learner changes in the showcase that the page showed. */
    private String changed(
            String name,
            Desk desk,
            DossierId dossier,
            ShowcaseId id,
            MultiValueMap<String, String> typed,
            RedirectAttributes next,
            BiFunction<Sent, Showcase, String> act) {
        return new Sent(name, typed, next).then(address(dossier, id), form -> {
            Showcase seen = desk.showcases().get(dossier, id);
            form.unmoved("showcase", seen.revision());
            return act.apply(form, seen);
        });
    }

    @PostMapping("/dossiers/{dossier}/showcases/{id}/tell")
    String tell(
            Desk desk,
            @PathVariable DossierId dossier,
            @PathVariable ShowcaseId id,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        return changed("tell", desk, dossier, id, typed, next, (form, seen) -> {
            desk.showcases().revise(seen, NewShowcase.of(seen).telling(form.orEmpty("narrative")));
            return words.say("showcase.saved");
        });
    }

    @PostMapping("/dossiers/{dossier}/showcases/{id}/show")
    String add(
            Desk desk,
            @PathVariable DossierId dossier,
            @PathVariable ShowcaseId id,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        return changed("show", desk, dossier, id, typed, next, (form, seen) -> {
            Ref chosen = Ref.in(dossier, Ref.Kind.PRODUCTION, form.needed("production"));
            Production production = desk.productions().get(dossier, ProductionId.of(chosen.id()));
            desk.showcases().revise(seen, NewShowcase.of(seen).showing(production, form.orEmpty("words")));
            return words.say("showcase.saved");
        });
    }

    @PostMapping("/dossiers/{dossier}/showcases/{id}/hide/{production}")
    String hide(
            Desk desk,
            @PathVariable DossierId dossier,
            @PathVariable ShowcaseId id,
            @PathVariable ProductionId production,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        return changed("hide-" + production, desk, dossier, id, typed, next, (form, seen) -> {
            desk.showcases()
                    .revise(
                            seen,
                            NewShowcase.of(seen).without(desk.productions().get(dossier, production)));
            return words.say("showcase.saved");
        });
    }

    @PostMapping("/dossiers/{dossier}/showcases/{id}/{act:publish|withdraw}")
    String turn(
            Desk desk,
            @PathVariable DossierId dossier,
            @PathVariable ShowcaseId id,
            @PathVariable String act,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        return changed(act, desk, dossier, id, typed, next, (form, seen) -> {
            Showcase turned = act.equals("publish")
                    ? desk.showcases().publish(seen)
                    : desk.showcases().withdraw(seen);
            return words.say(turned.published() ? "showcase.is.published" : "showcase.is.draft");
        });
    }

    @PostMapping("/dossiers/{dossier}/showcases/{id}/remove")
    String remove(
            Desk desk,
            @PathVariable DossierId dossier,
            @PathVariable ShowcaseId id,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        return changed("remove", desk, dossier, id, typed, next, (form, seen) -> {
            form.sure();
            desk.showcases().remove(seen);
            form.leadsTo(address(dossier));
            return words.say("showcase.removed");
        });
    }

    /** The link is shown this once, since nothing but its hash is kept. */
    @PostMapping("/dossiers/{dossier}/showcases/{id}/share")
    String share(
            Desk desk,
            @PathVariable DossierId dossier,
            @PathVariable ShowcaseId id,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        return new Sent("share", typed, next).then(address(dossier, id), form -> {
            IssuedLink issued = desk.shares().share(dossier, id, form.neededDay("until"));
            form.reveals(new Secret(List.of(words.say("link.once")), Links.address("s", issued)));
            return words.say("link.is.made");
        });
    }

    @PostMapping("/dossiers/{dossier}/showcases/{id}/links/{link}/revoke")
    String revoke(
            Desk desk,
            @PathVariable DossierId dossier,
            @PathVariable ShowcaseId id,
            @PathVariable LinkId link,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        return new Sent("revoke-" + link, typed, next).then(address(dossier, id), form -> {
            form.sure();
            desk.shares().revoke(dossier, link);
            return words.say("link.revoked");
        });
    }
}
