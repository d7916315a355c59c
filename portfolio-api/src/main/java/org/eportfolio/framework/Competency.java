package org.eportfolio.framework;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A reflected ability to act (<em>savoir agir réfléchi</em>). Belongs to exactly one bloc.
 *
 * @param official whether the source gives the code; otherwise it is ours, so that the item can be named
 * @param description a longer text of the source, if there is one
 * @param note what a reader should know about this item, such as where the source is silent
 * @param subCompetencies those that the source illustrates; possibly none
 */
public record Competency(
        Code code,
        String label,
        boolean official,
        List<String> sources,
        List<Variant> variants,
        @Nullable Variant description,
        @Nullable String note,
        List<SubCompetency> subCompetencies)
        implements Item {
    public Competency {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(label, "label");
        sources = List.copyOf(sources);
        variants = List.copyOf(variants);
        subCompetencies = List.copyOf(subCompetencies);
    }
}
