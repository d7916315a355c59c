package org.eportfolio.core;

import java.util.List;
import org.eportfolio.ConflictException;
import org.eportfolio.NotFoundException;
import org.eportfolio.Page;
import org.eportfolio.PageRequest;
import org.eportfolio.PortfolioException;
import org.eportfolio.access.Permission;
import org.eportfolio.core.internal.access.Entitled;
import org.eportfolio.core.internal.access.Gate;
import org.eportfolio.core.internal.access.Opened;
import org.eportfolio.core.internal.dossier.Classmates;
import org.eportfolio.core.internal.dossier.ProductionMaking;
import org.eportfolio.core.internal.input.Inputs;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.kind.GroupKinds;
import org.eportfolio.core.internal.work.Session;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.dossier.GroupAppraisal;
import org.eportfolio.dossier.GroupContribution;
import org.eportfolio.dossier.GroupProduction;
import org.eportfolio.dossier.NewGroup;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.dossier.Piece;
import org.eportfolio.dossier.Production;
import org.eportfolio.dossier.Version;
import org.eportfolio.id.AppraisalId;
import org.eportfolio.id.ContributionId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.GroupId;
import org.eportfolio.id.PersonId;
import org.eportfolio.spi.Scope;

/**
 * Productions that two to four learners of one cohort make together. Such a production is read with
 * {@link ProductionDesk#get} and cited like any other, by its members and by whoever may read in one of their dossiers.
 * Thread-safe.
 */
public final class GroupDesk {
    private final Session session;
    private final Gate gate;
    private final ProductionMaking productions;

    GroupDesk(Session session, Gate gate, ProductionMaking productions) {
        this.session = session;
        this.gate = gate;
        this.productions = productions;
    }

    /** Starts a production in the actor's own dossier and invites the others to make it with them. */
    public GroupProduction start(DossierId dossier, NewGroup input) {
        Inputs.checked(input);
        GroupProduction.requireSize(input.others().size() + 1);
        ProductionMaking.Ready ready = productions.ready(dossier, input.production());
        return session.write(DossierKinds.scope(dossier), work -> {
            Opened opened = gate.dossier(dossier, Permission.KEEP_PRODUCTION, work);
            Production production = productions.made(ready, opened, work);
            GroupProduction group = GroupProduction.around(
                    production,
                    new GroupId(work.newId()),
                    Classmates.of(opened.person(), input.others(), work),
                    input.others(),
                    work.now());
            work.put(DossierKinds.PRODUCTION, production);
            work.put(GroupKinds.GROUP_CONTRIBUTION, joining(group, opened, work));
            return put(group, "group.started", opened, work);
        });
    }

    /** Invites one more learner of the cohort; any member may, until the production was cited. */
    public GroupProduction invite(GroupId id, PersonId learner) {
        return write(id, work -> {
            GroupProduction group = require(id, work);
            Opened opened = opened(group, Permission.KEEP_PRODUCTION, work);
            Classmates.require(group.cohort(), learner, work);
            return put(group.inviting(learner, made(group, work), work.now()), "group.invited", opened, work);
        });
    }

    /** The invitations that wait for the actor's answer. */
    public List<GroupProduction> invitations() {
        return session.read(work -> {
            Entitled own = gate.learner(gate.person(), Permission.KEEP_PRODUCTION, work);
            return work.where(GroupKinds.GROUP, GroupKinds.groupsInviting(own.person()));
        });
    }

    /** Joins a group that invited the actor, who keeps their part in this dossier of theirs. */
    public GroupProduction accept(GroupId id, DossierId dossier) {
        return write(id, work -> {
            Opened opened = gate.dossier(dossier, Permission.KEEP_PRODUCTION, work);
            GroupProduction group = invited(id, opened.person(), work);
            GroupProduction joined = group.joinedBy(opened.person(), dossier, made(group, work), work.now());
            Classmates.require(group.cohort(), opened.person(), work);
            work.put(GroupKinds.GROUP_CONTRIBUTION, joining(joined, opened, work));
            return put(joined, "group.joined", opened, work);
        });
    }

    /** Declines an invitation. */
    public void decline(GroupId id) {
        write(id, work -> {
            Entitled own = gate.learner(gate.person(), Permission.KEEP_PRODUCTION, work);
            GroupProduction group = invited(id, own.person(), work).declinedBy(own.person());
            work.put(GroupKinds.GROUP, group);
            work.journal("group.declined", own.person(), own.role());
            return true;
        });
    }

    /** Leaves a group before its production was cited; what the actor said they did leaves with them. */
    public void leave(GroupId id) {
        write(id, work -> {
            GroupProduction group = require(id, work);
            Opened opened = opened(group, Permission.KEEP_PRODUCTION, work);
            Production production = made(group, work);
            GroupProduction left = group.leftBy(opened.person(), production);
            Production without = production.withoutContributionsOf(opened.person());
            if (!without.versions().equals(production.versions())) work.put(DossierKinds.PRODUCTION, without);
            work.remove(GroupKinds.GROUP_CONTRIBUTION, own(group, opened, work));
            return put(left, "group.left", opened, work);
        });
    }

    /** Takes the production and the group away: by the one who started it, while nobody else has joined. */
    public void remove(GroupId id) {
        write(id, work -> {
            GroupProduction group = require(id, work);
            Opened opened = opened(group, Permission.KEEP_PRODUCTION, work);
            Production production = made(group, work);
            group.requireRemovable(production);
            work.remove(DossierKinds.PRODUCTION, production);
            work.remove(GroupKinds.GROUP_CONTRIBUTION, own(group, opened, work));
            work.remove(GroupKinds.GROUP, group);
            work.journal("group.removed", opened.person(), opened.role());
            return true;
        });
    }

    /**
     * The actor says, in their own words, what they did; nobody can say it for another. Once the current version is
     * frozen, the words stand in a new one.
     */
    public GroupContribution contribute(GroupId id, String words) {
        Inputs.checked(new Inputs.Words(words));
        return write(id, work -> {
            GroupProduction group = require(id, work);
            Opened opened = opened(group, Permission.KEEP_PRODUCTION, work);
            Production production =
                    made(group, work).contributed(new Piece.Contribution(opened.person(), words), work.now());
            GroupContribution said =
                    own(group, opened, work).saying(words, production.current().number(), work.now());
            work.put(DossierKinds.PRODUCTION, production);
            work.put(GroupKinds.GROUP_CONTRIBUTION, said);
            work.journal("group.contributed", opened.person(), opened.role());
            return said;
        });
    }

    /**
     * Replaces the content that the members share, or adds a version after a frozen one; any member may. What each said
     * they did stays.
     *
     * @param seen the production as the caller read it; a {@link ConflictException} if it changed since
     */
    public Production revise(GroupId id, Production seen, NewProduction input) {
        return change(id, seen, input, "group.revised", Production::revised);
    }

    /** Adds a version after the current one; otherwise like {@link #revise}. */
    public Production extend(GroupId id, Production seen, NewProduction input) {
        return change(id, seen, input, "group.extended", Production::extended);
    }

    private Production change(
            GroupId id, Production seen, NewProduction input, String act, ProductionMaking.Step step) {
        Opened member = session.read(work -> opened(require(id, work), Permission.KEEP_PRODUCTION, work));
        ProductionMaking.Ready ready = productions.ready(member.dossier().id(), input);
        return write(id, work -> {
            GroupProduction group = require(id, work);
            Opened opened = opened(group, Permission.KEEP_PRODUCTION, work);
            if (!group.production().equals(seen.id())) throw new NotFoundException("production", seen.id());
            Version content = productions.version(ready, opened.dossier(), work);
            Production next = step.from(work.unchanged(DossierKinds.PRODUCTION, seen), content);
            Production kept = input.confidential() ? next.keptConfidential() : next;
            work.put(DossierKinds.PRODUCTION, kept);
            work.journal(act, opened.person(), opened.role());
            return kept;
        });
    }

    /**
     * Says something of the group's production, to the group. It carries no level, touches no member's dossier but the
     * one in which the production lives, and changes nobody's progress.
     */
    public GroupAppraisal appraise(GroupId id, String text) {
        Inputs.checked(new Inputs.Words(text));
        return write(id, work -> {
            GroupProduction group = require(id, work);
            Opened opened = opened(group, Permission.APPRAISE_GROUP, work);
            Version looked = made(group, work).current();
            GroupAppraisal appraisal = new GroupAppraisal(
                    new AppraisalId(work.newId()),
                    id,
                    group.dossier(),
                    looked.number(),
                    looked.contentHash(),
                    text,
                    opened.person(),
                    opened.role(),
                    work.now());
            work.put(GroupKinds.GROUP_APPRAISAL, appraisal);
            work.journal("group.appraised", opened.person(), opened.role());
            return appraisal;
        });
    }

    /** One group, for its members and for whoever may read in a member's dossier. */
    public GroupProduction get(GroupId id) {
        return session.read(work -> {
            GroupProduction group = require(id, work);
            opened(group, Permission.READ_PRODUCTION, work);
            return group;
        });
    }

    /**
     * A page of what was said of the group's production, the oldest first.
     *
     * @param request the first page, or {@link Page#next} of the page before
     */
    public Page<GroupAppraisal> appraisals(GroupId id, PageRequest request) {
        return session.read(work -> {
            opened(require(id, work), Permission.READ_PRODUCTION, work);
            return work.page(GroupKinds.GROUP_APPRAISAL, GroupKinds.appraisalsOf(id), request);
        });
    }

    /**
     * A page of the parts that a dossier's learner has in group productions, the oldest first.
     *
     * @param request the first page, or {@link Page#next} of the page before
     */
    public Page<GroupContribution> of(DossierId dossier, PageRequest request) {
        return session.read(work -> {
            gate.dossier(dossier, Permission.READ_PRODUCTION, work);
            return work.page(GroupKinds.GROUP_CONTRIBUTION, DossierKinds.scope(dossier), request);
        });
    }

    private interface Step<T> {
        T in(Work work);
    }

    /** Those who would collide over one group wait for each other, wherever its production lives. */
    private <T> T write(GroupId id, Step<T> step) {
        return session.write(new Scope(id.value()), step::in);
    }

    private static GroupProduction require(GroupId id, Work work) {
        return work.where(GroupKinds.GROUP, GroupKinds.group(id)).stream()
                .findFirst()
                .orElseThrow(() -> new NotFoundException("group", id));
    }

    /** The group as one that waits for this person's answer; as if it never were, for those whom it did not invite. */
    private static GroupProduction invited(GroupId id, PersonId person, Work work) {
        GroupProduction group = require(id, work);
        if (group.member(person).isEmpty()) throw new NotFoundException("group", id);
        return group;
    }

    private Opened opened(GroupProduction group, Permission permission, Work work) {
        return gate.anyOf(group.dossiers(), permission, () -> outside(group), work);
    }

    /** A member who was invited and has not joined sees that; for all others there is no such group. */
    private PortfolioException outside(GroupProduction group) {
        return group.member(gate.person()).isPresent()
                ? ConflictException.state("group.not-joined", group.title())
                : new NotFoundException("group", group.id());
    }

    private static Production made(GroupProduction group, Work work) {
        return work.require(
                DossierKinds.PRODUCTION,
                DossierKinds.scope(group.dossier()),
                group.production().value());
    }

    private static GroupContribution own(GroupProduction group, Opened opened, Work work) {
        return work.where(GroupKinds.GROUP_CONTRIBUTION, GroupKinds.contributionsTo(group.id())).stream()
                .filter(each -> each.member().equals(opened.person()))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("group", group.id()));
    }

    private static GroupContribution joining(GroupProduction group, Opened opened, Work work) {
        return new GroupContribution(
                new ContributionId(work.newId()),
                opened.dossier().id(),
                opened.person(),
                group.id(),
                group.dossier(),
                group.production(),
                0,
                null,
                work.now(),
                1);
    }

    private static GroupProduction put(GroupProduction group, String act, Opened opened, Work work) {
        work.put(GroupKinds.GROUP, group);
        work.journal(act, opened.person(), opened.role());
        return group;
    }
}
