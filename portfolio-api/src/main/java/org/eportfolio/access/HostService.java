package org.eportfolio.access;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eportfolio.InvalidInputException;
import org.eportfolio.Line;
import org.eportfolio.id.PersonId;

/**
 * A job of the host that acts for no person, such as one that mails a digest at night. The host declares it when it builds the
 * portfolio, with what it is for and what it may do, and calls as it by {@code portfolio.asService(name)}:
 *
 * <pre>{@code
 * Portfolio.with(store)
 *     .service(HostService.named("nightly-digest", "Envoie le soir aux enseignants ce qui les attend")
 *         .may(Permission.READ_COHORT, Permission.READ_PROGRESS))
 * }</pre>
 *
 * <p>It reaches the whole organisation, by these permissions alone, and the host's {@link AccessPolicy} may narrow them. It
 * stands in the register of processing, among those who can read a dossier, in the log of readings and in the journal. It is no
 * person: it has no dossier, no role can be given to it, and it judges no one's work. Immutable.
 *
 * @param name 1 to 40 lower-case ASCII letters, digits and hyphens, beginning with a letter
 * @param purpose what it is for, in words for those whose data it reads
 * @param permissions some of {@link #POSSIBLE}; unmodifiable, in the order of {@link Permission}
 */
public record HostService(String name, String purpose, Set<Permission> permissions) {
    /**
     * What a service can be declared with. Drafts, reflections and recordings, reviews with their authors, notes of the team,
     * judgements, roles, exports and erasure are for people.
     */
    public static final Set<Permission> POSSIBLE = Collections.unmodifiableSet(EnumSet.of(
            Permission.FIND_DOSSIER,
            Permission.OPEN_DOSSIER,
            Permission.READ_PROGRESS,
            Permission.READ_PRODUCTION,
            Permission.READ_SHOWCASE,
            Permission.READ_WORKPLACE,
            Permission.READ_DAYS,
            Permission.READ_INTERVIEW,
            Permission.READ_PATHWAY,
            Permission.READ_FEEDBACK,
            Permission.READ_COHORT,
            Permission.MANAGE_COHORTS,
            Permission.NAME_PEOPLE,
            Permission.BACK_UP,
            Permission.READ_JOURNAL,
            Permission.NAME_ACTORS,
            Permission.COLLECT_FILES,
            Permission.COMPACT,
            Permission.READ_FRAMEWORKS,
            Permission.READ_SCENARIOS,
            Permission.READ_TEMPLATES,
            Permission.READ_NAMES));

    private static final String PREFIX = "service:";
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final int LONGEST = 500;

    /** @throws InvalidInputException if the name or the purpose is none, or a permission is not among {@link #POSSIBLE} */
    public HostService {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(purpose, "purpose");
        InvalidInputException.unless(NAME.matcher(name).matches(), "name", "service.name");
        InvalidInputException.unless(!purpose.isBlank(), "purpose", "text.blank");
        InvalidInputException.unless(
                purpose.length() <= LONGEST, "purpose", "text.too-long", LONGEST, purpose.length());
        InvalidInputException.unless(Line.Check.harmless(purpose), "purpose", "text.control");
        EnumSet<Permission> ordered = EnumSet.noneOf(Permission.class);
        ordered.addAll(permissions);
        EnumSet<Permission> beyond = EnumSet.copyOf(ordered);
        beyond.removeAll(POSSIBLE);
        InvalidInputException.unless(
                beyond.isEmpty(), "permissions", "service.permission", List.copyOf(beyond), List.copyOf(POSSIBLE));
        permissions = Collections.unmodifiableSet(ordered);
    }

    /** A service that may do nothing yet. */
    public static HostService named(String name, String purpose) {
        return new HostService(name, purpose, Set.of());
    }

    /** The same service with more permissions. */
    public HostService may(Permission... more) {
        EnumSet<Permission> all = EnumSet.noneOf(Permission.class);
        all.addAll(permissions);
        all.addAll(List.of(more));
        return new HostService(name, purpose, all);
    }

    /** Where people are named by their ids, the service is named by this: {@code service:} and its name. */
    public PersonId id() {
        return PersonId.of(PREFIX + name);
    }

    /** The name of the service that an id names; empty for ids of people. */
    public static Optional<String> nameIn(PersonId id) {
        return id.value().startsWith(PREFIX) ? Optional.of(id.value().substring(PREFIX.length())) : Optional.empty();
    }
}
