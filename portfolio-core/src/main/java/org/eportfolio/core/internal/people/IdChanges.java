package org.eportfolio.core.internal.people;

import static org.eportfolio.core.internal.kind.SchoolKinds.ID_CHANGE;
import static org.eportfolio.school.IdChange.Manner.MERGED;
import static org.eportfolio.school.IdChange.Manner.RELEASED;
import static org.eportfolio.school.IdChange.Manner.RENAMED;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eportfolio.ConflictException;
import org.eportfolio.DeniedException;
import org.eportfolio.Message;
import org.eportfolio.NotFoundException;
import org.eportfolio.core.internal.call.Call;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.kind.SchoolKinds;
import org.eportfolio.core.internal.school.PeopleOnly;
import org.eportfolio.core.internal.work.Identities;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.IdChangeId;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.IdChange;
import org.eportfolio.school.IdChangePreview;
import org.eportfolio.school.Membership;

/**
 * By which steps a person's id becomes another, and what stands against a step. Each looks at everything that is kept, as an
 * erasure does. For one call.
 */
public final class IdChanges {
    private final Call call;
    private final Identities identities;

    public IdChanges(Call call) {
        this.call = call;
        this.identities = call.work().identities();
    }

    /** All steps, in the order in which they were made. */
    public List<IdChange> all() {
        return call.list(ID_CHANGE).stream().map(identities::now).toList();
    }

    /** What giving a person another id would do. */
    public IdChangePreview renaming(PersonId from, PersonId to) {
        List<Message> obstacles = obstacles(from, to);
        WrittenUnder written = new WrittenUnder(idsOf(from, to), call.work());
        requireKnown(from, written);
        boolean ownBefore = identities.all(from).contains(to.value());
        if (!ownBefore && isInUse(to, written)) obstacles.add(Message.of("identity.in-use", to));
        return new IdChangePreview(written.counts(), obstacles);
    }

    /** What joining two accounts would do. */
    public IdChangePreview merging(PersonId from, PersonId into) {
        List<Message> obstacles = obstacles(from, into);
        WrittenUnder written = new WrittenUnder(idsOf(from, into), call.work());
        requireKnown(from, written);
        requireKnown(into, written);
        int together = written.together(identities.all(from), identities.all(into));
        if (together > 0) obstacles.add(Message.of("identity.together", from, into, together));
        if (!Collections.disjoint(adoptions(from), adoptions(into))) {
            obstacles.add(Message.of("identity.dossiers", from, into));
        }
        if (!Collections.disjoint(cohorts(from), cohorts(into))) {
            obstacles.add(Message.of("identity.cohorts", from, into));
        }
        if (opensDossier(from, into)) obstacles.add(Message.of("identity.roles", from, into));
        if (opensDossier(into, from)) obstacles.add(Message.of("identity.roles", into, from));
        return new IdChangePreview(written.counts(), obstacles);
    }

    /** What taking a step back would do. */
    public IdChangePreview undoing(IdChange change) {
        List<Message> obstacles = new ArrayList<>();
        List<IdChange> all = all();
        boolean later =
                all.subList(all.indexOf(change) + 1, all.size()).stream().anyMatch(change::touches);
        if (later) obstacles.add(Message.of("identity.later"));
        Set<String> ids = new LinkedHashSet<>(List.of(change.from(), change.to()));
        WrittenUnder written = new WrittenUnder(ids, call.work());
        if (change.manner() == RELEASED && written.count(change.from()) > 0) {
            obstacles.add(Message.of("identity.in-use", change.to()));
        }
        return new IdChangePreview(written.counts(), obstacles);
    }

    /** @throws ConflictException if something stands against it */
    public IdChange rename(PersonId from, PersonId to) {
        return made(renaming(from, to), "person.renamed", from, from.value(), to.value(), RENAMED);
    }

    /**
     * @throws DeniedException if one of the accounts is the actor's own, who would take over what is another's
     * @throws ConflictException if something stands against it
     */
    public IdChange merge(PersonId from, PersonId into) {
        if (call.person().equals(from) || call.person().equals(into)) {
            throw new DeniedException(Message.of("denied.merge-oneself"));
        }
        return made(merging(from, into), "person.merged", into, from.value(), into.value(), MERGED);
    }

    /** @throws ConflictException if the id is a person's, or never was one's */
    public IdChange release(PersonId ended) {
        if (!identities.hasEnded(ended)) throw ConflictException.state("identity.not-ended", ended);
        String holder = "id-" + UUID.randomUUID().toString().substring(0, 13);
        return saved("person.id-released", PersonId.of(holder), holder, ended.value(), RELEASED);
    }

    /** @throws ConflictException if something stands against it */
    public IdChange undo(IdChangeId id) {
        IdChange change = require(id);
        refuse(undoing(change));
        call.remove("person.id-restored", ID_CHANGE, change);
        return change;
    }

    /** @throws NotFoundException if there is no such step */
    public IdChange require(IdChangeId id) {
        return all().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFoundException(ID_CHANGE.thing(), id));
    }

    private IdChange made(
            IdChangePreview preview, String act, PersonId person, String from, String to, IdChange.Manner manner) {
        refuse(preview);
        return saved(act, person, from, to, manner);
    }

    private IdChange saved(String act, PersonId person, String from, String to, IdChange.Manner manner) {
        IdChangeId id = new IdChangeId(call.newId());
        call.save(act, ID_CHANGE, new IdChange(id, person, from, to, manner, call.now()));
        return new IdChange(id, PersonId.of(to), from, to, manner, call.now());
    }

    private static void refuse(IdChangePreview preview) {
        if (!preview.possible()) {
            Message first = preview.obstacles().get(0);
            throw ConflictException.state(first.key(), first.arguments().toArray());
        }
    }

    private List<Message> obstacles(PersonId from, PersonId to) {
        PeopleOnly.require(from);
        PeopleOnly.require(to);
        List<Message> obstacles = new ArrayList<>();
        if (from.equals(to)) obstacles.add(Message.of("identity.same", from));
        if (identities.hasEnded(from)) obstacles.add(Message.of("identity.ended", from));
        boolean own = identities.all(from).contains(to.value());
        if (identities.hasEnded(to) && !own) obstacles.add(Message.of("identity.ended", to));
        return obstacles;
    }

    private Set<String> idsOf(PersonId one, PersonId other) {
        Set<String> ids = new LinkedHashSet<>();
        identities.asked(one).forEach(ids::add);
        identities.asked(other).forEach(ids::add);
        return ids;
    }

    private boolean isInUse(PersonId id, WrittenUnder written) {
        return identities.asked(id).anyMatch(each -> written.count(each) > 0)
                || all().stream().anyMatch(each -> each.to().equals(id.value()));
    }

    private void requireKnown(PersonId person, WrittenUnder written) {
        if (identities.hasEnded(person)) return;
        if (identities.asked(person).allMatch(each -> written.count(each) == 0)) {
            throw new NotFoundException("person", person);
        }
    }

    /** Whether the dossier of one would be the own dossier of the other, who has a role here, as staff and parents have. */
    private boolean opensDossier(PersonId learner, PersonId other) {
        return !call.where(DossierKinds.DOSSIER, DossierKinds.dossiersOf(learner))
                        .isEmpty()
                && !call.where(SchoolKinds.GRANT, SchoolKinds.grantsOf(other)).isEmpty();
    }

    private Set<AdoptionId> adoptions(PersonId learner) {
        Set<AdoptionId> adoptions = new HashSet<>();
        for (Dossier each : call.where(DossierKinds.DOSSIER, DossierKinds.dossiersOf(learner))) {
            each.adoptions().forEach(adoptions::add);
        }
        return adoptions;
    }

    /** Those that a person learns in, or will. */
    private Set<CohortId> cohorts(PersonId learner) {
        Set<CohortId> cohorts = new HashSet<>();
        for (Membership each : call.where(SchoolKinds.MEMBERSHIP, SchoolKinds.membershipsOf(learner))) {
            if (each.period().endsAfter(call.now())) cohorts.add(each.cohort());
        }
        return cohorts;
    }
}
