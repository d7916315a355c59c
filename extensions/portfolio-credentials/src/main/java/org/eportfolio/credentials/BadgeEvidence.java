package org.eportfolio.credentials;

import jakarta.json.JsonObject;
import java.util.Base64;
import org.eportfolio.spi.Hash;

/**
 * Evidence that the learner chose.
 *
 * @param address where it can be seen, such as a link to a showcase, or a hash of it ({@code ni:}, RFC 6920)
 */
public record BadgeEvidence(String address, String name, String description) {
    public BadgeEvidence {
        Identifier.require("evidence.address", address);
        CredentialMessages.unless(!name.isBlank(), "evidence.name", "credential.blank");
    }

    /** Evidence that is not published: a reader who is shown the file can see that it is the one. */
    public static BadgeEvidence ofContent(Hash sha256, String name, String description) {
        java.util.HexFormat hex = java.util.HexFormat.of();
        String digest = Base64.getUrlEncoder().withoutPadding().encodeToString(hex.parseHex(sha256.toString()));
        return new BadgeEvidence("ni:///sha-256;" + digest, name, description);
    }

    JsonObject json() {
        var json = JsonTrees.object()
                .add("id", address)
                .add("type", JsonTrees.array().add("Evidence"))
                .add("name", name);
        if (!description.isBlank()) json.add("description", description);
        return json.build();
    }
}
