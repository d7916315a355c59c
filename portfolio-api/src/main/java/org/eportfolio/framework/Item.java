package org.eportfolio.framework;

import java.util.List;

/** Anything of a framework that has a code. */
public sealed interface Item permits Bloc, Competency, SubCompetency, Knowledge {
    Code code();

    String label();

    /** Keys into {@link Framework#sources()}: where code and label come from. */
    List<String> sources();
}
