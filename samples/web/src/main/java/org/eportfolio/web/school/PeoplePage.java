package org.eportfolio.web.school;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eportfolio.PageRequest;
import org.eportfolio.access.HeldPermissions;
import org.eportfolio.access.Permission;
import org.eportfolio.core.Desk;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.GrantId;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.ExternalId;
import org.eportfolio.school.Grant;
import org.eportfolio.school.IdentifiedPerson;
import org.eportfolio.school.NewGrant;
import org.eportfolio.school.Reach;
import org.eportfolio.school.Role;
import org.eportfolio.web.look.Choice;
import org.eportfolio.web.look.Field;
import org.eportfolio.web.look.Fields;
import org.eportfolio.web.look.Form;
import org.eportfolio.web.look.Line;
import org.eportfolio.web.look.People;
import org.eportfolio.web.look.Section;
import org.eportfolio.web.look.Sent;
import org.eportfolio.web.look.Sheet;
import org.eportfolio.web.look.Table;
import org.eportfolio.web.look.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriUtils;

/** People and their roles: found by name, given a role over something and for a time, and taken it back. */
@Controller
final class PeoplePage {
    private static final String HERE = "/school/people";
    private static final int FOUND = 50;
    private static final int SHOWN = 100;

    private final Words words;

    PeoplePage(Words words) {
        this.words = words;
    }

    static String address(PersonId person) {
        return HERE + "?person=" + UriUtils.encodeQueryParam(person.value(), StandardCharsets.UTF_8);
    }

    @GetMapping("/school/people")
    String show(
            Desk desk,
            @RequestParam(required = false) @Nullable String person,
            @RequestParam(required = false) @Nullable String name,
            Model model) {
        String id = Fields.text(person);
        return id == null ? finding(desk, Fields.text(name), model) : one(desk, PersonId.of(id), model);
    }

    private String finding(Desk desk, @Nullable String name, Model model) {
        List<Line> found = new ArrayList<>();
        if (name != null) {
            desk.people().find(name, FOUND).forEach((id, shown) -> found.add(new Line(shown, id.value(), address(id))));
        }
        Section results = Section.of("found", words.say("people.found")).lines(found);
        return Sheet.titled(words.say("people"))
                .lead(words.say("people.lead"))
                .with(
                        Section.of("find", words.say("people.find"))
                                .form(
                                        Form.asking("find", HERE, words.say("people.find"))
                                                .field(Field.line("name", words.say("people.name"), name)),
                                        Form.asking("open", HERE, words.say("people.open"))
                                                .field(Field.line("person", words.say("people.id"), null))),
                        name == null ? results : results.none(words.say("people.none")))
                .show(model);
    }

    private String one(Desk desk, PersonId person, Model model) {
        String name = People.of(desk, List.of(person)).name(person);
        Sheet sheet = Sheet.titled(name).up(HERE, words.say("people")).with(grants(desk, person));
        HeldPermissions rights = desk.me().may(new Reach.Organisation());
        if (rights.has(Permission.GRANT_ROLES)) sheet = sheet.with(giving(desk, person));
        if (rights.has(Permission.NAME_PEOPLE)) {
            sheet = sheet.with(accounts(desk, person));
            sheet = sheet.with(Section.of("name", words.say("people.name"))
                    .form(Form.to("name", HERE + "/name", words.say("save"))
                            .field(
                                    Field.hidden("person", person.value()),
                                    Field.line("name", words.say("people.name"), name))));
        }
        return sheet.show(model);
    }

    private Section grants(Desk desk, PersonId person) {
        ZoneId zone = desk.clock().getZone();
        Instant now = desk.clock().instant();
        List<Table.Row> rows = new ArrayList<>();
        for (Grant each : desk.grants().of(person)) {
            Instant until = each.period().until();
            Table.Row row = Table.row(
                    Words.name(each.role()),
                    over(desk, each.reach()),
                    words.day(each.period().from(), zone),
                    until == null ? words.say("people.no-end") : words.day(until.minusMillis(1), zone));
            boolean stands = each.period().endsAfter(now);
            rows.add(
                    stands
                            ? row.form(Form.small(
                                            "revoke-" + each.id(),
                                            HERE + "/grants/" + each.id() + "/revoke",
                                            words.say("people.revoke"))
                                    .field(Field.hidden("person", person.value())))
                            : row);
        }
        return Section.of("grants", words.say("people.grants"))
                .table(Table.under(
                                words.say("people.role"),
                                words.say("people.over"),
                                words.say("people.from"),
                                words.say("link.until"))
                        .rows(rows))
                .none(words.say("people.grants.none"));
    }

    private String over(Desk desk, Reach reach) {
        if (reach instanceof Reach.OfCohort one)
            return desk.cohorts().get(one.cohort()).name();
        return words.say(reach instanceof Reach.Organisation ? "people.over.school" : "people.over.dossier");
    }

    private Section giving(Desk desk, PersonId person) {
        List<Choice> roles = Arrays.stream(Role.ofPeople())
                .map(each -> new Choice(each.name(), Words.name(each)))
                .toList();
        List<Choice> reaches = new ArrayList<>(List.of(new Choice("", words.say("people.over.school"))));
        desk.cohorts()
                .list(PageRequest.newest(SHOWN))
                .items()
                .forEach(each -> reaches.add(new Choice(each.id().toString(), each.name())));
        return Section.of("give", words.say("people.give"))
                .form(Form.to("give", HERE + "/grants", words.say("people.give"))
                        .field(
                                Field.hidden("person", person.value()),
                                Field.choice("role", words.say("people.role"), roles, Role.TEACHER.name()),
                                Field.choice("over", words.say("people.over"), reaches, null),
                                Field.day("until", words.say("link.until"), null)
                                        .hint(words.say("people.until.hint")))
                        .once());
    }

    @PostMapping("/school/people/grants")
    String give(
            Desk desk,
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam String person,
            RedirectAttributes next) {
        PersonId id = PersonId.of(person);
        return new Sent("give", typed, next).then(address(id), form -> {
            NewGrant input = NewGrant.of(id, form.one(Role.class, "role"));
            CohortId over = form.id("over", CohortId::of);
            if (over != null) input = input.over(over);
            LocalDate until = form.day("until");
            NewGrant grant = until == null ? input : input.until(until);
            Grant given = form.once(desk, d -> d.grants().give(grant));
            return words.say("people.given", Words.name(given.role()));
        });
    }

    @PostMapping("/school/people/grants/{id}/revoke")
    String revoke(Desk desk, @PathVariable GrantId id, @RequestParam String person, RedirectAttributes next) {
        return new Sent("revoke-" + id, next).then(address(PersonId.of(person)), form -> {
            desk.grants().revoke(id);
            return words.say("people.revoked");
        });
    }

    @PostMapping("/school/people/name")
    String name(
            Desk desk,
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam String person,
            RedirectAttributes next) {
        PersonId id = PersonId.of(person);
        return new Sent("name", typed, next).then(address(id), form -> {
            desk.people().name(id, form.needed("name"));
            return words.say("people.named");
        });
    }

    /** By which other systems know the person, such as the account that they sign in with. */
    private Section accounts(Desk desk, PersonId person) {
        List<Table.Row> rows = new ArrayList<>();
        for (ExternalId each : desk.people().externalIds(List.of(person)).getOrDefault(person, List.of())) {
            rows.add(Table.row(each.issuer(), each.value())
                    .form(Form.small("detach-" + rows.size(), HERE + "/detach", words.say("people.detach"))
                            .field(
                                    Field.hidden("person", person.value()),
                                    Field.hidden("issuer", each.issuer()),
                                    Field.hidden("account", each.value()))
                            .last(words.say("people.detach.sure"))));
        }
        return Section.of("accounts", words.say("people.accounts"))
                .table(Table.under(words.say("waiting.issuer"), words.say("waiting.account"))
                        .rows(rows))
                .none(words.say("people.accounts.none"));
    }

    @PostMapping("/school/people/detach")
    String detach(
            Desk desk,
            @RequestParam String person,
            @RequestParam String issuer,
            @RequestParam String account,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        PersonId id = PersonId.of(person);
        List<ExternalId> left =
                new ArrayList<>(desk.people().externalIds(List.of(id)).getOrDefault(id, List.of()));
        int at = left.indexOf(ExternalId.of(issuer, account));
        return new Sent("detach-" + at, typed, next).then(address(id), form -> {
            form.sure();
            left.remove(ExternalId.of(issuer, account));
            desk.people().setExternalIds(IdentifiedPerson.of(id, left.toArray(ExternalId[]::new)));
            return words.say("people.detached");
        });
    }
}
