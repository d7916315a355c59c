package org.eportfolio.core.internal.kind;

import static org.eportfolio.core.internal.kind.Readers.ENTITLED;
import static org.eportfolio.core.internal.kind.Route.ACCESS_EXPORT;
import static org.eportfolio.core.internal.kind.Route.ARCHIVE;
import static org.eportfolio.core.internal.kind.Route.TAKE_AWAY;
import static org.eportfolio.privacy.DataCategory.VOICE_AND_IMAGE;
import static org.eportfolio.privacy.ErasureOutcome.PSEUDONYMISE;
import static org.eportfolio.privacy.PersonCategory.LEARNER;
import static org.eportfolio.privacy.PersonCategory.LEGAL_REPRESENTATIVE;
import static org.eportfolio.privacy.PersonCategory.STAFF;

import java.util.List;
import java.util.Set;
import org.eportfolio.core.internal.codec.Upgrades;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.ReflectionId;
import org.eportfolio.privacy.Feature;
import org.eportfolio.reflection.Authorisation;
import org.eportfolio.reflection.Recording;
import org.eportfolio.spi.Key;

/** Recordings of voice and image, and what was authorised about them. */
public final class RecordingKinds {
    static final KindFile KINDS = new KindFile();

    /**
     * Version 1 had one signature: of those without a day of majority the person was of age, and what was given holds as it
     * did; what was still open needs from then on what the library asks for by default.
     */
    private static final Upgrades ONE_SIGNATURE = new Upgrades(List.of(fields -> {
        if (!fields.containsKey("majorityOn")) fields.put("ofAge", true);
        fields.put("representatives", "DIFFUSION".equals(fields.get("kind")) && !fields.containsKey("given") ? 2L : 1L);
    }));

    public static final RecordKind<Authorisation> AUTHORISATION = KINDS.inDossier(
                    "authorisation", Authorisation.class, each -> each.id().value(), Authorisation::dossier)
            .keys(each -> Set.of(authorisationsOf(each.person()), authorisationsIn(each.dossier(), each.person())))
            .upgradedBy(ONE_SIGNATURE)
            .partOf(Feature.RECORDINGS)
            .personal(VOICE_AND_IMAGE, LEARNER, LEGAL_REPRESENTATIVE, STAFF)
            .erased(PSEUDONYMISE)
            .readBy(ENTITLED)
            .leavesBy(ARCHIVE, TAKE_AWAY, ACCESS_EXPORT);

    public static final RecordKind<Recording> RECORDING = KINDS.inDossier(
                    "recording", Recording.class, each -> each.id().value(), Recording::dossier)
            .keys(each -> Set.of(recordingsOf(each.reflection())))
            .partOf(Feature.RECORDINGS)
            .personal(VOICE_AND_IMAGE, LEARNER)
            .provided()
            .erased(PSEUDONYMISE)
            .readBy(ENTITLED)
            .leavesBy(ARCHIVE, TAKE_AWAY, ACCESS_EXPORT);

    private RecordingKinds() {}

    /** All authorisations that a person was asked for, in any dossier. */
    public static Key authorisationsOf(PersonId person) {
        return new Key("authorisation.person", person.value());
    }

    public static Key authorisationsIn(DossierId dossier, PersonId person) {
        return new Key("authorisation.in", dossier + " " + person);
    }

    public static Key recordingsOf(ReflectionId reflection) {
        return new Key("recording.reflection", reflection.toString());
    }
}
