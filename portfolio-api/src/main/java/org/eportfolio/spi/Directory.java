package org.eportfolio.spi;

import java.util.Optional;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.PersonName;

/**
 * Names people from the host's own directory. Called whenever a name is shown and never inside a commit; must be
 * thread-safe and quick. An exception is reported as {@link org.eportfolio.PluginException}.
 */
@FunctionalInterface
public interface Directory {
    /** The name to show, or empty when the host does not know the person. */
    Optional<String> nameOf(PersonId person);

    /**
     * The same with family name and given name, by which people are sorted. A host that knows them apart overrides it;
     * without that, people are sorted by the name to show.
     */
    default Optional<PersonName> personNameOf(PersonId person) {
        return nameOf(person).map(PersonName::shown);
    }
}
