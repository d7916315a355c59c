package org.eportfolio.console.command.guidance;

import java.util.List;
import java.util.Optional;
import org.eportfolio.console.command.Commands;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.Whose;
import org.eportfolio.console.terminal.Fields;
import org.eportfolio.console.terminal.Screen;
import org.eportfolio.console.terminal.Texts;
import org.eportfolio.console.terminal.Words;
import org.eportfolio.console.view.Shown;
import org.eportfolio.guidance.Nudge;
import org.eportfolio.guidance.NudgeDigest;
import org.eportfolio.guidance.NudgeSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Friendly words to a learner, who alone sees them. */
@Command(name = "nudge", synopsisSubcommandLabel = "COMMAND")
public final class NudgeCommands extends Commands {
    public NudgeCommands(Session session) {
        super(session);
    }

    @Command(name = "list")
    int list(@Mixin Whose whose) throws Exception {
        return show(whose, own -> {
            List<Nudge> due = own.desk().nudges().due(own.id());
            List<String> rules = own.desk().nudges().rules(own.id());
            NudgeSettings settings = own.desk().nudges().settings(own.id());
            return new Shown(Fields.of("nudges", due, "rules", rules, "settings", settings), (screen, texts) -> {
                told(due, screen, texts);
                if (settings.allMuted()) screen.line(Words.faint(texts.say("nudge.all-muted")));
                else if (!settings.muted().isEmpty()) {
                    screen.line(Words.faint(texts.say("nudge.muted", String.join(", ", settings.muted()))));
                }
            });
        });
    }

    @Command(name = "seen")
    int seen(@Mixin Whose whose) throws Exception {
        return show(whose, own -> {
            Optional<NudgeDigest> seen = own.desk().nudges().seen(own.id());
            return new Shown(
                    seen, (screen, texts) -> screen.line(texts.say(seen.isPresent() ? "nudge.seen" : "nudge.none")));
        });
    }

    @Command(name = "mute")
    int mute(@Mixin Whose whose, @Parameters(index = "1", paramLabel = "RULE", arity = "0..1") @Nullable String rule)
            throws Exception {
        return show(
                whose,
                own -> settings(
                        rule == null
                                ? own.desk().nudges().muteAll(own.id())
                                : own.desk().nudges().mute(own.id(), rule)));
    }

    @Command(name = "unmute")
    int unmute(@Mixin Whose whose, @Parameters(index = "1", paramLabel = "RULE", arity = "0..1") @Nullable String rule)
            throws Exception {
        return show(
                whose,
                own -> settings(
                        rule == null
                                ? own.desk().nudges().unmuteAll(own.id())
                                : own.desk().nudges().unmute(own.id(), rule)));
    }

    private static void told(List<Nudge> due, Screen screen, Texts texts) {
        if (due.isEmpty()) screen.line(texts.say("nudge.none"));
        for (Nudge each : due) {
            screen.line(Words.of("- " + each.in(texts.locale())).and(Words.faint("  (" + each.rule() + ")")));
        }
    }

    private static Shown settings(NudgeSettings settings) {
        return new Shown(settings, (screen, texts) -> {
            if (settings.allMuted()) screen.line(texts.say("nudge.all-muted"));
            else if (settings.muted().isEmpty()) screen.line(texts.say("nudge.all-told"));
            else screen.line(texts.say("nudge.muted", String.join(", ", settings.muted())));
        });
    }
}
