package org.eportfolio.console.view;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eportfolio.Message;
import org.eportfolio.console.terminal.Screen;
import org.eportfolio.console.terminal.StyledText;
import org.eportfolio.console.terminal.Table;
import org.eportfolio.console.terminal.Texts;
import org.eportfolio.id.SealId;
import org.eportfolio.privacy.ErasurePlan;
import org.eportfolio.privacy.PlannedRecord;

/**
 * What an erasure would do.
 *
 * @param options with which the command that does it takes the same plan in the same file, each after a space
 */
public record ErasurePlanView(ErasurePlan plan, ZoneId zone, String options) implements View {
    @Override
    public Object document() {
        return plan;
    }

    @Override
    public void print(Screen screen, Texts texts) {
        screen.heading(texts.say("privacy.plan.title", plan.person()));
        printOutcomes(plan.records(), screen, texts);
        screen.blank();
        plan.files().stream()
                .filter(each -> !each.removed())
                .forEach(each -> screen.line(
                        texts.say("privacy.plan.file-kept", each.content().sha256(), each.heldElsewhere())));
        plan.destruction().text(texts.locale(), zone).lines().forEach(screen::line);
        for (SealId seal : plan.undecided()) screen.line(texts.say("privacy.plan.seal", seal));
        if (plan.visaNeeded()) screen.line(texts.say("privacy.plan.visa"));
        screen.line(texts.say("privacy.plan.then", plan.person(), plan.records().size(), options));
    }

    /** How many records of which kind have which outcome, and why. */
    static void printOutcomes(List<PlannedRecord> records, Screen screen, Texts texts) {
        Map<String, Integer> counts = new TreeMap<>();
        for (PlannedRecord each : records) {
            counts.merge(
                    texts.name(each.outcome()) + "\t"
                            + Message.of("kind." + each.kind()).in(texts.locale()) + "\t"
                            + each.reason().in(texts.locale()),
                    1,
                    Integer::sum);
        }
        Table table = new Table(List.of(
                StyledText.bold(texts.say("privacy.plan.outcome")),
                StyledText.bold(texts.say("privacy.plan.kind")),
                StyledText.bold("n"),
                StyledText.bold(texts.say("privacy.plan.reason"))));
        counts.forEach((line, count) -> {
            String[] parts = line.split("\t");
            table.row(List.of(
                    StyledText.of(parts[0]),
                    StyledText.of(parts[1]),
                    StyledText.of(String.valueOf(count)),
                    StyledText.of(parts[2])));
        });
        table.print(screen);
    }
}
