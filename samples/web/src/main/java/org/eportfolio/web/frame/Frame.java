package org.eportfolio.web.frame;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What stands around each page.
 *
 * @param language of the page
 * @param name of the person; {@code null} where no one is signed in
 * @param roles those that the person holds
 * @param dossier the person's own, as text; {@code null} for those without one
 * @param demo whether this is the demonstration
 * @param account by what a phone tells its drafts from those of others, {@link org.eportfolio.web.draft.DraftKeys#account}; {@code null}
 *     where no drafts are kept
 * @param unsent how many forms wait that the person typed in a session that has ended
 * @param asked what the address asks of its page, as it stands behind the question mark; empty for nothing
 */
public record Frame(
        String language,
        @Nullable String name,
        List<RoleChoice> roles,
        @Nullable String dossier,
        boolean demo,
        @Nullable String account,
        int unsent,
        String asked) {
    /** One role that the person can act in; {@code chosen} where it is the one that they act in. */
    public record RoleChoice(String id, String name, boolean chosen) {}

    /** The same page in this language. */
    public String in(String other) {
        return UriComponentsBuilder.newInstance()
                .query(asked)
                .replaceQueryParam("lang", other)
                .build()
                .toUriString();
    }

    /** Whether there is something to switch between. */
    public boolean several() {
        return roles.size() > 1;
    }

    /** The names of all roles, in a line. */
    public String held() {
        return String.join(", ", roles.stream().map(RoleChoice::name).toList());
    }
}
