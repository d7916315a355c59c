package org.eportfolio.core.internal.journal;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eportfolio.core.internal.kind.Alias;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.kind.TraceKinds;
import org.eportfolio.core.internal.work.Reading;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.id.PersonId;
import org.eportfolio.journal.JournalEntry;
import org.eportfolio.school.Role;
import org.eportfolio.spi.Scope;
import org.jspecify.annotations.Nullable;

/** Whom the aliases of entries stand for. */
public final class FollowedActors {
    private FollowedActors() {}

    /** By their aliases; those who may not be named in every one of these entries are left out. Four readings at most. */
    public static Map<UUID, PersonId> of(Collection<JournalEntry> entries, Reading reading) {
        Set<Scope> scopes = new HashSet<>();
        Set<UUID> asked = new HashSet<>();
        for (JournalEntry each : entries) {
            if (each.alias() == null) continue;
            scopes.add(new Scope(each.scope()));
            asked.add(each.alias());
        }
        Map<UUID, PersonId> people = new HashMap<>();
        for (Alias each : reading.among(TraceKinds.ALIAS, scopes)) {
            if (asked.contains(each.id())) people.put(each.id(), each.person());
        }
        scopes.remove(Scope.ORGANISATION);
        Map<UUID, PersonId> learners = new HashMap<>();
        for (Dossier each : reading.among(DossierKinds.DOSSIER, scopes)) {
            learners.put(each.id().value(), each.learner());
        }
        for (JournalEntry each : entries) {
            if (each.alias() != null && !mayBeNamed(each, people.get(each.alias()), learners)) {
                people.remove(each.alias());
            }
        }
        return people;
    }

    /** A learner in another's dossier is a reviewer, and in the organisation's journal may be one. */
    private static boolean mayBeNamed(JournalEntry entry, @Nullable PersonId person, Map<UUID, PersonId> learners) {
        return entry.role() != Role.LEARNER || person != null && person.equals(learners.get(entry.scope()));
    }
}
