package org.eportfolio.console.command;

import org.eportfolio.console.school.Lookup;
import org.eportfolio.id.AdoptionId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Under which framework, and on which scale of several; neither need be given where there is one. */
public final class AdoptionOptions {
    @Option(names = "--framework", paramLabel = "ID")
    @Nullable
    String framework;

    @Option(names = "--adoption", paramLabel = "ADOPTION")
    @Nullable
    String adoption;

    /** The adoption that is meant; {@code null} where nothing was said. */
    public @Nullable AdoptionId adoption(Lookup lookup) {
        return framework == null && adoption == null
                ? null
                : lookup.adoption(framework, adoption).id();
    }
}
