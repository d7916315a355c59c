package org.eportfolio.web.school;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eportfolio.InvalidInputException;
import org.eportfolio.Message;
import org.eportfolio.PageRequest;
import org.eportfolio.ProgressListener;
import org.eportfolio.core.Desk;
import org.eportfolio.framework.AdoptionNames;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.ScenarioId;
import org.eportfolio.sharing.HandedPackage;
import org.eportfolio.web.look.Choice;
import org.eportfolio.web.look.Field;
import org.eportfolio.web.look.Form;
import org.eportfolio.web.look.Line;
import org.eportfolio.web.look.Links;
import org.eportfolio.web.look.People;
import org.eportfolio.web.look.Secret;
import org.eportfolio.web.look.Section;
import org.eportfolio.web.look.Sending;
import org.eportfolio.web.look.Sent;
import org.eportfolio.web.look.Sheet;
import org.eportfolio.web.look.Table;
import org.eportfolio.web.look.WebMessages;
import org.eportfolio.web.look.Words;
import org.eportfolio.year.EndedYear;
import org.eportfolio.year.NewYear;
import org.eportfolio.year.NewYearEnd;
import org.eportfolio.year.YearChanges;
import org.eportfolio.year.YearEndPlan;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The beginning and the end of a class's year: first what it would change, then the change. */
@Controller
final class YearPage {
    private static final String BEGIN = "/school/year";
    private static final int SHOWN = 100;

    private final Words words;

    YearPage(Words words) {
        this.words = words;
    }

    @GetMapping("/school/year")
    String beginning(Desk desk, Model model) {
        List<Choice> adoptions = new ArrayList<>(List.of(new Choice("", words.say("year.adoption.none"))));
        AdoptionNames names = desk.frameworks().names();
        desk.frameworks()
                .adoptions()
                .forEach(each -> adoptions.add(new Choice(each.id().toString(), names.of(each))));
        List<Choice> scenarios = desk.scenarios().list(PageRequest.first(SHOWN)).items().stream()
                .map(each -> new Choice(each.id().value(), each.scenario().title()))
                .toList();
        List<Choice> others = new ArrayList<>(List.of(new Choice("", words.say("year.copy.none"))));
        desk.cohorts()
                .list(PageRequest.newest(SHOWN))
                .items()
                .forEach(each -> others.add(new Choice(each.id().toString(), each.name())));
        return Sheet.titled(words.say("year.begin"))
                .lead(words.say("year.begin.lead"))
                .with(Section.of("year", words.say("year.what"))
                        .form(Form.to("begin", BEGIN + "/preview", words.say("year.preview"))
                                .field(
                                        Field.line("cohort", words.say("year.cohort"), null),
                                        Field.text("roster", words.say("year.roster"), null)
                                                .hint(words.say("year.roster.hint")),
                                        Field.choice("adoption", words.say("year.adoption"), adoptions, null),
                                        Field.picks("scenarios", words.say("scenarios"), scenarios, List.of()),
                                        Field.choice("copy", words.say("year.copy"), others, null))))
                .show(model);
    }

    private static NewYear input(Sent form) {
        String cohort = form.needed("cohort");
        NewYear year = ClassList.in(NewYear.of(cohort), cohort, form.needed("roster"));
        AdoptionId adoption = form.id("adoption", AdoptionId::of);
        if (adoption != null) year = year.under(adoption);
        CohortId copy = form.id("copy", CohortId::of);
        if (copy != null) year = year.copyingThePlanOf(copy);
        return year.workingOn(form.all("scenarios").stream().map(ScenarioId::of).toArray(ScenarioId[]::new));
    }

    /** Where a page that only a form leads to is loaded again, or in the other language. */
    @GetMapping("/school/year/preview")
    String lookedAt() {
        return "redirect:" + BEGIN;
    }

    @GetMapping("/classes/{cohort}/end/preview")
    String lookedAt(@PathVariable CohortId cohort) {
        return "redirect:" + end(cohort);
    }

    /** What it would change, and a button that does just that. */
    @PostMapping("/school/year/preview")
    String preview(Desk desk, @RequestParam MultiValueMap<String, String> typed, RedirectAttributes next, Model model) {
        return new Sent("begin", typed, next).shows(BEGIN, form -> {
            NewYear year = input(form);
            YearChanges changes = desk.year().preview(year);
            Form confirm = Form.to("begin", BEGIN, words.say("year.do"));
            for (String field : List.of("cohort", "roster", "adoption", "copy")) {
                confirm = confirm.field(Field.hidden(field, form.orEmpty(field)));
            }
            for (String each : form.all("scenarios")) confirm = confirm.field(Field.hidden("scenarios", each));
            Section todo = Section.of("do", words.say("year.do"));
            todo = changes.none()
                    ? todo.text(words.say("year.nothing"))
                    : todo.form(confirm.field(Field.hidden("seen", Sending.mark(changes.toString()))));
            return Sheet.titled(changes.cohort())
                    .up(BEGIN, words.say("year.begin"))
                    .lead(words.say("year.preview.lead"))
                    .with(difference(desk, year, changes), missing(changes.missing()), todo)
                    .show(model);
        });
    }

    private Section difference(Desk desk, NewYear year, YearChanges changes) {
        List<Table.Row> rows = new ArrayList<>();
        List<PersonId> people = new ArrayList<>(changes.joining());
        people.addAll(changes.leaving());
        people.addAll(changes.staying());
        changes.staff().forEach(each -> people.add(each.person()));
        Map<PersonId, String> called = new HashMap<>(People.of(desk, people).names());
        year.names().forEach(each -> called.put(each.person(), each.name()));
        People names = new People(called);
        if (changes.newCohort()) rows.add(Table.row(words.say("year.new-cohort"), changes.cohort()));
        rows.add(named("year.joining", changes.joining(), names));
        rows.add(named("year.leaving", changes.leaving(), names));
        rows.add(named("year.staying", changes.staying(), names));
        rows.add(named("year.dossiers", changes.dossiers(), names));
        changes.staff().forEach(each -> rows.add(Table.row(Words.name(each.role()), names.name(each.person()))));
        YearChanges.Adopted adopted = changes.adopted();
        if (adopted != null)
            rows.add(Table.row(words.say("year.adoption"), adopted.framework() + " · " + adopted.scale()));
        changes.planned().forEach(each -> rows.add(Table.row(words.say("scenario.planned"), each.value())));
        return Section.of("difference", words.say("year.difference"))
                .table(Table.under(words.say("year.part"), words.say("year.value"))
                        .rows(rows));
    }

    private Table.Row named(String key, List<PersonId> people, People names) {
        String said = people.isEmpty()
                ? words.say("year.nobody")
                : String.join(", ", people.stream().map(names::name).toList());
        return Table.row(words.say(key), said);
    }

    private Section missing(List<Message> missing) {
        return Section.of("missing", words.say("year.missing"))
                .lines(missing.stream()
                        .map(each -> new Line(each.in(Words.language()), "", null))
                        .toList())
                .none(words.say("year.missing.none"));
    }

    @PostMapping("/school/year")
    String begin(Desk desk, @RequestParam MultiValueMap<String, String> typed, RedirectAttributes next) {
        return new Sent("begin", typed, next).then(BEGIN, form -> {
            NewYear year = input(form);
            YearChanges changes = desk.year().preview(year);
            if (!Sending.mark(changes.toString()).equals(form.orEmpty("seen")))
                throw InvalidInputException.because("", WebMessages.of("year.moved"));
            desk.year().begin(year, changes);
            form.leadsTo("/");
            return words.say("year.begun", year.cohort());
        });
    }

    private static String end(CohortId cohort) {
        return "/classes/" + cohort + "/end";
    }

    @GetMapping("/classes/{cohort}/end")
    String ending(Desk desk, @PathVariable CohortId cohort, Model model) {
        LocalDate until = LocalDate.now(desk.clock()).plusMonths(6);
        YearEndPlan plan = desk.year().preview(NewYearEnd.of(cohort, until).othersStay());
        List<PersonId> learners =
                plan.learners().stream().map(YearEndPlan.Line::learner).toList();
        List<Choice> choices = new ArrayList<>();
        desk.people()
                .sorted(learners, Words.language())
                .forEach((id, name) -> choices.add(new Choice(id.value(), name)));
        return Sheet.titled(words.say("year.end"))
                .lead(words.say("year.end.lead"))
                .with(Section.of("end", plan.cohort().name())
                        .form(Form.to("end", end(cohort) + "/preview", words.say("year.preview"))
                                .field(
                                        Field.picks("leaving", words.say("year.who-leaves"), choices, List.of()),
                                        Field.day("until", words.say("year.until"), until)
                                                .hint(words.say("year.until.hint")))))
                .show(model);
    }

    private static NewYearEnd input(CohortId cohort, Sent form) {
        return NewYearEnd.of(cohort, form.neededDay("until"))
                .leaving(form.all("leaving").toArray(String[]::new))
                .othersStay()
                .in(Words.language());
    }

    @PostMapping("/classes/{cohort}/end/preview")
    String preview(
            Desk desk,
            @PathVariable CohortId cohort,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next,
            Model model) {
        return new Sent("end", typed, next).shows(end(cohort), form -> {
            YearEndPlan plan = desk.year().preview(input(cohort, form));
            Form confirm = Form.to("end", end(cohort), words.say("year.end.do"))
                    .field(Field.hidden("until", form.orEmpty("until")));
            for (String each : form.all("leaving")) confirm = confirm.field(Field.hidden("leaving", each));
            return Sheet.titled(plan.cohort().name())
                    .up(end(cohort), words.say("year.end"))
                    .lead(words.say("year.preview.lead"))
                    .with(
                            plan(desk, plan),
                            missing(plan.missing()),
                            Section.of("do", words.say("year.end.do")).form(confirm.last(words.say("year.end.sure"))))
                    .show(model);
        });
    }

    private Section plan(Desk desk, YearEndPlan plan) {
        People people = People.of(
                desk,
                Stream.concat(
                                plan.learners().stream().map(YearEndPlan.Line::learner),
                                plan.roles().stream().map(YearEndPlan.EndingRole::person))
                        .toList());
        List<Table.Row> rows = new ArrayList<>();
        plan.learners()
                .forEach(each -> rows.add(Table.row(
                        people.name(each.learner()),
                        words.say("year.next." + each.next().name()),
                        String.join(
                                "\n",
                                each.remarks().stream()
                                        .map(one -> one.in(Words.language()))
                                        .toList()))));
        plan.roles()
                .forEach(each -> rows.add(
                        Table.row(people.name(each.person()), Words.name(each.role()), words.say("year.role-ends"))));
        return Section.of("plan", words.say("year.plan"))
                .table(Table.under(words.say("people.person"), words.say("year.next"), words.say("year.remarks"))
                        .rows(rows));
    }

    private List<String> strips(Desk desk, List<HandedPackage> handed) {
        People people =
                People.of(desk, handed.stream().map(HandedPackage::learner).toList());
        return handed.stream()
                .map(each -> words.say(
                        "year.strip",
                        people.name(each.learner()),
                        each.learner(),
                        Links.address("p", each.link()),
                        each.code().text()))
                .toList();
    }

    /** Links and codes are shown once, on the next page. */
    @PostMapping("/classes/{cohort}/end")
    String end(
            Desk desk,
            @PathVariable CohortId cohort,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        return new Sent("end", typed, next).then(end(cohort), form -> {
            form.sure();
            List<HandedPackage> handed = new ArrayList<>();
            EndedYear ended = desk.year().end(input(cohort, form), handed::add, ProgressListener.NONE);
            if (!handed.isEmpty()) form.reveals(new Secret(strips(desk, handed), null));
            form.leadsTo("/");
            return words.say("year.ended", ended.cohort().name());
        });
    }
}
