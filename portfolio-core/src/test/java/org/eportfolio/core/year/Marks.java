package org.eportfolio.core.year;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eportfolio.id.PersonId;

/**
 * Words that exist once: each stands in one text, name, file name or file, and it is known which people wrote it or are
 * meant by it. People are called by such a word too, so that their ids are found like anything else of theirs.
 */
final class Marks {
    private static final Pattern MARK = Pattern.compile("zq(\\d+)qz");

    private final List<Set<PersonId>> people = new ArrayList<>();
    private final Set<Integer> own = new TreeSet<>();
    private final Map<PersonId, List<PersonId>> pseudonyms = new HashMap<>();
    private final Map<PersonId, Set<PersonId>> same = new HashMap<>();

    PersonId person() {
        PersonId person = PersonId.of("zq" + people.size() + "qz");
        people.add(Set.of(person));
        return person;
    }

    /** A new word of or about these people. */
    String of(PersonId... whose) {
        people.add(Set.copyOf(List.of(whose).stream().distinct().toList()));
        return "zq" + (people.size() - 1) + "qz";
    }

    /** A new word that a person says of themselves, and that goes with them even where others keep the record. */
    String ofOwn(PersonId person) {
        own.add(people.size());
        return of(person);
    }

    boolean speaksOf(int mark, PersonId person) {
        return !Collections.disjoint(people.get(mark), ids(person));
    }

    /** All ids of a person, over the years. */
    private Set<PersonId> ids(PersonId person) {
        return same.getOrDefault(person, Set.of(person));
    }

    /** A person has another id, too. */
    void alsoCalled(PersonId person, PersonId other) {
        Set<PersonId> all = same.computeIfAbsent(person, first -> new HashSet<>(Set.of(first)));
        all.add(other);
        same.put(other, all);
    }

    /** The id is another person's again. */
    void parted(PersonId other) {
        Set<PersonId> all = same.remove(other);
        if (all != null) all.remove(other);
    }

    boolean goesWith(int mark) {
        return own.contains(mark);
    }

    /** An erasure called the person so, in whichever school. */
    void renamed(PersonId person, PersonId pseudonym) {
        pseudonyms.computeIfAbsent(person, first -> new ArrayList<>()).add(pseudonym);
    }

    /** Whether this text names the person by the pseudonym of an earlier erasure, which nothing leads back from. */
    boolean anonymous(PersonId person, String text) {
        return ids(person).stream()
                .flatMap(each -> pseudonyms.getOrDefault(each, List.of()).stream())
                .anyMatch(each -> text.contains(each.value()));
    }

    /** The marks of the ids of a person, by id. */
    Map<PersonId, Integer> numbers(PersonId person) {
        Map<PersonId, Integer> numbers = new HashMap<>();
        ids(person).forEach(each -> numbers.put(each, number(each)));
        return numbers;
    }

    static int number(PersonId person) {
        return in(person.value()).iterator().next();
    }

    static Set<Integer> in(String text) {
        Set<Integer> found = new TreeSet<>();
        Matcher marks = MARK.matcher(text);
        while (marks.find()) found.add(Integer.parseInt(marks.group(1)));
        return found;
    }

    static Set<Integer> in(byte[] bytes) {
        return in(new String(bytes, StandardCharsets.ISO_8859_1));
    }
}
