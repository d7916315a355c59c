package org.eportfolio.web.school;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.eportfolio.InvalidInputException;
import org.eportfolio.access.Permission;
import org.eportfolio.core.Desk;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Handover;
import org.eportfolio.school.Reach;
import org.eportfolio.school.StaffMember;
import org.eportfolio.web.look.Choice;
import org.eportfolio.web.look.Field;
import org.eportfolio.web.look.Form;
import org.eportfolio.web.look.People;
import org.eportfolio.web.look.Section;
import org.eportfolio.web.look.Sent;
import org.eportfolio.web.look.Sheet;
import org.eportfolio.web.look.Table;
import org.eportfolio.web.look.WebMessages;
import org.eportfolio.web.look.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A teacher of a class is replaced during the year: first what passes on, then the change. */
@Controller
final class HandoverPage {
    private static final List<String> FIELDS = List.of("from", "left", "to", "on");

    private final Words words;

    HandoverPage(Words words) {
        this.words = words;
    }

    private static String address(CohortId cohort) {
        return "/classes/" + cohort + "/handover";
    }

    @GetMapping("/classes/{cohort}/handover")
    String show(Desk desk, @PathVariable CohortId cohort, Model model) {
        List<Handover> all = desk.handovers().of(cohort);
        People people = People.of(
                desk,
                all.stream().flatMap(each -> Stream.of(each.from(), each.to())).toList());
        Table table = Table.under(
                words.say("handover.on"),
                words.say("handover.from"),
                words.say("handover.to"),
                words.say("handover.open"));
        List<Table.Row> rows = all.stream()
                .map(each ->
                        Table.row(words.day(each.on()), people.name(each.from()), people.name(each.to()), open(each)))
                .toList();
        boolean may = desk.me().may(new Reach.OfCohort(cohort)).has(Permission.HAND_OVER);
        return Sheet.ofAll("handover", table.rows(rows), words)
                .withOptional(may ? asking(desk, cohort) : null)
                .show(model);
    }

    private String open(Handover handover) {
        return words.say(
                "handover.counts",
                handover.interviews().size(),
                handover.goals().size(),
                handover.campaigns().size(),
                handover.prompts().size(),
                handover.links().size());
    }

    private Section asking(Desk desk, CohortId cohort) {
        List<PersonId> staff = desk.classes().staff(cohort).stream()
                .map(StaffMember::person)
                .distinct()
                .toList();
        People people = People.of(desk, staff);
        List<Choice> teachers = Stream.concat(
                        Stream.of(new Choice("", words.say("handover.from.none"))),
                        staff.stream().map(each -> new Choice(each.value(), people.name(each))))
                .toList();
        return Section.of("new", words.say("handover.new"))
                .form(Form.to("handover", address(cohort) + "/preview", words.say("handover.preview"))
                        .field(
                                Field.choice("from", words.say("handover.from"), teachers, ""),
                                Field.line("left", words.say("handover.left"), null)
                                        .hint(words.say("handover.left.hint")),
                                Field.line("to", words.say("handover.to"), null).hint(words.say("handover.hint")),
                                Field.day("on", words.say("handover.on"), LocalDate.now(desk.clock()))));
    }

    /** Where the page that only the form leads to is loaded again, or in the other language. */
    @GetMapping("/classes/{cohort}/handover/preview")
    String lookedAt(@PathVariable CohortId cohort) {
        return "redirect:" + address(cohort);
    }

    @PostMapping("/classes/{cohort}/handover/preview")
    String preview(
            Desk desk,
            @PathVariable CohortId cohort,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next,
            Model model) {
        return new Sent("handover", typed, next).shows(address(cohort), form -> {
            Handover would = desk.handovers().preview(cohort, from(form), to(desk, form), form.neededDay("on"));
            People people = People.of(desk, List.of(would.from(), would.to()));
            Form confirm = Form.to("handover", address(cohort), words.say("handover.do"));
            for (String each : FIELDS) confirm = confirm.field(Field.hidden(each, form.orEmpty(each)));
            return Sheet.titled(words.say("handover"))
                    .up(address(cohort), words.say("handover"))
                    .lead(words.say("year.preview.lead"))
                    .with(Section.of("would", words.say("handover.new"))
                            .text(
                                    words.say(
                                            "handover.would",
                                            people.name(would.from()),
                                            people.name(would.to()),
                                            words.day(would.on())),
                                    open(would))
                            .form(confirm.last(words.say("handover.sure"))))
                    .show(model);
        });
    }

    private static PersonId from(Sent form) {
        PersonId left = form.id("left", PersonId::of);
        return left == null ? form.neededId("from", PersonId::of) : left;
    }

    /** Someone with a name or a role: what passed on to a mistyped id would be held by no one. */
    private static PersonId to(Desk desk, Sent form) {
        PersonId to = form.neededId("to", PersonId::of);
        boolean named = !People.of(desk, List.of(to)).name(to).equals(to.value());
        if (named || !desk.grants().of(to).isEmpty()) return to;
        throw InvalidInputException.because("to", WebMessages.of("person.none", to.value()));
    }

    @PostMapping("/classes/{cohort}/handover")
    String handOver(
            Desk desk,
            @PathVariable CohortId cohort,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        return new Sent("handover", typed, next).then(address(cohort), form -> {
            form.sure();
            Handover done = desk.handovers().handOver(cohort, from(form), to(desk, form), form.neededDay("on"));
            People people = People.of(desk, List.of(done.from(), done.to()));
            return words.say("handover.done", people.name(done.from()), people.name(done.to()), words.day(done.on()));
        });
    }
}
