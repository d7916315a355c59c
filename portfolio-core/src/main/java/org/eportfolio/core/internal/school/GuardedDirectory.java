package org.eportfolio.core.internal.school;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.eportfolio.Message;
import org.eportfolio.PluginException;
import org.eportfolio.core.internal.kind.KeptName;
import org.eportfolio.core.internal.kind.SchoolKinds;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.PersonName;
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
        return answered(() -> directory.nameOf(person));
    }

    /** The same with its parts. */
    public Optional<PersonName> personName(PersonId person) {
        return answered(() -> directory.personNameOf(person));
    }

    private static <T> Optional<T> answered(Supplier<Optional<T>> question) {
        try {
            return Objects.requireNonNull(question.get(), "no answer");
        } catch (RuntimeException e) {
            throw new PluginException("Directory", Message.of("plugin.failed", "Directory", String.valueOf(e)), e);
        }
    }
}
