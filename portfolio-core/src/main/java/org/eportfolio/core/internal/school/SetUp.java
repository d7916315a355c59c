package org.eportfolio.core.internal.school;

import java.util.Optional;
import org.eportfolio.DeniedException;
import org.eportfolio.Message;
import org.eportfolio.core.internal.kind.Founding;
import org.eportfolio.core.internal.kind.SchoolKinds;
import org.eportfolio.core.internal.work.Engine;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.id.GrantId;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Grant;
import org.eportfolio.school.Period;
import org.eportfolio.school.Reach;
import org.eportfolio.school.Role;
import org.eportfolio.spi.Scope;

/** The one thing that the system may do, once: name the first administrator. */
public final class SetUp {
    private SetUp() {}

    public static void firstAdministrator(PersonId person, Engine engine) {
        PeopleOnly.require(person);
        if (administrator(engine).map(person::equals).orElse(false)) return;
        engine.write(Scope.ORGANISATION, work -> {
            Optional<Founding> before = founding(work);
            if (before.isPresent()) {
                if (before.get().administrator().equals(person)) return true;
                throw new DeniedException(Message.of("denied.already-set-up"));
            }
            work.put(
                    SchoolKinds.FOUNDING,
                    new Founding(person, work.now(), engine.clock().getZone().getId()));
            work.put(
                    SchoolKinds.GRANT,
                    new Grant(
                            new GrantId(work.newId()),
                            person,
                            Role.HEAD,
                            new Reach.Organisation(),
                            Period.since(work.now())));
            work.journal("organisation.founded", null, null);
            return true;
        });
    }

    public static Optional<PersonId> administrator(Engine engine) {
        return engine.read(SetUp::founding).map(Founding::administrator);
    }

    private static Optional<Founding> founding(Work work) {
        return work.list(SchoolKinds.FOUNDING, Scope.ORGANISATION).stream().findFirst();
    }
}
