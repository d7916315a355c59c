package org.eportfolio.core.internal.people;

import static org.eportfolio.core.internal.kind.SchoolKinds.EXTERNAL_ID;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eportfolio.ConflictException;
import org.eportfolio.core.internal.call.Call;
import org.eportfolio.core.internal.kind.KeptExternalId;
import org.eportfolio.core.internal.kind.SchoolKinds;
import org.eportfolio.core.internal.school.PeopleOnly;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.ExternalId;
import org.eportfolio.school.IdentifiedPerson;
import org.jspecify.annotations.Nullable;

/** By which ids other systems know people: each id one person's. For one call; as many readings as for one person. */
public final class ExternalIds {
    private final Call call;

    public ExternalIds(Call call) {
        this.call = call;
    }

    /** Those of these people, each one's in the order in which they came. */
    public Map<PersonId, List<ExternalId>> of(Collection<PersonId> people) {
        Map<PersonId, List<ExternalId>> found = new HashMap<>();
        kept(people)
                .forEach(each -> found.computeIfAbsent(each.person(), person -> new ArrayList<>())
                        .add(each.externalId()));
        return found;
    }

    /** Who has each of these. */
    public Map<ExternalId, PersonId> holders(Collection<ExternalId> ids) {
        Map<ExternalId, PersonId> holders = new HashMap<>();
        Set<ExternalId> wanted = new HashSet<>(ids);
        call
                .work()
                .whereAny(
                        EXTERNAL_ID,
                        wanted.stream()
                                .map(each -> SchoolKinds.externalId(each.issuer(), each.value()))
                                .toList())
                .stream()
                .filter(each -> wanted.contains(each.externalId()))
                .forEach(each -> holders.put(each.externalId(), each.person()));
        return holders;
    }

    /** Keeps these in place of those before, and ends the call. */
    public void set(List<IdentifiedPerson> people) {
        Map<ExternalId, PersonId> wanted = new LinkedHashMap<>();
        Map<PersonId, List<ExternalId>> ids = new LinkedHashMap<>();
        for (IdentifiedPerson each : people) {
            PersonId person = PeopleOnly.require(each.id());
            ids.put(person, each.externalIds());
            each.externalIds().forEach(id -> refuseAnother(wanted.put(id, person), person, id));
        }
        holders(wanted.keySet()).forEach((id, holder) -> {
            PersonId person = wanted.get(id);
            // It goes to another of these people, as when two were mixed up.
            boolean goes = ids.containsKey(holder)
                    && !ids.getOrDefault(holder, List.of()).contains(id);
            if (!goes && person != null) refuseAnother(holder, person, id);
        });
        Set<ExternalId> there = new HashSet<>();
        for (KeptExternalId each : kept(ids.keySet())) {
            if (each.person().equals(wanted.get(each.externalId()))) there.add(each.externalId());
            else call.remove(EXTERNAL_ID, each);
        }
        wanted.forEach((id, person) -> {
            if (there.contains(id)) return;
            call.put(EXTERNAL_ID, new KeptExternalId(call.newId(), person, id.issuer(), id.value()));
        });
        call.journal("person.identified");
    }

    private List<KeptExternalId> kept(Collection<PersonId> people) {
        return call.work()
                .whereAny(
                        EXTERNAL_ID,
                        people.stream()
                                .map(SchoolKinds::externalIdsOf)
                                .distinct()
                                .toList());
    }

    private static void refuseAnother(@Nullable PersonId holder, PersonId person, ExternalId id) {
        if (holder != null && !holder.equals(person)) throw ConflictException.state("external-id.in-use", id, holder);
    }
}
