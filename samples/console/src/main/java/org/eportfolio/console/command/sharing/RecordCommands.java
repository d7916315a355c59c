package org.eportfolio.console.command.sharing;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eportfolio.console.command.Commands;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.Finding;
import org.eportfolio.console.school.Pick;
import org.eportfolio.console.school.Things;
import org.eportfolio.console.school.Whose;
import org.eportfolio.console.terminal.Words;
import org.eportfolio.console.view.Told;
import org.eportfolio.core.ReflectionDesk;
import org.eportfolio.dossier.NewAttachment;
import org.eportfolio.id.ReflectionId;
import org.eportfolio.reflection.NewRecording;
import org.eportfolio.reflection.Playback;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Recordings that explain in speech: not a byte is kept before everybody in them has agreed. */
@Command(name = "record", synopsisSubcommandLabel = "COMMAND")
public final class RecordCommands extends Commands {
    public RecordCommands(Session session) {
        super(session);
    }

    /** What is to be known of a recording. */
    static final class Taken {
        @Option(names = "--seconds", paramLabel = "NUMBER", required = true)
        int seconds;

        @Option(names = "--transcript", paramLabel = "TEXT", required = true)
        String transcript = "";

        @Option(names = "--captions", paramLabel = "FILE.vtt")
        @Nullable
        Path captions;

        @Option(names = "--project", paramLabel = "NAME", required = true)
        String project = "";

        @Option(names = "--with", paramLabel = "PERSON")
        List<String> others = new ArrayList<>();

        @Option(names = "--question", paramLabel = "QUESTION")
        @Nullable
        String question;

        NewRecording of(Path file) {
            Path vtt = captions;
            NewAttachment attached = NewAttachment.of(file).transcribed(transcript);
            if (vtt != null) attached = attached.captioned(() -> Files.newInputStream(vtt));
            NewRecording taken = NewRecording.of(attached, Duration.ofSeconds(seconds))
                    .forProject(project)
                    .with(others.toArray(String[]::new));
            return question == null ? taken : taken.answering(question);
        }
    }

    @Command(name = "add")
    int add(
            @Mixin Whose whose,
            @Parameters(index = "1", paramLabel = "REFLECTION") String reflection,
            @Parameters(index = "2", paramLabel = "FILE") Path file,
            @Mixin Taken taken)
            throws Exception {
        return show(finding -> {
            Things things = finding.of(whose);
            Playback kept =
                    finding.desk().recordings().add(things.id(), reflection(things, reflection), taken.of(file));
            return Told.of(kept, Words.of(say("record.added", kept.name())).and(Pick.marked(kept.id())));
        });
    }

    /** What of each recording may be heard today, and where. */
    @Command(name = "list")
    int list(@Mixin Whose whose, @Parameters(index = "1", paramLabel = "REFLECTION") String reflection)
            throws Exception {
        return show(finding -> {
            Things things = finding.of(whose);
            return Told.all(recordings(things, reflection), each -> lines(each, finding), say("record.none"));
        });
    }

    /** Writes a recording where the user says; never over another file. */
    @Command(name = "save")
    int save(
            @Mixin Whose whose,
            @Parameters(index = "1", paramLabel = "REFLECTION") String reflection,
            @Parameters(index = "2", paramLabel = "RECORDING") String recording,
            @Parameters(index = "3", paramLabel = "TO") Path to)
            throws Exception {
        return show(finding -> {
            Things things = finding.of(whose);
            Playback meant = recording(things, reflection, recording);
            try (InputStream in = finding.desk().recordings().download(things.id(), meant.id())) {
                Files.copy(in, to);
            }
            return Told.of(meant, say("production.saved", meant.name(), to));
        });
    }

    @Command(name = "discard")
    int discard(
            @Mixin Whose whose,
            @Parameters(index = "1", paramLabel = "REFLECTION") String reflection,
            @Parameters(index = "2", paramLabel = "RECORDING") String recording)
            throws Exception {
        return show(finding -> {
            Things things = finding.of(whose);
            Playback meant = recording(things, reflection, recording);
            finding.desk().recordings().discard(things.id(), meant.id());
            return Told.of(meant, say("record.discarded", meant.name()));
        });
    }

    /** A reflection that is shared, or still the learner's draft. */
    private static ReflectionId reflection(Things things, String given) {
        boolean own = things.finding()
                .desk()
                .actor()
                .person()
                .filter(things.dossier().learner()::equals)
                .isPresent();
        ReflectionDesk desk = things.finding().desk().reflections();
        List<Map.Entry<ReflectionId, String>> there = new ArrayList<>();
        things.all(desk::list).forEach(each -> there.add(Map.entry(each.id(), each.action())));
        if (own) {
            things.all(desk::drafts)
                    .forEach(each ->
                            there.add(Map.entry(each.id(), each.content().action())));
        }
        return things.pick(there, Map.Entry::getKey, Map.Entry::getValue)
                .named(given)
                .getKey();
    }

    private static List<Playback> recordings(Things things, String reflection) {
        return things.finding().desk().recordings().of(things.id(), reflection(things, reflection));
    }

    private static Playback recording(Things things, String reflection, String given) {
        return things.pick(recordings(things, reflection), Playback::id, Playback::name)
                .named(given);
    }

    private List<Words> lines(Playback each, Finding finding) {
        List<Words> lines = new ArrayList<>();
        lines.add(Words.faint(finding.day(each.at()) + "  ")
                .and(Words.bold(each.name()))
                .and("  " + say("record.length", each.seconds()) + "  ")
                .and(say("record.standing", each.standing(), each.diffusion()))
                .and(Pick.marked(each.id())));
        String transcript = each.transcript();
        if (transcript != null) lines.add(Words.of("    " + transcript));
        return lines;
    }
}
