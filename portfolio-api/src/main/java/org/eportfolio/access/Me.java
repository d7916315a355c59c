package org.eportfolio.access;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Cohort;
import org.eportfolio.school.PersonName;
import org.eportfolio.school.Role;
import org.jspecify.annotations.Nullable;

/**
 * Who the actor of a desk is: what a host shows at the top of each page, and the choices that it offers there.
 *
 * @param name as it is shown to users: the directory's, else the one kept here, else the id
 * @param acting the role that the actor named; {@code null} when each call takes the one role that lets it through
 * @param roles those held now, in the order of {@link Role}, the earliest first
 * @param coming those that begin later, in the same order
 * @param cohorts the ones of today that the actor learns in or has a role over, by name; a role over the whole organisation
 *     names none
 * @param dossiers the actor's own that they may read now, the oldest first; none for those who are no learners
 * @param readableUntil for learners who have left: the last day on which they read; {@code null} for everybody else
 */
public record Me(
        PersonId person,
        PersonName name,
        @Nullable Role acting,
        List<HeldRole> roles,
        List<HeldRole> coming,
        List<Cohort> cohorts,
        List<Dossier> dossiers,
        @Nullable LocalDate readableUntil) {
    public Me {
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(name, "name");
        roles = List.copyOf(roles);
        coming = List.copyOf(coming);
        cohorts = List.copyOf(cohorts);
        dossiers = List.copyOf(dossiers);
    }

    /** The same person by another name. */
    public Me called(PersonName other) {
        return new Me(person, other, acting, roles, coming, cohorts, dossiers, readableUntil);
    }

    /**
     * The roles among which the actor can switch: {@code portfolio.as(desk.actor().acting(role))}. Unmodifiable, in the order
     * of {@link Role}.
     */
    public Set<Role> choice() {
        EnumSet<Role> choice = EnumSet.noneOf(Role.class);
        roles.forEach(each -> choice.add(each.role()));
        return Collections.unmodifiableSet(choice);
    }
}
