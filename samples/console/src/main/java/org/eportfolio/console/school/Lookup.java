package org.eportfolio.console.school;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eportfolio.InvalidInputException;
import org.eportfolio.NotFoundException;
import org.eportfolio.Page;
import org.eportfolio.console.terminal.Refusal;
import org.eportfolio.console.terminal.Texts;
import org.eportfolio.core.Desk;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.framework.Adoption;
import org.eportfolio.framework.AdoptionNames;
import org.eportfolio.framework.Level;
import org.eportfolio.framework.Scale;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Cohort;
import org.eportfolio.school.NameOrder;
import org.eportfolio.school.SchoolYear;
import org.jspecify.annotations.Nullable;

/** Finds what a user names; if there is no such thing, says what there is. */
public record Lookup(Desk desk, Clock clock, Texts texts) {
    /** What is typed in place of a level for a competency that does not apply. */
    public static final String NOT_APPLICABLE = "n/a";

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
            List<String> there = cohorts().stream().map(this::label).toList();
            return new Refusal(
                    there.isEmpty()
                            ? texts.say("refused.no-cohort-at-all", name)
                            : texts.say("refused.no-cohort", name, some(there)));
        });
    }

    /**
     * The adoption that is meant, by what people call it; a school with one need not say it.
     *
     * @param name {@code null} for the only one there is
     */
    public Adoption adoption(@Nullable String name) {
        return desk.frameworks().names().require(name);
    }

    /** The adoption that is named; {@code null} where none is, for calls that find it by themselves. */
    public @Nullable AdoptionId adoptionOrNone(@Nullable String name) {
        return name == null ? null : adoption(name).id();
    }

    /** The scale of an adoption of this school. */
    public Optional<Scale> scale(AdoptionId adoption) {
        return desk.frameworks().adoptions().stream()
                .filter(each -> each.id().equals(adoption))
                .map(Adoption::scale)
                .findFirst();
    }

    /** The cohorts that the actor may read, by name. */
    public List<Cohort> cohorts() {
        return Page.all(desk.cohorts()::list).stream()
                .sorted(NameOrder.of(texts.locale()).cohorts())
                .toList();
    }

    /** The name of a cohort, with its school year where that was stated. */
    public String label(Cohort cohort) {
        SchoolYear year = cohort.schoolYear();
        return year == null ? cohort.name() : texts.say("cohort.of-year", cohort.name(), year);
    }

    private Optional<Cohort> labelled(String label) {
        return cohorts().stream().filter(each -> label(each).equals(label)).findFirst();
    }

    /** A cohort that the actor teaches, or learns in. */
    public Cohort classroom(String name) {
        return desk.cohorts().joined().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseGet(() -> cohort(name));
    }

    /** What lies in the actor's own dossier; of several one must be named. */
    public DossierItems own(@Nullable String adoption) {
        return of(desk.actor().person().orElseThrow().value(), adoption);
    }

    /**
     * The dossiers of a learner, at least one; those from other schools where there is no other.
     *
     * @param learner an id, or a name where no learner that the actor sees has such an id
     */
    public List<Dossier> dossiers(String learner) {
        return of(PersonId.of(learner)).or(() -> of(byName(learner))).orElseThrow(() -> unknownLearner(learner));
    }

    private Optional<List<Dossier>> of(PersonId id) {
        List<Dossier> open;
        try {
            open = desk.dossiers().of(id);
        } catch (NotFoundException e) {
            return Optional.empty();
        }
        if (!open.isEmpty()) return Optional.of(open);
        List<Dossier> earlier = desk.dossiers().earlier(id).stream()
                .map(each -> desk.dossiers().get(each.dossier()))
                .toList();
        if (!earlier.isEmpty()) return Optional.of(earlier);
        if (desk.actor().person().filter(id::equals).isPresent() || learns(id)) {
            throw new Refusal(texts.say("refused.no-dossier", name(id)));
        }
        return Optional.empty();
    }

    /** A level by its id, its label or its symbol. */
    public static Level level(String given, Scale scale) {
        return scale.levels().stream()
                .filter(each -> each.id().value().equals(given)
                        || each.symbol().equals(given)
                        || Selector.plain(each.label()).equals(Selector.plain(given)))
                .findFirst()
                .orElseThrow(() -> InvalidInputException.because(
                        "level",
                        "scale.no-level",
                        given,
                        scale.title(),
                        scale.levels().stream().map(Level::id).toList()));
    }

    /** What lies in each of the learner's dossiers, or in those under the adoption that was named. */
    public List<DossierItems> allOf(DossierArguments target) {
        return dossiers(target.learner, target.adoption).stream()
                .map(each -> new DossierItems(this, each))
                .toList();
    }

    /** What lies in the only dossier of the learner; of several one must be named. */
    public DossierItems of(DossierArguments target) {
        return of(target.learner, target.adoption);
    }

    /** @param adoption {@code null} for the only one */
    public DossierItems of(String learner, @Nullable String adoption) {
        List<Dossier> meant = dossiers(learner, adoption);
        if (meant.size() == 1) return new DossierItems(this, meant.get(0));
        String names = adoptions(meant);
        // What came from other schools has no adoption here by which to name it, and is only read: the newest.
        if (names.isEmpty()) return new DossierItems(this, meant.get(meant.size() - 1));
        throw new Refusal(texts.say("refused.which-adoption", names));
    }

    private List<Dossier> dossiers(String learner, @Nullable String adoption) {
        List<Dossier> open = dossiers(learner);
        if (adoption == null) return open;
        Set<AdoptionId> named = desk.frameworks().names().fitting(adoption).stream()
                .map(Adoption::id)
                .collect(Collectors.toSet());
        List<Dossier> meant =
                open.stream().filter(each -> named.contains(each.adoption())).toList();
        if (meant.isEmpty()) {
            throw new Refusal(texts.say("refused.no-dossier-under", learner, adoption, adoptions(open)));
        }
        return meant;
    }

    /** By what the adoptions of these dossiers are named. */
    private String adoptions(List<Dossier> dossiers) {
        return desk.frameworks()
                .names()
                .listed(dossiers.stream().map(Dossier::adoption).collect(Collectors.toSet()));
    }

    /** By their ids, what the adoptions of this school are named. */
    public Map<String, String> adoptionNames() {
        AdoptionNames names = desk.frameworks().names();
        return names.fitting(null).stream()
                .collect(Collectors.toMap(each -> each.id().toString(), names::of));
    }

    /** By what an adoption of this school is named. */
    public Optional<String> adoptionName(AdoptionId adoption) {
        return Optional.ofNullable(adoptionNames().get(adoption.toString()));
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
        return Page.all(desk.cohorts()::list).stream()
                .anyMatch(cohort ->
                        School.learners(desk, cohort.id(), now()).keySet().contains(learner));
    }

    /** A learner of a cohort that the actor sees, by name: the whole of it, or its beginning, or another part of it. */
    private PersonId byName(String given) {
        Map<PersonId, String> there = new LinkedHashMap<>();
        for (Cohort cohort : Page.all(desk.cohorts()::list)) {
            School.learners(desk, cohort.id(), now()).forEach((id, name) -> {
                if (!name.equals(id.value())) there.put(id, name);
            });
        }
        List<PersonId> meant = new Selector<>(
                        List.copyOf(there.keySet()),
                        PersonId::value,
                        each -> Objects.requireNonNull(there.get(each)),
                        texts)
                .titled(given);
        if (meant.isEmpty()) throw unknownLearner(given);
        if (meant.size() == 1) return meant.get(0);
        throw new Refusal(texts.say(
                "refused.which-learner",
                given,
                some(meant.stream()
                        .map(each -> there.get(each) + " [" + each + "]")
                        .toList())));
    }

    private Refusal unknownLearner(String learner) {
        Set<String> there = new LinkedHashSet<>();
        for (Cohort cohort : Page.all(desk.cohorts()::list)) {
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
