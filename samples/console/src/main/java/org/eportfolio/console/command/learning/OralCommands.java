package org.eportfolio.console.command.learning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eportfolio.console.command.ConsoleCommand;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.command.SettingOptions;
import org.eportfolio.console.school.DossierArguments;
import org.eportfolio.console.school.DossierItems;
import org.eportfolio.console.school.Lookup;
import org.eportfolio.console.school.Selector;
import org.eportfolio.console.terminal.Refusal;
import org.eportfolio.console.terminal.StyledText;
import org.eportfolio.console.view.Result;
import org.eportfolio.dossier.Setting;
import org.eportfolio.reflection.NewOralNote;
import org.eportfolio.reflection.OralNote;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Oral explicitations, noted without a recording. */
@Command(name = "oral", synopsisSubcommandLabel = "COMMAND")
public final class OralCommands extends ConsoleCommand {
    public OralCommands(Session session) {
        super(session);
    }

    /** A question, and what the learner said. */
    static final class Exchange {
        @Option(names = "--asked", paramLabel = "TEXT", required = true)
        String question = "";

        @Option(names = "--said", paramLabel = "TEXT", required = true)
        String words = "";
    }

    @Command(name = "note")
    int note(
            @Mixin DossierArguments target,
            @Parameters(index = "1", paramLabel = "ACTION") String action,
            @Mixin SettingOptions where,
            @ArgGroup(exclusive = false, multiplicity = "1..*") List<Exchange> exchanges,
            @Option(names = "--on", paramLabel = "DATE") @Nullable LocalDate on)
            throws Exception {
        return show(target, own -> {
            Setting lived = where.setting(own);
            if (lived == null) throw new Refusal(say("reflect.where"));
            NewOralNote input = NewOralNote.on(action, lived);
            if (on != null) input = input.heldOn(on);
            for (Exchange each : exchanges) input = input.asking(each.question, each.words);
            OralNote noted = own.desk().oralNotes().note(own.id(), input);
            return Result.of(noted, lines(noted, own.lookup()));
        });
    }

    @Command(name = "show")
    int show(@Mixin DossierArguments target) throws Exception {
        return show(
                target,
                own -> Result.all(
                        own.all(own.desk().oralNotes()::list), each -> lines(each, own.lookup()), say("oral.none")));
    }

    @Command(name = "confirm")
    int confirm(@Mixin DossierArguments target, @Parameters(index = "1", paramLabel = "ACTION") String action)
            throws Exception {
        return show(target, own -> {
            OralNote confirmed = own.desk().oralNotes().confirm(named(action, own));
            return Result.of(confirmed, lines(confirmed, own.lookup()));
        });
    }

    @Command(name = "correct")
    int correct(
            @Mixin DossierArguments target,
            @Parameters(index = "1", paramLabel = "ACTION") String action,
            @Option(names = "--saying", paramLabel = "TEXT", required = true) String correction)
            throws Exception {
        return show(target, own -> {
            OralNote corrected = own.desk().oralNotes().correct(named(action, own), correction);
            return Result.of(corrected, lines(corrected, own.lookup()));
        });
    }

    private OralNote named(String action, DossierItems own) {
        return new Selector<>(own.all(own.desk().oralNotes()::list), OralNote::id, OralNote::action, texts())
                .named(action);
    }

    private List<StyledText> lines(OralNote note, Lookup lookup) {
        List<StyledText> lines = new ArrayList<>();
        lines.add(StyledText.bold(note.action())
                .and("  " + lookup.texts().day(note.heldOn()) + "  " + lookup.name(note.notedBy()))
                .and(Selector.marked(note.id())));
        for (OralNote.Exchange each : note.exchanges()) {
            lines.add(StyledText.faint("  " + each.question()));
            lines.add(StyledText.of("    " + each.words()));
        }
        OralNote.Reply reply = note.reply();
        if (reply == null) lines.add(StyledText.faint("  " + say("oral.unanswered")));
        else if (reply.correction() == null) lines.add(StyledText.of("  " + say("oral.confirmed")));
        else lines.add(StyledText.of("  " + say("oral.corrected", reply.correction())));
        return lines;
    }
}
