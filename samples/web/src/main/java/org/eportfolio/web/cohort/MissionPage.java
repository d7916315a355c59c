package org.eportfolio.web.cohort;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eportfolio.PageRequest;
import org.eportfolio.access.HeldPermissions;
import org.eportfolio.access.Permission;
import org.eportfolio.core.Desk;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.MissionId;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.ProductionId;
import org.eportfolio.id.Ref;
import org.eportfolio.scenario.LearnerMission;
import org.eportfolio.scenario.MissionBoard;
import org.eportfolio.scenario.MissionHandIn;
import org.eportfolio.scenario.MissionStatus;
import org.eportfolio.scenario.MissionWork;
import org.eportfolio.scenario.PublishedMission;
import org.eportfolio.scenario.Statement;
import org.eportfolio.school.Reach;
import org.eportfolio.web.look.Choice;
import org.eportfolio.web.look.Field;
import org.eportfolio.web.look.Fields;
import org.eportfolio.web.look.Form;
import org.eportfolio.web.look.Line;
import org.eportfolio.web.look.People;
import org.eportfolio.web.look.Section;
import org.eportfolio.web.look.Sent;
import org.eportfolio.web.look.Sheet;
import org.eportfolio.web.look.Slice;
import org.eportfolio.web.look.Table;
import org.eportfolio.web.look.Where;
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

/** Missions: who is where with which, for the class; and for one learner what is to do, hand in and answer. */
@Controller
final class MissionPage {
    private static final int SHOWN = 50;

    private final Words words;

    MissionPage(Words words) {
        this.words = words;
    }

    @GetMapping("/classes/{cohort}/missions")
    String board(
            Desk desk,
            @PathVariable CohortId cohort,
            @RequestParam(required = false) @Nullable String named,
            @RequestParam(defaultValue = "1") int part,
            Model model) {
        MissionBoard board = desk.missions().board(cohort);
        List<String> columns = new ArrayList<>(List.of(words.say("class.learner")));
        board.columns().forEach(each -> columns.add(each.title()));
        Map<PersonId, MissionBoard.Line> lines = new HashMap<>();
        board.lines().forEach(each -> lines.put(each.learner(), each));
        List<Map.Entry<PersonId, String>> sorted = List.copyOf(
                desk.people().sorted(lines.keySet(), Words.language()).entrySet());
        Slice<Map.Entry<PersonId, String>> slice =
                Slice.of(sorted, Map.Entry::getValue, named, part, "/classes/" + cohort + "/missions");
        List<Table.Row> rows = new ArrayList<>();
        for (Map.Entry<PersonId, String> one : slice.items()) {
            MissionBoard.Line line = Objects.requireNonNull(lines.get(one.getKey()));
            List<Table.Cell> cells = new ArrayList<>(List.of(Table.Cell.of(one.getValue())));
            for (MissionBoard.Column each : board.columns()) {
                MissionBoard.Cell cell = line.cells().get(each.mission());
                cells.add(
                        cell == null
                                ? Table.Cell.of("")
                                : Table.Cell.to(address(cell.dossier(), each.mission()), Words.name(cell.status())));
            }
            rows.add(new Table.Row(cells, List.of()));
        }
        return Sheet.titled(words.say("missions"))
                .up("/classes/" + cohort, desk.cohorts().get(cohort).name())
                .lead(words.say("missions.lead"))
                .with(Section.of("board", words.say("missions.board"))
                        .table(new Table(columns, rows))
                        .none(words.say("missions.none"))
                        .next(slice.after())
                        .lines(List.of(new Line(words.say("scenarios"), "", "/scenarios"))))
                .show(model);
    }

    private static String address(DossierId dossier) {
        return Where.of(dossier) + "/missions";
    }

    private static String address(DossierId dossier, MissionId mission) {
        return address(dossier) + "/" + mission.scenario() + "/" + mission.mission();
    }

    @GetMapping("/dossiers/{dossier}/missions")
    String list(Desk desk, @PathVariable DossierId dossier, Model model) {
        List<Line> all = desk.missions().of(dossier).stream()
                .map(each -> new Line(
                        each.mission().title(),
                        Words.name(each.status()),
                        address(dossier, each.mission().id())))
                .toList();
        return Sheet.titled(words.say("missions"))
                .up(Where.of(dossier), name(desk, dossier))
                .with(Section.of("all", words.say("missions.all")).lines(all).none(words.say("missions.none")))
                .show(model);
    }

    private static String name(Desk desk, DossierId dossier) {
        PersonId learner = desk.dossiers().get(dossier).learner();
        return People.of(desk, List.of(learner)).name(learner);
    }

    @GetMapping("/dossiers/{dossier}/missions/{scenario}/{mission}")
    String show(
            Desk desk,
            @PathVariable DossierId dossier,
            @PathVariable String scenario,
            @PathVariable String mission,
            Model model) {
        LearnerMission one = desk.missions().get(dossier, MissionId.of(scenario, mission));
        PublishedMission said = one.mission();
        HeldPermissions rights = desk.me().may(new Reach.OfDossier(dossier));
        Section what = Section.of("what", words.say("mission.what"));
        for (Statement each : said.context()) what = what.text(each.text());
        List<Line> expected = said.productions().stream()
                .map(each -> new Line(each.text(), "", null))
                .toList();
        Section history = Section.of("history", words.say("mission.history")).none(words.say("mission.history.none"));
        MissionWork work = one.work();
        if (work != null)
            history = history.lines(
                    work.moves().stream().map(each -> moved(desk, each)).toList());
        Sheet sheet = Sheet.titled(said.title())
                .up(address(dossier), name(desk, dossier))
                .lead(Words.name(one.status()))
                .with(
                        what,
                        Section.of("expected", words.say("mission.expected"))
                                .lines(expected)
                                .none(words.say("mission.expected.none")),
                        history);
        if (rights.has(Permission.DO_MISSION)) sheet = sheet.withOptional(doing(desk, dossier, one));
        if (rights.has(Permission.ANSWER_MISSION) && one.status() == MissionStatus.HANDED_IN)
            sheet = sheet.with(answering(dossier, one));
        return sheet.show(model);
    }

    private Line moved(Desk desk, MissionWork.Move move) {
        String note = move.note().isBlank() ? "" : " : " + move.note();
        String unmet =
                move.unmet().isEmpty() ? "" : " (" + words.say("mission.unmet", String.join(" ; ", move.unmet())) + ")";
        return new Line(
                Words.name(move.to()) + note + unmet,
                words.day(move.at(), desk.clock().getZone()),
                null);
    }

    private @Nullable Section doing(Desk desk, DossierId dossier, LearnerMission one) {
        String at = address(dossier, one.mission().id());
        Section section = Section.of("do", words.say("mission.do"));
        return switch (one.status()) {
            case TO_DO -> section.form(Form.to("start", at + "/start", words.say("mission.start")));
            case STARTED, TO_REWORK -> section.form(handingIn(desk, dossier, at));
            case HANDED_IN, DONE -> null;
        };
    }

    private Form handingIn(Desk desk, DossierId dossier, String at) {
        List<Choice> productions = desk.productions().list(dossier, PageRequest.newest(SHOWN)).items().stream()
                .map(each -> new Choice(each.id().toString(), each.title()))
                .toList();
        return Form.to("hand-in", at + "/hand-in", words.say("mission.hand-in"))
                .field(
                        Field.text("note", words.say("mission.note"), null),
                        Field.picks("evidence", words.say("evidence"), productions, List.of()))
                .field(Helped.fields(words));
    }

    private Section answering(DossierId dossier, LearnerMission one) {
        List<Choice> expected = new ArrayList<>();
        for (int i = 0; i < one.mission().productions().size(); i++) {
            expected.add(new Choice(
                    Integer.toString(i), one.mission().productions().get(i).text()));
        }
        return Section.of("answer", words.say("mission.answer"))
                .form(Form.to(
                                "answer",
                                address(dossier, one.mission().id()) + "/answer",
                                words.say("mission.answer.send"))
                        .field(
                                Field.choice(
                                        "act",
                                        words.say("mission.answer"),
                                        List.of(
                                                new Choice("done", words.say("mission.done")),
                                                new Choice("rework", words.say("mission.rework"))),
                                        "done"),
                                Field.text("note", words.say("mission.answer.note"), null),
                                Field.picks("unmet", words.say("mission.unmet.which"), expected, List.of())));
    }

    @PostMapping("/dossiers/{dossier}/missions/{scenario}/{mission}/start")
    String start(
            Desk desk,
            @PathVariable DossierId dossier,
            @PathVariable String scenario,
            @PathVariable String mission,
            RedirectAttributes next) {
        MissionId id = MissionId.of(scenario, mission);
        return new Sent("start", next).then(address(dossier, id), form -> {
            desk.missions().start(dossier, id);
            return words.say("mission.is.started");
        });
    }

    @PostMapping("/dossiers/{dossier}/missions/{scenario}/{mission}/hand-in")
    String handIn(
            Desk desk,
            @PathVariable DossierId dossier,
            @PathVariable String scenario,
            @PathVariable String mission,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        MissionId id = MissionId.of(scenario, mission);
        return new Sent("hand-in", typed, next).then(address(dossier, id), form -> {
            MissionHandIn input = MissionHandIn.saying(form.orEmpty("note")).stating(Helped.stated(form));
            for (String each : form.all("evidence")) {
                Ref chosen = Ref.in(dossier, Ref.Kind.PRODUCTION, each);
                input = input.citing(desk.productions().get(dossier, ProductionId.of(chosen.id())));
            }
            desk.missions().handIn(dossier, id, input);
            return words.say("mission.is.handed");
        });
    }

    @PostMapping("/dossiers/{dossier}/missions/{scenario}/{mission}/answer")
    String answer(
            Desk desk,
            @PathVariable DossierId dossier,
            @PathVariable String scenario,
            @PathVariable String mission,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        MissionId id = MissionId.of(scenario, mission);
        return new Sent("answer", typed, next).then(address(dossier, id), form -> {
            String note = form.orEmpty("note");
            if (form.needed("act").equals("rework")) {
                int[] unmet = form.all("unmet").stream()
                        .mapToInt(each -> Fields.number("unmet", each))
                        .toArray();
                desk.missions().rework(dossier, id, note, unmet);
            } else {
                desk.missions().done(dossier, id, note);
            }
            return words.say("mission.is.answered");
        });
    }
}
