package org.eportfolio.web.cohort;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.eportfolio.access.HeldPermissions;
import org.eportfolio.access.Permission;
import org.eportfolio.agenda.ClassScreen;
import org.eportfolio.assessment.Matrix;
import org.eportfolio.core.Desk;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.Item;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Reach;
import org.eportfolio.web.dossier.PositionPage;
import org.eportfolio.web.look.LevelMark;
import org.eportfolio.web.look.Line;
import org.eportfolio.web.look.Slice;
import org.eportfolio.web.look.Where;
import org.eportfolio.web.look.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** A class: its learners against the competencies, what waits, as it is now or as it was known on a day. */
@Controller
final class ClassPage {
    private final Words words;

    ClassPage(Words words) {
        this.words = words;
    }

    /** A competency above a column. */
    record Column(String code, String label) {}

    /**
     * Where a learner stands on a competency.
     *
     * @param mark {@code null} for nothing yet
     * @param href where a teacher judges; {@code null} where they may not
     */
    record Cell(
            String competency,
            @Nullable LevelMark mark,
            String when,
            @Nullable String href) {}

    /** A learner's line. */
    record Row(
            String name,
            @Nullable String href,
            List<Cell> cells,
            List<Line> waiting,
            int more,
            List<String> divergences,
            String lastTrace) {}

    /** The whole page. */
    record ClassView(
            String id,
            String name,
            String asOf,
            boolean past,
            List<Column> columns,
            List<LevelMark> scale,
            List<Row> rows,
            boolean mayEnter) {
        ClassView showing(List<Row> some) {
            return new ClassView(id, name, asOf, past, columns, scale, some, mayEnter);
        }
    }

    @GetMapping("/classes/{cohort}")
    String show(
            Desk desk,
            @PathVariable CohortId cohort,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable String named,
            @RequestParam(defaultValue = "1") int part,
            Model model) {
        boolean past = asOf != null && asOf.isBefore(LocalDate.now(desk.clock()));
        ClassView view = past && asOf != null ? on(desk, cohort, asOf) : now(desk, cohort);
        String address = "/classes/" + cohort + (past ? "?asOf=" + asOf : "");
        Slice<Row> slice = Slice.of(view.rows(), Row::name, named, part, address);
        model.addAttribute("school", view.showing(slice.items()));
        model.addAttribute("slice", slice);
        model.addAttribute("rooms", rooms(desk, cohort));
        model.addAttribute("entries", past ? List.of() : ClassEntryPage.standing(desk, cohort, words));
        return "class";
    }

    /** The other pages of the class that open to the reader. */
    private List<Line> rooms(Desk desk, CohortId cohort) {
        HeldPermissions rights = desk.me().may(new Reach.OfCohort(cohort));
        List<Line> rooms = new ArrayList<>();
        if (rights.has(Permission.READ_COHORT))
            rooms.add(new Line(words.say("missions"), "", "/classes/" + cohort + "/missions"));
        if (rights.has(Permission.READ_CAMPAIGN))
            rooms.add(new Line(words.say("campaigns"), "", "/classes/" + cohort + "/campaigns"));
        if (rights.has(Permission.HOLD_BACK_LEVELS))
            rooms.add(new Line(words.say("embargo"), "", "/classes/" + cohort + "/embargo"));
        if (rights.has(Permission.READ_HANDOVER))
            rooms.add(new Line(words.say("handover"), "", "/classes/" + cohort + "/handover"));
        if (rights.has(Permission.PLAN_YEAR)) rooms.add(new Line(words.say("scenarios"), "", "/scenarios"));
        return rooms;
    }

    private ClassView now(Desk desk, CohortId cohort) {
        ClassScreen screen = desk.classes().screen(cohort, Words.language());
        HeldPermissions rights = desk.me().may(new Reach.OfCohort(cohort));
        boolean judges = rights.has(Permission.POSITION_CLASS);
        ZoneId zone = desk.clock().getZone();
        List<Row> rows = screen.lines().stream()
                .map(line -> new Row(
                        line.name(),
                        Where.orNull(line.dossier()),
                        cells(screen.columns(), line.dossier(), judges, line::level),
                        line.waiting().items().stream()
                                .map(each -> new Line(
                                        words.say("waiting." + each.what().name()) + " « " + each.title() + " »",
                                        words.day(each.at(), zone),
                                        Where.of(each.ref(), each.dossier())))
                                .toList(),
                        line.waiting().more(),
                        line.divergences().stream()
                                .map(each -> each.competency() + " : "
                                        + Words.name(each.lower().perspective()) + " "
                                        + each.lower().level().symbol() + " / "
                                        + Words.name(each.higher().perspective()) + " "
                                        + each.higher().level().symbol())
                                .distinct()
                                .toList(),
                        trace(line.lastTrace(), zone)))
                .toList();
        return new ClassView(
                cohort.toString(),
                screen.cohort().name(),
                LocalDate.now(desk.clock()).toString(),
                false,
                columns(screen.columns()),
                screen.adoption() == null
                        ? List.of()
                        : LevelMark.of(screen.adoption().scale()),
                rows,
                judges && screen.adoption() != null);
    }

    private String trace(@Nullable Instant last, ZoneId zone) {
        return last == null ? words.say("class.no-trace") : words.day(last, zone);
    }

    /** As it was known at the end of that day; what waits is of today alone. */
    private ClassView on(Desk desk, CohortId cohort, LocalDate day) {
        Matrix matrix = desk.progress().matrix(cohort, null, day);
        Map<PersonId, Matrix.Line> lines = new HashMap<>();
        matrix.lines().forEach(each -> lines.put(each.learner(), each));
        List<Row> rows = new ArrayList<>();
        desk.people().sorted(lines.keySet(), Words.language()).forEach((learner, name) -> {
            Matrix.Line line = lines.get(learner);
            if (line == null) return;
            List<Cell> cells = cells(matrix.columns(), line.dossier(), false, line::cell);
            rows.add(new Row(name, Where.orNull(line.dossier()), cells, List.of(), 0, List.of(), ""));
        });
        return new ClassView(
                cohort.toString(),
                matrix.cohort().name(),
                day.toString(),
                true,
                columns(matrix.columns()),
                LevelMark.of(matrix.adoption().scale()),
                rows,
                false);
    }

    private static List<Column> columns(List<Item> items) {
        return items.stream()
                .map(each -> new Column(each.code().value(), each.label()))
                .toList();
    }

    private List<Cell> cells(
            List<Item> columns,
            @Nullable DossierId dossier,
            boolean judges,
            Function<Code, Optional<Matrix.Cell>> standing) {
        return columns.stream()
                .map(column -> {
                    Optional<Matrix.Cell> cell = standing.apply(column.code());
                    String code = column.code().value();
                    String href = judges && dossier != null ? PositionPage.address(dossier, code) : null;
                    return new Cell(
                            code,
                            cell.map(LevelMark::of).orElse(null),
                            cell.map(each -> words.day(each.observedOn())).orElse(""),
                            href);
                })
                .toList();
    }
}
