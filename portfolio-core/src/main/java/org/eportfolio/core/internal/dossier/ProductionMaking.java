package org.eportfolio.core.internal.dossier;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.eportfolio.InvalidInputException;
import org.eportfolio.access.Permission;
import org.eportfolio.core.internal.call.DeskContext;
import org.eportfolio.core.internal.call.DossierCall;
import org.eportfolio.core.internal.image.ReceivedFile;
import org.eportfolio.core.internal.input.FileTrouble;
import org.eportfolio.core.internal.input.Inputs;
import org.eportfolio.dossier.Confidentiality;
import org.eportfolio.dossier.NewAttachment;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.dossier.Piece;
import org.eportfolio.dossier.Production;
import org.eportfolio.dossier.Version;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.Competency;
import org.eportfolio.framework.Framework;
import org.eportfolio.framework.Item;
import org.eportfolio.framework.SubCompetency;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.ProductionId;
import org.eportfolio.spi.Stored;

/** Makes productions and their versions of what learners hand in: files first, with no connection held, then the record. */
public record ProductionMaking(DeskContext desk) {
    private static final Set<String> LINKABLE = Set.of("http", "https", "mailto");

    /** An input whose files are kept already. */
    public record Ready(NewProduction input, List<Piece> pieces) {}

    /** What becomes of a production when it is given another content. */
    public interface Step {
        Production from(Production before, Version content);
    }

    public Production made(Ready ready, DossierCall call) {
        return new Production(
                new ProductionId(call.newId()),
                call.dossier().id(),
                call.person(),
                List.of(version(ready, call)),
                ready.input().confidential() ? Confidentiality.KEPT : null,
                1);
    }

    /** Asks the gate before a byte is stored, then streams the files with no connection held. */
    public Ready ready(DossierId dossier, NewProduction input) {
        NewProduction given = Inputs.checked(input);
        for (Piece.Link link : given.links()) linkable(link.target());
        for (NewAttachment attachment : given.attachments()) {
            InvalidInputException.unless(
                    attachment.showsNobody() || !attachment.isRecording(),
                    "attachments",
                    "attachment.recording",
                    attachment.name());
            received(attachment).requireAnsweredFor();
        }
        List<Piece> pieces = new ArrayList<>();
        if (!given.attachments().isEmpty()) {
            desk.read(dossier, Permission.KEEP_PRODUCTION, call -> call);
            for (NewAttachment attachment : given.attachments()) pieces.add(keep(attachment));
        }
        pieces.addAll(given.links());
        given.texts().forEach(text -> pieces.add(new Piece.Text(text)));
        return new Ready(given, pieces);
    }

    private Piece keep(NewAttachment attachment) {
        NewAttachment.Source captions = attachment.captions();
        Stored content = received(attachment)
                .keepShowingNobody(
                        desk.engine().store().contents(), desk.engine().now());
        return new Piece.File(
                attachment.name(),
                attachment.mediaType(),
                content,
                attachment.alternative(),
                attachment.transcript(),
                captions == null ? null : stream(attachment.name(), captions),
                attachment.showsNobody(),
                desk.previewOf(content, attachment.mediaType()));
    }

    private static ReceivedFile received(NewAttachment attachment) {
        return new ReceivedFile(attachment, "attachments");
    }

    private Stored stream(String name, NewAttachment.Source source) {
        try (InputStream in = source.open()) {
            return desk.engine().store().contents().write(in, desk.engine().now());
        } catch (IOException e) {
            throw FileTrouble.unreadable("attachments", name, e);
        }
    }

    private static boolean assessable(Item item) {
        return item instanceof Competency || item instanceof SubCompetency;
    }

    private static void linkable(URI target) {
        String scheme = target.getScheme();
        InvalidInputException.unless(
                scheme != null && LINKABLE.contains(scheme.toLowerCase(Locale.ROOT)), "links", "link.scheme", target);
    }

    public Version version(Ready ready, DossierCall call) {
        List<Framework> frameworks = call.dossier()
                .adoptions()
                .map(adoption -> call.catalogue().adopted(adoption, call.work()).framework())
                .toList();
        for (Code code : ready.input().competencies()) {
            boolean known = frameworks.stream()
                    .anyMatch(each ->
                            each.find(code).filter(ProductionMaking::assessable).isPresent());
            if (!known) Objects.requireNonNull(frameworks.get(0).assessable(code));
        }
        NewProduction input = ready.input();
        return new Version(
                1,
                input.title(),
                input.description(),
                input.competencies(),
                ready.pieces(),
                input.language(),
                input.setting(),
                call.now(),
                null,
                input.helpStated());
    }
}
