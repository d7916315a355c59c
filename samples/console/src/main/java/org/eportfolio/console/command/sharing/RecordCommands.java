package org.eportfolio.console.command.sharing;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eportfolio.console.command.ConsoleCommand;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.DossierArguments;
import org.eportfolio.console.school.DossierItems;
import org.eportfolio.console.school.Lookup;
import org.eportfolio.console.school.NewFile;
import org.eportfolio.console.school.Selector;
import org.eportfolio.console.terminal.StyledText;
import org.eportfolio.console.view.Result;
import org.eportfolio.core.RecordingDesk;
import org.eportfolio.core.ReflectionDesk;
import org.eportfolio.dossier.NewAttachment;
import org.eportfolio.id.ReflectionId;
import org.eportfolio.reflection.NewRecording;
import org.eportfolio.reflection.Playback;
import org.eportfolio.reflection.Translation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Spoken explanations. Nothing is kept before all people in a recording have agreed. */
@Command(name = "record", synopsisSubcommandLabel = "COMMAND")
public final class RecordCommands extends ConsoleCommand {
    public RecordCommands(Session session) {
        super(session);
    }

    /** Who put into written words what is signed or said in another language. */
    static final class Translated {
        @Option(names = "--translated-by", paramLabel = "PERSON", required = true)
        String by = "";

        @Option(names = "--translated-on", paramLabel = "DATE", required = true)
        LocalDate on = LocalDate.MIN;
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

        @Option(names = "--language", paramLabel = "TAG")
        @Nullable
        String language;

        @ArgGroup(exclusive = false)
        @Nullable
        Translated translated;

        @Option(names = "--accompanied-by", paramLabel = "PERSON")
        List<String> accompanying = new ArrayList<>();

        NewRecording of(Path file) {
            Path vtt = captions;
            NewAttachment attached = NewAttachment.of(file).transcribed(transcript);
            if (vtt != null) attached = attached.captioned(() -> Files.newInputStream(vtt));
            NewRecording taken = NewRecording.of(attached, Duration.ofSeconds(seconds))
                    .forProject(project)
                    .with(others.toArray(String[]::new));
            taken = taken.accompaniedBy(accompanying.toArray(String[]::new));
            if (language != null) taken = taken.in(language);
            if (translated != null) taken = taken.translatedBy(translated.by, translated.on);
            return question == null ? taken : taken.answering(question);
        }
    }

    @Command(name = "add")
    int add(
            @Mixin DossierArguments target,
            @Parameters(index = "1", paramLabel = "REFLECTION") String reflection,
            @Parameters(index = "2", paramLabel = "FILE") Path file,
            @Mixin Taken taken)
            throws Exception {
        return show(lookup -> {
            DossierItems items = lookup.of(target);
            Playback kept = lookup.desk().recordings().add(items.id(), reflection(items, reflection), taken.of(file));
            return Result.of(
                    kept, StyledText.of(say("record.added", kept.name())).and(Selector.marked(kept.id())));
        });
    }

    /** A photo in which people can be recognised, once all of them have agreed. */
    @Command(name = "photo")
    int photo(
            @Mixin DossierArguments target,
            @Parameters(index = "1", paramLabel = "REFLECTION") String reflection,
            @Parameters(index = "2", paramLabel = "FILE") Path file,
            @Option(names = "--shows", paramLabel = "TEXT", required = true) String shown,
            @Option(names = "--project", paramLabel = "NAME", required = true) String project,
            @Option(names = "--with", paramLabel = "PERSON") @Nullable List<String> others)
            throws Exception {
        return show(lookup -> {
            DossierItems items = lookup.of(target);
            NewRecording taken = NewRecording.photo(NewAttachment.of(file).describedAs(shown))
                    .forProject(project);
            if (others != null) taken = taken.with(others.toArray(String[]::new));
            Playback kept = lookup.desk().recordings().add(items.id(), reflection(items, reflection), taken);
            return Result.of(
                    kept, StyledText.of(say("record.added", kept.name())).and(Selector.marked(kept.id())));
        });
    }

    /** What of each recording may be heard today, and where. */
    @Command(name = "list")
    int list(@Mixin DossierArguments target, @Parameters(index = "1", paramLabel = "REFLECTION") String reflection)
            throws Exception {
        return show(lookup -> {
            DossierItems items = lookup.of(target);
            return Result.all(recordings(items, reflection), each -> lines(each, lookup), say("record.none"));
        });
    }

    /** Writes a recording, or the preview of it, where the user says; never over another file. */
    @Command(name = "save")
    int save(
            @Mixin DossierArguments target,
            @Parameters(index = "1", paramLabel = "REFLECTION") String reflection,
            @Parameters(index = "2", paramLabel = "RECORDING") String recording,
            @Parameters(index = "3", paramLabel = "TO") Path to,
            @Option(names = "--preview") boolean preview)
            throws Exception {
        return show(lookup -> {
            DossierItems items = lookup.of(target);
            Playback meant = recording(items, reflection, recording);
            RecordingDesk desk = lookup.desk().recordings();
            try (InputStream in = preview
                    ? previewed(desk.preview(items.id(), meant.id()), meant.name())
                    : desk.download(items.id(), meant.id())) {
                NewFile.copy(in, to);
            }
            return Result.of(meant, say("production.saved", meant.name(), to));
        });
    }

    @Command(name = "discard")
    int discard(
            @Mixin DossierArguments target,
            @Parameters(index = "1", paramLabel = "REFLECTION") String reflection,
            @Parameters(index = "2", paramLabel = "RECORDING") String recording)
            throws Exception {
        return show(lookup -> {
            DossierItems items = lookup.of(target);
            Playback meant = recording(items, reflection, recording);
            lookup.desk().recordings().discard(items.id(), meant.id());
            return Result.of(meant, say("record.discarded", meant.name()));
        });
    }

    /** A reflection that is shared, or still the learner's draft. */
    private static ReflectionId reflection(DossierItems items, String given) {
        boolean own = items.lookup()
                .desk()
                .actor()
                .person()
                .filter(items.dossier().learner()::equals)
                .isPresent();
        ReflectionDesk desk = items.lookup().desk().reflections();
        List<Map.Entry<ReflectionId, String>> there = new ArrayList<>();
        items.all(desk::list).forEach(each -> there.add(Map.entry(each.id(), each.action())));
        if (own) {
            items.all(desk::drafts)
                    .forEach(each ->
                            there.add(Map.entry(each.id(), each.content().action())));
        }
        return items.pick(there, Map.Entry::getKey, Map.Entry::getValue)
                .named(given)
                .getKey();
    }

    private static List<Playback> recordings(DossierItems items, String reflection) {
        return items.lookup().desk().recordings().of(items.id(), reflection(items, reflection));
    }

    private static Playback recording(DossierItems items, String reflection, String given) {
        return items.pick(recordings(items, reflection), Playback::id, Playback::name)
                .named(given);
    }

    private List<StyledText> lines(Playback each, Lookup lookup) {
        List<StyledText> lines = new ArrayList<>();
        lines.add(StyledText.faint(lookup.day(each.at()) + "  ")
                .and(StyledText.bold(each.name()))
                .and("  " + (each.isPhoto() ? say("record.photo") : say("record.length", each.seconds())) + "  ")
                .and(say("record.standing", each.standing(), each.diffusion()))
                .and(Selector.marked(each.id())));
        String transcript = each.transcript();
        if (transcript != null) lines.add(StyledText.of("    " + transcript));
        Translation translation = each.translation();
        if (translation != null) {
            lines.add(
                    StyledText.of("    " + say("record.translated", lookup.name(translation.by()), translation.on())));
        }
        if (!each.accompaniedBy().isEmpty()) {
            lines.add(StyledText.of("    "
                    + say(
                            "record.accompanied",
                            each.accompaniedBy().stream().map(lookup::name).toList())));
        }
        return lines;
    }
}
