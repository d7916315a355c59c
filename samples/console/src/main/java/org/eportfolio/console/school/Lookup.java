package org.eportfolio.console.school;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eportfolio.NotFoundException;
import org.eportfolio.console.terminal.Refusal;
import org.eportfolio.console.terminal.Texts;
import org.eportfolio.core.Desk;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.framework.Adoption;
import org.eportfolio.framework.FrameworkId;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Cohort;
import org.eportfolio.school.SchoolYear;

/** Finds what a user names; if there is no such thing, says what there is. */
public record Lookup(Desk desk, Clock clock, Texts texts) {
    private static final int MOST_NAMED = 12;

    public Instant now() {
        return clock.instant();
    }

    public LocalDate today() {
        return LocalDate.ofInstant(now(), clock.getZone());
    }

    /** When a day begins for the school. */
    public Instant startOf(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toInstant();
    }

    /** A day and a time of day, where the school is. */
    public Instant instant(LocalDateTime there) {
        return there.atZone(clock.getZone()).toInstant();
    }

    /** The day and the time of day of something, as they are written in this language. */
    public String dayAndTime(Instant at) {
        return texts.dayAndTime(LocalDateTime.ofInstant(at, clock.getZone()));
    }

    /** The day of something, as it is written in this language. */
    public String day(Instant at) {
        return texts.day(LocalDate.ofInstant(at, clock.getZone()));
    }

    /** The last day of what ends at an instant. */
    public String lastDay(Instant end) {
        return day(end.minusNanos(1));
    }

    /** The cohort of this name, the latest of several; or the one that is meant by {@code 2SNO (2026-2027)}. */
    public Cohort cohort(String name) {
        return desk.cohorts().find(name).or(() -> labelled(name)).orElseThrow(() -> {
            List<String> there = desk.cohorts().list().stream().map(this::label).toList();
            return new Refusal(
                    there.isEmpty()
                            ? texts.say("refused.no-cohort-at-all", name)
                            : texts.say("refused.no-cohort", name, some(there)));
        });
    }

    /** The name of a cohort, with its school year where that was stated. */
    public String label(Cohort cohort) {
        SchoolYear year = cohort.schoolYear();
        return year == null ? cohort.name() : texts.say("cohort.of-year", cohort.name(), year);
    }

    private Optional<Cohort> labelled(String label) {
        return desk.cohorts().list().stream()
                .filter(each -> label(each).equals(label))
                .findFirst();
    }

    /** A cohort that the actor teaches, or learns in. */
    public Cohort classroom(String name) {
        return desk.cohorts().joined().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseGet(() -> cohort(name));
    }

    /** What lies in the actor's own dossier, the newest of several. */
    public DossierItems own() {
        List<Dossier> own = dossiers(desk.actor().person().orElseThrow().value());
        return new DossierItems(this, own.get(own.size() - 1));
    }

    /** The dossiers of a learner, at least one; those from other schools where there is no other. */
    public List<Dossier> dossiers(String learner) {
        PersonId id = PersonId.of(learner);
        List<Dossier> open;
        try {
            open = desk.dossiers().of(id);
        } catch (NotFoundException e) {
            throw unknownLearner(learner);
        }
        if (!open.isEmpty()) return open;
        List<Dossier> earlier = desk.dossiers().earlier(id).stream()
                .map(each -> desk.dossiers().get(each.dossier()))
                .toList();
        if (!earlier.isEmpty()) return earlier;
        if (desk.actor().person().filter(id::equals).isPresent() || learns(id)) {
            throw new Refusal(texts.say("refused.no-dossier", name(id)));
        }
        throw unknownLearner(learner);
    }

    /** What lies in the dossier that is meant: the only one, or the newest under the framework that was named. */
    public DossierItems of(DossierArguments target) {
        List<Dossier> open = dossiers(target.learner);
        if (open.size() == 1 && target.framework == null) return new DossierItems(this, open.get(0));
        Map<AdoptionId, FrameworkId> under =
                desk.frameworks().adoptions().stream().collect(Collectors.toMap(Adoption::id, Adoption::framework));
        return open.stream()
                .filter(each -> target.framework == null
                        || under.containsKey(each.adoption())
                                && FrameworkCatalog.named(
                                        Objects.requireNonNull(under.get(each.adoption())), target.framework))
                .reduce((older, newer) -> newer)
                .map(each -> new DossierItems(this, each))
                .orElseThrow(() -> new Refusal(texts.say(
                        "refused.no-dossier-under",
                        target.learner,
                        String.valueOf(target.framework),
                        open.stream()
                                .map(each -> String.valueOf(under.get(each.adoption())))
                                .collect(Collectors.joining(", ")))));
    }

    public String name(PersonId person) {
        return names(List.of(person)).getOrDefault(person, person.value());
    }

    public Map<PersonId, String> names(List<PersonId> people) {
        return desk.people().named(people);
    }

    /** The same in the order of the names, as this language sorts them. */
    public Map<PersonId, String> sorted(List<PersonId> people) {
        return desk.people().sorted(people, texts.locale());
    }

    private boolean learns(PersonId learner) {
        return desk.cohorts().list().stream()
                .anyMatch(cohort ->
                        School.learners(desk, cohort.id(), now()).keySet().contains(learner));
    }

    private Refusal unknownLearner(String learner) {
        Set<String> there = new LinkedHashSet<>();
        for (Cohort cohort : desk.cohorts().list()) {
            School.learners(desk, cohort.id(), now()).keySet().forEach(each -> there.add(each.value()));
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
