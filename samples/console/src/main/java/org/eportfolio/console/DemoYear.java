package org.eportfolio.console;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eportfolio.assessment.Assessment;
import org.eportfolio.assessment.ClassEntry;
import org.eportfolio.assessment.NewClassEntry;
import org.eportfolio.assessment.NewPositioning;
import org.eportfolio.assessment.NewSelfAssessment;
import org.eportfolio.core.BundledFrameworks;
import org.eportfolio.core.Desk;
import org.eportfolio.core.ExampleScales;
import org.eportfolio.dossier.Citation;
import org.eportfolio.dossier.Production;
import org.eportfolio.guidance.Goal;
import org.eportfolio.guidance.NewGoal;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Members;
import org.eportfolio.school.Role;

/** Plays the script, each event in the name of whoever does it and at its own time. */
final class DemoYear {
    private static final LocalTime FIRST_HOUR = LocalTime.of(9, 0);

    private final DemoScript script;
    private final School school;
    private final AdoptionId adoption;
    private final CohortId cohort;
    private final Map<String, DossierId> dossiers = new HashMap<>();
    private final Map<String, Production> productions = new HashMap<>();
    private final Map<String, Assessment> assessments = new HashMap<>();
    private final Map<String, Goal> goals = new HashMap<>();
    private final Map<String, ClassEntry> entries = new HashMap<>();

    /** The beginning of the year: a framework on a scale, a class, and people's names. */
    DemoYear(DemoScript script, School school) {
        this.script = script;
        this.school = school;
        moveTo(script.begins());
        Desk head = school.portfolio().setUp(script.administrator());
        adoption = head.frameworks().adopt(BundledFrameworks.MC_SNO, ExampleScales.FOUR_STEPS);
        cohort = head.together(joined -> {
            script.names().forEach((id, name) -> joined.people().name(PersonId.of(id), name));
            return joined.cohorts()
                    .enrol(
                            script.cohort(),
                            Members.learners(script.people(Role.LEARNER)),
                            Members.teachers(script.people(Role.TEACHER)),
                            Members.leadTeachers(script.people(Role.LEAD_TEACHER)));
        });
    }

    /** Plays one event. */
    void play(DemoEvent event) {
        moveTo(event.day());
        Desk desk = school.as(event.who());
        switch (event.act()) {
            case "open" -> open(event);
            case "make" -> keep(event, desk.productions().add(dossier(event.who()), event.production()));
            case "extend" -> extend(event, desk);
            case "draft" -> desk.assessments().draft(dossier(event.who()), self(event));
            case "judge" -> keep(event, desk.assessments().publish(dossier(event.who()), self(event)));
            case "position" ->
                keep(event, desk.assessments().position(dossier(event.tree().text("learner")), positioning(event)));
            case "correct" -> correct(event, desk);
            case "class" ->
                entries.put(
                        event.tree().find("as").orElse(""), desk.assessments().positionClass(entry(event)));
            case "undo" ->
                desk.assessments()
                        .undo(cohort, named(entries, event).id(), event.tree().text("reason"));
            case "goal" -> goals.put(event.tree().text("as"), desk.goals().set(dossier(event.who()), goal(event)));
            case "step", "claim", "confirm", "decline" -> move(event, desk);
            case "look" -> desk.dossiers().of(PersonId.of(event.tree().text("learner")));
            default -> throw new IllegalStateException("the script knows no " + event.act());
        }
    }

    /** Each learner opens their own. */
    private void open(DemoEvent event) {
        List<String> learners = new ArrayList<>(List.of(event.who()));
        learners.addAll(event.tree().texts("with"));
        for (String each : learners) {
            dossiers.put(each, school.as(each).dossiers().open(adoption));
        }
    }

    private void extend(DemoEvent event, Desk desk) {
        String name = event.tree().text("of");
        Production made = named(productions, event);
        Production seen = desk.productions().get(made.dossier(), made.id());
        productions.put(name, desk.productions().extend(seen, event.production()));
    }

    private void correct(DemoEvent event, Desk desk) {
        desk.assessments()
                .correct(
                        dossier(event.tree().text("learner")),
                        named(assessments, event).id(),
                        positioning(event),
                        event.tree().text("reason"));
    }

    private void move(DemoEvent event, Desk desk) {
        Goal goal = named(goals, event);
        switch (event.act()) {
            case "step" ->
                desk.goals()
                        .step(
                                goal.dossier(),
                                goal.id(),
                                Integer.parseInt(event.tree().text("step")) - 1,
                                true);
            case "claim" ->
                desk.goals().claim(goal.dossier(), goal.id(), event.tree().text("note"), cited(event));
            case "confirm" ->
                desk.goals().confirm(goal.dossier(), goal.id(), event.tree().text("note"));
            default ->
                desk.goals().decline(goal.dossier(), goal.id(), event.tree().text("note"));
        }
    }

    private NewSelfAssessment self(DemoEvent event) {
        NewSelfAssessment self = new NewSelfAssessment(
                event.competency(),
                event.level(),
                event.textOrNull("because"),
                event.textOrNull("strengths"),
                event.textOrNull("gaps"),
                event.tree().has("citing") ? List.of(cited(event)) : List.of(),
                null,
                null,
                null);
        return event.tree()
                .find("supersedes")
                .map(earlier -> self.superseding(
                        Objects.requireNonNull(assessments.get(earlier)).id(),
                        event.tree().text("reason")))
                .orElse(self);
    }

    private NewPositioning positioning(DemoEvent event) {
        return new NewPositioning(
                event.competency(),
                event.level(),
                event.textOrNull("because"),
                event.tree().has("citing") ? List.of(cited(event)) : List.of(),
                event.tree().find("observedOn").map(LocalDate::parse).orElse(null),
                null);
    }

    private NewClassEntry entry(DemoEvent event) {
        NewClassEntry entry = NewClassEntry.of(
                        cohort, event.competency().value(), event.tree().text("level"))
                .because(event.tree().text("because"))
                .absent(event.tree().texts("absent").toArray(String[]::new));
        for (Map.Entry<String, String> each : event.tree().map("except").entrySet()) {
            entry = entry.except(each.getKey(), each.getValue());
        }
        return entry;
    }

    private static NewGoal goal(DemoEvent event) {
        NewGoal goal = NewGoal.of(event.competency().value(), event.tree().text("level"))
                .by(LocalDate.parse(event.tree().text("by")));
        for (String step : event.tree().texts("steps")) goal = goal.step(step);
        return goal;
    }

    private Citation cited(DemoEvent event) {
        return Citation.of(Objects.requireNonNull(productions.get(event.tree().text("citing"))));
    }

    private void keep(DemoEvent event, Production production) {
        event.tree().find("as").ifPresent(name -> productions.put(name, production));
    }

    private void keep(DemoEvent event, Assessment assessment) {
        event.tree().find("as").ifPresent(name -> assessments.put(name, assessment));
    }

    private static <T> T named(Map<String, T> known, DemoEvent event) {
        return Objects.requireNonNull(known.get(event.tree().text("of")));
    }

    private DossierId dossier(String learner) {
        return Objects.requireNonNull(dossiers.get(learner));
    }

    /** Nine o'clock on that day, or a minute after what happened last. */
    private void moveTo(LocalDate day) {
        ZonedDateTime morning = ZonedDateTime.of(day, FIRST_HOUR, school.clock().getZone());
        ZonedDateTime next =
                school.clock().instant().atZone(school.clock().getZone()).plusMinutes(1);
        boolean sameDay = next.toLocalDate().equals(day) && next.isAfter(morning);
        school.clock().moveTo((sameDay ? next : morning).toInstant());
    }

    /** The dossiers by learner. */
    Map<String, DossierId> dossiers() {
        return Map.copyOf(dossiers);
    }

    CohortId cohort() {
        return cohort;
    }

    DemoScript script() {
        return script;
    }
}
