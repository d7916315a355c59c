package org.eportfolio.credentials;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eportfolio.badge.BadgeAward;
import org.eportfolio.badge.BadgePlace;
import org.eportfolio.badge.BadgeStatement;
import org.eportfolio.badge.IssuedBadge;
import org.eportfolio.badge.RevokedBadges;
import org.eportfolio.framework.Level;
import org.eportfolio.framework.LevelId;
import org.eportfolio.framework.Scale;
import org.eportfolio.id.AdoptionId;
import org.jspecify.annotations.Nullable;

/**
 * A school that signs the badges of its portfolio: what {@code desk.badges().issue(…)} gives becomes an Open Badge, what
 * {@code desk.badges().revoked()} gives becomes the lists that the school publishes. Immutable and thread-safe.
 *
 * <pre>{@code
 * BadgeIssuer school = BadgeIssuer.of("did:web:school.example", "Lycée VosRêves", signing, "https://school.example/revoked-", clock);
 * String credential = school.sign(desk.badges().issue(dossier, award));
 * for (RevokedBadges each : desk.badges().revoked()) publish(school.address(each.list()), school.sign(each));
 * }</pre>
 */
public final class BadgeIssuer {
    private final String id;
    private final String name;
    private final Signing signing;
    private final String lists;
    private final Clock clock;

    private BadgeIssuer(String id, String name, Signing signing, String lists, Clock clock) {
        this.id = Identifier.require("issuer", id);
        CredentialMessages.unless(!name.isBlank(), "issuerName", "credential.blank");
        this.name = name;
        this.signing = Objects.requireNonNull(signing, "signing");
        this.lists = Identifier.require("place.list", lists);
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /**
     * A school with its key.
     *
     * @param id a {@code did:} or a page of the school's own, to which the key belongs
     * @param lists the address at which the lists of revoked badges are published, up to their number
     * @throws org.eportfolio.InvalidInputException if an address is not absolute, or the name is blank
     */
    public static BadgeIssuer of(String id, String name, Signing signing, String lists, Clock clock) {
        return new BadgeIssuer(id, name, signing, lists, clock);
    }

    /** Where a list of revoked badges is published. */
    public String address(int list) {
        return lists + list;
    }

    /** The badge, signed. Signed again, it is another document about the same award, at the same place of the same list. */
    public String sign(IssuedBadge badge) {
        return Credentials.issue(badge(badge), signing, clock.instant());
    }

    /**
     * A record of badges that one learner chose, signed as a whole and badge by badge. It stands in no list: what is revoked
     * is the badge within it.
     *
     * @param name what the record is called
     * @param items of frameworks that the badges are about
     * @param links between achievements and items
     */
    public String sign(String name, List<IssuedBadge> badges, List<Achievement> items, List<AchievementLink> links) {
        LearnerRecord learnerRecord = new LearnerRecord(
                urn(UUID.randomUUID()),
                id,
                this.name,
                name,
                badges.stream().map(this::badge).toList(),
                items,
                links,
                clock.instant());
        return Credentials.issue(learnerRecord, signing, clock.instant());
    }

    String name() {
        return name;
    }

    /** @throws org.eportfolio.InvalidInputException if the key signs no records */
    void requireForRecords() {
        Credentials.requireForRecords(signing);
    }

    /**
     * The list, signed, as a file to publish at {@link #address}: JSON by an Ed25519 key, a JWT ({@code application/jwt}) by a P-256
     * key.
     */
    public String sign(RevokedBadges revoked) {
        StatusList list = StatusList.empty();
        for (int each : revoked.revoked()) list = list.revoking(each);
        return list.publish(address(revoked.list()), id, signing, clock.instant());
    }

    /** What the badge states, before it is signed. */
    public Badge badge(IssuedBadge issued) {
        BadgeAward award = issued.award();
        BadgeAward.Acceptance acceptance = Objects.requireNonNull(award.acceptance(), "acceptance");
        BadgePlace place = acceptance.place();
        AdoptionId adoption = award.statement().adoption();
        Scale scale = issued.scale();
        LevelId level = award.level();
        return new Badge(
                urn(award.id().value()),
                id,
                name,
                acceptance.name(),
                achievement(issued),
                scale == null || level == null || adoption == null ? null : urn(adoption, scale, level),
                evidence(issued, acceptance),
                acceptance.at(),
                null,
                new Badge.Place(address(place.list()), place.index()));
    }

    private static Achievement achievement(IssuedBadge issued) {
        BadgeStatement statement = issued.award().statement();
        Achievement.Kind kind = switch (statement.kind()) {
            case COMPETENCY -> Achievement.Kind.COMPETENCY;
            case PARTICIPATION -> Achievement.Kind.PARTICIPATION;
            case PROJECT -> Achievement.Kind.PROJECT;
            case OTHER -> Achievement.Kind.BADGE;
        };
        return new Achievement(
                urn(issued.award().definition().value()),
                kind,
                statement.title(),
                statement.description(),
                statement.criteria(),
                issued.items().stream()
                        .map(each -> new BadgeAlignment(
                                each.label(),
                                each.address().toString(),
                                each.code().value(),
                                each.framework()))
                        .toList(),
                scale(issued.scale(), statement.adoption()));
    }

    private static @Nullable BadgeScale scale(@Nullable Scale scale, @Nullable AdoptionId adoption) {
        if (scale == null || adoption == null) return null;
        List<BadgeScale.Step> steps = new ArrayList<>();
        for (Level each : scale.levels()) {
            steps.add(new BadgeScale.Step(urn(adoption, scale, each.id()), each.label(), each.description()));
        }
        return new BadgeScale(urn(adoption, scale, null), scale.title(), steps);
    }

    private static List<BadgeEvidence> evidence(IssuedBadge issued, BadgeAward.Acceptance acceptance) {
        List<BadgeEvidence> evidence = new ArrayList<>();
        for (IssuedBadge.CitedFile each : issued.files()) {
            evidence.add(BadgeEvidence.ofContent(each.content().sha256(), each.title(), each.name()));
        }
        for (BadgeAward.ShownLink each : acceptance.links()) {
            URI address = each.address();
            evidence.add(new BadgeEvidence(address.toString(), each.title(), ""));
        }
        return evidence;
    }

    private static String urn(UUID id) {
        return "urn:uuid:" + id;
    }

    /** The same for each badge under the same adoption, so that verifiers can tell that two badges speak of one scale. */
    private static String urn(AdoptionId adoption, Scale scale, @Nullable LevelId level) {
        String words = adoption + " " + scale.id() + (level == null ? "" : " " + level);
        return urn(UUID.nameUUIDFromBytes(words.getBytes(StandardCharsets.UTF_8)));
    }
}
