package org.eportfolio.console.command.sharing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eportfolio.badge.BadgeAward;
import org.eportfolio.badge.BadgeChoice;
import org.eportfolio.badge.ClassBadges;
import org.eportfolio.badge.IssuedBadge;
import org.eportfolio.badge.RevokedBadges;
import org.eportfolio.console.command.ConsoleCommand;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.command.exchange.WrittenFile;
import org.eportfolio.console.school.DossierArguments;
import org.eportfolio.console.school.IssuingSchool;
import org.eportfolio.console.school.KeyFile;
import org.eportfolio.console.school.Lookup;
import org.eportfolio.console.school.NewFile;
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
import org.eportfolio.id.BadgeAwardId;
import org.eportfolio.id.CohortId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Badges as files: the school signs those that leave it, and the lists of those that it revoked; a learner brings one in; and
 * without any school a file is verified, put into a picture, and a key is made. picocli takes these commands with those of
 * {@link BadgeCommands}.
 */
abstract sealed class BadgeFileCommands extends ConsoleCommand permits BadgeCommands {
    /** The largest file that is read: a picture with a credential in it. */
    private static final long LARGEST = 32L << 20;

    BadgeFileCommands(Session session) {
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

    @Command(name = "issue")
    int issue(
            @Mixin DossierArguments target,
            @Parameters(index = "1", paramLabel = "BADGE") String badge,
            @Mixin IssuingSchool school,
            @Option(names = "--out", paramLabel = "FILE", required = true) Path to)
            throws Exception {
        return show(target, items -> {
            NewFile.requireNew(to);
            BadgeIssuer issuer = school.issuer(items.lookup());
            BadgeAward award = items.badge(badge);
            BadgeDesk badges = items.desk().badges();
            // Signed before it leaves, so that the journal names none that could not be signed.
            String signed = issuer.sign(
                    badges.readyToIssue(items.id(), BadgeChoice.of(award)).get(0));
            badges.issue(items.id(), award.id());
            return Result.of(
                    written(signed, to), say("badge.issued", award.statement().title(), to));
        });
    }

    @Command(name = "issue-class")
    int issueClass(
            @Parameters(index = "0", paramLabel = "COHORT") String cohort,
            @Mixin IssuingSchool school,
            @Option(names = "--out", paramLabel = "FOLDER", required = true) Path folder)
            throws Exception {
        return show(lookup -> {
            BadgeIssuer issuer = school.issuer(lookup);
            NewFile.emptyFolder(folder);
            CohortId named = lookup.cohort(cohort).id();
            BadgeDesk desk = lookup.desk().badges();
            Map<BadgeAwardId, String> signed = new HashMap<>();
            desk.readyToIssueClass(named)
                    .issued()
                    .forEach(each -> signed.put(each.award().id(), issuer.sign(each)));
            ClassBadges badges = desk.issueClass(named);
            List<WrittenFile> written = new ArrayList<>();
            for (IssuedBadge each : badges.issued()) {
                BadgeAwardId id = each.award().id();
                // One that was accepted meanwhile is signed now.
                String credential = signed.computeIfAbsent(id, added -> issuer.sign(each));
                written.add(written(credential, folder.resolve(id + ".json")));
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
            BadgeIssuer issuer = school.issuer(lookup);
            NewFile.folder(folder);
            List<WrittenFile> written = new ArrayList<>();
            for (RevokedBadges each : lookup.desk().badges().revoked()) {
                Path file = folder.resolve("revoked-" + each.list() + ".json");
                written.add(written(issuer.sign(each), file));
            }
            return Result.each(written, each -> StyledText.of(each.file().toString()), "");
        });
    }

    @Command(name = "key")
    int key(@Option(names = "--out", paramLabel = "FILE", required = true) Path to) throws IOException {
        KeyFile made = KeyFile.random();
        written(made.text(), to);
        return show(Result.of(new MadeKey(to, made.issuer()), say("badge.key-made", to, made.issuer())));
    }

    /** What {@code --json} writes of a key: the file, and the issuer for verifiers to trust. */
    public record MadeKey(Path file, String issuer) {}

    private static WrittenFile written(String text, Path file) throws IOException {
        NewFile.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
        return WrittenFile.at(file);
    }

    private byte[] read(Path file) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
            throw new Refusal(say("badge.no-file", file));
        }
        return Files.readAllBytes(file);
    }
}
