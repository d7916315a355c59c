package org.eportfolio.credentials;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Badges that one learner chose, in one document (Comprehensive Learner Record 2.0), and how what was achieved hangs
 * together. Each badge is signed on its own within it, so that one of them can be shown, verified and revoked alone; the
 * record itself stands in no list. Immutable.
 *
 * @param id absolute; best a random {@code urn:uuid:}
 * @param issuer the school's address: a {@code did:} or a page of its own
 * @param name what the record is called
 * @param badges at least one and at most {@value #MOST}; not one of them twice
 * @param items of frameworks that the badges are about, besides their own achievements. To list one says nothing about
 *     the learner
 * @param links between achievements of the badges and items
 * @param from when it is made
 */
public record LearnerRecord(
        String id,
        String issuer,
        String issuerName,
        String name,
        List<Badge> badges,
        List<Achievement> items,
        List<AchievementLink> links,
        Instant from) {
    /** So many badges are in a record at most. */
    public static final int MOST = 100;

    public LearnerRecord {
        Identifier.require("id", id);
        Identifier.require("issuer", issuer);
        CredentialMessages.unless(!issuerName.isBlank(), "issuerName", "credential.blank");
        CredentialMessages.unless(!name.isBlank(), "name", "credential.blank");
        badges = List.copyOf(badges);
        items = List.copyOf(items);
        links = List.copyOf(links);
        CredentialMessages.unless(
                !badges.isEmpty() && badges.size() <= MOST, "badges", "credential.record-size", MOST, badges.size());
        Set<String> ids = new HashSet<>();
        badges.forEach(each -> CredentialMessages.unless(ids.add(each.id()), "badges", "credential.twice", each.id()));
        Set<String> achievements = new HashSet<>();
        badges.forEach(each -> achievements.add(each.achievement().id()));
        items.forEach(
                each -> CredentialMessages.unless(achievements.add(each.id()), "items", "credential.twice", each.id()));
        for (AchievementLink each : links) {
            boolean within = achievements.contains(each.from()) && achievements.contains(each.to());
            CredentialMessages.unless(within, "links", "credential.link", each.from(), each.to());
        }
    }

    /**
     * The record before it is signed.
     *
     * @param signed the badges, each with its proof
     */
    JsonObject json(List<JsonObject> signed) {
        JsonArrayBuilder contexts = JsonTrees.array()
                .add(Contexts.CREDENTIALS)
                .add(Contexts.RECORDS)
                .add(Contexts.BADGES);
        return JsonTrees.object()
                .add("@context", contexts)
                .add("id", id)
                .add("type", JsonTrees.array().add("VerifiableCredential").add("ClrCredential"))
                .add("name", name)
                .add("issuer", Badge.profile(issuer, issuerName))
                .add("validFrom", Badge.time(from))
                .add("partial", true)
                .add("credentialSubject", subject(signed))
                .build();
    }

    private JsonObjectBuilder subject(List<JsonObject> signed) {
        JsonObjectBuilder subject =
                JsonTrees.object().add("type", JsonTrees.array().add("ClrSubject"));
        List<String> names = badges.stream().map(Badge::learner).distinct().toList();
        if (names.size() == 1) subject.add("identifier", Badge.named(names.get(0)));
        subject.add("verifiableCredential", JsonTrees.array(signed));
        if (!items.isEmpty()) {
            JsonArrayBuilder achievements = JsonTrees.array();
            items.forEach(each -> achievements.add(each.json()));
            subject.add("achievement", achievements);
        }
        if (!links.isEmpty()) {
            JsonArrayBuilder associations = JsonTrees.array();
            links.forEach(each -> associations.add(each.json()));
            subject.add("association", associations);
        }
        return subject;
    }
}
