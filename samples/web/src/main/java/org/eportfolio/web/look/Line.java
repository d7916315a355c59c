package org.eportfolio.web.look;

import org.jspecify.annotations.Nullable;

/** A line of a list, with the day and, where there is a page, its address. */
public record Line(String text, String when, @Nullable String href) {}
