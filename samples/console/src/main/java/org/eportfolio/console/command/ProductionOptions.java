package org.eportfolio.console.command;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eportfolio.console.school.DossierItems;
import org.eportfolio.dossier.HelpStatement;
import org.eportfolio.dossier.NewAttachment;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.dossier.Setting;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a production is made of, as options say it. */
public final class ProductionOptions {
    @Option(names = "--description", paramLabel = "TEXT", defaultValue = "")
    String description = "";

    @Option(names = "--showing", paramLabel = "COMPETENCY", split = ",")
    List<String> competencies = new ArrayList<>();

    @Option(names = "--text", paramLabel = "TEXT")
    List<String> texts = new ArrayList<>();

    @Option(names = "--link", paramLabel = "URL")
    List<URI> links = new ArrayList<>();

    /** A file, and what goes with it for those who cannot see or hear it. */
    static final class AttachmentOptions {
        @Option(names = "--file", paramLabel = "FILE", required = true)
        Path file = Path.of("");

        @Option(names = "--alternative", paramLabel = "TEXT")
        @Nullable
        String alternative;

        @Option(names = "--transcript", paramLabel = "TEXT")
        @Nullable
        String transcript;

        @Option(names = "--captions", paramLabel = "FILE.vtt")
        @Nullable
        Path captions;

        @Option(names = "--shows-nobody")
        boolean showsNobody;

        NewAttachment attachment() {
            NewAttachment attached = NewAttachment.of(file);
            Path vtt = captions;
            if (alternative != null) attached = attached.describedAs(alternative);
            if (transcript != null) attached = attached.transcribed(transcript);
            if (showsNobody) attached = attached.showingNobody();
            return vtt == null ? attached : attached.captioned(() -> Files.newInputStream(vtt));
        }
    }

    @ArgGroup(exclusive = false, multiplicity = "0..*")
    List<AttachmentOptions> attached = new ArrayList<>();

    @Option(names = "--language", paramLabel = "TAG")
    @Nullable
    String language;

    @Option(names = "--confidential")
    boolean confidential;

    @Mixin
    HelpOptions helped = new HelpOptions();

    @Mixin
    SettingOptions where = new SettingOptions();

    public NewProduction titled(String title, DossierItems items) {
        NewProduction made =
                NewProduction.titled(title).describedAs(description).showing(competencies.toArray(String[]::new));
        for (String each : texts) made = made.writing(each);
        for (URI each : links) made = made.linking(each, null);
        for (AttachmentOptions each : attached) made = made.attaching(each.attachment());
        if (language != null) made = made.in(language);
        Setting lived = where.setting(items);
        if (lived != null) made = made.livedIn(lived);
        HelpStatement help = helped.statement(items.lookup().texts());
        if (help != null) made = made.stating(help);
        return confidential ? made.confidentialToTheCompany() : made;
    }
}
