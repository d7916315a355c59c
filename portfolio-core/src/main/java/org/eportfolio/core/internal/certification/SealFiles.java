package org.eportfolio.core.internal.certification;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eportfolio.ConflictException;
import org.eportfolio.certification.Choice;
import org.eportfolio.certification.Seal;
import org.eportfolio.core.internal.framework.Catalogue;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.reflection.RecordingVisibility;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.dossier.Citation;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.dossier.Production;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.ProductionId;
import org.eportfolio.id.RecordingId;
import org.eportfolio.reflection.Playback;
import org.eportfolio.spi.Stored;
import org.jspecify.annotations.Nullable;

/**
 * The files that a candidate's choices amount to: what is chosen, and nothing beside it.
 *
 * @param files in the order of the choices
 * @param productions to be frozen
 * @param recordings of which something goes in
 * @param withheld titles of productions that are confidential and not cleared
 * @param unauthorised names of recordings of which nothing may be shown outside
 */
public record SealFiles(
        List<Loose> files,
        List<Citation> productions,
        List<Seal.Spoken> recordings,
        List<String> withheld,
        List<String> unauthorised) {
    /**
     * A file that is not sealed yet: a text that is written now, or a file that is kept already.
     *
     * @param text when it is a text
     * @param kept when it is not
     */
    record Loose(
            String path, @Nullable String text, @Nullable Stored kept) {}

    /** Gathers, and refuses a choice of what is not the candidate's, is not there, or is no choice. */
    public static SealFiles of(List<Choice> choices, Dossier dossier, Catalogue catalogue, LocalDate today, Work work) {
        return new SealContents(dossier, catalogue, choices, today, work).gathered(choices);
    }

    /** Refuses to seal what may not be shown. */
    public void requireReleased() {
        withholding(withheld, unauthorised).ifPresent(refusal -> {
            throw refusal;
        });
    }

    private static Optional<ConflictException> withholding(List<String> withheld, List<String> unauthorised) {
        if (!withheld.isEmpty()) return Optional.of(ConflictException.state("seal.withheld", withheld));
        if (unauthorised.isEmpty()) return Optional.empty();
        return Optional.of(ConflictException.state("seal.unauthorised", unauthorised));
    }

    /**
     * Why no jury sees a sealed file now: a production was marked confidential since, or the diffusion of a recording is
     * no longer authorised. Three readings.
     */
    public static Optional<ConflictException> withholding(Seal seal, LocalDate today, Work work) {
        return withholding(withheld(seal, work), unauthorised(seal, today, work));
    }

    /** Where only the transcript was sealed, it is enough that this may still be read. */
    private static List<String> unauthorised(Seal seal, LocalDate today, Work work) {
        Map<RecordingId, DossierId> sealed = new LinkedHashMap<>();
        seal.recordings().forEach(each -> sealed.put(each.recording(), seal.dossier()));
        Map<RecordingId, Playback> now = RecordingVisibility.elsewhere(seal.candidate(), sealed, today, work);
        List<String> unauthorised = new ArrayList<>();
        for (Seal.Spoken each : seal.recordings()) {
            Playback recording = now.get(each.recording());
            if (recording == null) {
                unauthorised.add(each.recording().toString());
            } else if (each.heard() ? !recording.diffusable() : recording.transcript() == null) {
                unauthorised.add(recording.name());
            }
        }
        return unauthorised;
    }

    private static List<String> withheld(Seal seal, Work work) {
        Set<ProductionId> sealed =
                seal.productions().stream().map(each -> each.production()).collect(Collectors.toSet());
        return work
                .among(
                        DossierKinds.PRODUCTION,
                        seal.productions().stream()
                                .map(each -> DossierKinds.scope(each.dossier()))
                                .collect(Collectors.toSet()))
                .stream()
                .filter(each -> sealed.contains(each.id()) && each.withheld())
                .map(Production::title)
                .toList();
    }
}
