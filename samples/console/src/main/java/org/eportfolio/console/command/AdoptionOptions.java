package org.eportfolio.console.command;

import org.eportfolio.console.school.Lookup;
import org.eportfolio.framework.Adoption;
import org.eportfolio.id.AdoptionId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Under which adoption, by what people call it; a school with one need not say it. */
public final class AdoptionOptions {
    @Option(
            names = {"--adoption", "--framework"},
            paramLabel = "NAME")
    @Nullable
    String named;

    /** What was given; {@code null} where nothing was. */
    public @Nullable String named() {
        return named;
    }

    /** The adoption that is named; {@code null} where none is, for calls that find it by themselves. */
    public @Nullable AdoptionId idOrNone(Lookup lookup) {
        return lookup.adoptionOrNone(named);
    }

    /** The adoption that is meant: the one that is named, or the only one. */
    public Adoption required(Lookup lookup) {
        return lookup.adoption(named);
    }
}
