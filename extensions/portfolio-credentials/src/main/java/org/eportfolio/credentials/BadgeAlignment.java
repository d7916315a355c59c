package org.eportfolio.credentials;

import jakarta.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * The item of a framework that an achievement corresponds to.
 *
 * @param address of the item, such as its CASE URI
 * @param code such as {@code C3.1}; {@code null} where there is none
 * @param framework by its title; {@code null} where it is not said
 */
public record BadgeAlignment(
        String name,
        String address,
        @Nullable String code,
        @Nullable String framework) {
    public BadgeAlignment {
        CredentialMessages.unless(!name.isBlank(), "alignment.name", "credential.blank");
        Identifier.require("alignment.address", address);
    }

    JsonObject json() {
        var json = JsonTrees.object()
                .add("type", JsonTrees.array().add("Alignment"))
                .add("targetName", name)
                .add("targetUrl", address);
        if (code != null) json.add("targetCode", code);
        if (framework != null) json.add("targetFramework", framework);
        return json.build();
    }
}
