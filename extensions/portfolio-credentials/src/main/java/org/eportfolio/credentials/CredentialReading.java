package org.eportfolio.credentials;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.eportfolio.credentials.BadgeVerification.Claim;
import org.jspecify.annotations.Nullable;

/** What stands in a credential of another issuer: single values and lists alike, nothing taken for granted. */
record CredentialReading(JsonObject json) {
    private static final String EARLIER = "https://www.w3.org/2018/credentials/v1";

    /** The addresses of its contexts, in their order. */
    List<String> contexts() {
        return texts(json.get("@context"));
    }

    List<String> types() {
        List<String> types = new ArrayList<>(texts(json.get("type")));
        types.addAll(texts(json.get("@type")));
        return types;
    }

    boolean isCredential() {
        return types().contains("VerifiableCredential");
    }

    /** Whether it is of the data model 1.1, whose dates have other names. */
    boolean isEarlier() {
        return contexts().contains(EARLIER);
    }

    boolean isBadgeOf2() {
        return types().contains("Assertion") || contexts().stream().anyMatch(each -> each.contains("openbadges/v2"));
    }

    String issuer() {
        JsonValue issuer = json.get("issuer");
        if (issuer instanceof JsonString text) return text.getString();
        return issuer instanceof JsonObject object ? text(object, "id") : "";
    }

    /** The id of its subject; empty for none, and for several. */
    String subject() {
        List<JsonObject> subjects = objects(json.get("credentialSubject"));
        return subjects.size() == 1 ? text(subjects.get(0), "id") : "";
    }

    String fromName() {
        return isEarlier() ? "issuanceDate" : "validFrom";
    }

    String from() {
        String from = text(json, fromName());
        return from.isEmpty() ? text(json, "issuedOn") : from;
    }

    String untilName() {
        return isEarlier() ? "expirationDate" : "validUntil";
    }

    String until() {
        return text(json, untilName());
    }

    /** The credentials within a record: objects, or tokens as texts. */
    List<JsonValue> inside() {
        if (!types().contains("ClrCredential")) return List.of();
        List<JsonValue> inside = new ArrayList<>();
        for (JsonObject subject : objects(json.get("credentialSubject"))) {
            JsonValue held = subject.get("verifiableCredential");
            if (held instanceof JsonArray array) inside.addAll(array);
            else if (held != null) inside.add(held);
        }
        return inside;
    }

    Claim claim() {
        List<String> names = new ArrayList<>();
        String achievement = "";
        for (JsonObject subject : objects(json.get("credentialSubject"))) {
            if (subject.get("achievement") instanceof JsonObject of) achievement = text(of, "name");
            for (JsonObject each : objects(subject.get("identifier"))) {
                if (text(each, "identityType").equals("name")) names.add(text(each, "identityHash"));
            }
        }
        if (achievement.isEmpty() && json.get("badge") instanceof JsonObject badge) achievement = text(badge, "name");
        if (achievement.isEmpty()) achievement = text(json, "name");
        return new Claim(text(json, "id"), named(json), achievement, names, from());
    }

    /** The issuer's name, else their id. In Open Badges 2.0 they stand in the badge. */
    private static String named(JsonObject credential) {
        JsonValue issuer = credential.get("issuer");
        if (issuer instanceof JsonString text) return text.getString();
        if (issuer instanceof JsonObject object) {
            return text(object, "name").isEmpty() ? text(object, "id") : text(object, "name");
        }
        return credential.get("badge") instanceof JsonObject badge ? named(badge) : "";
    }

    /** The time, or {@code null} for one without a zone or without an hour. */
    static @Nullable Instant time(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    static String text(JsonObject object, String name) {
        return object.get(name) instanceof JsonString text ? text.getString() : "";
    }

    /** A text, or a number as it is written. */
    static String word(JsonObject object, String name) {
        return object.get(name) instanceof JsonNumber number ? number.toString() : text(object, name);
    }

    static List<JsonObject> objects(@Nullable JsonValue value) {
        if (value instanceof JsonObject object) return List.of(object);
        if (!(value instanceof JsonArray array)) return List.of();
        return array.stream()
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast)
                .toList();
    }

    /** One text or several; what is none is a question mark. */
    static List<String> texts(@Nullable JsonValue value) {
        if (value instanceof JsonString text) return List.of(text.getString());
        if (!(value instanceof JsonArray array)) return List.of();
        return array.stream()
                .map(each -> each instanceof JsonString text ? text.getString() : "?")
                .toList();
    }
}
