package org.eportfolio.dossier;

import java.util.Objects;

/** In which situation something was lived. */
public sealed interface Setting {
    /** A mission of a scenario, in class. */
    record Mission(String scenario, String mission) implements Setting {
        public Mission {
            Objects.requireNonNull(scenario, "scenario");
            Objects.requireNonNull(mission, "mission");
        }
    }

    /** A workplace period (<em>PFMP</em>) or the apprentice's workplace. */
    record Workplace(String place) implements Setting {
        public Workplace {
            Objects.requireNonNull(place, "place");
        }
    }

    /** Outside school and work. */
    record Personal() implements Setting {}
}
