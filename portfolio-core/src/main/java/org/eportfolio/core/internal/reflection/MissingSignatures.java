package org.eportfolio.core.internal.reflection;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.eportfolio.Message;
import org.eportfolio.id.PersonId;
import org.eportfolio.reflection.Authorisation;
import org.eportfolio.reflection.AuthorisationKind;
import org.eportfolio.reflection.Standing;

/** What an authorisation to record, asked for and not given yet, still needs, as a refusal says it. */
public final class MissingSignatures {
    private MissingSignatures() {}

    /** Empty when none is being asked for, or the latest ended in another way. */
    public static Optional<Message> of(
            PersonId person, String project, Collection<Authorisation> authorisations, LocalDate today) {
        return authorisations.stream()
                .filter(each -> each.covers(person, project, AuthorisationKind.RECORDING))
                .max(Comparator.comparing(Authorisation::requestedAt)
                        .thenComparing(each -> each.id().value()))
                .filter(each -> each.on(today) == Standing.REQUESTED)
                .map(each -> Message.of("recording.signatures-missing", person, project, missing(each, today)));
    }

    private static Message missing(Authorisation authorisation, LocalDate today) {
        int representatives = authorisation.awaitedRepresentatives(today);
        if (!authorisation.minorOn(today)) return Message.of("authorisation.awaits-person", authorisation.person());
        if (representatives == 0) return Message.of("authorisation.awaits-minor", authorisation.person());
        return authorisation.awaitsPerson()
                ? Message.of("authorisation.awaits-all", representatives, authorisation.person())
                : Message.of("authorisation.awaits-representatives", representatives);
    }
}
