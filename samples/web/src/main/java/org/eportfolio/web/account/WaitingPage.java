package org.eportfolio.web.account;

import java.util.ArrayList;
import java.util.List;
import org.eportfolio.NotFoundException;
import org.eportfolio.access.Permission;
import org.eportfolio.core.Desk;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.ExternalId;
import org.eportfolio.school.IdentifiedPerson;
import org.eportfolio.school.Reach;
import org.eportfolio.web.look.Field;
import org.eportfolio.web.look.Form;
import org.eportfolio.web.look.Section;
import org.eportfolio.web.look.Sent;
import org.eportfolio.web.look.Sheet;
import org.eportfolio.web.look.Table;
import org.eportfolio.web.look.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** « À rattacher »: accounts that signed in and that no list knows, each attached to a person by those who name people. */
@Controller
final class WaitingPage {
    private static final String HERE = "/school/waiting";

    private final Words words;
    private final WaitingAccounts waiting;

    WaitingPage(Words words, WaitingAccounts waiting) {
        this.words = words;
        this.waiting = waiting;
    }

    @GetMapping("/school/waiting")
    String show(Desk desk, Model model) {
        require(desk);
        List<Table.Row> rows = new ArrayList<>();
        waiting.all()
                .forEach((account, name) -> rows.add(Table.row(name, account.issuer(), account.value())
                        .form(Form.small("attach-" + rows.size(), HERE, words.say("waiting.attach"))
                                .field(
                                        Field.hidden("issuer", account.issuer()),
                                        Field.hidden("account", account.value()),
                                        Field.line("person", words.say("people.id"), null)))));
        return Sheet.titled(words.say("waiting"))
                .lead(words.say("waiting.lead"))
                .with(Section.of("accounts", words.say("waiting.accounts"))
                        .table(Table.under(
                                        words.say("people.name"),
                                        words.say("waiting.issuer"),
                                        words.say("waiting.account"))
                                .rows(rows))
                        .none(words.say("waiting.none")))
                .show(model);
    }

    private static void require(Desk desk) {
        boolean names = desk.me().may(new Reach.Organisation()).has(Permission.NAME_PEOPLE);
        if (!names) throw new NotFoundException("page", "");
    }

    @PostMapping("/school/waiting")
    String attach(Desk desk, @RequestParam MultiValueMap<String, String> typed, RedirectAttributes next) {
        int at = List.copyOf(waiting.all().keySet()).indexOf(account(typed));
        return new Sent("attach-" + at, typed, next).then(HERE, form -> {
            PersonId person = PersonId.of(form.needed("person"));
            ExternalId account = account(typed);
            List<ExternalId> ids =
                    new ArrayList<>(desk.people().externalIds(List.of(person)).getOrDefault(person, List.of()));
            ids.add(account);
            desk.people().setExternalIds(IdentifiedPerson.of(person, ids.toArray(ExternalId[]::new)));
            waiting.remove(account);
            return words.say("waiting.attached", person);
        });
    }

    private static ExternalId account(MultiValueMap<String, String> typed) {
        return ExternalId.of(String.valueOf(typed.getFirst("issuer")), String.valueOf(typed.getFirst("account")));
    }
}
