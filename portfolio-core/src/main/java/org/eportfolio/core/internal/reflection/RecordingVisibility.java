package org.eportfolio.core.internal.reflection;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.kind.RecordingKinds;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.RecordingId;
import org.eportfolio.id.ReflectionId;
import org.eportfolio.reflection.Authorisation;
import org.eportfolio.reflection.Guide;
import org.eportfolio.reflection.Playback;
import org.eportfolio.reflection.Recording;

/**
 * Recordings by what the authorisations of the day allow. All code that shows a recording asks here, and nowhere else: a
 * withdrawal counts from the next call on.
 */
public final class RecordingVisibility {
    private RecordingVisibility() {}

    /** The recordings of one reflection. Two readings. */
    public static List<Playback> of(DossierId dossier, ReflectionId reflection, LocalDate today, Work work) {
        return playbacks(
                dossier, work.where(RecordingKinds.RECORDING, RecordingKinds.recordingsOf(reflection)), today, work);
    }

    /** What may be seen of these recordings of one dossier. One reading. */
    public static List<Playback> playbacks(DossierId dossier, List<Recording> recordings, LocalDate today, Work work) {
        Set<PersonId> people =
                recordings.stream().flatMap(each -> each.people().stream()).collect(Collectors.toSet());
        List<Authorisation> authorisations = authorisations(dossier, people, work);
        return recordings.stream()
                .map(each -> each.playback(authorisations, today))
                .toList();
    }

    /** Those of the recordings, of whatever dossiers, that may not be played now. One reading. */
    public static Set<RecordingId> silenced(Collection<Recording> recordings, LocalDate today, Work work) {
        Map<DossierId, List<Authorisation>> authorisations = authorisations(recordings, work);
        return recordings.stream()
                .filter(each -> !each.playback(authorisations.getOrDefault(each.dossier(), List.of()), today)
                        .playable())
                .map(Recording::id)
                .collect(Collectors.toSet());
    }

    /**
     * Those of the recordings, of whatever dossiers, that someone else in them than this person does not authorise now: they are
     * in no copy that the person gets. One reading.
     */
    public static Set<RecordingId> silencedByOthers(
            Collection<Recording> recordings, PersonId person, LocalDate today, Work work) {
        Map<DossierId, List<Authorisation>> authorisations = authorisations(recordings, work);
        return recordings.stream()
                .filter(each ->
                        !each.authorisedByAllBut(person, authorisations.getOrDefault(each.dossier(), List.of()), today))
                .map(Recording::id)
                .collect(Collectors.toSet());
    }

    /** All that the people in these recordings were asked for, by the dossiers of the recordings. One reading. */
    private static Map<DossierId, List<Authorisation>> authorisations(Collection<Recording> recordings, Work work) {
        return work
                .whereAny(
                        RecordingKinds.AUTHORISATION,
                        recordings.stream()
                                .flatMap(each -> each.people().stream()
                                        .map(person -> RecordingKinds.authorisationsIn(each.dossier(), person)))
                                .collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.groupingBy(Authorisation::dossier));
    }

    /**
     * What others than the learner and the team may see of a learner's recordings. Two readings; a recording that is not
     * theirs, or gone, is not among the answers.
     */
    public static Map<RecordingId, Playback> elsewhere(
            PersonId learner, Map<RecordingId, DossierId> recordings, LocalDate today, Work work) {
        List<Recording> found = work
                .among(
                        RecordingKinds.RECORDING,
                        recordings.values().stream().map(DossierKinds::scope).collect(Collectors.toSet()))
                .stream()
                .filter(each -> each.dossier().equals(recordings.get(each.id())))
                .filter(each -> each.people().get(0).equals(learner))
                .toList();
        Map<DossierId, List<Authorisation>> authorisations = authorisations(found, work);
        Map<RecordingId, Playback> shown = new HashMap<>();
        found.forEach(each ->
                shown.put(each.id(), each.elsewhere(authorisations.getOrDefault(each.dossier(), List.of()), today)));
        return shown;
    }

    /** All that these people were asked for in a dossier. One reading. */
    public static List<Authorisation> authorisations(DossierId dossier, Collection<PersonId> people, Work work) {
        return work.whereAny(
                RecordingKinds.AUTHORISATION,
                people.stream()
                        .map(person -> RecordingKinds.authorisationsIn(dossier, person))
                        .toList());
    }

    /** The questions that recordings answer which may be played; one without a question answers them all. */
    public static Set<String> spoken(Guide guide, List<Playback> playbacks) {
        Set<String> spoken = new HashSet<>();
        for (Playback each : playbacks) {
            if (!each.playable() || each.isPhoto()) continue;
            if (each.question() == null) spoken.addAll(guide.asked());
            else spoken.add(each.question());
        }
        return spoken;
    }
}
