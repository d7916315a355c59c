package org.eportfolio.console.view;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import org.eportfolio.certification.JuryFile;
import org.eportfolio.certification.Seal;
import org.eportfolio.certification.SealCheck;
import org.eportfolio.certification.SealedPiece;
import org.eportfolio.console.school.Finding;
import org.eportfolio.console.school.Moments;
import org.eportfolio.console.school.Pick;
import org.eportfolio.console.terminal.Fields;
import org.eportfolio.console.terminal.Screen;
import org.eportfolio.console.terminal.Texts;
import org.eportfolio.console.terminal.Words;

/** Sealed files in words, and on disk. */
public final class SealView {
    private SealView() {}

    public interface Writing {
        void to(OutputStream out) throws IOException;
    }

    /** Writes a new file, or leaves none. */
    public static void write(Path to, Writing writing) throws IOException {
        try (OutputStream out = Files.newOutputStream(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            try {
                writing.to(out);
            } catch (IOException | RuntimeException e) {
                Files.deleteIfExists(to);
                throw e;
            }
        }
    }

    public static Words title(Seal seal, Finding finding) {
        return title(seal.unit().title(), seal.sealedAt(), finding).and(Pick.marked(seal.id()));
    }

    private static Words title(String unit, Instant at, Finding finding) {
        return Words.bold(unit).and("   " + finding.texts().say("seal.at", Moments.told(at, finding)));
    }

    public static Shown of(Seal seal, Finding finding) {
        return new Shown(seal, (screen, texts) -> {
            screen.line(title(seal, finding));
            contents(JuryFile.of(seal), screen, texts);
        });
    }

    /** As the jury sees it. */
    public static Shown of(JuryFile file, Finding finding) {
        return new Shown(file, (screen, texts) -> {
            screen.line(title(file.unit().title(), file.sealedAt(), finding));
            contents(file, screen, texts);
        });
    }

    private static void contents(JuryFile file, Screen screen, Texts texts) {
        for (SealedPiece each : file.pieces()) {
            screen.line(Words.of("  " + each.path())
                    .and(Words.faint(
                            "  " + texts.say("seal.bytes", each.content().size()) + "  "
                                    + each.content().sha256())));
        }
        screen.line(Words.of(texts.say("seal.root") + " ")
                .and(Words.bold(file.root().toString())));
        if (file.signature() != null)
            screen.line(texts.say("seal.signed", file.signature().algorithm()));
    }

    public static Shown of(SealCheck check, Path file, Texts language) {
        List<Object> faults = check.faults().stream()
                .<Object>map(each -> Fields.of(
                        "wrong",
                        each.wrong(),
                        "path",
                        each.path(),
                        "what",
                        each.message().in(language.locale())))
                .toList();
        return new Shown(
                Fields.of(
                        "whole", check.whole(), "root", check.root(), "signature", check.signature(), "faults", faults),
                (screen, texts) -> {
                    if (check.root() != null) {
                        screen.line(Words.of(texts.say("seal.root") + " ")
                                .and(Words.bold(check.root().toString())));
                    }
                    if (check.signature() != null) {
                        screen.line(texts.say("seal.signed", check.signature().algorithm()));
                    }
                    if (check.whole()) {
                        screen.line(texts.say("seal.whole", file.getFileName()));
                        screen.line(Words.faint(texts.say("seal.compare")));
                    }
                    check.faults()
                            .forEach(each -> screen.line("- " + each.message().in(texts.locale())));
                });
    }
}
