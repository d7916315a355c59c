package org.eportfolio.exchange.xapi;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eportfolio.journal.JournalEntry;

/**
 * Which acts of the journal become statements: those by which someone learns or answers a learner, in a dossier. Peer reviews,
 * drafts, recordings, access and privacy are none of a record store's business.
 *
 * @param verb by its name in the profile
 * @param type of the object, which is the kind of the record that it is taken from
 */
record XapiActs(String verb, String type) {
    static final String ASSESSMENT = "assessment";

    /** On each line a type, then each act with its verb where that has another name. */
    private static final String TABLE = """
            assessment self-assessment.published=self-assessed assessment.positioned=positioned \
            assessment.class-entered=positioned assessment.corrected=corrected assessment.rectified=corrected \
            assessment.retracted=retracted assessment.class-undone=retracted tutor.answered=positioned
            production production.added=added production.extended=extended production.revised=revised \
            production.removed=removed
            goal goal.set=set goal.stepped=advanced goal.claimed=claimed goal.confirmed=confirmed \
            goal.declined=declined goal.abandoned=abandoned
            reflection reflection.shared=shared reflection.revised=revised
            mission-report report.shared=shared report.revised=revised
            mission-work mission.started=started mission.handed-in=handed-in mission.returned=returned
            watch-entry watch.logged=added watch.revised=revised watch.removed=removed
            project project.opened=started project.noted=noted project.milestone-reached=advanced
            feedback feedback.commented=commented feedback.prompted=prompted feedback.replied=replied
            interview interview.conducted=conducted interview.closed=closed
            workplace workplace.opened=started workplace.concluded=closed
            showcase showcase.published=published showcase.withdrawn=withdrawn showcase.removed=removed
            badge-award badge.accepted=accepted badge.revoked=withdrawn
            exam-file exam-file.sealed=sealed
            """;

    private static final Map<String, XapiActs> ALL = all();

    private static Map<String, XapiActs> all() {
        Map<String, XapiActs> all = new LinkedHashMap<>();
        TABLE.lines().forEach(line -> {
            String[] words = line.split(" ");
            for (int i = 1; i < words.length; i++) {
                String[] act = words[i].split("=");
                all.put(act[0], new XapiActs(act[1], words[0]));
            }
        });
        return all;
    }

    /** What an entry becomes; empty for what the profile has no word for, and for the organisation's own journal. */
    static Optional<XapiActs> of(JournalEntry entry) {
        boolean inDossier =
                entry.scope().getMostSignificantBits() != 0 || entry.scope().getLeastSignificantBits() != 0;
        return inDossier && !entry.objects().isEmpty() ? Optional.ofNullable(ALL.get(entry.act())) : Optional.empty();
    }

    /** The records that an entry is about, a statement each: every assessment that it wrote, or else one record. */
    List<JournalEntry.Item> objects(JournalEntry entry) {
        List<JournalEntry.Item> own = entry.objects().stream()
                .filter(each -> each.kind().equals(type))
                .toList();
        if (type.equals(ASSESSMENT)) return own;
        return own.isEmpty() ? entry.objects().subList(0, 1) : own.subList(0, 1);
    }

    static Set<String> acts() {
        return ALL.keySet();
    }

    static Set<String> verbs() {
        Set<String> verbs = new LinkedHashSet<>();
        ALL.values().forEach(each -> verbs.add(each.verb));
        return verbs;
    }

    static Set<String> types() {
        Set<String> types = new LinkedHashSet<>();
        ALL.values().forEach(each -> types.add(each.type));
        return types;
    }
}
