package org.eportfolio.core.internal.badge;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eportfolio.ConflictException;
import org.eportfolio.Message;
import org.eportfolio.core.internal.call.Call;
import org.eportfolio.core.internal.call.DossierCall;
import org.eportfolio.core.internal.kind.RecordingKinds;
import org.eportfolio.core.internal.school.Guardianship;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
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
        withheld(List.of(call.dossier()), call).values().forEach(why -> {
            throw ConflictException.state(why);
        });
    }

    /** Of these dossiers those whose badges stay here, and why. Three readings, however many. */
    public static Map<DossierId, Message> withheld(Collection<Dossier> dossiers, Call call) {
        Map<DossierId, List<Authorisation>> asked = asked(dossiers, call);
        Map<Dossier, Optional<Standing>> open = new HashMap<>();
        for (Dossier each : dossiers) {
            List<Standing> standings = asked.getOrDefault(each.id(), List.of()).stream()
                    .map(one -> one.on(call.today()))
                    .toList();
            if (standings.contains(Standing.HOLDS)) continue;
            open.put(each, standings.stream().reduce((before, after) -> after));
        }
        if (open.isEmpty()) return Map.of();
        Set<PersonId> ofAge = Guardianship.knownToBeOfAge(
                open.keySet().stream().map(Dossier::learner).collect(Collectors.toSet()), call.work());
        Map<DossierId, Message> withheld = new HashMap<>();
        open.forEach((dossier, last) -> {
            boolean agreesByTaking = ofAge.contains(dossier.learner())
                    && last.filter(BIND_ADULTS::contains).isEmpty();
            if (!agreesByTaking) withheld.put(dossier.id(), why(last));
        });
        return withheld;
    }

    private static Message why(Optional<Standing> last) {
        return last.map(each -> Message.of("badge.consent", each)).orElseGet(() -> Message.of("badge.no-consent"));
    }

    /** What each learner was asked for their badges in their own dossier, the earliest first. */
    private static Map<DossierId, List<Authorisation>> asked(Collection<Dossier> dossiers, Call call) {
        return call
                .work()
                .whereAny(
                        RecordingKinds.AUTHORISATION,
                        dossiers.stream()
                                .map(each -> RecordingKinds.authorisationsIn(each.id(), each.learner()))
                                .toList())
                .stream()
                .filter(each -> each.kind() == AuthorisationKind.BADGE)
                .sorted(Comparator.comparing(Authorisation::requestedAt))
                .collect(Collectors.groupingBy(Authorisation::dossier));
    }
}
