package org.eportfolio.school;

import java.util.Objects;
import java.util.Optional;
import org.eportfolio.id.PersonId;
import org.jspecify.annotations.Nullable;

/** Who makes a call: a person, the bearer of a link, a service of the host, or the host itself. Immutable. */
public final class Actor {
    private static final Actor SYSTEM = new Actor(null, null, null, null);

    private final @Nullable PersonId person;
    private final @Nullable Role role;
    private final @Nullable String token;
    private final @Nullable String service;

    private Actor(@Nullable PersonId person, @Nullable Role role, @Nullable String token, @Nullable String service) {
        this.person = person;
        this.role = role;
        this.token = token;
        this.service = service;
    }

    /** A person, who acts in the one of their roles that lets them do what they ask for. */
    public static Actor of(String person) {
        return of(PersonId.of(person));
    }

    /** A person, who acts in the one of their roles that lets them do what they ask for. */
    public static Actor of(PersonId person) {
        return new Actor(Objects.requireNonNull(person, "person"), null, null, null);
    }

    /**
     * The bearer of a link, without an account.
     *
     * @param token as it was presented, right or wrong; {@link #toString} does not show it
     */
    public static Actor bearing(String token) {
        return new Actor(null, null, Objects.requireNonNull(token, "token"), null);
    }

    /** A service of this name, as the host declared it when it built the portfolio. */
    public static Actor service(String name) {
        return new Actor(null, null, null, Objects.requireNonNull(name, "name"));
    }

    /** The host before anyone has a role: may name the first administrator, and is refused everything else. */
    public static Actor system() {
        return SYSTEM;
    }

    /**
     * The same person, naming the role they act in. Needed only where several of their roles would let them do it: the
     * refusal then lists those, {@link org.eportfolio.DeniedException#choice}.
     */
    public Actor acting(Role in) {
        if (person == null) throw new IllegalStateException("only a person holds a role");
        return new Actor(person, Objects.requireNonNull(in, "role"), null, null);
    }

    /** The person; empty for the system, for services and for the bearer of a link. */
    public Optional<PersonId> person() {
        return Optional.ofNullable(person);
    }

    /** The role named; empty when the person leaves the choice to the gate. */
    public Optional<Role> role() {
        return Optional.ofNullable(role);
    }

    /** What the bearer of a link presented; empty for everybody else. */
    public Optional<String> token() {
        return Optional.ofNullable(token);
    }

    /** The name of the service; empty for everybody else. */
    public Optional<String> service() {
        return Optional.ofNullable(service);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Actor actor
                && Objects.equals(person, actor.person)
                && role == actor.role
                && Objects.equals(token, actor.token)
                && Objects.equals(service, actor.service);
    }

    @Override
    public int hashCode() {
        return Objects.hash(person, role, token, service);
    }

    @Override
    public String toString() {
        if (token != null) return "the bearer of a link";
        if (service != null) return "the service " + service;
        if (person == null) return "system";
        return role == null ? person.value() : person.value() + " (" + role + ")";
    }
}
