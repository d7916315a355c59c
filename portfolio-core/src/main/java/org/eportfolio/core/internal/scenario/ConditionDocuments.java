package org.eportfolio.core.internal.scenario;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.eportfolio.core.internal.input.FileTrouble;
import org.eportfolio.core.internal.work.Engine;
import org.eportfolio.dossier.NewAttachment;
import org.eportfolio.dossier.Piece;
import org.eportfolio.spi.Stored;

/** The documents that go with conditions: streamed in and out with no connection held. Thread-safe. */
public record ConditionDocuments(Engine engine) {
    /** What a caller gives, checked like every input. */
    public record Given(@NotNull @Size(max = 100) List<@NotNull @Valid NewAttachment> files) {}

    public List<Piece.File> keep(List<NewAttachment> given) {
        List<Piece.File> kept = new ArrayList<>();
        for (NewAttachment each : given) {
            NewAttachment.Source captions = each.captions();
            kept.add(new Piece.File(
                    each.name(),
                    each.mediaType(),
                    stream(each.name(), each.source()),
                    each.alternative(),
                    each.transcript(),
                    captions == null ? null : stream(each.name(), captions)));
        }
        return kept;
    }

    private Stored stream(String name, NewAttachment.Source source) {
        try (InputStream in = source.open()) {
            return engine.store().contents().write(in, engine.now());
        } catch (IOException e) {
            throw FileTrouble.unreadable("files", name, e);
        }
    }
}
