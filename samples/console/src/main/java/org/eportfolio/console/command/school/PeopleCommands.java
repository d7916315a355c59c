package org.eportfolio.console.command.school;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eportfolio.Message;
import org.eportfolio.console.command.ConsoleCommand;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.Lookup;
import org.eportfolio.console.school.Selector;
import org.eportfolio.console.terminal.StyledText;
import org.eportfolio.console.view.Result;
import org.eportfolio.core.PeopleDesk;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.ExternalId;
import org.eportfolio.school.IdChange;
import org.eportfolio.school.IdChangePreview;
import org.eportfolio.school.PersonName;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** People over the years: how they are called, and their ids as accounts change. */
@Command(name = "people", synopsisSubcommandLabel = "COMMAND")
public final class PeopleCommands extends ConsoleCommand {
    public PeopleCommands(Session session) {
        super(session);
    }

    /** A person who was found, by the name to show. */
    public record FoundPerson(PersonId person, String name) {}

    /**
     * How a person is called.
     *
     * @param name its parts, where they are known
     * @param externalIds by which other systems know the person; only with {@code --ids}
     */
    public record CalledPerson(
            PersonId person, String shown, @Nullable PersonName name, List<ExternalId> externalIds) {}

    /** People by name, as one types. */
    @Command(name = "find")
    int find(
            @Parameters(index = "0", paramLabel = "QUERY") String typed,
            @Option(names = "--limit", paramLabel = "N", defaultValue = "20") int limit)
            throws Exception {
        return show(lookup -> {
            List<FoundPerson> found = lookup.desk().people().find(typed, limit).entrySet().stream()
                    .map(each -> new FoundPerson(each.getKey(), each.getValue()))
                    .toList();
            return Result.each(found, each -> line(each.name(), each.person()), say("people.nobody"));
        });
    }

    /** How people are called here, in the order in which their names are sorted. */
    @Command(name = "names")
    int names(
            @Parameters(index = "0..*", arity = "1..*", paramLabel = "ACCOUNT") List<String> accounts,
            @Option(names = "--ids") boolean ids)
            throws Exception {
        return show(lookup -> {
            List<PersonId> people = accounts.stream().map(PersonId::of).toList();
            Map<PersonId, List<ExternalId>> external =
                    ids ? lookup.desk().people().externalIds(people) : Map.of();
            Map<PersonId, PersonName> parts = lookup.desk().people().inParts(people);
            List<CalledPerson> called = new ArrayList<>();
            lookup.sorted(people)
                    .forEach((person, shown) -> called.add(new CalledPerson(
                            person, shown, parts.get(person), external.getOrDefault(person, List.of()))));
            return Result.all(called, this::lines, say("people.nobody"));
        });
    }

    private List<StyledText> lines(CalledPerson called) {
        List<StyledText> lines = new ArrayList<>(List.of(line(called.shown(), called.person())));
        PersonName name = called.name();
        if (name != null && name.family() != null) lines.add(part("people.family", name.family()));
        if (name != null && name.given() != null) lines.add(part("people.given", name.given()));
        called.externalIds().forEach(each -> lines.add(part("people.external", each.issuer(), each.value())));
        return lines;
    }

    private StyledText part(String key, Object... arguments) {
        return StyledText.of("  " + say(key, arguments));
    }

    private static StyledText line(String name, PersonId person) {
        return StyledText.bold(name).and("  " + person);
    }

    /** Gives a person another id, such as that of a new account. */
    @Command(name = "rename")
    int rename(
            @Parameters(index = "0", paramLabel = "ACCOUNT") String account,
            @Parameters(index = "1", paramLabel = "OTHER") String other,
            @Option(names = "--preview") boolean preview)
            throws Exception {
        PersonId from = PersonId.of(account);
        PersonId to = PersonId.of(other);
        return show(lookup -> {
            PeopleDesk people = lookup.desk().people();
            return preview ? previewed(people.previewRename(from, to)) : made(people.rename(from, to));
        });
    }

    /** Joins two accounts of one person: the first id is nobody's from then on. */
    @Command(name = "merge")
    int merge(
            @Parameters(index = "0", paramLabel = "ACCOUNT") String account,
            @Parameters(index = "1", paramLabel = "OTHER") String other,
            @Option(names = "--preview") boolean preview)
            throws Exception {
        PersonId from = PersonId.of(account);
        PersonId into = PersonId.of(other);
        return show(lookup -> {
            PeopleDesk people = lookup.desk().people();
            return preview ? previewed(people.previewMerge(from, into)) : made(people.merge(from, into));
        });
    }

    /** Lets an id that ended be another person's. */
    @Command(name = "release")
    int release(@Parameters(index = "0", paramLabel = "ACCOUNT") String account) throws Exception {
        PersonId ended = PersonId.of(account);
        return show(lookup -> made(lookup.desk().people().release(ended)));
    }

    /** Takes a step back. */
    @Command(name = "undo")
    int undo(@Parameters(index = "0", paramLabel = "CHANGE") String named, @Option(names = "--preview") boolean preview)
            throws Exception {
        return show(lookup -> {
            PeopleDesk people = lookup.desk().people();
            IdChange change = new Selector<>(people.idChanges(), IdChange::id, IdChange::from, texts()).named(named);
            if (preview) return previewed(people.previewUndo(change.id()));
            IdChange undone = people.undo(change.id());
            return Result.of(undone, say("people.undone", sentence(undone)));
        });
    }

    /** All steps by which an id became another. */
    @Command(name = "changes")
    int changes() throws Exception {
        return show(lookup ->
                Result.each(lookup.desk().people().idChanges(), each -> line(each, lookup), say("people.no-change")));
    }

    private StyledText line(IdChange change, Lookup lookup) {
        return StyledText.of(say("people.change", lookup.day(change.at()), sentence(change)))
                .and(Selector.marked(change.id()));
    }

    private Result made(IdChange change) {
        return Result.of(change, StyledText.of(sentence(change)).and(Selector.marked(change.id())));
    }

    private String sentence(IdChange change) {
        return say("people.change." + change.manner(), change.from(), change.to());
    }

    /** What is written under each id, then what stands against the step. */
    private Result previewed(IdChangePreview preview) {
        List<StyledText> lines = new ArrayList<>();
        preview.written().forEach(each -> lines.add(StyledText.of(say("people.written", each.id(), each.records()))));
        for (Message each : preview.obstacles()) lines.add(StyledText.of(each.in(texts().locale())));
        lines.add(StyledText.of(say(preview.possible() ? "people.possible" : "people.impossible")));
        return Result.of(preview, lines);
    }
}
