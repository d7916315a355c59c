package org.eportfolio.console.command.trust;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.eportfolio.Page;
import org.eportfolio.assessment.Assessment;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.DossierArguments;
import org.eportfolio.console.school.DossierItems;
import org.eportfolio.console.school.Lookup;
import org.eportfolio.console.terminal.Refusal;
import org.eportfolio.console.terminal.Screen;
import org.eportfolio.console.terminal.StyledText;
import org.eportfolio.console.terminal.Texts;
import org.eportfolio.console.view.Result;
import org.eportfolio.core.PersonExport;
import org.eportfolio.core.PrivacyDesk;
import org.eportfolio.framework.Scale;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.privacy.NewRectification;
import org.eportfolio.privacy.NoticeAudience;
import org.eportfolio.privacy.PrivacyDocument;
import org.eportfolio.privacy.PrivacyRequest;
import org.eportfolio.privacy.ProcessingRegister;
import org.eportfolio.privacy.RetentionDue;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Personal data: what is kept, what a person is told and gets, and what is due. */
@Command(name = "privacy", synopsisSubcommandLabel = "COMMAND")
public final class PrivacyCommands extends ErasureCommands {
    public PrivacyCommands(Session session) {
        super(session);
    }

    /** The record of processing activities. */
    @Command(name = "register")
    int register() throws Exception {
        return show(lookup -> {
            ProcessingRegister register = lookup.desk().privacy().register();
            return Result.of(
                    register,
                    (screen, texts) -> register.document(texts.locale()).lines().forEach(screen::line));
        });
    }

    /** What those whose data it is are told. */
    @Command(name = "notices")
    int notices(@Option(names = "--for", paramLabel = "AUDIENCE", required = true) String audience) throws Exception {
        return show(lookup -> shown(lookup.desk().privacy().notices(audience(audience), texts().locale())));
    }

    private NoticeAudience audience(String given) {
        return Arrays.stream(NoticeAudience.values())
                .filter(each -> each.name().equalsIgnoreCase(given))
                .findFirst()
                .orElseThrow(() -> wrongUsage(say("wrong.audience", given)));
    }

    /** What an assessment of the impact begins with. */
    @Command(name = "impact")
    int impact() throws Exception {
        return show(lookup -> shown(lookup.desk().privacy().impactAssessment(texts().locale())));
    }

    private static Result shown(PrivacyDocument document) {
        return Result.of(document, (screen, texts) -> print(document, screen));
    }

    static void print(PrivacyDocument document, Screen screen) {
        document.markdown().lines().forEach(screen::line);
    }

    /** What {@code --json} writes. */
    public record PersonExported(int records, int files, Path page) {}

    /** All that is kept about a person, as a folder. */
    @Command(name = "export")
    int export(
            @Parameters(index = "0", paramLabel = "PERSON") String person,
            @Parameters(index = "1", paramLabel = "FOLDER") Path folder,
            @Option(names = "--portable") boolean portable)
            throws Exception {
        return show(lookup -> {
            PersonExport all = lookup.desk().privacy().export(PersonId.of(person), texts().locale());
            PersonExport export = portable ? all.portable() : all;
            export.writeTo(folder);
            AtomicInteger records = new AtomicInteger();
            export.forEach(each -> records.incrementAndGet());
            PersonExported exported =
                    new PersonExported(records.get(), export.files().size(), folder.resolve("index.html"));
            return Result.of(exported, say("privacy.exported", exported.records(), exported.files(), exported.page()));
        });
    }

    /** What a wrong positioning should have said; {@code --take-back} in place of a level says that it should not be. */
    static final class RectificationOptions {
        @Option(names = "--take-back")
        boolean takeBack;

        @Option(names = "--request", paramLabel = "REFERENCE", required = true)
        String request = "";

        @Option(names = "--because", paramLabel = "TEXT", required = true)
        String because = "";

        NewRectification said(@Nullable String level, Scale scale, Texts texts) {
            if (takeBack == (level != null)) throw new Refusal(texts.say("privacy.rectify.level"));
            NewRectification said = level == null
                    ? NewRectification.takenBack()
                    : level.equals(Lookup.NOT_APPLICABLE)
                            ? NewRectification.notApplicable()
                            : NewRectification.to(
                                    Lookup.level(level, scale).id().value());
            return said.asked(request).because(because);
        }
    }

    /** Rectifies a positioning for the controller, beside the original. */
    @Command(name = "rectify")
    int rectify(
            @Mixin DossierArguments target,
            @Parameters(index = "1", paramLabel = "POSITIONING") String positioning,
            @Parameters(index = "2", paramLabel = "LEVEL", arity = "0..1") @Nullable String level,
            @Mixin RectificationOptions options)
            throws Exception {
        return show(lookup -> {
            DossierItems items = lookup.of(target);
            Assessment wrong = items.positioning(positioning);
            Assessment correction = lookup.desk()
                    .assessments()
                    .rectify(items.id(), wrong.id(), options.said(level, items.scale(wrong.adoption()), texts()));
            return Result.of(
                    correction,
                    say(
                            "privacy.rectified",
                            items.learner(),
                            correction.competency(),
                            texts().day(wrong.observedOn()),
                            lookup.name(wrong.author())));
        });
    }

    /** What was rectified in a learner's dossier, and on which request. */
    @Command(name = "rectified")
    int rectified(@Mixin DossierArguments target) throws Exception {
        return show(lookup -> RectificationsView.of(lookup.allOf(target), texts()));
    }

    /** Asks about one's own data; a legal representative about a minor's. */
    @Command(name = "ask")
    int ask(
            @Mixin DossierArguments target,
            @Parameters(index = "1", paramLabel = "RIGHT") PrivacyRequest.Right right,
            @Option(names = "--detail", paramLabel = "TEXT", defaultValue = "") String detail)
            throws Exception {
        return show(lookup -> {
            DossierItems items = lookup.of(target);
            PrivacyDesk desk = lookup.desk().privacy();
            boolean own = lookup.desk()
                    .actor()
                    .person()
                    .filter(items.dossier().learner()::equals)
                    .isPresent();
            PrivacyRequest asked = own ? desk.ask(right, detail) : desk.askFor(items.id(), right, detail);
            return Result.of(asked, line(asked, lookup));
        });
    }

    /** What was asked about a learner's data, for the learner and their representatives. */
    @Command(name = "asked")
    int asked(@Mixin DossierArguments target) throws Exception {
        return show(lookup -> {
            DossierId dossier = lookup.of(target).id();
            return Result.each(
                    Page.all(next -> lookup.desk().privacy().asked(dossier, next)),
                    each -> line(each, lookup),
                    say("privacy.asked.none"));
        });
    }

    private StyledText line(PrivacyRequest each, Lookup lookup) {
        PrivacyRequest.Settlement settlement = each.settlement();
        return StyledText.bold(texts().name(each.right()))
                .and("  " + say("privacy.asked", lookup.name(each.recordedBy()), each.receivedOn()))
                .and(each.detail().isEmpty() ? "" : "  " + say("privacy.asked.words", each.detail()))
                .and(settlement == null ? "" : "  " + texts().name(settlement.answer()));
    }

    /** What became of adaptations, or would become of them. */
    public record ClearedAdaptations(int adaptations, boolean dryRun) {}

    /** Adaptations of pathways whose last day is over. */
    @Command(name = "clear-adaptations")
    int clearAdaptations(@Option(names = "--dry-run") boolean dryRun) throws Exception {
        return show(lookup -> {
            PrivacyDesk privacy = lookup.desk().privacy();
            int gone = dryRun ? privacy.adaptationsDue(lookup.today()) : privacy.clearAdaptations();
            return Result.of(
                    new ClearedAdaptations(gone, dryRun),
                    say(dryRun ? "privacy.adaptations-due" : "privacy.adaptations-cleared", gone));
        });
    }

    /** Those whose retention period is over. */
    @Command(name = "due")
    int due(@Option(names = "--on", paramLabel = "DATE") @Nullable LocalDate on) throws Exception {
        return show(lookup -> {
            LocalDate day = on == null ? lookup.today() : on;
            List<RetentionDue> due = Page.all(next -> lookup.desk().privacy().due(day, next));
            return Result.each(
                    due,
                    each -> StyledText.of(say(
                            "privacy.due",
                            each.person(),
                            each.dueOn(),
                            each.rule().id(),
                            each.rule().outcome())),
                    say("privacy.due.none", day));
        });
    }
}
