package org.eportfolio.console;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eportfolio.NotFoundException;
import org.eportfolio.core.Desk;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Cohort;

/** Finds what a user names; if there is no such thing, says what there is. */
record Finding(Desk desk, Instant now, Texts texts) {
    private static final int MOST_NAMED = 12;

    static Finding by(Desk desk, School school, Console console) {
        return new Finding(desk, school.clock().instant(), console.texts());
    }

    Cohort cohort(String name) {
        return desk.cohorts().find(name).orElseThrow(() -> {
            List<String> there =
                    desk.cohorts().list().stream().map(Cohort::name).toList();
            return new Refusal(
                    there.isEmpty()
                            ? texts.say("refused.no-cohort-at-all", name)
                            : texts.say("refused.no-cohort", name, some(there)));
        });
    }

    /** The dossiers of a learner, at least one. */
    List<Dossier> dossiers(String learner) {
        PersonId id = PersonId.of(learner);
        List<Dossier> open;
        try {
            open = desk.dossiers().of(id);
        } catch (NotFoundException e) {
            throw nobody(learner);
        }
        if (!open.isEmpty()) return open;
        if (desk.actor().person().filter(id::equals).isPresent() || learns(id)) {
            throw new Refusal(texts.say("refused.no-dossier", name(id)));
        }
        throw nobody(learner);
    }

    String name(PersonId person) {
        return names(List.of(person)).getOrDefault(person, person.value());
    }

    Map<PersonId, String> names(List<PersonId> people) {
        return desk.people().named(people);
    }

    private boolean learns(PersonId learner) {
        return desk.cohorts().list().stream()
                .anyMatch(cohort ->
                        School.learners(desk, cohort.id(), now).keySet().contains(learner));
    }

    private Refusal nobody(String learner) {
        Set<String> there = new LinkedHashSet<>();
        for (Cohort cohort : desk.cohorts().list()) {
            School.learners(desk, cohort.id(), now).keySet().forEach(each -> there.add(each.value()));
            if (there.size() > MOST_NAMED) break;
        }
        return new Refusal(
                there.isEmpty()
                        ? texts.say("refused.no-learner-at-all", learner)
                        : texts.say("refused.no-learner", learner, some(List.copyOf(there))));
    }

    private static String some(List<String> all) {
        String named = String.join(", ", all.subList(0, Math.min(all.size(), MOST_NAMED)));
        return all.size() > MOST_NAMED ? named + " …" : named;
    }
}
