package org.eportfolio.school;

import java.util.Objects;
import java.util.Optional;
import org.eportfolio.id.PersonId;
import org.jspecify.annotations.Nullable;

/** Who makes a call. Immutable. */
public final class Actor {
    private static final Actor SYSTEM = new Actor(null, null);

    private final @Nullable PersonId person;
    private final @Nullable Role role;

    private Actor(@Nullable PersonId person, @Nullable Role role) {
        this.person = person;
        this.role = role;
    }

    /** A person, in the one role they hold. */
    public static Actor of(String person) {
        return of(PersonId.of(person));
    }

    /** A person, in the one role they hold. */
    public static Actor of(PersonId person) {
        return new Actor(Objects.requireNonNull(person, "person"), null);
    }

    /** The host before anybody has a role: may name the first administrator, and is refused everything else. */
    public static Actor system() {
        return SYSTEM;
    }

    /** The same person, naming the role they act in; needed by those who hold several. */
    public Actor acting(Role in) {
        if (person == null) throw new IllegalStateException("the system holds no role");
        return new Actor(person, Objects.requireNonNull(in, "role"));
    }

    /** The person; empty for the system. */
    public Optional<PersonId> person() {
        return Optional.ofNullable(person);
    }

    /** The role named; empty when the person left it to the one they hold. */
    public Optional<Role> role() {
        return Optional.ofNullable(role);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Actor actor && Objects.equals(person, actor.person) && role == actor.role;
    }

    @Override
    public int hashCode() {
        return Objects.hash(person, role);
    }

    @Override
    public String toString() {
        if (person == null) return "system";
        return role == null ? person.value() : person.value() + " (" + role + ")";
    }
}
