package org.eportfolio.dossier;

import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import org.eportfolio.Line;
import org.eportfolio.Prose;

/**
 * Help that a learner had with a work: which, for what, and what they changed of it, in their own words:
 * {@code Help.fromAiTool("un assistant de rédaction").usedFor("corriger l'orthographe").changing("J'ai gardé mes
 * phrases.")}. Immutable.
 *
 * @param which of a person the role (a classmate, the tutor), not the name; of a document or a tool what it is called
 * @param forWhat what it was used for
 * @param changed what the learner changed of it; of an AI tool it must be said, otherwise it may be empty
 */
public record Help(
        @NotNull HelpKind kind,
        @NotNull @Line(max = 200) String which,
        @NotNull @Line(max = 500) String forWhat,
        @NotNull @Prose(max = 2_000) String changed) {
    public Help {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(which, "which");
        Objects.requireNonNull(forWhat, "forWhat");
        Objects.requireNonNull(changed, "changed");
    }

    /** @param role such as a classmate or the tutor; not a name */
    public static Help fromPerson(String role) {
        return new Help(HelpKind.PERSON, role, "", "");
    }

    public static Help fromDocument(String title) {
        return new Help(HelpKind.DOCUMENT, title, "", "");
    }

    public static Help fromAiTool(String name) {
        return new Help(HelpKind.AI_TOOL, name, "", "");
    }

    public Help usedFor(String what) {
        return new Help(kind, which, what, changed);
    }

    public Help changing(String what) {
        return new Help(kind, which, forWhat, what);
    }
}
