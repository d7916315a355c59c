package org.eportfolio.dossier;

import java.time.Instant;
import java.util.Objects;
import org.eportfolio.InvalidInputException;
import org.eportfolio.id.AppraisalId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.GroupId;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Role;
import org.eportfolio.spi.Hash;

/**
 * What a teacher says of a group's production, to the group. It carries no level and is no member's assessment: it is never
 * copied onto the members, who are positioned one by one. It never changes once given.
 *
 * @param home the dossier in which the production lives
 * @param version of the production that was looked at
 * @param content the hash of that version as it stood then
 */
public record GroupAppraisal(
        AppraisalId id,
        GroupId group,
        DossierId home,
        int version,
        Hash content,
        String text,
        PersonId by,
        Role role,
        Instant at) {
    public GroupAppraisal {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(home, "home");
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(at, "at");
        InvalidInputException.unless(!text.isBlank(), "text", "text.blank");
    }
}
