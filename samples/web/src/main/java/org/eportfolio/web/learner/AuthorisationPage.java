package org.eportfolio.web.learner;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.eportfolio.PageRequest;
import org.eportfolio.access.Permission;
import org.eportfolio.core.Desk;
import org.eportfolio.id.AuthorisationId;
import org.eportfolio.id.DossierId;
import org.eportfolio.reflection.Authorisation;
import org.eportfolio.reflection.AuthorisationKind;
import org.eportfolio.reflection.NewAuthorisation;
import org.eportfolio.web.look.Choice;
import org.eportfolio.web.look.Field;
import org.eportfolio.web.look.Form;
import org.eportfolio.web.look.People;
import org.eportfolio.web.look.Section;
import org.eportfolio.web.look.Sent;
import org.eportfolio.web.look.Sheet;
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

/** Who may be recorded and shown: asked by the team, answered by the person and, for a minor, by those who represent them. */
@Controller
final class AuthorisationPage {
    private static final int SHOWN = 50;

    private final Words words;

    AuthorisationPage(Words words) {
        this.words = words;
    }

    private static String address(DossierId dossier) {
        return Where.of(dossier) + "/authorisations";
    }

    @GetMapping("/dossiers/{dossier}/authorisations")
    String show(Desk desk, @PathVariable DossierId dossier, Model model) {
        Pages pages = Pages.of(desk, dossier, words);
        List<Authorisation> all =
                desk.authorisations().list(dossier, PageRequest.newest(SHOWN)).items();
        People people = People.of(desk, all.stream().map(Authorisation::person).toList());
        Sheet sheet = pages.sheet(words.say("authorisations")).lead(words.say("authorisations.lead"));
        if (all.isEmpty())
            sheet = sheet.with(
                    Section.of("all", words.say("authorisations.all")).none(words.say("authorisations.none")));
        for (Authorisation each : all) sheet = sheet.with(section(pages, each, people));
        if (pages.may(Permission.RECORD_AUTHORISATION)) sheet = sheet.with(asking(pages));
        return sheet.show(model);
    }

    private Section section(Pages pages, Authorisation asked, People people) {
        LocalDate today = LocalDate.now(pages.desk().clock());
        Section section = Section.of("a-" + asked.id(), Words.name(asked.kind()) + " : " + asked.project())
                .text(
                        words.say("authorisation.of", people.name(asked.person())),
                        words.say("authorisation.use", asked.use()),
                        words.say("authorisation.for", asked.recipients()),
                        words.say("authorisation.until", words.day(asked.until())),
                        Words.name(asked.on(today)));
        int awaited = asked.awaitedRepresentatives(today);
        if (awaited > 0) section = section.text(words.say("authorisation.awaits", awaited));
        boolean signs = pages.may(Permission.AUTHORISE_FOR_MINOR)
                || asked.person().equals(pages.desk().actor().person().orElse(null));
        if (asked.withdrawal() != null) return section;
        String at = address(pages.dossier()) + "/" + asked.id();
        if (signs)
            section = section.form(Form.small("give-" + asked.id(), at + "/give", words.say("authorisation.give")));
        boolean ends = signs || pages.may(Permission.WITHDRAW_AUTHORISATION);
        return ends
                ? section.form(Form.to("withdraw-" + asked.id(), at + "/withdraw", words.say("authorisation.withdraw"))
                        .last(words.say("authorisation.withdraw.sure")))
                : section;
    }

    private Section asking(Pages pages) {
        List<Choice> kinds = Arrays.stream(AuthorisationKind.values())
                .map(each -> new Choice(each.name(), Words.name(each)))
                .toList();
        return Section.of("new", words.say("authorisation.new"))
                .form(Form.to("request", address(pages.dossier()), words.say("authorisation.request"))
                        .field(
                                Field.choice("kind", words.say("authorisation.kind"), kinds, null),
                                Field.line(
                                        "person",
                                        words.say("people.id"),
                                        pages.learner().value()),
                                Field.choice(
                                        "age",
                                        words.say("authorisation.age"),
                                        List.of(
                                                new Choice("", words.say("authorisation.age.known")),
                                                new Choice("of-age", words.say("authorisation.age.of-age"))),
                                        null),
                                Field.line("project", words.say("authorisation.project"), null),
                                Field.line("use", words.say("authorisation.use.label"), null),
                                Field.line("recipients", words.say("authorisation.recipients"), null),
                                Field.day(
                                        "until",
                                        words.say("link.until"),
                                        LocalDate.now(pages.desk().clock()).plusMonths(6)))
                        .once());
    }

    @PostMapping("/dossiers/{dossier}/authorisations")
    String request(
            Desk desk,
            @PathVariable DossierId dossier,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        return new Sent("request", typed, next).then(address(dossier), form -> {
            String person = form.needed("person");
            NewAuthorisation asked = switch (form.one(AuthorisationKind.class, "kind")) {
                case RECORDING -> NewAuthorisation.toRecord(person);
                case DIFFUSION -> NewAuthorisation.toDiffuse(person);
                case BADGE -> NewAuthorisation.toHaveBadges(person);
            };
            NewAuthorisation input = asked.forProject(form.needed("project"))
                    .use(form.needed("use"))
                    .recipients(form.needed("recipients"))
                    .until(form.neededDay("until"));
            NewAuthorisation stated = form.orEmpty("age").equals("of-age") ? input.alreadyOfAge() : input;
            Authorisation unused = form.once(desk, d -> d.authorisations().request(dossier, stated));
            return words.say("authorisation.requested");
        });
    }

    @PostMapping("/dossiers/{dossier}/authorisations/{id}/give")
    String give(Desk desk, @PathVariable DossierId dossier, @PathVariable AuthorisationId id, RedirectAttributes next) {
        return new Sent("give-" + id, next).then(address(dossier), form -> {
            desk.authorisations().give(dossier, id);
            return words.say("authorisation.given");
        });
    }

    @PostMapping("/dossiers/{dossier}/authorisations/{id}/withdraw")
    String withdraw(
            Desk desk,
            @PathVariable DossierId dossier,
            @PathVariable AuthorisationId id,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        return new Sent("withdraw-" + id, typed, next).then(address(dossier), form -> {
            form.sure();
            desk.authorisations().withdraw(dossier, id);
            return words.say("authorisation.withdrawn");
        });
    }
}
