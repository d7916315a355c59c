package org.eportfolio.peer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eportfolio.InvalidInputException;
import org.eportfolio.id.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Assigns reviews evenly: every production is reviewed the same number of times, no learner reviews their own work, and the
 * reviewers' loads are as equal as that allows. Where every learner handed in one production of their own, each writes
 * exactly as many reviews as each receives. A pure function of its arguments: the same seed gives the same pairs.
 */
public final class RoundRobin {
    private final Map<PersonId, Set<PersonId>> makers;
    private final List<PersonId> reviewers;
    private final Map<PersonId, Set<PersonId>> given = new LinkedHashMap<>();

    private RoundRobin(Map<PersonId, Set<PersonId>> makers, List<PersonId> reviewers) {
        this.makers = makers;
        this.reviewers = reviewers;
        reviewers.forEach(each -> given.put(each, new LinkedHashSet<>()));
    }

    /**
     * Draws the pairs.
     *
     * @param makers of each production, by its author; the author is among them
     * @param reviewers all who may review
     * @param each how many reviews each production gets
     * @return in an order that reveals nothing about the reviewers
     */
    public static List<Pair> pairs(Map<PersonId, Set<PersonId>> makers, Set<PersonId> reviewers, int each, long seed) {
        Random random = new Random(seed);
        List<PersonId> authors = shuffled(makers.keySet(), random);
        RoundRobin drawing = new RoundRobin(new TreeMap<>(makers), shuffled(reviewers, random));
        for (PersonId author : authors) {
            long possible = reviewers.stream()
                    .filter(reviewer -> drawing.mayReview(reviewer, author))
                    .count();
            InvalidInputException.unless(possible >= each, "each", "campaign.too-few", author, each, possible);
        }
        for (int round = 0; round < each; round++) authors.forEach(drawing::giveToLeastLoaded);
        while (drawing.evenOut()) {}
        return drawing.drawn(authors, random);
    }

    private static List<PersonId> shuffled(Set<PersonId> people, Random random) {
        List<PersonId> list = new ArrayList<>(new TreeSet<>(people));
        Collections.shuffle(list, random);
        return list;
    }

    private boolean mayReview(PersonId reviewer, PersonId author) {
        return !Objects.requireNonNull(makers.get(author)).contains(reviewer);
    }

    private boolean mayTakeOn(PersonId reviewer, PersonId author) {
        return mayReview(reviewer, author) && !of(reviewer).contains(author);
    }

    private Set<PersonId> of(PersonId reviewer) {
        return Objects.requireNonNull(given.get(reviewer));
    }

    private void giveToLeastLoaded(PersonId author) {
        PersonId least = reviewers.stream()
                .filter(reviewer -> mayTakeOn(reviewer, author))
                .min(Comparator.comparingInt(reviewer -> of(reviewer).size()))
                .orElseThrow();
        of(least).add(author);
    }

    private record Step(PersonId from, PersonId author) {}

    /** Moves one review from a learner to another who has at least two fewer; false when that is not possible. */
    private boolean evenOut() {
        int least = given.values().stream().mapToInt(Set::size).min().orElse(0);
        for (PersonId start : reviewers) {
            if (of(start).size() >= least + 2 && passOn(start)) return true;
        }
        return false;
    }

    private boolean passOn(PersonId start) {
        Map<PersonId, @Nullable Step> reached = new HashMap<>();
        reached.put(start, null);
        Deque<PersonId> next = new ArrayDeque<>(List.of(start));
        while (!next.isEmpty()) {
            PersonId from = next.remove();
            for (PersonId author : of(from)) {
                for (PersonId to : reviewers) {
                    if (reached.containsKey(to) || !mayTakeOn(to, author)) continue;
                    reached.put(to, new Step(from, author));
                    if (of(to).size() <= of(start).size() - 2) {
                        shift(to, reached);
                        return true;
                    }
                    next.add(to);
                }
            }
        }
        return false;
    }

    private void shift(PersonId last, Map<PersonId, @Nullable Step> reached) {
        PersonId to = last;
        for (Step step = reached.get(to); step != null; step = reached.get(to)) {
            of(step.from()).remove(step.author());
            of(to).add(step.author());
            to = step.from();
        }
    }

    private List<Pair> drawn(List<PersonId> authors, Random random) {
        List<Pair> pairs = new ArrayList<>();
        for (PersonId author : authors) {
            List<PersonId> chosen = new ArrayList<>(
                    reviewers.stream().filter(each -> of(each).contains(author)).toList());
            Collections.shuffle(chosen, random);
            chosen.forEach(reviewer -> pairs.add(new Pair(reviewer, author)));
        }
        return pairs;
    }
}
