package org.eportfolio.dossier;

import java.util.Objects;
import org.eportfolio.Line;

/** In which situation something was lived. */
public sealed interface Setting {
    /** A mission of a scenario, in class. */
    record Mission(@Line String scenario, @Line String mission) implements Setting {
        public Mission {
            Objects.requireNonNull(scenario, "scenario");
            Objects.requireNonNull(mission, "mission");
        }
    }

    /** A workplace period (<em>PFMP</em>) or the apprentice's workplace. */
    record Workplace(@Line String place) implements Setting {
        public Workplace {
            Objects.requireNonNull(place, "place");
        }
    }

    /** Outside school and work. */
    record Personal() implements Setting {}
}
