package org.eportfolio.console.view;

import java.time.ZoneId;
import java.util.List;
import org.eportfolio.console.terminal.Screen;
import org.eportfolio.console.terminal.StyledText;
import org.eportfolio.console.terminal.Table;
import org.eportfolio.console.terminal.Texts;
import org.eportfolio.id.SealId;
import org.eportfolio.privacy.ErasureOutcome;
import org.eportfolio.privacy.ErasurePlan;
import org.eportfolio.privacy.ErasuresPlan;

/**
 * What erasing several people would do.
 *
 * @param options with which the command that does it takes the same plan in the same file, each after a space
 */
public record ErasuresPlanView(ErasuresPlan plan, ZoneId zone, String options) implements View {
    @Override
    public Object document() {
        return plan;
    }

    /** How many records the plans hold, as a person confirms it. */
    public static int records(ErasuresPlan plan) {
        return plan.plans().stream().mapToInt(each -> each.records().size()).sum();
    }

    @Override
    public void print(Screen screen, Texts texts) {
        screen.heading(texts.say("privacy.plan-all.title", plan.plans().size()));
        printPeople(screen, texts);
        screen.blank();
        ErasurePlanView.printOutcomes(
                plan.plans().stream().flatMap(each -> each.records().stream()).toList(), screen, texts);
        screen.blank();
        plan.destruction().text(texts.locale(), zone).lines().forEach(screen::line);
        for (ErasuresPlan.Blocked each : plan.blocked()) printBlocked(each, screen, texts);
        if (plan.visaNeeded()) screen.line(texts.say("privacy.plan.visa"));
        if (!plan.plans().isEmpty()) screen.line(texts.say("privacy.plan-all.then", records(plan), options));
    }

    /** A person who is not erased, and why. */
    public static void printBlocked(ErasuresPlan.Blocked blocked, Screen screen, Texts texts) {
        screen.line(texts.say(
                "privacy.plan-all.blocked", blocked.person(), blocked.reason().in(texts.locale())));
        for (SealId each : blocked.undecided()) screen.line(texts.say("privacy.plan.seal", each));
    }

    private void printPeople(Screen screen, Texts texts) {
        Table table = new Table(List.of(
                StyledText.bold(texts.say("privacy.plan-all.person")),
                StyledText.bold(texts.name(ErasureOutcome.DELETE)),
                StyledText.bold(texts.name(ErasureOutcome.PSEUDONYMISE)),
                StyledText.bold(texts.name(ErasureOutcome.KEEP))));
        for (ErasurePlan each : plan.plans()) {
            table.row(List.of(
                    StyledText.of(each.person().toString()),
                    StyledText.of(String.valueOf(each.count(ErasureOutcome.DELETE))),
                    StyledText.of(String.valueOf(each.count(ErasureOutcome.PSEUDONYMISE))),
                    StyledText.of(String.valueOf(each.count(ErasureOutcome.KEEP)))));
        }
        table.print(screen);
    }
}
