package org.eportfolio.badge;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.eportfolio.ConflictException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.dossier.Evidence;
import org.eportfolio.framework.LevelId;
import org.eportfolio.id.BadgeAwardId;
import org.eportfolio.id.BadgeDefinitionId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Role;
import org.jspecify.annotations.Nullable;

/**
 * A badge in a learner's dossier: asked for by the learner or offered by a teacher, then accepted by the learner, who chooses the
 * name and the evidence that it carries. Only an accepted one becomes a file. Immutable and thread-safe. Methods named
 * {@code as…} give a changed copy; nothing is stored.
 *
 * @param definition which the school may have changed since
 * @param statement as it stood when it was offered, or asked for
 * @param request the learner's; {@code null} for one that was offered unasked
 * @param offer {@code null} while a teacher has not answered
 * @param acceptance {@code null} while the learner has not accepted
 * @param ending {@code null} unless it was declined, refused or revoked
 * @param revision grows by one with each change
 */
public record BadgeAward(
        BadgeAwardId id,
        DossierId dossier,
        BadgeDefinitionId definition,
        BadgeStatement statement,
        @Nullable Request request,
        @Nullable Offer offer,
        @Nullable Acceptance acceptance,
        @Nullable Ending ending,
        int revision) {
    /** The learner asks for it. */
    public record Request(String words, Instant at) {
        public Request {
            Objects.requireNonNull(words, "words");
            Objects.requireNonNull(at, "at");
        }
    }

    /**
     * A teacher offers it.
     *
     * @param level of the adoption's scale; {@code null} for a badge without one
     * @param reason what it rests on
     */
    public record Offer(@Nullable LevelId level, String reason, PersonId by, Role role, Instant at) {
        public Offer {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(by, "by");
            Objects.requireNonNull(role, "role");
            Objects.requireNonNull(at, "at");
        }
    }

    /**
     * The learner accepts it.
     *
     * @param name under which the badge names the learner, as they confirmed it
     * @param evidence productions of which the files' hashes stand in the badge
     * @param links addresses that the learner wants to stand in the badge, such as that of a public showcase
     * @param place by which it can be revoked
     */
    public record Acceptance(
            String name, List<Evidence> evidence, List<ShownLink> links, BadgePlace place, Instant at) {
        public Acceptance {
            InvalidInputException.unless(!name.isBlank(), "name", "text.blank");
            evidence = List.copyOf(evidence);
            links = List.copyOf(links);
            Objects.requireNonNull(place, "place");
            Objects.requireNonNull(at, "at");
        }
    }

    /** A page elsewhere. */
    public record ShownLink(String title, URI address) {
        public ShownLink {
            InvalidInputException.unless(!title.isBlank(), "title", "text.blank");
            Objects.requireNonNull(address, "address");
        }
    }

    /** How it ended. */
    public record Ending(String reason, PersonId by, Role role, Instant at) {
        public Ending {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(by, "by");
            Objects.requireNonNull(role, "role");
            Objects.requireNonNull(at, "at");
        }
    }

    public BadgeAward {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(dossier, "dossier");
        Objects.requireNonNull(definition, "definition");
        Objects.requireNonNull(statement, "statement");
    }

    /** How far it is. */
    public BadgeStatus status() {
        if (ending != null) return acceptance == null ? BadgeStatus.DECLINED : BadgeStatus.REVOKED;
        if (acceptance != null) return BadgeStatus.ACCEPTED;
        return offer == null ? BadgeStatus.ASKED : BadgeStatus.OFFERED;
    }

    /** The level at which it is stated; {@code null} for none, or while no teacher has answered. */
    public @Nullable LevelId level() {
        return offer == null ? null : offer.level();
    }

    /** The award once a teacher offers what was asked for, as the badge is defined now. */
    public BadgeAward asOffered(BadgeStatement now, Offer by) {
        require(BadgeStatus.ASKED);
        return new BadgeAward(id, dossier, definition, now, request, by, null, null, revision + 1);
    }

    /** The award once the learner accepts it. */
    public BadgeAward asAccepted(Acceptance by) {
        require(BadgeStatus.OFFERED);
        return new BadgeAward(id, dossier, definition, statement, request, offer, by, null, revision + 1);
    }

    /** The award once the learner declines what was offered. */
    public BadgeAward asDeclined(Ending by) {
        require(BadgeStatus.OFFERED);
        return ended(by);
    }

    /** The award once a teacher refuses what was asked for. */
    public BadgeAward asRefused(Ending by) {
        require(BadgeStatus.ASKED);
        return ended(by);
    }

    /** The award once it holds no more. */
    public BadgeAward asRevoked(Ending by) {
        require(BadgeStatus.ACCEPTED);
        return ended(by);
    }

    private BadgeAward ended(Ending by) {
        return new BadgeAward(id, dossier, definition, statement, request, offer, acceptance, by, revision + 1);
    }

    /** Refuses an award that is not as far as this. */
    public void require(BadgeStatus expected) {
        if (status() != expected) throw ConflictException.state("badge.status", status(), expected);
    }
}
