package org.eportfolio.console.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eportfolio.console.school.School;
import org.eportfolio.core.BundledFrameworks;
import org.eportfolio.core.Desk;
import org.eportfolio.core.ExampleScales;
import org.eportfolio.dossier.Citation;
import org.eportfolio.dossier.Production;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Actor;
import org.eportfolio.school.Members;
import org.eportfolio.school.Role;
import org.eportfolio.sharing.IssuedLink;

/** Where the demonstration is played: the school, the day that it is there, and all that the script has named so far. */
final class DemoStage {
    private static final LocalTime FIRST_HOUR = LocalTime.of(9, 0);

    private final School school;
    private final AdoptionId adoption;
    private final CohortId cohort;
    private final Map<String, DossierId> dossiers = new HashMap<>();
    private final Map<String, Object> named = new HashMap<>();

    /** The beginning of the year: a framework on a scale, a class, and people's names. */
    DemoStage(DemoScript script, School school) {
        this.school = school;
        moveTo(script.begins());
        Desk head = school.portfolio().setUp(script.administrator());
        head.frameworks().publish(BundledFrameworks.CRCN);
        head.frameworks().publish(BundledFrameworks.TRANSVERSAL);
        adoption = head.frameworks().adopt(BundledFrameworks.MC_SNO, ExampleScales.FOUR_STEPS);
        cohort = head.together(joined -> {
            script.names().forEach((id, name) -> joined.people().name(PersonId.of(id), name));
            return joined.cohorts()
                    .enrol(
                            script.cohort(),
                            Members.learners(script.people(Role.LEARNER)),
                            Members.teachers(script.people(Role.TEACHER)),
                            Members.leadTeachers(script.people(Role.LEAD_TEACHER)));
        });
    }

    Desk as(String person) {
        return school.as(person);
    }

    /** What the bearer of a link can do. */
    Desk bearing(IssuedLink link) {
        return school.portfolio().as(Actor.bearing(link.token().text()));
    }

    CohortId cohort() {
        return cohort;
    }

    /** Each learner opens their own dossier. */
    void open(String learner) {
        dossiers.put(learner, as(learner).dossiers().open(adoption));
    }

    DossierId dossier(String learner) {
        return Objects.requireNonNull(dossiers.get(learner), learner);
    }

    /** The dossier of the learner that the event is about; without one, of the acting person. */
    DossierId dossier(DemoEvent event) {
        return dossier(event.tree().find("learner").orElse(event.who()));
    }

    void name(String name, Object thing) {
        named.put(name, thing);
    }

    /** What the script has named. */
    <T> T named(Class<T> type, String name) {
        return type.cast(Objects.requireNonNull(named.get(name), name));
    }

    /** What the event is {@code of}. */
    <T> T of(Class<T> type, DemoEvent event) {
        return named(type, event.tree().text("of"));
    }

    /** A production that the event cites, in the version that stands. */
    Optional<Citation> cited(DemoEvent event) {
        return event.tree().find("citing").map(name -> Citation.of(named(Production.class, name)));
    }

    /** The end of a working day. */
    Instant evening(LocalDate day) {
        return day.atTime(18, 0).atZone(school.clock().getZone()).toInstant();
    }

    /** Nine o'clock on that day, or a minute after what happened last. */
    void moveTo(LocalDate day) {
        ZonedDateTime morning = ZonedDateTime.of(day, FIRST_HOUR, school.clock().getZone());
        ZonedDateTime next =
                school.clock().instant().atZone(school.clock().getZone()).plusMinutes(1);
        boolean sameDay = next.toLocalDate().equals(day) && next.isAfter(morning);
        school.clock().moveTo((sameDay ? next : morning).toInstant());
    }
}
