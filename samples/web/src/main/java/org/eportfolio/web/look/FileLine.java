package org.eportfolio.web.look;

import org.jspecify.annotations.Nullable;

/** A file to save. {@code preview} is where its small picture is, if it has one. */
public record FileLine(
        String name,
        String size,
        String href,
        @Nullable String alternative,
        @Nullable String preview) {}
