package org.eportfolio.core.internal.badge;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eportfolio.ConflictException;
import org.eportfolio.core.internal.call.DossierCall;
import org.eportfolio.core.internal.reflection.RecordingVisibility;
import org.eportfolio.core.internal.school.Guardianship;
import org.eportfolio.reflection.Authorisation;
import org.eportfolio.reflection.AuthorisationKind;
import org.eportfolio.reflection.Standing;

/**
 * Whether a learner's badges may leave the school. A minor and their representative have both agreed, on record; what was agreed
 * for a minor is confirmed at majority; a learner who is known to be of age agrees by taking the badge.
 */
public final class BadgeConsent {
    private static final Set<Standing> BIND_ADULTS = Set.of(Standing.TO_CONFIRM, Standing.WITHDRAWN);

    private BadgeConsent() {}

    /** @throws ConflictException if they have not agreed, with what is missing */
    public static void require(DossierCall call) {
        List<Authorisation> asked =
                RecordingVisibility.authorisations(call.dossier().id(), List.of(call.learner()), call.work()).stream()
                        .filter(each -> each.kind() == AuthorisationKind.BADGE)
                        .sorted(Comparator.comparing(Authorisation::requestedAt))
                        .toList();
        boolean holds = asked.stream().anyMatch(each -> each.on(call.today()) == Standing.HOLDS);
        if (holds) return;
        Optional<Standing> last =
                asked.stream().reduce((before, after) -> after).map(each -> each.on(call.today()));
        boolean ofAge = Guardianship.isKnownToBeOfAge(call.learner(), call.work());
        if (ofAge && last.filter(BIND_ADULTS::contains).isEmpty()) return;
        throw last.map(each -> ConflictException.state("badge.consent", each))
                .orElseGet(() -> ConflictException.state("badge.no-consent"));
    }
}
