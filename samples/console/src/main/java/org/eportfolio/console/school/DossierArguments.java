package org.eportfolio.console.school;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Whose dossier is meant; of several, the one under a framework. */
public final class DossierArguments {
    @Parameters(index = "0", paramLabel = "LEARNER")
    public String learner = "";

    @Option(
            names = {"--adoption", "--framework"},
            paramLabel = "NAME")
    @Nullable
    String adoption;
}
