package org.eportfolio.console.school;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.eportfolio.NotFoundException;
import org.eportfolio.assessment.Assessment;
import org.eportfolio.console.terminal.Refusal;
import org.eportfolio.core.Desk;
import org.eportfolio.framework.Scale;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.ClassEntryId;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Cohort;
import org.jspecify.annotations.Nullable;

/**
 * A class as its teacher names it and those who learn in it.
 *
 * @param learners in the order of their names
 */
public record SchoolClass(Cohort cohort, Map<PersonId, String> learners, Lookup lookup) {
    /** @param name {@code null} for the only class that the actor sees */
    public static SchoolClass of(@Nullable String name, Lookup lookup) {
        Cohort cohort = cohort(name, lookup);
        List<PersonId> learners = List.copyOf(
                School.learners(lookup.desk(), cohort.id(), lookup.now()).keySet());
        return new SchoolClass(cohort, lookup.sorted(learners), lookup);
    }

    /** @param name {@code null} for the only class that the actor sees */
    public static Cohort cohort(@Nullable String name, Lookup lookup) {
        return name == null ? only(lookup) : lookup.classroom(name);
    }

    private static Cohort only(Lookup lookup) {
        List<Cohort> there = lookup.desk().cohorts().joined();
        if (there.isEmpty()) there = lookup.cohorts();
        if (there.size() == 1) return there.get(0);
        throw new Refusal(lookup.texts()
                .say(
                        there.isEmpty() ? "refused.no-class" : "refused.which-class",
                        there.stream().map(Cohort::name).collect(Collectors.joining(", "))));
    }

    /** One of the learners, by id, by name, or by the beginning of either. */
    public PersonId learner(String given) {
        return new Selector<>(List.copyOf(learners.keySet()), PersonId::value, this::name, lookup.texts()).named(given);
    }

    public String name(PersonId learner) {
        return learners.getOrDefault(learner, learner.value());
    }

    public String names(Collection<PersonId> some) {
        return new PersonNames(learners).names(some);
    }

    /** @param adoption {@code null} for the only one under which the class works */
    public Scale scale(@Nullable AdoptionId adoption) {
        Desk desk = lookup.desk();
        if (adoption == null)
            return desk.progress().matrix(cohort.id()).adoption().scale();
        return lookup.scale(adoption).orElseThrow(() -> new NotFoundException("adoption", adoption));
    }

    /** What the actor entered for the whole class and what still stands of it, by entry. */
    public Map<ClassEntryId, List<Assessment>> standingEntries() {
        Desk desk = lookup.desk();
        PersonId author = desk.actor().person().orElseThrow();
        return learners.keySet().stream()
                .flatMap(each -> desk.dossiers().of(each).stream())
                .flatMap(each -> new DossierItems(lookup, each).standing().stream())
                .filter(each -> each.entry() != null && each.author().equals(author))
                .collect(Collectors.groupingBy(
                        each -> Objects.requireNonNull(each.entry()), LinkedHashMap::new, Collectors.toList()));
    }
}
