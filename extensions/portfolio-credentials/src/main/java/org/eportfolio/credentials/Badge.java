package org.eportfolio.credentials;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One achievement of one learner, as a school states it.
 *
 * @param id absolute; best a random {@code urn:uuid:}
 * @param issuer the school's address: a {@code did:} or a page of its own
 * @param learner the name that the learner confirmed, and nothing else of them: no e-mail address, no hash of one, no number
 * @param level the id of a level of the achievement's scale; {@code null} for none
 * @param until after which it holds no more; {@code null} for ever
 * @param place in the list by which it can be revoked; {@code null} for one that cannot
 */
public record Badge(
        String id,
        String issuer,
        String issuerName,
        String learner,
        Achievement achievement,
        @Nullable String level,
        List<BadgeEvidence> evidence,
        Instant from,
        @Nullable Instant until,
        @Nullable Place place) {

    /**
     * A place in a list of revoked credentials.
     *
     * @param list the address at which the host publishes the list
     * @param index in it, from 0; random, so that it says nothing of the order of issuing
     */
    public record Place(String list, int index) {
        public Place {
            Identifier.require("place.list", list);
            CredentialMessages.unless(index >= 0, "place.index", "credential.index");
        }

        JsonObject json() {
            return JsonTrees.object()
                    .add("id", list + "#" + index)
                    .add("type", "BitstringStatusListEntry")
                    .add("statusPurpose", StatusList.REVOCATION)
                    .add("statusListIndex", Integer.toString(index))
                    .add("statusListCredential", list)
                    .build();
        }
    }

    public Badge {
        Identifier.require("id", id);
        Identifier.require("issuer", issuer);
        CredentialMessages.unless(!issuerName.isBlank(), "issuerName", "credential.blank");
        CredentialMessages.unless(!learner.isBlank(), "learner", "credential.blank");
        CredentialMessages.unless(
                learner.indexOf('@') < 0 && learner.chars().noneMatch(Character::isDigit),
                "learner",
                "credential.name-only");
        Objects.requireNonNull(achievement, "achievement");
        boolean stated = level == null
                || (achievement.scale() != null && achievement.scale().has(level));
        CredentialMessages.unless(stated, "level", "credential.level", level == null ? "" : level);
        CredentialMessages.unless(until == null || until.isAfter(from), "until", "credential.until");
        evidence = List.copyOf(evidence);
    }

    /** The credential before it is signed. */
    JsonObject json() {
        var subject = JsonTrees.object()
                .add("type", JsonTrees.array().add("AchievementSubject"))
                .add("identifier", named(learner))
                .add("achievement", achievement.json());
        if (level != null && achievement.scale() != null) {
            subject.add(
                    "result",
                    JsonTrees.array()
                            .add(JsonTrees.object()
                                    .add("type", JsonTrees.array().add("Result"))
                                    .add(
                                            "resultDescription",
                                            achievement.scale().id())
                                    .add("achievedLevel", level)));
        }
        var json = JsonTrees.object()
                .add("@context", JsonTrees.array().add(Contexts.CREDENTIALS).add(Contexts.BADGES))
                .add("id", id)
                .add("type", JsonTrees.array().add("VerifiableCredential").add("OpenBadgeCredential"))
                .add("name", achievement.name())
                .add("issuer", profile(issuer, issuerName))
                .add("validFrom", time(from))
                .add("credentialSubject", subject);
        if (until != null) json.add("validUntil", time(until));
        if (!evidence.isEmpty()) {
            var array = JsonTrees.array();
            evidence.forEach(each -> array.add(each.json()));
            json.add("evidence", array);
        }
        if (place != null) json.add("credentialStatus", place.json());
        return json.build();
    }

    static JsonObject profile(String issuer, String name) {
        return JsonTrees.object()
                .add("id", issuer)
                .add("type", JsonTrees.array().add("Profile"))
                .add("name", name)
                .build();
    }

    /** Whose it is: a name, and no hash of anything. */
    static JsonArray named(String learner) {
        return JsonTrees.array()
                .add(JsonTrees.object()
                        .add("type", "IdentityObject")
                        .add("hashed", false)
                        .add("identityHash", learner)
                        .add("identityType", "name"))
                .build();
    }

    static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
