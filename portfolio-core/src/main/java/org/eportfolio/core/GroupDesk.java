package org.eportfolio.core;

import static org.eportfolio.access.Permission.APPRAISE_GROUP;
import static org.eportfolio.access.Permission.KEEP_PRODUCTION;
import static org.eportfolio.access.Permission.READ_PRODUCTION;
import static org.eportfolio.core.internal.kind.DossierKinds.PRODUCTION;
import static org.eportfolio.core.internal.kind.GroupKinds.GROUP;
import static org.eportfolio.core.internal.kind.GroupKinds.GROUP_APPRAISAL;
import static org.eportfolio.core.internal.kind.GroupKinds.GROUP_CONTRIBUTION;

import java.util.List;
import java.util.function.BiFunction;
import org.eportfolio.ConflictException;
import org.eportfolio.NotFoundException;
import org.eportfolio.Page;
import org.eportfolio.PageRequest;
import org.eportfolio.PortfolioException;
import org.eportfolio.access.Permission;
import org.eportfolio.core.internal.access.Gate;
import org.eportfolio.core.internal.call.Call;
import org.eportfolio.core.internal.call.DeskContext;
import org.eportfolio.core.internal.call.DossierCall;
import org.eportfolio.core.internal.dossier.Classmates;
import org.eportfolio.core.internal.dossier.ProductionMaking;
import org.eportfolio.core.internal.dossier.Removals;
import org.eportfolio.core.internal.input.Inputs;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.kind.GroupKinds;
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
 * {@link ProductionDesk#get} and cited like any other, by its members and by readers of one of their dossiers.
 * Thread-safe.
 */
public final class GroupDesk {
    private final DeskContext desk;
    private final ProductionMaking productions;

    GroupDesk(DeskContext desk, ProductionMaking productions) {
        this.desk = desk;
        this.productions = productions;
    }

    /** Starts a production in the actor's own dossier and invites the others to make it with them. */
    public GroupProduction start(DossierId dossier, NewGroup input) {
        NewGroup given = Inputs.checked(input);
        GroupProduction.requireSize(given.others().size() + 1);
        ProductionMaking.Ready ready = productions.ready(dossier, given.production());
        return desk.write(dossier, KEEP_PRODUCTION, call -> {
            Production production = productions.made(ready, call);
            GroupProduction group = GroupProduction.around(
                    production,
                    new GroupId(call.newId()),
                    Classmates.of(call.person(), given.others(), call.work()),
                    given.others(),
                    call.now());
            call.put(PRODUCTION, production);
            call.put(GROUP_CONTRIBUTION, joining(group, call));
            return call.save("group.started", GROUP, group);
        });
    }

    /** Invites one more learner of the cohort; any member may, until the production was cited. */
    public GroupProduction invite(GroupId id, PersonId learner) {
        return write(id, KEEP_PRODUCTION, (group, call) -> {
            Classmates.require(group.cohort(), learner, call.work());
            return call.save("group.invited", GROUP, group.withInvited(learner, made(group, call), call.now()));
        });
    }

    /** The invitations that wait for the actor's answer: one for each group that has asked and was not answered. */
    public List<GroupProduction> invitations() {
        return desk.session()
                .read(work ->
                        work.where(GROUP, GroupKinds.groupsInviting(own(work).person())));
    }

    private Call own(Work work) {
        return desk.by(desk.gate().learner(desk.gate().person(), KEEP_PRODUCTION, work), work);
    }

    /** Joins a group that invited the actor, who keeps their part in this dossier of theirs. */
    public GroupProduction accept(GroupId id, DossierId dossier) {
        return desk.session().write(alone(id), work -> {
            DossierCall call = desk.open(dossier, KEEP_PRODUCTION, work);
            GroupProduction group = invited(id, call);
            GroupProduction joined = group.withJoined(call.person(), dossier, made(group, call), call.now());
            Classmates.require(group.cohort(), call.person(), call.work());
            call.put(GROUP_CONTRIBUTION, joining(joined, call));
            return call.save("group.joined", GROUP, joined);
        });
    }

    /** Declines an invitation. */
    public void decline(GroupId id) {
        desk.session().write(alone(id), work -> {
            Call call = own(work);
            return call.save("group.declined", GROUP, invited(id, call).withoutInvited(call.person()));
        });
    }

    /** Leaves a group before its production was cited; what the actor said they did leaves with them. */
    public void leave(GroupId id) {
        write(id, KEEP_PRODUCTION, (group, call) -> {
            Production production = made(group, call);
            GroupProduction left = group.withoutMember(call.person(), production);
            Production without = production.withoutContributionsOf(call.person());
            if (!without.versions().equals(production.versions())) call.put(PRODUCTION, without);
            call.remove(GROUP_CONTRIBUTION, own(group, call));
            return call.save("group.left", GROUP, left);
        });
    }

    /** Takes the production and the group away: by the one who started it, while no one else has joined. */
    public void remove(GroupId id) {
        write(id, KEEP_PRODUCTION, (group, call) -> {
            Production production = made(group, call);
            group.requireRemovable(production);
            Removals.requireRemovable(production, call.work());
            if (!call.work()
                    .where(GROUP_APPRAISAL, GroupKinds.appraisalsOf(group.id()))
                    .isEmpty()) {
                throw ConflictException.state("production.discussed", production.title());
            }
            call.remove(PRODUCTION, production);
            call.remove(GROUP_CONTRIBUTION, own(group, call));
            call.remove("group.removed", GROUP, group);
            return group;
        });
    }

    /**
     * The actor says, in their own words, what they did; no one can say it for another. Once the current version is
     * frozen, the words stand in a new one.
     *
     * @param seen the actor's own part as they read it, such as {@link #part} gives; a {@link ConflictException} if it
     *     changed since
     */
    public GroupContribution contribute(GroupContribution seen, String words) {
        String given = Inputs.words(words);
        return write(seen.group(), KEEP_PRODUCTION, (group, call) -> {
            GroupContribution there = own(group, call);
            if (!there.id().equals(seen.id())) throw new NotFoundException("group-contribution", seen.id());
            GROUP_CONTRIBUTION.unchanged(seen, there);
            Production production =
                    made(group, call).withContribution(new Piece.Contribution(call.person(), given), call.now());
            GroupContribution said = there.withWords(given, production.current().number(), call.now());
            call.put(PRODUCTION, production);
            return call.save("group.contributed", GROUP_CONTRIBUTION, said);
        });
    }

    /**
     * Replaces the content that the members share, or adds a version after a frozen one; any member may. What each said
     * they did stays.
     *
     * @param seen the production as the caller read it; a {@link ConflictException} if it changed since
     */
    public Production revise(GroupId id, Production seen, NewProduction input) {
        return change(id, seen, input, "group.revised", Production::withContent);
    }

    /** Adds a version after the current one; otherwise like {@link #revise}. */
    public Production extend(GroupId id, Production seen, NewProduction input) {
        return change(id, seen, input, "group.extended", Production::withNewVersion);
    }

    private Production change(
            GroupId id, Production seen, NewProduction input, String act, ProductionMaking.Step step) {
        DossierCall member = desk.session().read(work -> opened(require(id, work), KEEP_PRODUCTION, work));
        ProductionMaking.Ready ready = productions.ready(member.dossier().id(), input);
        return write(id, KEEP_PRODUCTION, (group, call) -> {
            if (!group.production().equals(seen.id())) throw new NotFoundException("production", seen.id());
            Version content = productions.version(ready, call);
            Production next = step.from(call.unchanged(PRODUCTION, seen), content);
            Production kept = ready.input().confidential() ? next.withConfidentiality() : next;
            return call.save(act, PRODUCTION, kept);
        });
    }

    /**
     * Says something of the group's production, to the group. It carries no level, touches no member's dossier but the
     * one in which the production lives, and changes no one's progress.
     */
    public GroupAppraisal appraise(GroupId id, String text) {
        String said = Inputs.words(text);
        return write(id, APPRAISE_GROUP, (group, call) -> {
            Version looked = made(group, call).current();
            GroupAppraisal appraisal = new GroupAppraisal(
                    new AppraisalId(call.newId()),
                    id,
                    group.dossier(),
                    looked.number(),
                    looked.contentHash(),
                    said,
                    call.person(),
                    call.role(),
                    call.now());
            return call.save("group.appraised", GROUP_APPRAISAL, appraisal);
        });
    }

    /** One group, for its members and for readers of a member's dossier. */
    public GroupProduction get(GroupId id) {
        return desk.session().read(work -> {
            GroupProduction group = require(id, work);
            opened(group, READ_PRODUCTION, work);
            return group;
        });
    }

    /**
     * A page of what was said of the group's production, the oldest first.
     *
     * @param request the first page, or {@link Page#next} of the page before
     */
    public Page<GroupAppraisal> appraisals(GroupId id, PageRequest request) {
        return desk.session().read(work -> {
            opened(require(id, work), READ_PRODUCTION, work);
            return work.page(GROUP_APPRAISAL, GroupKinds.appraisalsOf(id), request);
        });
    }

    /** The actor's own part in a group that they joined, for the actor to say what they did. */
    public GroupContribution part(GroupId id) {
        return desk.session().read(work -> {
            GroupProduction group = require(id, work);
            return own(group, opened(group, KEEP_PRODUCTION, work));
        });
    }

    /**
     * A page of the parts that a dossier's learner has in group productions, the oldest first.
     *
     * @param request the first page, or {@link Page#next} of the page before
     */
    public Page<GroupContribution> of(DossierId dossier, PageRequest request) {
        return desk.read(dossier, READ_PRODUCTION, call -> call.page(GROUP_CONTRIBUTION, request));
    }

    /** Those who would collide over one group wait for each other, wherever its production lives. */
    private static Scope alone(GroupId id) {
        return new Scope(id.value());
    }

    private <T> T write(GroupId id, Permission permission, BiFunction<GroupProduction, DossierCall, T> step) {
        return desk.session().write(alone(id), work -> {
            GroupProduction group = require(id, work);
            DossierCall call = opened(group, permission, work);
            Gate.requireNoHistory(group.dossier(), work);
            return step.apply(group, call);
        });
    }

    private static GroupProduction require(GroupId id, Work work) {
        return work.where(GROUP, GroupKinds.group(id)).stream()
                .findFirst()
                .orElseThrow(() -> new NotFoundException("group", id));
    }

    /** The group that invited this person; not found if it did not. */
    private static GroupProduction invited(GroupId id, Call call) {
        GroupProduction group = require(id, call.work());
        if (group.member(call.person()).isEmpty()) throw new NotFoundException("group", id);
        Gate.requireNoHistory(group.dossier(), call.work());
        return group;
    }

    private DossierCall opened(GroupProduction group, Permission permission, Work work) {
        return desk.in(desk.gate().anyOf(group.dossiers(), permission, () -> outside(group), work), work);
    }

    /** A member who was invited and has not joined sees that; for all others there is no such group. */
    private PortfolioException outside(GroupProduction group) {
        return group.member(desk.gate().person()).isPresent()
                ? ConflictException.state("group.not-joined", group.title())
                : new NotFoundException("group", group.id());
    }

    private static Production made(GroupProduction group, Call call) {
        return call.work()
                .require(
                        PRODUCTION,
                        DossierKinds.scope(group.dossier()),
                        group.production().value());
    }

    private static GroupContribution own(GroupProduction group, DossierCall call) {
        return call.where(GROUP_CONTRIBUTION, GroupKinds.contributionsTo(group.id())).stream()
                .filter(each -> each.member().equals(call.person()))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("group", group.id()));
    }

    private static GroupContribution joining(GroupProduction group, DossierCall call) {
        return new GroupContribution(
                new ContributionId(call.newId()),
                call.dossier().id(),
                call.person(),
                group.id(),
                group.dossier(),
                group.production(),
                0,
                null,
                call.now(),
                1);
    }
}
