package org.eportfolio.core.internal.school;

import java.util.Objects;
import java.util.Optional;
import org.eportfolio.Message;
import org.eportfolio.PluginException;
import org.eportfolio.core.internal.kind.KeptName;
import org.eportfolio.core.internal.kind.SchoolKinds;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.id.PersonId;
import org.eportfolio.spi.Directory;

/** Asks the host's directory, and answers for its failures. */
public record GuardedDirectory(Directory directory) {
    /** The name kept here, for when the directory has none. */
    public static Optional<String> kept(PersonId person, Work work) {
        return work.where(SchoolKinds.PERSON, SchoolKinds.namesOf(person)).stream()
                .findFirst()
                .map(KeptName::name);
    }

    public Optional<String> of(PersonId person) {
        try {
            return Objects.requireNonNull(directory.nameOf(person), "no answer");
        } catch (RuntimeException e) {
            throw new PluginException("Directory", Message.of("plugin.failed", "Directory", String.valueOf(e)), e);
        }
    }
}
