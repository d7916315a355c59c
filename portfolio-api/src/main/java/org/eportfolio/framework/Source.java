package org.eportfolio.framework;

import org.jspecify.annotations.Nullable;

/**
 * Where a text was taken from.
 *
 * @param what the document, in words
 * @param url where it can be read, if anywhere
 */
public record Source(@Nullable String what, @Nullable String url) {}
