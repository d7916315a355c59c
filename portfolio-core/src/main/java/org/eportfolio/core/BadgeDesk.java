package org.eportfolio.core;

import static org.eportfolio.access.Permission.AWARD_BADGE;
import static org.eportfolio.access.Permission.DEFINE_BADGE;
import static org.eportfolio.access.Permission.ISSUE_BADGE;
import static org.eportfolio.access.Permission.ISSUE_CLASS_BADGES;
import static org.eportfolio.access.Permission.KEEP_BADGE;
import static org.eportfolio.access.Permission.PUBLISH_REVOKED_BADGES;
import static org.eportfolio.access.Permission.READ_BADGE;
import static org.eportfolio.access.Permission.READ_BADGE_DEFINITIONS;
import static org.eportfolio.access.Permission.REVOKE_BADGE;
import static org.eportfolio.core.internal.kind.BadgeKinds.AWARD;
import static org.eportfolio.core.internal.kind.BadgeKinds.DEFINITION;

import java.net.URI;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eportfolio.ConflictException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.Page;
import org.eportfolio.PageRequest;
import org.eportfolio.badge.BadgeAward;
import org.eportfolio.badge.BadgeChoice;
import org.eportfolio.badge.BadgeDefinition;
import org.eportfolio.badge.BadgeStatement;
import org.eportfolio.badge.BadgeStatus;
import org.eportfolio.badge.ClassBadges;
import org.eportfolio.badge.IssuedBadge;
import org.eportfolio.badge.NewBadge;
import org.eportfolio.badge.NewBadgeAcceptance;
import org.eportfolio.badge.RevokedBadges;
import org.eportfolio.core.internal.badge.BadgeContents;
import org.eportfolio.core.internal.badge.BadgePlaces;
import org.eportfolio.core.internal.badge.IssuedBadges;
import org.eportfolio.core.internal.call.Call;
import org.eportfolio.core.internal.call.DeskContext;
import org.eportfolio.core.internal.call.DossierCall;
import org.eportfolio.core.internal.dossier.Citations;
import org.eportfolio.core.internal.input.Inputs;
import org.eportfolio.dossier.Evidence;
import org.eportfolio.framework.LevelId;
import org.eportfolio.id.BadgeAwardId;
import org.eportfolio.id.BadgeDefinitionId;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.DossierId;
import org.eportfolio.spi.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Badges. The school defines them; a learner asks for one or a teacher offers one; the learner accepts it under a name and with
 * evidence that they choose, and lets it become a file. For a minor that takes their own consent and that of a legal
 * representative ({@link org.eportfolio.reflection.AuthorisationKind#BADGE}). The portfolio keeps what a badge states;
 * {@code portfolio-credentials} signs it. Thread-safe.
 */
public final class BadgeDesk {
    private final DeskContext desk;

    BadgeDesk(DeskContext desk) {
        this.desk = desk;
    }

    /**
     * Defines a badge.
     *
     * @throws InvalidInputException if it names a bloc, or anything else that is no competency: that a bloc, a unit or a diploma
     *     is acquired is the recteur's to attest (code de l'éducation, D337-150)
     */
    public BadgeDefinition define(NewBadge input) {
        NewBadge given = Inputs.checked(input);
        return desk.write(
                DEFINE_BADGE,
                call -> call.save(
                        "badge.defined",
                        DEFINITION,
                        new BadgeDefinition(
                                new BadgeDefinitionId(call.newId()),
                                BadgeContents.statement(given, call),
                                call.person(),
                                call.now(),
                                false,
                                1)));
    }

    /**
     * Puts another statement in place of a badge's; what was offered before says what it said.
     *
     * @param seen the badge as the caller read it; a {@link ConflictException} if it changed since
     */
    public BadgeDefinition revise(BadgeDefinition seen, NewBadge input) {
        Objects.requireNonNull(seen, "seen");
        NewBadge given = Inputs.checked(input);
        return desk.write(
                DEFINE_BADGE,
                call -> call.change(
                        "badge.revised",
                        DEFINITION,
                        seen,
                        each -> each.withStatement(BadgeContents.statement(given, call))));
    }

    /**
     * Stops giving a badge. Learners who have it keep it.
     *
     * @param seen the badge as the caller read it; a {@link ConflictException} if it changed since
     */
    public BadgeDefinition close(BadgeDefinition seen) {
        Objects.requireNonNull(seen, "seen");
        return desk.write(
                DEFINE_BADGE, call -> call.change("badge.closed", DEFINITION, seen, BadgeDefinition::asClosed));
    }

    /** One badge that the school defined. */
    public BadgeDefinition definition(BadgeDefinitionId id) {
        Objects.requireNonNull(id, "id");
        return desk.read(READ_BADGE_DEFINITIONS, call -> call.require(DEFINITION, id.value()));
    }

    /**
     * A page of the badges that the school defined, the oldest first, closed ones too.
     *
     * @param request the first page, or {@link Page#next} of the page before
     */
    public Page<BadgeDefinition> definitions(PageRequest request) {
        return desk.read(READ_BADGE_DEFINITIONS, call -> call.page(DEFINITION, request));
    }

    /**
     * The learner asks for a badge.
     *
     * @param words why; may be empty
     * @throws ConflictException if the badge is closed, or was asked for or offered already
     */
    public BadgeAward ask(DossierId dossier, BadgeDefinitionId definition, String words) {
        String said = Inputs.words(words);
        return desk.write(dossier, KEEP_BADGE, call -> {
            BadgeDefinition badge = open(definition, call);
            standing(badge, call).stream()
                    .filter(each -> each.status() != BadgeStatus.ACCEPTED)
                    .forEach(BadgeDesk::refuseAnother);
            return call.save(
                    "badge.asked",
                    AWARD,
                    new BadgeAward(
                            new BadgeAwardId(call.newId()),
                            dossier,
                            badge.id(),
                            badge.statement(),
                            new BadgeAward.Request(said, call.now()),
                            null,
                            null,
                            null,
                            1));
        });
    }

    /**
     * A teacher offers a badge, unasked or in answer to the learner who asked for it.
     *
     * @param level of the adoption's scale for the badge of a competency; {@code null} for any other
     * @param reason what it rests on
     * @throws ConflictException if the badge is closed, or was offered or accepted at this level already
     */
    public BadgeAward offer(DossierId dossier, BadgeDefinitionId definition, @Nullable LevelId level, String reason) {
        String said = Inputs.words(reason);
        InvalidInputException.unless(!said.isBlank(), "reason", "text.blank");
        return desk.write(dossier, AWARD_BADGE, call -> {
            BadgeDefinition badge = open(definition, call);
            BadgeStatement statement = badge.statement();
            requireLevel(statement, level, call);
            BadgeAward.Offer offer = new BadgeAward.Offer(level, said, call.person(), call.role(), call.now());
            for (BadgeAward each : standing(badge, call)) {
                if (each.status() == BadgeStatus.ASKED) {
                    return call.save("badge.offered", AWARD, each.asOffered(statement, offer));
                }
                boolean other = each.status() == BadgeStatus.ACCEPTED && !Objects.equals(each.level(), level);
                if (!other) refuseAnother(each);
            }
            return call.save(
                    "badge.offered",
                    AWARD,
                    new BadgeAward(
                            new BadgeAwardId(call.newId()),
                            dossier,
                            badge.id(),
                            statement,
                            null,
                            offer,
                            null,
                            null,
                            1));
        });
    }

    private static BadgeDefinition open(BadgeDefinitionId id, DossierCall call) {
        Objects.requireNonNull(id, "definition");
        BadgeDefinition badge = call.work().require(DEFINITION, Scope.ORGANISATION, id.value());
        badge.requireOpen();
        if (badge.statement().adoption() != null) call.adopted(badge.statement().adoption());
        return badge;
    }

    /** The learner's award of this badge, be it asked for, offered or accepted; one that is not over comes first. */
    private static List<BadgeAward> standing(BadgeDefinition badge, DossierCall call) {
        return call.list(AWARD).stream()
                .filter(each -> each.definition().equals(badge.id()) && each.ending() == null)
                .sorted(Comparator.comparing(BadgeAward::status))
                .toList();
    }

    private static void refuseAnother(BadgeAward there) {
        throw ConflictException.state("badge.already", there.statement().title(), there.status());
    }

    private static void requireLevel(BadgeStatement statement, @Nullable LevelId level, DossierCall call) {
        InvalidInputException.unless(
                statement.hasLevel() == (level != null),
                "level",
                statement.hasLevel() ? "badge.level-needed" : "badge.no-level");
        if (level != null) call.adopted(statement.adoption()).adoption().scale().require(level);
    }

    /**
     * The learner accepts what was offered.
     *
     * @param seen the award as the caller read it; a {@link ConflictException} if it changed since
     * @throws InvalidInputException if the name is more than a name, or a link is not to an https page
     * @throws ConflictException if a production is cited that shows a company's confidential matters
     */
    public BadgeAward accept(BadgeAward seen, NewBadgeAcceptance input) {
        NewBadgeAcceptance given = Inputs.checked(input);
        boolean plain = given.name().indexOf('@') < 0 && given.name().chars().noneMatch(Character::isDigit);
        InvalidInputException.unless(plain, "name", "badge.name-only");
        given.links().forEach(each -> requireSecure(each.address()));
        return desk.write(seen.dossier(), KEEP_BADGE, call -> {
            BadgeAward there = call.unchanged(AWARD, seen);
            there.require(BadgeStatus.OFFERED);
            List<Evidence> evidence = Citations.freeze(given.evidence(), call);
            BadgeContents.requireShowable(evidence, call.work());
            return call.save(
                    "badge.accepted",
                    AWARD,
                    there.asAccepted(new BadgeAward.Acceptance(
                            given.name(),
                            evidence,
                            given.links().stream()
                                    .map(each -> new BadgeAward.ShownLink(each.title(), each.address()))
                                    .toList(),
                            BadgePlaces.take(call.work()),
                            call.now())));
        });
    }

    private static void requireSecure(URI address) {
        boolean secure = "https".equalsIgnoreCase(address.getScheme()) && address.getHost() != null;
        InvalidInputException.unless(secure, "links", "badge.https", address);
    }

    /**
     * The learner declines what was offered.
     *
     * @param seen the award as the caller read it; a {@link ConflictException} if it changed since
     * @param reason may be empty
     */
    public BadgeAward decline(BadgeAward seen, String reason) {
        String said = Inputs.words(reason);
        return desk.write(
                seen.dossier(),
                KEEP_BADGE,
                call -> call.change("badge.declined", AWARD, seen, each -> each.asDeclined(ending(said, call))));
    }

    /**
     * A teacher refuses what was asked for, and says why.
     *
     * @param seen the award as the caller read it; a {@link ConflictException} if it changed since
     */
    public BadgeAward refuse(BadgeAward seen, String reason) {
        String said = Inputs.words(reason);
        InvalidInputException.unless(!said.isBlank(), "reason", "text.blank");
        return desk.write(
                seen.dossier(),
                AWARD_BADGE,
                call -> call.change("badge.refused", AWARD, seen, each -> each.asRefused(ending(said, call))));
    }

    /**
     * Takes back a badge that was accepted: the learner, or the team, and says why. Verifiers see it from the next
     * publication of {@link #revoked} on. It cannot be made valid again.
     *
     * @param seen the award as the caller read it; a {@link ConflictException} if it changed since
     */
    public BadgeAward revoke(BadgeAward seen, String reason) {
        String said = Inputs.words(reason);
        InvalidInputException.unless(!said.isBlank(), "reason", "text.blank");
        return desk.write(seen.dossier(), REVOKE_BADGE, call -> {
            BadgeAward there = call.unchanged(AWARD, seen);
            BadgeAward revoked = there.asRevoked(ending(said, call));
            BadgePlaces.revoke(there, call.work());
            return call.save("badge.revoked", AWARD, revoked);
        });
    }

    private static BadgeAward.Ending ending(String reason, Call call) {
        return new BadgeAward.Ending(reason, call.person(), call.role(), call.now());
    }

    /**
     * All that an accepted badge states, for the learner to take along: to be signed by the host. The journal keeps that it left.
     *
     * @throws ConflictException if it is not accepted, or another school gave it, or if the consent of a minor and their
     *     representative is not on record, was withdrawn, or has not been confirmed since the learner came of age
     */
    public IssuedBadge issue(DossierId dossier, BadgeAwardId id) {
        Objects.requireNonNull(id, "id");
        return desk.write(
                dossier, ISSUE_BADGE, call -> IssuedBadges.own(Set.of(id), call).get(0));
    }

    /**
     * The same for several badges at once, in the order in which they are named: all of them, or none.
     *
     * @throws ConflictException if one of them may not leave
     */
    public List<IssuedBadge> issueAll(DossierId dossier, BadgeChoice choice) {
        BadgeChoice chosen = Inputs.checked(Objects.requireNonNull(choice, "choice"));
        return desk.write(dossier, ISSUE_BADGE, call -> IssuedBadges.own(new LinkedHashSet<>(chosen.badges()), call));
    }

    /**
     * What {@link #issueAll} gives at this moment, and refuses: for a host that signs first and issues once it could. Nothing leaves
     * by it, and the journal keeps nothing.
     *
     * @throws ConflictException if one of them may not leave
     */
    public List<IssuedBadge> readyToIssue(DossierId dossier, BadgeChoice choice) {
        BadgeChoice chosen = Inputs.checked(Objects.requireNonNull(choice, "choice"));
        return desk.read(dossier, ISSUE_BADGE, call -> IssuedBadges.ready(new LinkedHashSet<>(chosen.badges()), call));
    }

    /**
     * All accepted badges of a class, to be signed and handed out by its lead teacher, or by a service of the host: those of
     * the learners who are in it now and who agreed, with their representatives. One commit; each dossier's journal keeps that
     * its badges left. What stays here is named with the reason.
     */
    public ClassBadges issueClass(CohortId cohort) {
        return desk.write(cohort, ISSUE_CLASS_BADGES, call -> IssuedBadges.ofClass(cohort, call));
    }

    /** What {@link #issueClass} gives at this moment: for a host that signs first. Nothing leaves by it, and the journal keeps nothing. */
    public ClassBadges readyToIssueClass(CohortId cohort) {
        return desk.read(cohort, ISSUE_CLASS_BADGES, call -> IssuedBadges.readyOfClass(cohort, call));
    }

    /** One badge of a dossier. */
    public BadgeAward get(DossierId dossier, BadgeAwardId id) {
        Objects.requireNonNull(id, "id");
        return desk.read(dossier, READ_BADGE, call -> call.require(AWARD, id.value()));
    }

    /**
     * A page of a dossier's badges, the oldest first, whatever became of them.
     *
     * @param request the first page, or {@link Page#next} of the page before
     */
    public Page<BadgeAward> list(DossierId dossier, PageRequest request) {
        return desk.read(dossier, READ_BADGE, call -> call.page(AWARD, request));
    }

    /** The lists of what is revoked, for the school to publish: at least one, and none names a badge or a person. */
    public List<RevokedBadges> revoked() {
        return desk.read(PUBLISH_REVOKED_BADGES, call -> BadgePlaces.revoked(call.work()));
    }
}
