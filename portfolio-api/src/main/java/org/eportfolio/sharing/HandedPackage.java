package org.eportfolio.sharing;

import java.util.Objects;
import org.eportfolio.id.PersonId;

/**
 * How a learner who left gets at their package: a link, and a code that is handed over apart from it. Both are shown this
 * once only.
 *
 * @param learner whose package it is
 * @param link to be sent to the learner
 * @param code to be handed over in another way, such as on paper
 */
public record HandedPackage(PersonId learner, IssuedLink link, Passcode code) {
    public HandedPackage {
        Objects.requireNonNull(learner, "learner");
        Objects.requireNonNull(link, "link");
        Objects.requireNonNull(code, "code");
    }
}
