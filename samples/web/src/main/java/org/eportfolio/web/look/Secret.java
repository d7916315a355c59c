package org.eportfolio.web.look;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is shown once, since nothing but its hash is kept: a link, a code, or both. */
public record Secret(List<String> texts, @Nullable String link) {}
