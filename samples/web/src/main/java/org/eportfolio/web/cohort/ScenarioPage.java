package org.eportfolio.web.cohort;

import java.util.ArrayList;
import java.util.List;
import org.eportfolio.InvalidInputException;
import org.eportfolio.PageRequest;
import org.eportfolio.access.Permission;
import org.eportfolio.core.Desk;
import org.eportfolio.id.ScenarioId;
import org.eportfolio.scenario.Coverage;
import org.eportfolio.scenario.Lack;
import org.eportfolio.scenario.Scenario;
import org.eportfolio.scenario.ScenarioDraft;
import org.eportfolio.scenario.ScenarioReport;
import org.eportfolio.scenario.Statement;
import org.eportfolio.school.Reach;
import org.eportfolio.web.look.Choice;
import org.eportfolio.web.look.Field;
import org.eportfolio.web.look.Form;
import org.eportfolio.web.look.Line;
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

/** Scenarios, what they still lack, and what they cover of a framework and leave out. */
@Controller
final class ScenarioPage {
    private static final int SHOWN = 100;

    private final Words words;

    ScenarioPage(Words words) {
        this.words = words;
    }

    @GetMapping("/scenarios")
    String list(Desk desk, Model model) {
        List<Line> all = desk.scenarios().list(PageRequest.first(SHOWN)).items().stream()
                .map(each -> new Line(
                        each.scenario().title(),
                        words.say("scenario.missions", each.published().size()),
                        "/scenarios/" + each.id()))
                .toList();
        return Sheet.titled(words.say("scenarios"))
                .lead(words.say("scenarios.lead"))
                .with(Section.of("all", words.say("scenarios.all")).lines(all).none(words.say("scenarios.none")))
                .show(model);
    }

    @GetMapping("/scenarios/{id}")
    String show(Desk desk, @PathVariable ScenarioId id, Model model) {
        ScenarioReport report = desk.scenarios().report(id);
        Scenario scenario = report.draft().scenario();
        Section context = Section.of("context", words.say("scenario.context"));
        for (Statement each : scenario.context()) context = context.text(each.text());
        Sheet sheet = Sheet.titled(scenario.title())
                .up("/scenarios", words.say("scenarios"))
                .with(context, missions(report), coverage(desk.scenarios().coverage(id)));
        boolean authors = desk.me().may(new Reach.Organisation()).has(Permission.AUTHOR_SCENARIO)
                || desk.me().get().roles().stream().anyMatch(each -> Permission.AUTHOR_SCENARIO.heldBy(each.role()));
        if (authors && !report.ready().isEmpty()) sheet = sheet.with(publishing(id, report));
        return sheet.show(model);
    }

    private Section missions(ScenarioReport report) {
        return Section.of("missions", words.say("missions"))
                .table(Table.under(words.say("scenario.mission"), words.say("link.state"), words.say("scenario.lacks"))
                        .rows(report.missions().stream()
                                .map(each -> Table.row(
                                        each.title(),
                                        Words.name(each.standing()),
                                        String.join(
                                                "\n",
                                                each.lacks().stream()
                                                        .map(Lack::message)
                                                        .map(lack -> lack.in(Words.language()))
                                                        .toList())))
                                .toList()))
                .none(words.say("missions.none"));
    }

    /** Competencies, each followed by its parts. */
    private Section coverage(Coverage coverage) {
        List<Table.Row> rows = new ArrayList<>();
        for (Coverage.Line each : coverage.lines()) {
            rows.add(row(each));
            each.parts().forEach(part -> rows.add(row(part)));
        }
        return Section.of("coverage", words.say("scenario.coverage"))
                .text(words.say("scenario.coverage.lead"))
                .table(Table.under(
                                words.say("scenario.item"),
                                words.say("scenario.extent"),
                                words.say("scenario.published"))
                        .rows(rows));
    }

    private static Table.Row row(Coverage.Line line) {
        long published =
                line.cells().stream().mapToLong(each -> each.published().size()).sum();
        return Table.row(
                line.item().code() + " " + line.item().label(),
                Words.name(line.extent()),
                published == 0 ? "" : Long.toString(published));
    }

    private Section publishing(ScenarioId id, ScenarioReport report) {
        List<Choice> ready = report.missions().stream()
                .filter(each -> report.ready().contains(each.mission().mission()))
                .map(each -> new Choice(each.mission().mission(), each.title()))
                .toList();
        return Section.of("publish", words.say("scenario.publish"))
                .form(Form.to("publish", "/scenarios/" + id + "/publish", words.say("scenario.publish"))
                        .seen(report.draft().revision())
                        .field(Field.picks("missions", words.say("scenario.which"), ready, List.of()))
                        .last(words.say("scenario.publish.sure")));
    }

    @PostMapping("/scenarios/{id}/publish")
    String publish(
            Desk desk,
            @PathVariable ScenarioId id,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        return new Sent("publish", typed, next).then("/scenarios/" + id, form -> {
            form.sure();
            ScenarioDraft seen = desk.scenarios().get(id);
            form.unmoved("scenario", seen.revision());
            if (form.all("missions").isEmpty())
                throw InvalidInputException.because("missions", WebMessages.of("field.missing"));
            int made = desk.scenarios()
                    .publish(seen, form.all("missions").toArray(String[]::new))
                    .size();
            return words.say("scenario.is.published", made);
        });
    }
}
