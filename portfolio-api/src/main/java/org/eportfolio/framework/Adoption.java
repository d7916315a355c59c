package org.eportfolio.framework;

import java.time.Instant;
import java.util.Objects;
import org.eportfolio.id.AdoptionId;

/**
 * The organisation works with a framework version, on a scale, by a level policy. Another scale or policy is another
 * adoption; what was assessed under the first keeps its scale.
 *
 * @param policy the name of the level policy
 */
public record Adoption(AdoptionId id, FrameworkId framework, Scale scale, String policy, Instant adoptedAt) {
    public Adoption {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(framework, "framework");
        Objects.requireNonNull(scale, "scale");
        Objects.requireNonNull(policy, "policy");
        Objects.requireNonNull(adoptedAt, "adoptedAt");
    }
}
