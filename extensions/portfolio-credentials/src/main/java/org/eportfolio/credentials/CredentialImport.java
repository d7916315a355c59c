package org.eportfolio.credentials;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.eportfolio.InvalidInputException;
import org.eportfolio.Message;
import org.eportfolio.NotFoundException;
import org.eportfolio.Page;
import org.eportfolio.ProgressListener;
import org.eportfolio.core.Desk;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.dossier.NewAttachment;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.dossier.Production;
import org.eportfolio.exchange.ImportOptions;
import org.eportfolio.exchange.ImportReport;
import org.eportfolio.exchange.ImportReport.Count;
import org.eportfolio.exchange.ImportReport.Remark;
import org.eportfolio.exchange.Importer;
import org.eportfolio.exchange.Place;
import org.eportfolio.framework.Adoption;
import org.eportfolio.framework.Framework;
import org.eportfolio.id.PersonId;
import org.eportfolio.spi.Hash;

/**
 * {@code open-badge}: a learner brings in a badge, or a record of badges, of another issuer as a production of their own, which
 * a teacher reads and judges like any other. JSON, JWT, PNG and SVG are read.
 *
 * <p>The credential is kept as a file, byte for byte, so that anyone can verify it again. Beside it stands in words what the
 * verification found on that day; the text says that the school did not write it. A picture that carried the credential is
 * not kept. A credential that was altered or revoked, that was signed with another key than its issuer's or that cannot be read is
 * refused with the reason. An unknown issuer and a badge whose last day is past are remarks. Open Badges 2.0 comes in as a claim
 * without a check.
 *
 * <p>Takes {@code portfolio-exchange}. Immutable and thread-safe.
 */
public final class CredentialImport implements Importer {
    static final String NAME = "open-badge";
    private static final int LARGEST = 32 << 20;
    private static final int LONGEST = 1_000;
    private static final String COUNTED = "production";

    private final Verifier verifier;
    private final Clock clock;

    /**
     * @param verifier whom it trusts, and the lists of what is revoked
     * @param clock by which credentials hold or are over, in the zone in which days are said
     */
    public CredentialImport(Verifier verifier, Clock clock) {
        this.verifier = Objects.requireNonNull(verifier, "verifier");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    @Override
    public String format() {
        return NAME;
    }

    @Override
    public boolean recognises(String fileName, byte[] start) {
        if (Baking.isPng(start)) return Baking.isBaked(start);
        String text = UntrustedJson.plain(new String(start, StandardCharsets.UTF_8));
        if (text.startsWith("{")) return text.contains("VerifiableCredential") || text.contains("openbadges/v2");
        return Baking.isBaked(start) || (text.startsWith("ey") && Jws.looksLike(text));
    }

    @Override
    public ImportReport read(Desk desk, Path file, ImportOptions options, ProgressListener progress)
            throws IOException {
        Dossier dossier = dossier(desk, options);
        CredentialFindings findings = findings(bytes(file, options));
        findings.refusal().ifPresent(why -> {
            throw InvalidInputException.because("file", why);
        });
        boolean there = isThere(findings.bytes(), dossier, desk);
        progress.at(0, 1);
        if (!there && !options.dryRun()) desk.productions().add(dossier.id(), production(findings, dossier, desk));
        return report(findings, there, String.valueOf(file.getFileName()), options);
    }

    private static byte[] bytes(Path file, ImportOptions options) throws IOException {
        int most = (int) Math.min(LARGEST, options.bounds().entryBytes());
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(most + 1);
            CredentialMessages.unless(bytes.length <= most, "file", "credential.too-long", most);
            return bytes;
        }
    }

    private CredentialFindings findings(byte[] file) {
        Instant now = clock.instant();
        String credential =
                Verifier.isPicture(file) ? Baking.unbake(file).orElse("") : new String(file, StandardCharsets.UTF_8);
        return new CredentialFindings(verifier.verify(file, now), credential, now);
    }

    /** The one that is named, or the actor's only one. */
    private static Dossier dossier(Desk desk, ImportOptions options) {
        PersonId learner =
                desk.actor().person().orElseThrow(() -> CredentialMessages.because("file", "brought.learner-only"));
        if (options.into().isPresent()) {
            Dossier dossier = desk.dossiers().get(options.into().get());
            CredentialMessages.unless(dossier.learner().equals(learner), "file", "brought.learner-only");
            return dossier;
        }
        List<Dossier> own;
        try {
            own = desk.dossiers().of(learner);
        } catch (NotFoundException noLearner) {
            own = List.of();
        }
        CredentialMessages.unless(!own.isEmpty(), "file", "brought.learner-only");
        CredentialMessages.unless(own.size() == 1, "file", "brought.which-dossier", own.size());
        return own.get(0);
    }

    /** Whether the same file is kept already, in whatever version, whatever became of the words beside it. */
    private static boolean isThere(byte[] credential, Dossier dossier, Desk desk) {
        Hash hash = Hash.ofContent(credential);
        for (Production each : Page.all(next -> desk.productions().list(dossier.id(), next))) {
            if (each.contents().anyMatch(file -> file.sha256().equals(hash))) return true;
        }
        return false;
    }

    private NewProduction production(CredentialFindings findings, Dossier dossier, Desk desk) {
        Locale language = language(dossier, desk);
        String title = findings.title();
        String words =
                findings.sentences().stream().map(each -> said(each, language)).collect(Collectors.joining("\n"));
        byte[] kept = findings.bytes();
        NewAttachment file =
                NewAttachment.of(findings.fileName(), findings.mediaType(), () -> new ByteArrayInputStream(kept));
        return NewProduction.titled(title.isEmpty() ? said(CredentialMessages.of("brought.untitled"), language) : title)
                .attaching(file)
                .writing(words);
    }

    private String said(Message sentence, Locale language) {
        return CredentialFindings.line(sentence.in(language, clock.getZone()), LONGEST);
    }

    /** That of the framework under which the dossier is. */
    private static Locale language(Dossier dossier, Desk desk) {
        for (Adoption each : desk.frameworks().adoptions()) {
            if (!each.id().equals(dossier.adoption())) continue;
            Framework framework = desk.frameworks().get(each.framework());
            return Locale.forLanguageTag(framework.language());
        }
        return Locale.ENGLISH;
    }

    private static ImportReport report(CredentialFindings findings, boolean there, String name, ImportOptions options) {
        Place place = new Place(name, 0, "");
        List<Remark> remarks = new ArrayList<>();
        findings.sentences().forEach(each -> remarks.add(new Remark(place, each)));
        int kept = Math.min(remarks.size(), ImportReport.REMARKS_KEPT);
        Count count = there ? new Count(0, 0, 1, 0) : new Count(1, 0, 0, 0);
        return new ImportReport(
                NAME, options.dryRun(), Map.of(COUNTED, count), remarks.subList(0, kept), remarks.size());
    }
}
