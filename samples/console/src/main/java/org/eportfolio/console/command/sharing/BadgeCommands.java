package org.eportfolio.console.command.sharing;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eportfolio.Page;
import org.eportfolio.badge.BadgeAward;
import org.eportfolio.badge.BadgeDefinition;
import org.eportfolio.badge.BadgeKind;
import org.eportfolio.badge.ClassBadges;
import org.eportfolio.badge.IssuedBadge;
import org.eportfolio.badge.NewBadge;
import org.eportfolio.badge.NewBadgeAcceptance;
import org.eportfolio.badge.RevokedBadges;
import org.eportfolio.console.command.ConsoleCommand;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.command.exchange.WrittenFile;
import org.eportfolio.console.school.DossierArguments;
import org.eportfolio.console.school.DossierItems;
import org.eportfolio.console.school.IssuingSchool;
import org.eportfolio.console.school.KeyFile;
import org.eportfolio.console.school.Lookup;
import org.eportfolio.console.school.NewFile;
import org.eportfolio.console.school.Selector;
import org.eportfolio.console.terminal.Refusal;
import org.eportfolio.console.terminal.StyledText;
import org.eportfolio.console.view.BadgeView;
import org.eportfolio.console.view.ImportView;
import org.eportfolio.console.view.Result;
import org.eportfolio.core.BadgeDesk;
import org.eportfolio.credentials.BadgeIssuer;
import org.eportfolio.credentials.BadgeVerification;
import org.eportfolio.credentials.Baking;
import org.eportfolio.credentials.CredentialImport;
import org.eportfolio.credentials.KnownIssuer;
import org.eportfolio.credentials.Verifier;
import org.eportfolio.exchange.Exchange;
import org.eportfolio.exchange.ImportOptions;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.Level;
import org.eportfolio.framework.LevelId;
import org.eportfolio.id.AdoptionId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Badges: the school defines them, a teacher offers one, the learner accepts it and takes it along as a signed file. As files,
 * without any school's: what others issued is verified, a credential is put into a picture, a key is made.
 */
@Command(name = "badge", synopsisSubcommandLabel = "COMMAND")
public final class BadgeCommands extends ConsoleCommand {
    /** The largest file that is read: a picture with a credential in it. */
    private static final long LARGEST = 32L << 20;

    public BadgeCommands(Session session) {
        super(session);
    }

    /** What {@code --json} writes of a picture. */
    public record BakedPicture(Path file, long bytes) {}

    /** Whom a verifier trusts, and the lists of revoked badges that it looks into. */
    static final class Trusted {
        @Option(names = "--trust", paramLabel = "METHOD=KEY")
        @Nullable
        List<String> issuers;

        @Option(names = "--list", paramLabel = "FILE")
        @Nullable
        List<Path> lists;
    }

    private Verifier verifier(Trusted trusted) throws IOException {
        Verifier verifier = Verifier.trusting(
                given(trusted.issuers).stream().map(KnownIssuer::parse).toList());
        for (Path each : given(trusted.lists)) {
            verifier = verifier.withStatusList(new String(read(each), StandardCharsets.UTF_8));
        }
        return verifier;
    }

    @Command(name = "verify")
    int verify(
            @Parameters(index = "0", paramLabel = "FILE") Path file,
            @Mixin Trusted trusted,
            @Option(names = "--at", paramLabel = "DAY") @Nullable LocalDate day)
            throws IOException {
        BadgeVerification found = verifier(trusted).verify(read(file), moment(day));
        show(BadgeView.of(found, day));
        if (!found.accepted()) throw new Refusal(say("badge.not-accepted"));
        return Session.DONE;
    }

    /** Now by the clock of the machine, or the last moment of the day that was named, where this is. */
    private static Instant moment(@Nullable LocalDate day) {
        Clock clock = Clock.systemDefaultZone();
        if (day == null) return clock.instant();
        return day.plusDays(1).atStartOfDay(clock.getZone()).toInstant().minusSeconds(1);
    }

    @Command(name = "import")
    int bring(
            @Mixin DossierArguments target,
            @Parameters(index = "1", paramLabel = "FILE") Path file,
            @Mixin Trusted trusted,
            @Option(names = "--dry-run") boolean dryRun)
            throws Exception {
        return show(target, items -> {
            Exchange badges = Exchange.withoutFormats()
                    .importer(new CredentialImport(
                            verifier(trusted), items.lookup().clock()))
                    .build();
            ImportOptions options = ImportOptions.ofDefaults().into(items.id());
            return new ImportView(badges.importFrom(items.desk(), file, dryRun ? options.dry() : options));
        });
    }

    @Command(name = "bake")
    int bake(
            @Parameters(index = "0", paramLabel = "CREDENTIAL") Path credential,
            @Parameters(index = "1", paramLabel = "PICTURE") Path picture,
            @Option(names = "--out", paramLabel = "FILE", required = true) Path to)
            throws IOException {
        String text = new String(read(credential), StandardCharsets.UTF_8);
        byte[] baked = Baking.bake(read(picture), text);
        NewFile.write(to, out -> out.write(baked));
        return show(Result.of(new BakedPicture(to, baked.length), say("badge.baked", to)));
    }

    /** What a badge says of everybody who has it. */
    static final class Defined {
        @Option(names = "--describing", paramLabel = "TEXT", required = true)
        String description = "";

        @Option(names = "--requiring", paramLabel = "TEXT", required = true)
        String criteria = "";

        @Option(names = "--kind", paramLabel = "KIND")
        @Nullable
        BadgeKind kind;

        @Option(names = "--adoption", paramLabel = "NAME")
        @Nullable
        String adoption;

        @Option(names = "--showing", paramLabel = "CODE", split = ",")
        List<String> competencies = List.of();

        NewBadge titled(String title, Lookup lookup) {
            BadgeKind of = kind != null ? kind : competencies.isEmpty() ? BadgeKind.OTHER : BadgeKind.COMPETENCY;
            return new NewBadge(
                    of,
                    title,
                    description,
                    criteria,
                    competencies.isEmpty() ? null : lookup.adoption(adoption).id(),
                    competencies.stream().map(Code::of).toList());
        }
    }

    @Command(name = "define")
    int define(@Parameters(index = "0", paramLabel = "TITLE") String title, @Mixin Defined defined) throws Exception {
        return show(lookup -> {
            BadgeDefinition badge = lookup.desk().badges().define(defined.titled(title, lookup));
            return Result.of(badge, line(badge));
        });
    }

    @Command(name = "close")
    int close(@Parameters(index = "0", paramLabel = "BADGE") String badge) throws Exception {
        return show(lookup -> {
            BadgeDefinition closed = lookup.desk().badges().close(named(badge, lookup));
            return Result.of(closed, line(closed));
        });
    }

    @Command(name = "list")
    int list() throws Exception {
        return show(lookup ->
                Result.each(Page.all(lookup.desk().badges()::definitions), this::line, say("badge.none-defined")));
    }

    @Command(name = "ask")
    int ask(
            @Mixin DossierArguments target,
            @Parameters(index = "1", paramLabel = "BADGE") String badge,
            @Option(names = "--because", paramLabel = "TEXT", defaultValue = "") String words)
            throws Exception {
        return show(
                target,
                items -> described(
                        items.desk()
                                .badges()
                                .ask(items.id(), named(badge, items.lookup()).id(), words),
                        items));
    }

    @Command(name = "offer")
    int offer(
            @Mixin DossierArguments target,
            @Parameters(index = "1", paramLabel = "BADGE") String badge,
            @Option(names = "--level", paramLabel = "LEVEL") @Nullable String level,
            @Option(names = "--because", paramLabel = "TEXT", required = true) String reason)
            throws Exception {
        return show(
                target,
                items -> described(
                        items.desk()
                                .badges()
                                .offer(
                                        items.id(),
                                        named(badge, items.lookup()).id(),
                                        level == null ? null : LevelId.of(level),
                                        reason),
                        items));
    }

    @Command(name = "accept")
    int accept(
            @Mixin DossierArguments target,
            @Parameters(index = "1", paramLabel = "BADGE") String badge,
            @Option(names = "--name", paramLabel = "NAME", required = true) String name,
            @Option(names = "--production", paramLabel = "PRODUCTION") @Nullable List<String> productions,
            @Option(names = "--link", paramLabel = "TITLE=ADDRESS") @Nullable Map<String, URI> links)
            throws Exception {
        return show(target, items -> {
            List<NewBadgeAcceptance.NewLink> pages = links == null
                    ? List.of()
                    : links.entrySet().stream()
                            .map(each -> new NewBadgeAcceptance.NewLink(each.getKey(), each.getValue()))
                            .toList();
            NewBadgeAcceptance input = new NewBadgeAcceptance(name, List.of(items.cited(given(productions))), pages);
            return described(items.desk().badges().accept(award(badge, items), input), items);
        });
    }

    @Command(name = "decline")
    int decline(
            @Mixin DossierArguments target,
            @Parameters(index = "1", paramLabel = "BADGE") String badge,
            @Option(names = "--because", paramLabel = "TEXT", defaultValue = "") String reason)
            throws Exception {
        return end(target, badge, reason, BadgeDesk::decline);
    }

    @Command(name = "refuse")
    int refuse(
            @Mixin DossierArguments target,
            @Parameters(index = "1", paramLabel = "BADGE") String badge,
            @Option(names = "--because", paramLabel = "TEXT", required = true) String reason)
            throws Exception {
        return end(target, badge, reason, BadgeDesk::refuse);
    }

    @Command(name = "revoke")
    int revoke(
            @Mixin DossierArguments target,
            @Parameters(index = "1", paramLabel = "BADGE") String badge,
            @Option(names = "--because", paramLabel = "TEXT", required = true) String reason)
            throws Exception {
        return end(target, badge, reason, BadgeDesk::revoke);
    }

    /** How a badge ends. */
    @FunctionalInterface
    private interface Ending {
        BadgeAward of(BadgeDesk desk, BadgeAward seen, String reason);
    }

    private int end(DossierArguments target, String badge, String reason, Ending ending) throws Exception {
        return show(target, items -> described(ending.of(items.desk().badges(), award(badge, items), reason), items));
    }

    @Command(name = "show")
    int show(@Mixin DossierArguments target) throws Exception {
        return show(
                target,
                items -> Result.each(
                        items.all(items.desk().badges()::list), each -> line(each, items), say("badge.none")));
    }

    private BadgeIssuer issuer(IssuingSchool school, Lookup lookup) throws IOException {
        return school.issuer(lookup.clock()).orElseThrow(() -> new Refusal(say("badge.no-key", school.key)));
    }

    @Command(name = "issue")
    int issue(
            @Mixin DossierArguments target,
            @Parameters(index = "1", paramLabel = "BADGE") String badge,
            @Mixin IssuingSchool school,
            @Option(names = "--out", paramLabel = "FILE", required = true) Path to)
            throws Exception {
        return show(target, items -> {
            NewFile.requireFolder(to);
            BadgeIssuer issuer = issuer(school, items.lookup());
            IssuedBadge issued =
                    items.desk().badges().issue(items.id(), award(badge, items).id());
            String credential = issuer.sign(issued);
            NewFile.write(to, out -> out.write(credential.getBytes(StandardCharsets.UTF_8)));
            return Result.of(
                    WrittenFile.at(to),
                    say("badge.issued", issued.award().statement().title(), to));
        });
    }

    @Command(name = "issue-class")
    int issueClass(
            @Parameters(index = "0", paramLabel = "COHORT") String cohort,
            @Mixin IssuingSchool school,
            @Option(names = "--out", paramLabel = "FOLDER", required = true) Path folder)
            throws Exception {
        return show(lookup -> {
            BadgeIssuer issuer = issuer(school, lookup);
            NewFile.folder(folder);
            ClassBadges badges =
                    lookup.desk().badges().issueClass(lookup.cohort(cohort).id());
            List<WrittenFile> written = new ArrayList<>();
            for (IssuedBadge each : badges.issued()) {
                Path file = folder.resolve(each.award().id() + ".json");
                byte[] signed = issuer.sign(each).getBytes(StandardCharsets.UTF_8);
                NewFile.write(file, out -> out.write(signed));
                written.add(WrittenFile.at(file));
            }
            return Result.of(new IssuedClass(written, badges.withheld()), (screen, texts) -> {
                written.forEach(each -> screen.line(each.file().toString()));
                badges.withheld().forEach(each -> screen.line(staying(each, lookup)));
                screen.line(say(
                        "badge.issued-class", written.size(), badges.withheld().size()));
            });
        });
    }

    private String staying(ClassBadges.Withheld each, Lookup lookup) {
        String learner = lookup.desk().dossiers().get(each.dossier()).learner().value();
        return say("badge.stays", learner, each.why().in(texts().locale()));
    }

    /** What {@code --json} writes of a class's badges. */
    public record IssuedClass(List<WrittenFile> written, List<ClassBadges.Withheld> withheld) {}

    @Command(name = "revoked")
    int revoked(
            @Mixin IssuingSchool school, @Option(names = "--out", paramLabel = "FOLDER", required = true) Path folder)
            throws Exception {
        return show(lookup -> {
            BadgeIssuer issuer = issuer(school, lookup);
            NewFile.folder(folder);
            List<WrittenFile> written = new ArrayList<>();
            for (RevokedBadges each : lookup.desk().badges().revoked()) {
                Path file = folder.resolve("revoked-" + each.list() + ".json");
                byte[] list = issuer.sign(each).getBytes(StandardCharsets.UTF_8);
                NewFile.write(file, out -> out.write(list));
                written.add(WrittenFile.at(file));
            }
            return Result.each(written, each -> StyledText.of(each.file().toString()), "");
        });
    }

    @Command(name = "key")
    int key(@Option(names = "--out", paramLabel = "FILE", required = true) Path to) throws IOException {
        KeyFile made = KeyFile.random();
        NewFile.write(to, out -> out.write(made.text().getBytes(StandardCharsets.UTF_8)));
        return show(Result.of(new MadeKey(to, made.issuer()), say("badge.key-made", to, made.issuer())));
    }

    /** What {@code --json} writes of a key: the file, and the issuer for verifiers to trust. */
    public record MadeKey(Path file, String issuer) {}

    private BadgeDefinition named(String given, Lookup lookup) {
        List<BadgeDefinition> all = Page.all(lookup.desk().badges()::definitions);
        return new Selector<>(all, BadgeDefinition::id, each -> each.statement().title(), texts()).named(given);
    }

    /** The learner's badge that is meant; of several with one title, by its mark. */
    private BadgeAward award(String given, DossierItems items) {
        return new Selector<>(
                        items.all(items.desk().badges()::list),
                        BadgeAward::id,
                        each -> each.statement().title(),
                        texts())
                .named(given);
    }

    private StyledText line(BadgeDefinition each) {
        String state = each.closed() ? "  " + say("badge.given-no-more") : "";
        String codes = each.statement().competencies().stream().map(Code::value).collect(Collectors.joining(", "));
        return StyledText.bold(each.statement().title())
                .and("  " + texts().name(each.statement().kind()) + (codes.isEmpty() ? "" : " " + codes) + state)
                .and(Selector.marked(each.id()));
    }

    private Result described(BadgeAward award, DossierItems items) {
        return Result.of(award, line(award, items));
    }

    private StyledText line(BadgeAward each, DossierItems items) {
        AdoptionId adoption = each.statement().adoption();
        String level = each.level() == null || adoption == null
                ? ""
                : ", "
                        + items.scale(adoption)
                                .find(each.level())
                                .map(Level::label)
                                .orElse(each.level().value());
        return StyledText.bold(each.statement().title())
                .and("  " + texts().name(each.status()) + level)
                .and(Selector.marked(each.id()));
    }

    private byte[] read(Path file) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
            throw new Refusal(say("badge.no-file", file));
        }
        return Files.readAllBytes(file);
    }
}
