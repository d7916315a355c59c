package org.eportfolio.console.command.trust;

import java.util.List;
import java.util.Map;
import org.eportfolio.InvalidInputException;
import org.eportfolio.Message;
import org.eportfolio.Page;
import org.eportfolio.console.command.CancellableTask;
import org.eportfolio.console.command.ConsoleCommand;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.Lookup;
import org.eportfolio.console.terminal.Refusal;
import org.eportfolio.console.terminal.Screen;
import org.eportfolio.console.terminal.Texts;
import org.eportfolio.console.view.ErasurePlanView;
import org.eportfolio.console.view.ErasuresPlanView;
import org.eportfolio.console.view.Result;
import org.eportfolio.core.PrivacyDesk;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.SealId;
import org.eportfolio.privacy.ErasedPeople;
import org.eportfolio.privacy.ErasurePlan;
import org.eportfolio.privacy.ErasureReceipt;
import org.eportfolio.privacy.ErasuresPlan;
import org.eportfolio.privacy.NewErasures;
import org.eportfolio.privacy.RetentionDue;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * What is erased: one person or several, planned first. picocli takes these commands with those of {@link PrivacyCommands}.
 */
abstract sealed class ErasureCommands extends ConsoleCommand permits PrivacyCommands {
    ErasureCommands(Session session) {
        super(session);
    }

    /** What erasing a person would do; nothing is erased. */
    @Command(name = "plan")
    int plan(
            @Parameters(paramLabel = "PERSON") String person,
            @Option(names = "--rule", paramLabel = "RULE") @Nullable String rule)
            throws Exception {
        String options =
                (rule == null ? "" : Session.option("--rule", rule)) + session().sameOptions();
        return show(lookup ->
                new ErasurePlanView(plan(lookup, person, rule), lookup.clock().getZone(), options));
    }

    private static ErasurePlan plan(Lookup lookup, String person, @Nullable String rule) {
        PrivacyDesk desk = lookup.desk().privacy();
        PersonId id = PersonId.of(person);
        return rule == null ? desk.planErasure(id) : desk.planRetention(id, rule);
    }

    /** What is decided before an erasure. */
    static final class ErasureOptions {
        @Option(names = "--records", paramLabel = "N", required = true)
        int records;

        @Option(names = "--rule", paramLabel = "RULE")
        @Nullable
        String rule;

        @Option(names = "--visa", paramLabel = "REFERENCE")
        @Nullable
        String visa;

        @Option(names = "--keep-seal", paramLabel = "ID=GROUND")
        Map<String, String> kept = Map.of();

        @Option(names = "--drop-seal", paramLabel = "ID=GROUND")
        Map<String, String> dropped = Map.of();
    }

    /** Erases a person, as planned. */
    @Command(name = "erase")
    int erase(@Parameters(paramLabel = "PERSON") String person, @Mixin ErasureOptions options) throws Exception {
        return show(lookup -> {
            PrivacyDesk privacy = lookup.desk().privacy();
            ErasurePlan plan = plan(lookup, person, options.rule);
            if (plan.records().size() != options.records) {
                throw new Refusal(say("privacy.erase.records", plan.records().size(), options.records));
            }
            for (Map.Entry<String, String> each : options.kept.entrySet()) {
                plan = privacy.keepSeal(plan, seal(each.getKey()), each.getValue());
            }
            for (Map.Entry<String, String> each : options.dropped.entrySet()) {
                plan = privacy.dropSeal(plan, seal(each.getKey()), each.getValue());
            }
            if (options.visa != null) plan = plan.withVisa(options.visa);
            ErasureReceipt receipt;
            try (CancellableTask task = erasing(-1)) {
                receipt = privacy.erase(plan, task);
                task.done();
            }
            return Result.of(receipt, (screen, texts) -> print(receipt, screen, texts));
        });
    }

    /** Whom to erase together, and what is decided about their sealed files. */
    static final class PeopleToErase {
        @Parameters(index = "0..*", arity = "0..*", paramLabel = "PERSON")
        List<String> people = List.of();

        @Option(names = "--rule", paramLabel = "RULE")
        @Nullable
        String rule;

        @Option(names = "--keep-seal", paramLabel = "ID=GROUND")
        Map<String, String> kept = Map.of();

        @Option(names = "--drop-seal", paramLabel = "ID=GROUND")
        Map<String, String> dropped = Map.of();

        /** The people who are named; where none is, those whom the rule makes due today, the longest overdue first. */
        NewErasures asked(Lookup lookup, Texts texts) {
            String name = rule;
            if (people.isEmpty() && name == null) throw new Refusal(texts.say("privacy.plan-all.whom"));
            NewErasures asked = NewErasures.of(
                    people.isEmpty()
                            ? due(lookup, String.valueOf(name))
                            : people.stream().map(PersonId::of).toList());
            if (name != null) asked = asked.under(name);
            for (Map.Entry<String, String> each : kept.entrySet())
                asked = asked.keepingSeal(seal(each.getKey()), each.getValue());
            for (Map.Entry<String, String> each : dropped.entrySet())
                asked = asked.droppingSeal(seal(each.getKey()), each.getValue());
            return asked;
        }

        private static List<PersonId> due(Lookup lookup, String rule) {
            return Page.all(next -> lookup.desk().privacy().due(lookup.today(), next)).stream()
                    .filter(each -> each.rule().id().equals(rule))
                    .map(RetentionDue::person)
                    .limit(NewErasures.MOST)
                    .toList();
        }

        /** The same as words of the command line, each after a space. */
        String words() {
            StringBuilder words = new StringBuilder();
            people.forEach(each -> words.append(Session.word(each)));
            if (rule != null) words.append(Session.option("--rule", rule));
            kept.forEach((id, ground) -> words.append(Session.option("--keep-seal", id + "=" + ground)));
            dropped.forEach((id, ground) -> words.append(Session.option("--drop-seal", id + "=" + ground)));
            return words.toString();
        }
    }

    /** What erasing several people would do; nothing is erased. */
    @Command(name = "plan-all")
    int planAll(@Mixin PeopleToErase whom) throws Exception {
        String options = whom.words() + session().sameOptions();
        return show(lookup -> new ErasuresPlanView(
                lookup.desk().privacy().planErasures(whom.asked(lookup, texts())),
                lookup.clock().getZone(),
                options));
    }

    /** Erases several people, as planned. */
    @Command(name = "erase-all")
    int eraseAll(
            @Mixin PeopleToErase whom,
            @Option(names = "--records", paramLabel = "N", required = true) int records,
            @Option(names = "--visa", paramLabel = "REFERENCE") @Nullable String visa)
            throws Exception {
        return show(lookup -> {
            PrivacyDesk privacy = lookup.desk().privacy();
            ErasuresPlan plan = privacy.planErasures(whom.asked(lookup, texts()));
            int planned = ErasuresPlanView.records(plan);
            if (planned != records) {
                String again = whom.words() + session().sameOptions();
                throw new Refusal(say("privacy.erase-all.records", planned, records, again));
            }
            if (visa != null) plan = plan.withVisa(visa);
            ErasedPeople erased;
            try (CancellableTask task = erasing(plan.plans().size() + 1L)) {
                erased = privacy.eraseAll(plan, task);
                task.done();
            }
            return Result.of(erased, (screen, texts) -> print(erased, screen, texts));
        });
    }

    private static void print(ErasedPeople erased, Screen screen, Texts texts) {
        for (ErasureReceipt each : erased.receipts()) {
            screen.line(texts.say("privacy.erase-all.receipt", each.id(), each.pseudonym()));
        }
        for (ErasuresPlan.Blocked each : erased.left()) ErasuresPlanView.printBlocked(each, screen, texts);
        boolean complete = erased.receipts().stream().allMatch(ErasureReceipt::complete);
        int people = erased.receipts().size();
        screen.line(texts.say(complete ? "privacy.erase-all.done" : "privacy.erase-all.bytes-left", people));
    }

    private static void print(ErasureReceipt receipt, Screen screen, Texts texts) {
        ErasureReceipt.Completion completion = receipt.completion();
        screen.line(
                completion == null
                        ? texts.say("privacy.erased-bytes-left", receipt.id(), receipt.pseudonym())
                        : texts.say("privacy.erased", receipt.id(), completion.files(), receipt.pseudonym()));
        for (ErasureReceipt.Count each : receipt.done()) {
            screen.line("  " + texts.name(each.outcome()) + " : "
                    + Message.of("kind." + each.kind()).in(texts.locale()) + " × " + each.records());
        }
    }

    /** What {@code --json} writes. */
    public record Collected(List<ErasureReceipt> completed, int files) {}

    /** Ends erasures whose bytes the store could not remove, and removes files that no record refers to. */
    @Command(name = "collect")
    int collect() throws Exception {
        return show(lookup -> {
            PrivacyDesk privacy = lookup.desk().privacy();
            Collected collected;
            try (CancellableTask task = erasing(-1)) {
                collected = new Collected(privacy.completeErasures(task), privacy.collectFiles());
                task.done();
            }
            return Result.of(
                    collected, say("privacy.collected", collected.completed().size(), collected.files()));
        });
    }

    /** Who is erased stays so, whenever it is cancelled. */
    private CancellableTask erasing(long total) {
        return new CancellableTask("erase.bar", total, session(), "privacy.erase.cancelled");
    }

    private static SealId seal(String id) {
        try {
            return SealId.of(id);
        } catch (IllegalArgumentException e) {
            throw InvalidInputException.because("", "erasure.no-seal", id);
        }
    }
}
