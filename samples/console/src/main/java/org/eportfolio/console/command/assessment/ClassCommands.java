package org.eportfolio.console.command.assessment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eportfolio.Page;
import org.eportfolio.assessment.Assessment;
import org.eportfolio.assessment.ClassEntry;
import org.eportfolio.assessment.Embargo;
import org.eportfolio.assessment.NewClassEntry;
import org.eportfolio.assessment.UndoneEntry;
import org.eportfolio.console.command.AdoptionOptions;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.Lookup;
import org.eportfolio.console.school.SchoolClass;
import org.eportfolio.console.school.Selector;
import org.eportfolio.console.terminal.Refusal;
import org.eportfolio.console.terminal.StyledText;
import org.eportfolio.console.view.LevelSymbols;
import org.eportfolio.console.view.Result;
import org.eportfolio.core.EmbargoDesk;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.Level;
import org.eportfolio.framework.LevelId;
import org.eportfolio.framework.Scale;
import org.eportfolio.id.PersonId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A class: one competency entered for all at once, taking that back, embargoes, and the lists of {@link ClassListCommands}. */
@Command(name = "class", synopsisSubcommandLabel = "COMMAND")
public final class ClassCommands extends ClassListCommands {
    public ClassCommands(Session session) {
        super(session);
    }

    /** What is entered for the class, and for whom otherwise. */
    static final class EntryOptions {
        @Option(names = "--cohort", paramLabel = "COHORT")
        @Nullable
        String cohort;

        @Option(names = "--because", paramLabel = "TEXT", required = true)
        String because = "";

        @Option(names = "--except", paramLabel = "LEARNER=LEVEL", split = ",")
        Map<String, String> except = new LinkedHashMap<>();

        @Option(names = "--absent", paramLabel = "LEARNER", split = ",")
        List<String> absent = new ArrayList<>();

        @Option(names = "--observed-on", paramLabel = "DATE")
        @Nullable
        LocalDate observedOn;

        @Option(names = "--confirm-day")
        boolean dayConfirmed;

        @Mixin
        AdoptionOptions under = new AdoptionOptions();
    }

    /** Positions everybody of a class on one competency, but for exceptions and those who were absent. */
    @Command(name = "enter")
    int enter(
            @Parameters(index = "0", paramLabel = "COMPETENCY") String competency,
            @Parameters(index = "1", paramLabel = "LEVEL") String level,
            @Mixin EntryOptions options)
            throws Exception {
        return show(lookup -> {
            SchoolClass room = SchoolClass.of(options.cohort, lookup);
            Scale scale = room.scale(options.under.idOrNone(lookup));
            Map<PersonId, LevelId> exceptions = new LinkedHashMap<>();
            options.except.forEach((learner, other) -> exceptions.put(
                    room.learner(learner), Lookup.level(other, scale).id()));
            Level common = Lookup.level(level, scale);
            NewClassEntry input = new NewClassEntry(
                    room.cohort().id(),
                    Code.of(competency),
                    common.id(),
                    options.because,
                    exceptions,
                    Set.copyOf(options.absent.stream().map(room::learner).toList()),
                    options.observedOn,
                    options.dayConfirmed,
                    options.under.idOrNone(lookup));
            ClassEntry entry = lookup.desk().assessments().positionClass(input);
            List<StyledText> lines = lines(entry, input, common, scale, room);
            String cohort = options.cohort == null ? "" : Session.option("--cohort", options.cohort);
            lines.add(StyledText.faint("  "
                    + say(
                            "class.undo",
                            Selector.mark(entry.id()),
                            cohort + session().sameOptions())));
            return Result.of(entry, lines);
        });
    }

    private List<StyledText> lines(ClassEntry entry, NewClassEntry input, Level common, Scale scale, SchoolClass room) {
        List<StyledText> lines = new ArrayList<>();
        lines.add(StyledText.of(texts().count(
                                "class.entered",
                                entry.dossiers().size(),
                                room.cohort().name(),
                                input.competency()))
                .and(Selector.marked(entry.id())));
        lines.add(StyledText.of("  ")
                .and(LevelSymbols.describe(null, common, texts()))
                .and(" × " + (entry.dossiers().size() - input.exceptions().size())));
        input.exceptions()
                .forEach((learner, level) -> lines.add(StyledText.of("  ")
                        .and(LevelSymbols.describe(null, scale.require(level), texts()))
                        .and("  " + room.name(learner))));
        if (!input.absent().isEmpty()) {
            lines.add(StyledText.faint("  " + say("class.absent", room.names(input.absent()))));
        }
        return lines;
    }

    /** An entry of one's own that still stands in some dossiers, and what it says there, as {@code --json} writes it. */
    public record StandingEntry(ClassEntry entry, List<Assessment> positionings) {
        Assessment first() {
            return positionings.get(0);
        }
    }

    /** One's own entries in a class that still stand, the newest first. */
    @Command(name = "entries")
    int entries(@Option(names = "--cohort", paramLabel = "COHORT") @Nullable String cohort) throws Exception {
        return show(lookup -> {
            SchoolClass room = SchoolClass.of(cohort, lookup);
            List<StandingEntry> standing = standing(room);
            return Result.each(standing, each -> line(each, room, lookup), say("class.no-entry"));
        });
    }

    private StyledText line(StandingEntry each, SchoolClass room, Lookup lookup) {
        Assessment first = each.first();
        StyledText line = StyledText.faint(lookup.day(first.recordedAt()) + "  ")
                .and(StyledText.bold(first.competency().value()))
                .and("  ");
        for (Level level : room.scale(first.adoption()).levels()) {
            long times = each.positionings().stream()
                    .filter(one -> level.id().equals(one.level()))
                    .count();
            if (times > 0)
                line = line.and(LevelSymbols.describe(null, level, texts())).and(" × " + times + "  ");
        }
        return line.and(texts().count("class.learners", each.positionings().size()))
                .and("  " + (first.because() == null ? "" : first.because()))
                .and(Selector.marked(each.entry().id()));
    }

    /** A classmate, by the id that an invitation takes and the name that is shown. */
    public record NamedClassmate(PersonId person, String name) {}

    /** Takes an entry back wherever it still stands; the last one where none is named. */
    @Command(name = "undo")
    int undo(
            @Parameters(index = "0", paramLabel = "ENTRY", arity = "0..1") @Nullable String entry,
            @Option(names = "--cohort", paramLabel = "COHORT") @Nullable String cohort,
            @Option(names = "--because", paramLabel = "TEXT", required = true) String because)
            throws Exception {
        return show(lookup -> {
            SchoolClass room = SchoolClass.of(cohort, lookup);
            List<StandingEntry> standing = standing(room);
            if (standing.isEmpty()) throw new Refusal(say("class.no-entry"));
            StandingEntry meant = entry == null
                    ? standing.get(0)
                    : new Selector<>(
                                    standing,
                                    each -> each.entry().id(),
                                    each -> each.first().competency().value(),
                                    texts())
                            .named(entry);
            UndoneEntry undone = lookup.desk()
                    .assessments()
                    .undo(room.cohort().id(), meant.entry().id(), because);
            StyledText done = StyledText.of(texts().count(
                            "class.undone",
                            undone.retractions().size(),
                            meant.first().competency(),
                            room.cohort().name()));
            return undone.leftOut().isEmpty()
                    ? Result.of(undone, done)
                    : Result.of(
                            undone,
                            done,
                            StyledText.of(texts().count(
                                            "class.left-out", undone.leftOut().size())));
        });
    }

    /** Holds back what teachers say until the learners have said their own, up to a day; or ends that. */
    @Command(name = "embargo")
    int embargo(
            @Option(names = "--cohort", paramLabel = "COHORT") @Nullable String cohort,
            @Option(names = "--until", paramLabel = "DATE") @Nullable LocalDate until,
            @Option(names = "--lift") boolean lift)
            throws Exception {
        return show(lookup -> {
            SchoolClass room = SchoolClass.of(cohort, lookup);
            if (lift == (until != null)) throw new Refusal(say("class.embargo.which"));
            EmbargoDesk desk = lookup.desk().embargoes();
            if (until != null) {
                Embargo declared = desk.declare(room.cohort().id(), until);
                return Result.of(
                        declared, say("class.embargo.declared", room.cohort().name(), until));
            }
            Embargo running = embargoes(room, desk).stream()
                    .filter(each ->
                            each.runsAt(lookup.clock().instant(), lookup.clock().getZone()))
                    .findFirst()
                    .orElseThrow(() -> new Refusal(say("class.embargo.none")));
            return Result.of(
                    desk.lift(running),
                    say("class.embargo.lifted", room.cohort().name()));
        });
    }

    /** A class's embargoes, the oldest first. */
    @Command(name = "embargoes")
    int embargoes(@Option(names = "--cohort", paramLabel = "COHORT") @Nullable String cohort) throws Exception {
        return show(lookup -> {
            SchoolClass room = SchoolClass.of(cohort, lookup);
            return Result.each(
                    embargoes(room, lookup.desk().embargoes()), each -> line(each, lookup), say("class.embargo.none"));
        });
    }

    private StyledText line(Embargo each, Lookup lookup) {
        Embargo.Lifting lifting = each.lifting();
        return StyledText.of(
                        lifting == null
                                ? say(
                                        "class.embargo.line",
                                        lookup.day(each.declaredAt()),
                                        each.until(),
                                        lookup.name(each.declaredBy()))
                                : say(
                                        "class.embargo.line.lifted",
                                        lookup.day(each.declaredAt()),
                                        each.until(),
                                        lookup.name(each.declaredBy()),
                                        lookup.day(lifting.at())))
                .and(Selector.marked(each.id()));
    }

    private static List<Embargo> embargoes(SchoolClass room, EmbargoDesk desk) {
        return Page.all(request -> desk.list(room.cohort().id(), request));
    }

    private static List<StandingEntry> standing(SchoolClass room) {
        List<StandingEntry> found = new ArrayList<>();
        room.standingEntries()
                .forEach((id, parts) -> found.add(new StandingEntry(
                        new ClassEntry(
                                id,
                                room.cohort().id(),
                                parts.get(0).author(),
                                parts.stream().map(Assessment::dossier).toList()),
                        parts)));
        found.sort(Comparator.comparing((StandingEntry each) -> each.first().recordedAt())
                .reversed());
        return found;
    }
}
