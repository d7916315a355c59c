package org.eportfolio.peer;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.eportfolio.dossier.Citation;
import org.eportfolio.dossier.Production;
import org.eportfolio.id.PersonId;

/**
 * A production to be handed in for review: {@code NewHandIn.of(map).madeWith("lina")}. It is frozen as it stands.
 *
 * @param coAuthors who made it too, and so may not review it; at most three (a group has two to four members)
 */
public record NewHandIn(
        @NotNull Citation work, @NotNull @Size(max = 3) List<@NotNull PersonId> coAuthors) {
    public NewHandIn {
        coAuthors = Objects.requireNonNullElse(coAuthors, List.of());
    }

    public static NewHandIn of(Production production) {
        return new NewHandIn(Citation.of(production), List.of());
    }

    public NewHandIn madeWith(String... people) {
        return new NewHandIn(work, Arrays.stream(people).map(PersonId::of).toList());
    }
}
