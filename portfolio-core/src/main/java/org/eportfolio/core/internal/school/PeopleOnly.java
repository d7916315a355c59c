package org.eportfolio.core.internal.school;

import org.eportfolio.InvalidInputException;
import org.eportfolio.access.HostService;
import org.eportfolio.id.PersonId;

/** Ids that name services of the host are no person's: they get no role, no membership, no dossier and no name. */
public final class PeopleOnly {
    private PeopleOnly() {}

    /** @throws InvalidInputException if the id names a service */
    public static PersonId require(PersonId id) {
        InvalidInputException.unless(HostService.nameIn(id).isEmpty(), "person", "service.no-person", id);
        return id;
    }
}
