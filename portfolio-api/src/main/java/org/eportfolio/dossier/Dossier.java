package org.eportfolio.dossier;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;

/**
 * A learner's digital dossier under one main adoption, such as MC SNO, and optional companions, such as CRCN.
 * Methods named {@code with…} give a changed copy; nothing is stored.
 *
 * @param companions further adoptions that may be assessed here; levels never cross from one to another
 */
public record Dossier(
        DossierId id,
        PersonId learner,
        AdoptionId adoption,
        List<AdoptionId> companions,
        LearnerStatus status,
        Instant openedAt) {
    public Dossier {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(learner, "learner");
        Objects.requireNonNull(adoption, "adoption");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(openedAt, "openedAt");
        companions = List.copyOf(companions);
    }

    /** Main adoption first. */
    public Stream<AdoptionId> adoptions() {
        return Stream.concat(Stream.of(adoption), companions.stream());
    }

    /** The same dossier with one more companion; itself if the adoption is there already. */
    public Dossier withCompanion(AdoptionId companion) {
        if (adoptions().anyMatch(companion::equals)) return this;
        return new Dossier(
                id,
                learner,
                adoption,
                Stream.concat(companions.stream(), Stream.of(companion)).toList(),
                status,
                openedAt);
    }
}
