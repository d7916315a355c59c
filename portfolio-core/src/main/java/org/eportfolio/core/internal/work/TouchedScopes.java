package org.eportfolio.core.internal.work;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eportfolio.access.HostService;
import org.eportfolio.core.internal.kind.Alias;
import org.eportfolio.core.internal.kind.TraceKinds;
import org.eportfolio.core.internal.work.Memory.Question;
import org.eportfolio.id.PersonId;
import org.eportfolio.journal.JournalEntry;
import org.eportfolio.school.Role;
import org.eportfolio.spi.Key;
import org.eportfolio.spi.Scope;
import org.jspecify.annotations.Nullable;

/** The scopes that one call touches, and what their chains will say of it: one entry for each. For one thread. */
final class TouchedScopes {
    private final Map<Scope, List<JournalEntry.Item>> touched = new LinkedHashMap<>();

    boolean isEmpty() {
        return touched.isEmpty();
    }

    boolean has(Scope scope) {
        return touched.containsKey(scope);
    }

    /** Has a scope's chain speak of the call, whatever it touches there. */
    void add(Scope scope) {
        touched.computeIfAbsent(scope, each -> new ArrayList<>());
    }

    void add(Scope scope, JournalEntry.Item item) {
        touched.computeIfAbsent(scope, each -> new ArrayList<>()).add(item);
    }

    /**
     * Ends the call: one entry for each scope it touched. The system has neither person nor role; a service, which is no
     * person, stands there by its name.
     */
    void journal(String act, @Nullable PersonId actor, @Nullable Role role, Work work) {
        work.known.look(touched.keySet());
        String service = actor == null ? null : HostService.nameIn(actor).orElse(null);
        Map<Scope, UUID> aliases = actor == null || service != null ? Map.of() : aliases(actor, work);
        // A learner who is not named is an anonymous reviewer: what they did together with it would name them.
        UUID change = actor == null && role == Role.LEARNER ? work.newId() : work.pending.change;
        touched.forEach((scope, objects) -> work.pending.append(
                scope,
                Reading.json().text(new EntryBody(change, work.now(), aliases.get(scope), role, act, objects, service)),
                work.known::head));
        touched.clear();
    }

    /** By which alias each touched scope knows the actor; one reading, and a new alias where there is none. */
    private Map<Scope, UUID> aliases(PersonId person, Work work) {
        Map<Scope, UUID> aliases = new HashMap<>();
        Map<Key, Scope> unknown = new HashMap<>();
        for (Scope scope : touched.keySet()) {
            Key key = TraceKinds.aliasOf(scope, person);
            List<Alias> known = work.known.recall(scope, new Question.Under(TraceKinds.ALIAS.kind(), key));
            if (known == null || known.isEmpty()) unknown.put(key, scope);
            else aliases.put(scope, known.get(0).id());
        }
        work.whereAny(TraceKinds.ALIAS, unknown.keySet()).forEach(alias -> {
            Scope scope = new Scope(alias.scope());
            aliases.put(scope, alias.id());
            work.known.keep(
                    scope,
                    new Question.Under(TraceKinds.ALIAS.kind(), TraceKinds.aliasOf(scope, person)),
                    TraceKinds.ALIAS,
                    List.of(alias));
        });
        for (Scope scope : touched.keySet()) {
            if (aliases.containsKey(scope)) continue;
            Alias alias = new Alias(work.newId(), scope.id(), person);
            work.put(TraceKinds.ALIAS, alias);
            aliases.put(scope, alias.id());
        }
        return aliases;
    }
}
