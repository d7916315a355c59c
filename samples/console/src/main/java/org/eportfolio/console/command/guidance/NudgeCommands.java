package org.eportfolio.console.command.guidance;

import java.util.List;
import java.util.Optional;
import org.eportfolio.console.command.ConsoleCommand;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.DossierArguments;
import org.eportfolio.console.terminal.Screen;
import org.eportfolio.console.terminal.StyledText;
import org.eportfolio.console.terminal.Texts;
import org.eportfolio.console.view.Result;
import org.eportfolio.guidance.Nudge;
import org.eportfolio.guidance.NudgeDigest;
import org.eportfolio.guidance.NudgeSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Friendly words to a learner, who alone sees them. */
@Command(name = "nudge", synopsisSubcommandLabel = "COMMAND")
public final class NudgeCommands extends ConsoleCommand {
    public NudgeCommands(Session session) {
        super(session);
    }

    /** What {@code --json} writes. */
    public record NudgeAnswer(List<Nudge> nudges, List<String> rules, NudgeSettings settings) {}

    @Command(name = "list")
    int list(@Mixin DossierArguments target) throws Exception {
        return show(target, own -> {
            List<Nudge> due = own.desk().nudges().due(own.id());
            List<String> rules = own.desk().nudges().rules(own.id());
            NudgeSettings settings = own.desk().nudges().settings(own.id());
            return Result.of(new NudgeAnswer(due, rules, settings), (screen, texts) -> {
                describe(due, screen, texts);
                if (settings.allMuted()) screen.line(StyledText.faint(texts.say("nudge.all-muted")));
                else if (!settings.muted().isEmpty()) {
                    screen.line(StyledText.faint(texts.say("nudge.muted", String.join(", ", settings.muted()))));
                }
            });
        });
    }

    @Command(name = "seen")
    int seen(@Mixin DossierArguments target) throws Exception {
        return show(target, own -> {
            Optional<NudgeDigest> seen = own.desk().nudges().seen(own.id());
            return Result.of(
                    seen, (screen, texts) -> screen.line(texts.say(seen.isPresent() ? "nudge.seen" : "nudge.none")));
        });
    }

    @Command(name = "mute")
    int mute(
            @Mixin DossierArguments target,
            @Parameters(index = "1", paramLabel = "RULE", arity = "0..1") @Nullable String rule)
            throws Exception {
        return show(
                target,
                own -> settings(
                        rule == null
                                ? own.desk().nudges().muteAll(own.id())
                                : own.desk().nudges().mute(own.id(), rule)));
    }

    @Command(name = "unmute")
    int unmute(
            @Mixin DossierArguments target,
            @Parameters(index = "1", paramLabel = "RULE", arity = "0..1") @Nullable String rule)
            throws Exception {
        return show(
                target,
                own -> settings(
                        rule == null
                                ? own.desk().nudges().unmuteAll(own.id())
                                : own.desk().nudges().unmute(own.id(), rule)));
    }

    private static void describe(List<Nudge> due, Screen screen, Texts texts) {
        if (due.isEmpty()) screen.line(texts.say("nudge.none"));
        for (Nudge each : due) {
            screen.line(StyledText.of("- " + each.in(texts.locale())).and(StyledText.faint("  (" + each.rule() + ")")));
        }
    }

    private static Result settings(NudgeSettings settings) {
        return Result.of(settings, (screen, texts) -> {
            if (settings.allMuted()) screen.line(texts.say("nudge.all-muted"));
            else if (settings.muted().isEmpty()) screen.line(texts.say("nudge.none-muted"));
            else screen.line(texts.say("nudge.muted", String.join(", ", settings.muted())));
        });
    }
}
