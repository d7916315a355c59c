package org.eportfolio.core.internal.search;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.eportfolio.core.internal.call.Call;
import org.eportfolio.core.internal.kind.KeptName;
import org.eportfolio.core.internal.kind.SchoolKinds;
import org.eportfolio.core.internal.work.Identities;
import org.eportfolio.id.PersonId;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.Scope;

/**
 * Looks for people by name: those near the actor, whatever the host's directory calls them, and all whose name is kept here
 * and who may be known to them. For one call.
 */
final class PeopleSearch {
    /** How many kept names one call looks through. */
    private static final int MOST_NAMES = 20_000;

    /** How many people are asked about. */
    private static final int MOST_CANDIDATES = 1_000;

    private final Call call;
    private final SearchQuery query;

    PeopleSearch(Call call, SearchQuery query) {
        this.call = call;
        this.query = query;
    }

    /**
     * Those whom the actor may know of, by the name that is kept here or else by their id.
     *
     * @param near people of the actor's classes, or those who are searched
     * @param beyond which others may be meant
     */
    Map<PersonId, String> candidates(Set<PersonId> near, Predicate<PersonId> beyond) {
        Map<PersonId, String> kept = new HashMap<>();
        List<Row> rows = call.work().view().list(Scope.ORGANISATION, SchoolKinds.PERSON.kind(), null, MOST_NAMES);
        for (Row row : rows) {
            KeptName each = call.work().decode(SchoolKinds.PERSON, List.of(row)).get(0);
            if (isTheOne(row, each)) kept.put(each.id(), each.name());
        }
        Set<PersonId> asked = new HashSet<>();
        near.stream().limit(MOST_CANDIDATES).forEach(asked::add);
        kept.forEach((person, name) -> {
            boolean room = asked.size() < 2 * MOST_CANDIDATES;
            if (room && beyond.test(person) && isMeant(name)) asked.add(person);
        });
        Map<PersonId, String> candidates = new LinkedHashMap<>();
        if (asked.isEmpty()) return candidates;
        call.gate()
                .known(asked, call.work())
                .forEach(each -> candidates.put(each, kept.getOrDefault(each, each.value())));
        return candidates;
    }

    /** Of a person with several accounts only one name counts. */
    private boolean isTheOne(Row row, KeptName name) {
        Identities people = call.work().identities();
        return people.isEmpty() || row.keys().contains(SchoolKinds.namesOf(people.written(name.id())));
    }

    private boolean isMeant(String name) {
        for (Word each : Words.of(name)) if (query.fitsName(each) != 0) return true;
        return false;
    }
}
