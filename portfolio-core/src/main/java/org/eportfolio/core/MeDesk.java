package org.eportfolio.core;

import static org.eportfolio.core.internal.kind.DossierKinds.DOSSIER;
import static org.eportfolio.core.internal.kind.SchoolKinds.COHORT;
import static org.eportfolio.core.internal.kind.SchoolKinds.PERSON;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eportfolio.access.AccessPolicy;
import org.eportfolio.access.HeldPermissions;
import org.eportfolio.access.Me;
import org.eportfolio.access.Permission;
import org.eportfolio.core.internal.access.OwnRoles;
import org.eportfolio.core.internal.access.Ruling;
import org.eportfolio.core.internal.access.Verdict;
import org.eportfolio.core.internal.call.DeskContext;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.kind.KeptName;
import org.eportfolio.core.internal.kind.SchoolKinds;
import org.eportfolio.core.internal.school.GuardedDirectory;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.NameOrder;
import org.eportfolio.school.PersonName;
import org.eportfolio.school.Reach;
import org.eportfolio.school.Role;
import org.eportfolio.spi.Scope;

/** The actor, for themselves: who they are here, and what they may do. For people with a role. Thread-safe. */
public final class MeDesk {
    private final DeskContext desk;
    private final GuardedDirectory names;

    MeDesk(DeskContext desk, GuardedDirectory names) {
        this.desk = desk;
        this.names = names;
    }

    /**
     * Who the actor is: name, roles with their reach and dates, cohorts and dossiers. Naming a role changes only
     * {@link Me#acting} and the dossiers, which are those that open to this role.
     *
     * @throws org.eportfolio.DeniedException if the actor holds no role, or not the one that they name
     */
    public Me get() {
        PersonId person = desk.gate().person();
        Me me = desk.session().read(work -> {
            OwnRoles roles = desk.gate().own(work);
            return new Me(
                    person,
                    work.where(PERSON, SchoolKinds.namesOf(person)).stream()
                            .findFirst()
                            .map(KeptName::personName)
                            .orElseGet(() -> PersonName.shown(person.value())),
                    desk.gate().actor().role().orElse(null),
                    roles.now(),
                    roles.coming(),
                    roles.cohorts().isEmpty()
                            ? List.of()
                            : work.list(COHORT, Scope.ORGANISATION).stream()
                                    .filter(each -> roles.cohorts().contains(each.id()) && each.runsOn(work.today()))
                                    .sorted(NameOrder.of(Locale.ROOT).cohorts())
                                    .toList(),
                    desk.gate().ownDossiers(work.where(DOSSIER, DossierKinds.dossiersOf(person)), work),
                    roles.readableUntil());
        });
        return names.personName(person).map(me::called).orElse(me);
    }

    /**
     * What the actor may do over something now: decided by the gate that decides each call, the host's policy included. A host
     * shows a button where the permission of its call is held; {@link HeldPermissions} says what that does not promise.
     *
     * @param object a dossier, a production of it, a cohort, or the organisation
     * @throws org.eportfolio.NotFoundException if there is no such thing, or it is out of the actor's reach
     * @throws org.eportfolio.DeniedException if the actor has no role here, or one that has ended
     */
    public HeldPermissions may(Reach object) {
        Objects.requireNonNull(object, "object");
        List<Ruling> rulings = desk.session().read(work -> desk.gate().rulings(object, work));
        Set<Permission> held = EnumSet.noneOf(Permission.class);
        Map<Permission, Set<Role>> byRole = new EnumMap<>(Permission.class);
        for (Ruling each : rulings) {
            if (each.question().filter(this::admitted).isPresent()) held.add(each.permission());
            Set<Role> choice = choice(each);
            if (!choice.isEmpty()) byRole.put(each.permission(), choice);
        }
        return new HeldPermissions(object, held, byRole);
    }

    /** The roles of which one must be named, without those that the host's policy refuses. */
    private Set<Role> choice(Ruling ruling) {
        if (!(ruling.verdict() instanceof Verdict.Refused refused)) return Set.of();
        PersonId person = desk.gate().person();
        Optional<DossierId> dossier = Optional.ofNullable(ruling.dossier()).map(Dossier::id);
        return refused.choice().stream()
                .filter(role ->
                        admitted(new AccessPolicy.Question(person, role, ruling.permission(), dossier.orElse(null))))
                .collect(Collectors.toSet());
    }

    private boolean admitted(AccessPolicy.Question question) {
        return desk.engine().veto(question).isEmpty();
    }
}
