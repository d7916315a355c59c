package org.eportfolio.school;

import java.time.Instant;
import java.util.Objects;
import org.eportfolio.id.GrantId;
import org.eportfolio.id.PersonId;

/**
 * A person holds a role, over something, for a period. Revoking ends the period; the grant stays as history.
 * Methods named {@code as…} give a changed copy; nothing is stored.
 *
 * @param openedByLearner whether the learner, of age, opened their own dossier to a former representative; such a grant does
 *     not end with the minority
 */
public record Grant(GrantId id, PersonId holder, Role role, Reach reach, Period period, boolean openedByLearner) {
    public Grant {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(holder, "holder");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(reach, "reach");
        Objects.requireNonNull(period, "period");
    }

    /** A grant that the school gives. */
    public Grant(GrantId id, PersonId holder, Role role, Reach reach, Period period) {
        this(id, holder, role, reach, period, false);
    }

    /** The grant as it stands once revoked. */
    public Grant asEnded(Instant at) {
        return during(period.endedAt(at));
    }

    /** The same grant for another period. */
    public Grant during(Period other) {
        return new Grant(id, holder, role, reach, other, openedByLearner);
    }

    /** Whether its holder heads the whole organisation at this instant. */
    public boolean headsOrganisationAt(Instant at) {
        return role == Role.HEAD && reach instanceof Reach.Organisation && period.holdsAt(at);
    }
}
