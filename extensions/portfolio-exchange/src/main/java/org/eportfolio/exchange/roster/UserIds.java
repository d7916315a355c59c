package org.eportfolio.exchange.roster;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eportfolio.school.ExternalId;
import org.jspecify.annotations.Nullable;

/**
 * Which ids of a OneRoster user are kept with the person.
 *
 * @param issuer of the {@code sourcedId}; null where it is not kept
 * @param types of {@code userIds} that are read
 */
record UserIds(@Nullable String issuer, Set<String> types) {
    private static final Pattern ONE = Pattern.compile("\\{([^:{}]{1,50}):([^{}]{1,200})\\}");

    /**
     * Those of one user.
     *
     * @param userIds such as <code>{LDAP:noe},{LTI:117}</code>; a part that is not of this form is passed over
     */
    List<ExternalId> of(String sourcedId, String userIds) {
        List<ExternalId> ids = new ArrayList<>();
        if (issuer != null) ids.add(ExternalId.of(issuer, sourcedId));
        if (types.isEmpty()) return ids;
        Matcher each = ONE.matcher(userIds);
        while (each.find()) {
            String type = each.group(1).strip();
            if (types.contains(type)) ids.add(ExternalId.of(type, each.group(2).strip()));
        }
        return ids;
    }
}
