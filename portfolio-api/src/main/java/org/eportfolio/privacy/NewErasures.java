package org.eportfolio.privacy;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eportfolio.Line;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.SealId;
import org.jspecify.annotations.Nullable;

/**
 * Whom to erase together, such as the leavers of a year: {@code NewErasures.of("emma", "malo").under("leavers")}.
 *
 * @param people a person who is named twice counts once
 * @param rule the name of the retention rule that asks for it; {@code null} for requests of the people themselves
 * @param decisions about their sealed files; a person with a sealed file that is not decided about is not erased
 */
public record NewErasures(
        @NotEmpty @Size(max = NewErasures.MOST) List<@NotNull PersonId> people,
        @Nullable @Line(max = 200) String rule,
        @NotNull @Size(max = NewErasures.MOST) List<@NotNull SealDecision> decisions) {
    /** The maximum number of people of one plan. */
    public static final int MOST = 2_000;

    public NewErasures {
        people = Objects.requireNonNullElse(people, List.of());
        decisions = Objects.requireNonNullElse(decisions, List.of());
    }

    /** These people, because they asked for it. */
    public static NewErasures of(String... people) {
        return of(Arrays.stream(people).map(PersonId::of).toList());
    }

    /** These people, because they asked for it. */
    public static NewErasures of(Collection<PersonId> people) {
        return new NewErasures(List.copyOf(people), null, List.of());
    }

    /** Because this retention rule makes them due; people who are not due are not erased. */
    public NewErasures under(String name) {
        return new NewErasures(people, name, decisions);
    }

    /**
     * A sealed file of one of them stays, with the dossier that it is read through.
     *
     * @param ground why, without personal text
     */
    public NewErasures keepingSeal(SealId seal, String ground) {
        return deciding(new SealDecision(seal, true, ground));
    }

    /**
     * A sealed file of one of them is erased too.
     *
     * @param ground why, without personal text
     */
    public NewErasures droppingSeal(SealId seal, String ground) {
        return deciding(new SealDecision(seal, false, ground));
    }

    /** Of two decisions about the same file the later counts. */
    private NewErasures deciding(SealDecision decision) {
        Stream<SealDecision> others =
                decisions.stream().filter(each -> !each.seal().equals(decision.seal()));
        return new NewErasures(
                people, rule, Stream.concat(others, Stream.of(decision)).toList());
    }
}
