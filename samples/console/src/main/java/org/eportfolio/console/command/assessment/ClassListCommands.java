package org.eportfolio.console.command.assessment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eportfolio.Page;
import org.eportfolio.agenda.ClassCounts;
import org.eportfolio.agenda.LearnerDivergences;
import org.eportfolio.console.command.AdoptionOptions;
import org.eportfolio.console.command.ConsoleCommand;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.Lookup;
import org.eportfolio.console.school.SchoolClass;
import org.eportfolio.console.school.Selector;
import org.eportfolio.console.terminal.StyledText;
import org.eportfolio.console.view.ClassScreenView;
import org.eportfolio.console.view.ProgressView;
import org.eportfolio.console.view.Result;
import org.eportfolio.core.ClassDesk;
import org.eportfolio.dossier.Production;
import org.eportfolio.id.PersonId;
import org.eportfolio.reflection.Reflection;
import org.eportfolio.school.Cohort;
import org.eportfolio.school.StaffMember;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a class is looked at by: its screen, its lists, who teaches and learns in it. */
@Command
public abstract class ClassListCommands extends ConsoleCommand {
    ClassListCommands(Session session) {
        super(session);
    }

    /** All learners of a class with their levels, what waits, goals, divergences and the last trace. */
    @Command(name = "screen")
    int screen(@Option(names = "--cohort", paramLabel = "COHORT") @Nullable String cohort, @Mixin AdoptionOptions under)
            throws Exception {
        return show(lookup -> {
            SchoolClass room = SchoolClass.of(cohort, lookup);
            return new ClassScreenView(
                    lookup.desk().classes().screen(room.cohort().id(), under.idOrNone(lookup), texts().locale()),
                    lookup.clock().getZone());
        });
    }

    /** What the learners of a class made, the newest first. */
    @Command(name = "productions")
    int productions(@Mixin ClassFilterOptions options) throws Exception {
        return show(lookup -> {
            SchoolClass room = SchoolClass.of(options.cohort, lookup);
            List<Production> found = options.pages(
                    next -> lookup.desk().classes().productions(room.cohort().id(), options.filter(room), next));
            return Result.each(
                    found,
                    each -> line(
                            room.name(each.owner()),
                            each.title(),
                            each.current().at(),
                            each.id(),
                            lookup),
                    say("class.no-production"));
        });
    }

    /** What the learners of a class reflected upon and shared, the newest first. */
    @Command(name = "reflections")
    int reflections(@Mixin ClassFilterOptions options) throws Exception {
        return show(lookup -> {
            SchoolClass room = SchoolClass.of(options.cohort, lookup);
            List<Reflection> found = options.pages(
                    next -> lookup.desk().classes().reflections(room.cohort().id(), options.filter(room), next));
            return Result.each(
                    found,
                    each -> line(
                            room.name(each.author()),
                            each.action(),
                            each.current().at(),
                            each.id(),
                            lookup),
                    say("class.no-reflection"));
        });
    }

    /** How many productions or reflections of a class stand beside each choice of a filter. */
    @Command(name = "counts")
    int counts(@Mixin ClassFilterOptions options, @Option(names = "--reflections") boolean reflections)
            throws Exception {
        return show(lookup -> {
            SchoolClass room = SchoolClass.of(options.cohort, lookup);
            ClassDesk desk = lookup.desk().classes();
            ClassCounts counts = reflections
                    ? desk.reflectionCounts(room.cohort().id(), options.filter(room))
                    : desk.productionCounts(room.cohort().id(), options.filter(room));
            List<StyledText> lines = new ArrayList<>();
            lines.add(StyledText.bold(say("class.counts.total", counts.total())));
            counts.states().forEach((state, number) -> lines.add(count(say("class.counts." + state), number)));
            counts.competencies().forEach((code, number) -> lines.add(count(code.value(), number)));
            counts.situations().forEach((name, number) -> lines.add(count(name, number)));
            room.learners().forEach((learner, name) -> {
                Integer number = counts.authors().get(learner);
                if (number != null) lines.add(count(name, number));
            });
            return Result.of(counts, lines);
        });
    }

    private static StyledText count(String what, int number) {
        return StyledText.of("  " + what + "  " + number);
    }

    /** Where the learners of a class and others see things differently. */
    @Command(name = "divergences")
    int divergences(
            @Option(names = "--cohort", paramLabel = "COHORT") @Nullable String cohort, @Mixin AdoptionOptions under)
            throws Exception {
        return show(lookup -> {
            SchoolClass room = SchoolClass.of(cohort, lookup);
            Map<PersonId, LearnerDivergences> found = new LinkedHashMap<>();
            Page.all(next -> lookup.desk().classes().divergences(room.cohort().id(), under.idOrNone(lookup), next))
                    .forEach(each -> found.put(each.learner(), each));
            List<LearnerDivergences> ordered = new ArrayList<>();
            for (PersonId each : room.learners().keySet()) {
                if (found.containsKey(each)) ordered.add(found.get(each));
            }
            return Result.all(
                    ordered,
                    each -> {
                        List<StyledText> lines = new ArrayList<>();
                        lines.add(StyledText.bold(room.name(each.learner())));
                        each.divergences()
                                .forEach(
                                        one -> lines.add(StyledText.of("  ").and(ProgressView.describe(one, texts()))));
                        return lines;
                    },
                    say("divergence.none"));
        });
    }

    private static StyledText line(String learner, String title, Instant at, Object id, Lookup lookup) {
        return StyledText.of(lookup.day(at) + "  ")
                .and(StyledText.bold(learner))
                .and("  " + title)
                .and(Selector.marked(id));
    }

    /** Who teaches a class, or answers for it. */
    @Command(name = "staff")
    int staff(@Option(names = "--cohort", paramLabel = "COHORT") @Nullable String cohort) throws Exception {
        return show(lookup -> {
            Cohort room = SchoolClass.cohort(cohort, lookup);
            List<StaffMember> staff = lookup.desk().classes().staff(room.id());
            Map<PersonId, String> names = lookup.names(
                    staff.stream().map(StaffMember::person).distinct().toList());
            return Result.each(
                    staff,
                    each -> StyledText.bold(names.getOrDefault(
                                    each.person(), each.person().value()))
                            .and("  " + texts().name(each.role()))
                            .and(Selector.marked(each.grant())),
                    say("class.no-staff"));
        });
    }

    /** Whom a learner can invite to make something together. */
    @Command(name = "mates")
    int mates() throws Exception {
        return show(lookup -> {
            List<ClassCommands.NamedClassmate> mates = new ArrayList<>();
            lookup.desk()
                    .classes()
                    .classmates(texts().locale())
                    .forEach((person, name) -> mates.add(new ClassCommands.NamedClassmate(person, name)));
            return Result.each(
                    mates, each -> StyledText.bold(each.name()).and("  " + each.person()), say("class.no-mate"));
        });
    }
}
