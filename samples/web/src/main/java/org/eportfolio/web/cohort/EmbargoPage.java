package org.eportfolio.web.cohort;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.eportfolio.NotFoundException;
import org.eportfolio.PageRequest;
import org.eportfolio.access.Permission;
import org.eportfolio.assessment.Embargo;
import org.eportfolio.core.Desk;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.EmbargoId;
import org.eportfolio.school.Reach;
import org.eportfolio.web.look.Field;
import org.eportfolio.web.look.Form;
import org.eportfolio.web.look.People;
import org.eportfolio.web.look.Section;
import org.eportfolio.web.look.Sent;
import org.eportfolio.web.look.Sheet;
import org.eportfolio.web.look.Table;
import org.eportfolio.web.look.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The learners of a class speak first: what teachers say of levels waits until they have. */
@Controller
final class EmbargoPage {
    private static final int SHOWN = 50;

    private final Words words;

    EmbargoPage(Words words) {
        this.words = words;
    }

    private static String address(CohortId cohort) {
        return "/classes/" + cohort + "/embargo";
    }

    @GetMapping("/classes/{cohort}/embargo")
    String show(Desk desk, @PathVariable CohortId cohort, Model model) {
        ZoneId zone = desk.clock().getZone();
        Instant now = desk.clock().instant();
        boolean may = desk.me().may(new Reach.OfCohort(cohort)).has(Permission.HOLD_BACK_LEVELS);
        List<Embargo> all =
                desk.embargoes().list(cohort, PageRequest.newest(SHOWN)).items();
        People people = People.of(desk, all.stream().map(Embargo::declaredBy).toList());
        List<Table.Row> rows = new ArrayList<>();
        boolean runs = false;
        for (Embargo each : all) {
            boolean running = each.runsAt(now, zone);
            runs |= running;
            Table.Row row = Table.row(
                    words.day(each.declaredAt(), zone),
                    words.day(each.until()),
                    people.name(each.declaredBy()),
                    state(each, running, zone));
            rows.add(running && may ? row.form(lifting(each)) : row);
        }
        Table table = Table.under(
                words.say("embargo.from"),
                words.say("embargo.until"),
                words.say("embargo.by"),
                words.say("embargo.state"));
        return Sheet.ofAll("embargo", table.rows(rows), words)
                .withOptional(may && !runs ? declaring(desk, cohort) : null)
                .show(model);
    }

    private String state(Embargo embargo, boolean running, ZoneId zone) {
        Embargo.Lifting lifting = embargo.lifting();
        if (lifting != null) return words.say("embargo.lifted-on", words.day(lifting.at(), zone));
        return words.say(running ? "embargo.runs" : "embargo.over");
    }

    private Form lifting(Embargo embargo) {
        return Form.small(
                        "lift-" + embargo.id(),
                        address(embargo.cohort()) + "/" + embargo.id() + "/lift",
                        words.say("embargo.lift"))
                .seen(embargo.revision());
    }

    private Section declaring(Desk desk, CohortId cohort) {
        return Section.of("new", words.say("embargo.declare"))
                .text(words.say("embargo.what"))
                .form(Form.to("declare", address(cohort), words.say("embargo.declare"))
                        .field(Field.day(
                                "until",
                                words.say("embargo.until"),
                                LocalDate.now(desk.clock()).plusWeeks(2))));
    }

    @PostMapping("/classes/{cohort}/embargo")
    String declare(
            Desk desk,
            @PathVariable CohortId cohort,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        return new Sent("declare", typed, next).then(address(cohort), form -> {
            Embargo made = desk.embargoes().declare(cohort, form.neededDay("until"));
            return words.say("embargo.declared", words.day(made.until()));
        });
    }

    @PostMapping("/classes/{cohort}/embargo/{id}/lift")
    String lift(
            Desk desk,
            @PathVariable CohortId cohort,
            @PathVariable EmbargoId id,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        return new Sent("lift-" + id, typed, next).then(address(cohort), form -> {
            Embargo seen = desk.embargoes().list(cohort, PageRequest.newest(SHOWN)).items().stream()
                    .filter(each -> each.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new NotFoundException("embargo", id));
            form.unmoved("embargo", seen.revision());
            desk.embargoes().lift(seen);
            return words.say("embargo.lifted");
        });
    }
}
