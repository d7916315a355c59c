package org.eportfolio.web.dossier;

import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.eportfolio.PageRequest;
import org.eportfolio.access.HeldPermissions;
import org.eportfolio.access.Permission;
import org.eportfolio.core.Desk;
import org.eportfolio.id.PersonId;
import org.eportfolio.reflection.Feedback;
import org.eportfolio.reflection.FeedbackThread;
import org.eportfolio.reflection.Subject;
import org.eportfolio.web.look.People;
import org.eportfolio.web.look.Where;
import org.eportfolio.web.look.Words;
import org.jspecify.annotations.Nullable;

/**
 * What the team and the learner say to each other of a production or a reflection.
 *
 * @param say where the team says something; {@code null} for everybody else
 */
record Talk(List<Exchange> threads, @Nullable String say) {
    private static final int SHOWN = 50;

    /**
     * One message.
     *
     * @param withdraw where its author takes it back; {@code null} for everybody else
     */
    record Spoken(
            String author,
            String when,
            String text,
            boolean withdrawn,
            @Nullable String withdraw) {}

    /**
     * A question or a comment with what was replied.
     *
     * @param awaits whether the learner still owes an answer
     * @param reply where one replies; {@code null} for those who may not
     */
    record Exchange(
            String id,
            boolean awaits,
            List<Spoken> messages,
            @Nullable String reply) {}

    /** What is said of something, for those who may read it; nothing for everybody else. */
    static Talk about(Desk desk, Subject subject, HeldPermissions rights, Words words) {
        if (!rights.has(Permission.READ_FEEDBACK)) return new Talk(List.of(), null);
        List<FeedbackThread> threads =
                desk.feedback().on(subject, PageRequest.first(SHOWN)).items();
        People people = People.of(
                desk,
                threads.stream().flatMap(Talk::messages).map(Feedback::author).toList());
        String home = Where.of(subject.dossier()) + "/feedback/";
        boolean replies = rights.has(Permission.REPLY_TO_FEEDBACK);
        return new Talk(
                threads.stream()
                        .map(each -> new Exchange(
                                each.opener().id().toString(),
                                each.opener().awaitsLearner(),
                                messages(each)
                                        .map(one -> spoken(desk, one, home, people, words))
                                        .toList(),
                                replies ? home + each.opener().id() + "/reply" : null))
                        .toList(),
                rights.has(Permission.GIVE_FEEDBACK) ? Where.of(subject) + "/say" : null);
    }

    private static Stream<Feedback> messages(FeedbackThread thread) {
        return Stream.concat(Stream.of(thread.opener()), thread.replies().stream());
    }

    private static Spoken spoken(Desk desk, Feedback said, String home, People people, Words words) {
        ZoneId zone = desk.clock().getZone();
        PersonId reader = desk.actor().person().orElseThrow();
        boolean own = said.author().equals(reader) && !said.withdrawn();
        return new Spoken(
                people.name(said.author()),
                words.moment(said.at(), zone),
                said.text(),
                said.withdrawn(),
                own ? home + said.id() + "/withdraw" : null);
    }
}
