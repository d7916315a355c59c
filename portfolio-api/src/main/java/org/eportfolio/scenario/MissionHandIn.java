package org.eportfolio.scenario;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eportfolio.Prose;
import org.eportfolio.dossier.Citation;
import org.eportfolio.dossier.HelpStatement;
import org.eportfolio.dossier.Production;
import org.jspecify.annotations.Nullable;

/**
 * How a learner hands a mission in: {@code MissionHandIn.saying("Voici le site.").citing(site)
 * .stating(HelpStatement.none())}. Immutable.
 *
 * @param note may be empty
 * @param evidence productions that are handed in with it
 * @param helpStated the help with the mission as a whole; {@code null} where it is stated with the productions, or not
 */
public record MissionHandIn(
        @NotNull @Prose(max = 10_000) String note,
        @NotNull @Size(max = 100) List<@NotNull Citation> evidence,
        @Nullable @Valid HelpStatement helpStated) {
    public MissionHandIn {
        evidence = Objects.requireNonNullElse(evidence, List.of());
    }

    public static MissionHandIn saying(String note) {
        return new MissionHandIn(note, List.of(), null);
    }

    public MissionHandIn citing(Production production) {
        return citing(Citation.of(production));
    }

    public MissionHandIn citing(Citation citation) {
        return new MissionHandIn(
                note, Stream.concat(evidence.stream(), Stream.of(citation)).toList(), helpStated);
    }

    public MissionHandIn stating(HelpStatement help) {
        return new MissionHandIn(note, evidence, help);
    }
}
