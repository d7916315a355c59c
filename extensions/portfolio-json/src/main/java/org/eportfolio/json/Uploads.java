package org.eportfolio.json;

import org.eportfolio.dossier.NewAttachment;
import org.jspecify.annotations.Nullable;

/**
 * The files that came with a request, by the names under which its JSON mentions them: bytes are never in the JSON itself.
 * Given to a reader:
 *
 * <pre>{@code
 * mapper.readerFor(NewProduction.class)
 *     .withAttribute(Uploads.class, (Uploads) name -> parts.get(name)::getInputStream)
 *     .readValue(json);
 * }</pre>
 */
@FunctionalInterface
public interface Uploads {
    /** The file that the request names so; {@code null} if it brought none of this name, which is refused. */
    NewAttachment.@Nullable Source named(String name);
}
