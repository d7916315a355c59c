package org.eportfolio.core.internal.certification;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.eportfolio.certification.ExamUnit;
import org.eportfolio.certification.ExamUse;
import org.eportfolio.certification.SealedPiece;
import org.eportfolio.core.internal.work.Engine;
import org.eportfolio.framework.Code;
import org.eportfolio.spi.Stored;

/** Keeps the texts of a sealed file as files, as attachments are: before the commit, with no connection held. */
public record SealPacking(Engine engine) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm VV", Locale.ROOT);

    /** The pieces in their order, the sheet that names unit and candidate first. */
    public List<SealedPiece> pack(
            ExamUnit unit, ExamUse use, String candidate, Instant at, Locale locale, SealFiles gathering) {
        String sheet = new PlainText(locale)
                .heading(unit.title())
                .list("sealed.blocs", unit.blocs().stream().map(Code::value).toList())
                .line("sealed.candidate", candidate)
                .line("sealed.at", TIME.format(at.atZone(engine.clock().getZone())))
                .line("sealed.mode", use.mode())
                .titled("sealed.use", use.text())
                .toString();
        List<SealedPiece> pieces = new ArrayList<>();
        pieces.add(new SealedPiece("unit.txt", kept(sheet)));
        for (SealFiles.Loose each : gathering.files()) {
            Stored content = each.text() == null ? Objects.requireNonNull(each.kept()) : kept(each.text());
            pieces.add(new SealedPiece(each.path(), content));
        }
        return pieces;
    }

    private Stored kept(String text) {
        try {
            return engine.store()
                    .contents()
                    .write(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), engine.now());
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory cannot fail", e);
        }
    }
}
