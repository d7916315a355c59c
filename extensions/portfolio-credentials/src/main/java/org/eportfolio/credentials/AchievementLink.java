package org.eportfolio.credentials;

import jakarta.json.JsonObject;

/**
 * How one achievement of a record stands to another (Comprehensive Learner Record 2.0, Association).
 *
 * @param from the id of an achievement
 * @param to the id of another one
 */
public record AchievementLink(String from, Kind kind, String to) {
    /** In which relation the first stands to the second. */
    public enum Kind {
        /** A part of it in the tree of a framework. */
        PART("isChildOf"),
        /** Related to it by a crosswalk, which does not say that the two are the same. */
        RELATED("isRelatedTo");

        private final String word;

        Kind(String word) {
            this.word = word;
        }
    }

    public AchievementLink {
        Identifier.require("links.from", from);
        Identifier.require("links.to", to);
    }

    JsonObject json() {
        return JsonTrees.object()
                .add("type", "Association")
                .add("associationType", kind.word)
                .add("sourceId", from)
                .add("targetId", to)
                .build();
    }
}
