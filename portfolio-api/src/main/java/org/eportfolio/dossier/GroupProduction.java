package org.eportfolio.dossier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.eportfolio.ConflictException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.GroupId;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.ProductionId;
import org.jspecify.annotations.Nullable;

/**
 * Two to four learners of one cohort make one production (<em>travail en équipe</em>). It lives once, in the dossier of
 * the one who started it; each member says in their own words what they did, and may cite it in their own dossier. Who
 * is in the group is settled from the first citation on.
 * Methods named {@code with…} give a changed copy; nothing is stored.
 *
 * @param dossier where the production lives
 * @param title of the production when the group was started, for those who are invited
 * @param cohort to which all belong when they are invited and when they join
 * @param members the one who started it first; those invited, too
 * @param revision grows by one with each change
 */
public record GroupProduction(
        GroupId id,
        DossierId dossier,
        ProductionId production,
        String title,
        CohortId cohort,
        List<Member> members,
        Instant startedAt,
        int revision) {
    private static final int FEWEST = 2;
    private static final int MOST = 4;

    /**
     * A member of the group.
     *
     * @param dossier in which they keep their part; {@code null} while they have not accepted the invitation
     * @param since when they were invited, or joined
     */
    public record Member(PersonId person, @Nullable DossierId dossier, Instant since) {
        public Member {
            Objects.requireNonNull(person, "person");
            Objects.requireNonNull(since, "since");
        }

        public boolean joined() {
            return dossier != null;
        }
    }

    public GroupProduction {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(dossier, "dossier");
        Objects.requireNonNull(production, "production");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(cohort, "cohort");
        Objects.requireNonNull(startedAt, "startedAt");
        members = List.copyOf(members);
        if (members.isEmpty()) throw new IllegalArgumentException("a group has at least one member");
        InvalidInputException.unless(members.size() <= MOST, "members", "group.size", FEWEST, MOST, members.size());
        Set<PersonId> people = new HashSet<>();
        for (Member each : members) {
            InvalidInputException.unless(people.add(each.person()), "members", "group.twice", each.person());
        }
    }

    /** A group around a new production: its owner has joined, the others are invited. */
    public static GroupProduction around(
            Production production, GroupId id, CohortId cohort, List<PersonId> others, Instant at) {
        requireSize(others.size() + 1);
        List<Member> members = new ArrayList<>();
        members.add(new Member(production.owner(), production.dossier(), at));
        others.forEach(each -> members.add(new Member(each, null, at)));
        return new GroupProduction(
                id, production.dossier(), production.id(), production.title(), cohort, members, at, 1);
    }

    /**
     * Refuses a group that would begin too small or too large.
     *
     * @param people how many it would have, the one who starts it included
     */
    public static void requireSize(int people) {
        InvalidInputException.unless(people >= FEWEST && people <= MOST, "members", "group.size", FEWEST, MOST, people);
    }

    /** The one who started it, in whose dossier the production lives. */
    public PersonId starter() {
        return members.get(0).person();
    }

    /** This person's place in the group; empty for a person who was never invited, declined or left. */
    public Optional<Member> member(PersonId person) {
        return members.stream().filter(each -> each.person().equals(person)).findFirst();
    }

    /** Whether this person accepted, so that the production is theirs too. */
    public boolean isMadeBy(PersonId person) {
        return member(person).filter(Member::joined).isPresent();
    }

    /** The dossiers of those who joined. */
    public List<DossierId> dossiers() {
        List<DossierId> dossiers = new ArrayList<>();
        for (Member each : members) {
            DossierId joined = each.dossier();
            if (joined != null) dossiers.add(joined);
        }
        return dossiers;
    }

    /** The group with one more learner invited. */
    public GroupProduction withInvited(PersonId person, Production made, Instant at) {
        requireOpen(made);
        List<Member> next = new ArrayList<>(members);
        next.add(new Member(person, null, at));
        return with(next);
    }

    /** The group once an invited learner has accepted and keeps their part in this dossier. */
    public GroupProduction withJoined(PersonId person, DossierId own, Production made, Instant at) {
        requireOpen(made);
        return moved(person, invited -> {
            if (invited.joined()) throw ConflictException.state("group.joined", title);
            return new Member(person, own, at);
        });
    }

    /** The group once an invited learner has declined. */
    public GroupProduction withoutInvited(PersonId person) {
        if (isMadeBy(person)) throw ConflictException.state("group.joined", title);
        return without(person);
    }

    /** The group once a member has left; the one who started it stays. */
    public GroupProduction withoutMember(PersonId person, Production made) {
        requireOpen(made);
        if (person.equals(starter())) throw ConflictException.state("group.starter-stays", title);
        return without(person);
    }

    /** Refuses to take the production away from others who joined, or from judgements that rest on it. */
    public void requireRemovable(Production made) {
        requireOpen(made);
        if (dossiers().size() > 1) throw ConflictException.state("group.shared", title);
    }

    /** Refuses to cite the production as a group's while fewer than two have joined. */
    public void requireCitable() {
        if (dossiers().size() < FEWEST) throw ConflictException.state("group.too-few", title, FEWEST);
    }

    private void requireOpen(Production made) {
        boolean cited = made.versions().stream().anyMatch(each -> each.frozen() != null);
        if (cited) throw ConflictException.state("group.settled", title);
    }

    private GroupProduction moved(PersonId person, UnaryOperator<Member> step) {
        return with(members.stream()
                .map(each -> each.person().equals(person) ? step.apply(each) : each)
                .toList());
    }

    private GroupProduction without(PersonId person) {
        return with(
                members.stream().filter(each -> !each.person().equals(person)).toList());
    }

    private GroupProduction with(List<Member> next) {
        return new GroupProduction(id, dossier, production, title, cohort, next, startedAt, revision + 1);
    }
}
