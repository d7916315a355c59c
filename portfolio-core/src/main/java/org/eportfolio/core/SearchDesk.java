package org.eportfolio.core;

import static org.eportfolio.access.Permission.SEARCH;

import jakarta.validation.constraints.NotNull;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eportfolio.Line;
import org.eportfolio.core.internal.call.DeskContext;
import org.eportfolio.core.internal.input.Inputs;
import org.eportfolio.core.internal.school.GuardedDirectory;
import org.eportfolio.core.internal.search.Search;
import org.eportfolio.core.internal.work.IndexBuilding;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.PersonName;
import org.eportfolio.search.Findings;
import org.eportfolio.search.SearchFilters;
import org.eportfolio.search.SearchRequest;

/** Finds what the actor may read now, by its words. Thread-safe. */
public final class SearchDesk {
    /** The length of the longest query, in characters; a longer one is refused. */
    public static final int LONGEST_QUERY = 200;

    /**
     * More dossiers are not looked through by one call where the store keeps no index, or while it is being made;
     * {@link Findings#whole} says whether there were more.
     */
    public static final int MOST_DOSSIERS = Search.MOST_DOSSIERS;

    /** While the index is being built, each call adds this many dossiers to it. */
    private static final int INDEXED_AT_ONCE = 200;

    private final DeskContext desk;
    private final GuardedDirectory names;

    SearchDesk(DeskContext desk, GuardedDirectory names) {
        this.desk = desk;
        this.names = names;
    }

    /** A text that is searched. */
    private record Query(@NotNull @Line(max = LONGEST_QUERY) String query) {}

    /** The first page of everything that the actor may read: {@code find(query, SearchFilters.ALL, SearchRequest.first(20))}. */
    public Findings find(String query) {
        return find(query, SearchFilters.ALL, SearchRequest.first(20));
    }

    /**
     * What has at least one of the query's words, the best first ({@link Findings}). Accents, capitals, ligatures and
     * apostrophes do not matter; a word finds its plural, feminine and conjugated forms in French; the last word, if nothing
     * follows it, also finds words that begin with it; a code, a day or a number finds only itself. Words that stand
     * everywhere, such as {@code de} and {@code les}, are passed over.
     *
     * <p>Each call looks at what is there then, in the role that the actor names: an actor who has several names one.
     *
     * @param request the first page, or {@link Findings#next} of the page before
     * @throws org.eportfolio.InvalidInputException if the query is too long or has too many words, none, or only such as stand
     *     everywhere
     * @throws org.eportfolio.NotFoundException if a cohort is named that the actor neither reads nor learns in
     */
    public Findings find(String query, SearchFilters filters, SearchRequest request) {
        Objects.requireNonNull(query, "query");
        Objects.requireNonNull(request, "request");
        SearchFilters wanted = Inputs.checked(Objects.requireNonNull(filters, "filters"));
        Search search = new Search(Inputs.checked(new Query(query)).query(), wanted, request);
        Optional<IndexBuilding> building = desk.engine().index();
        Search.Outlook outlook =
                desk.read(SEARCH, building.isPresent() ? search::outlook : search::outlookWithoutIndex);
        Map<PersonId, String> people = shown(outlook.people());
        if (!outlook.indexed()) building.ifPresent(each -> each.goOn(INDEXED_AT_ONCE));
        return desk.read(SEARCH, call -> search.look(call, people));
    }

    /** The directory is asked between two snapshots, never within one. */
    private Map<PersonId, String> shown(Map<PersonId, String> people) {
        Map<PersonId, String> shown = new LinkedHashMap<>();
        people.forEach((person, name) -> shown.put(
                person, names.personName(person).map(PersonName::display).orElse(name)));
        return shown;
    }
}
