package org.eportfolio.core.internal.journal;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
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

/** Whom the aliases of entries stand for. */
public final class FollowedActors {
    private FollowedActors() {}

    /** By their aliases; those who may not be named in every one of these entries are left out. */
    public static Map<UUID, PersonId> of(Collection<JournalEntry> entries, Reading reading) {
        Map<UUID, Optional<PersonId>> found = new HashMap<>();
        Set<UUID> hidden = new HashSet<>();
        for (JournalEntry entry : entries) {
            UUID alias = entry.alias();
            if (alias == null || hidden.contains(alias)) continue;
            Scope scope = new Scope(entry.scope());
            Optional<PersonId> person = found.computeIfAbsent(
                    alias, id -> reading.find(TraceKinds.ALIAS, scope, id).map(Alias::person));
            if (person.isEmpty() || !mayBeNamed(entry, person.get(), scope, reading)) hidden.add(alias);
        }
        Map<UUID, PersonId> people = new HashMap<>();
        found.forEach((alias, person) -> {
            if (!hidden.contains(alias)) person.ifPresent(each -> people.put(alias, each));
        });
        return people;
    }

    /** A learner in another's dossier is a reviewer, and in the organisation's journal may be one. */
    private static boolean mayBeNamed(JournalEntry entry, PersonId person, Scope scope, Reading reading) {
        if (entry.role() != Role.LEARNER) return true;
        return reading.find(DossierKinds.DOSSIER, scope, scope.id())
                .map(Dossier::learner)
                .filter(person::equals)
                .isPresent();
    }
}
