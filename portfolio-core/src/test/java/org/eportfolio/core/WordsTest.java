package org.eportfolio.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import org.eportfolio.Message;
import org.eportfolio.tck.WordsContract;
import org.junit.jupiter.api.Test;

/** The sentences of api and core. */
class WordsTest extends WordsContract {
    private static final Instant SIX_IN_PARIS = Instant.parse("2026-12-04T17:00:00Z");

    /** Sentences whose number is a bound that never is one. */
    private static final Set<String> BOUNDS = Set.of(
            "breach.too-many",
            "campaign.criteria",
            "campaign.each",
            "campaign.too-few-to-hide",
            "captions.too-long",
            "conflict.busy",
            "duration.out-of-bounds",
            "exchange.too-large",
            "feedback.too-many",
            "group.size",
            "group.too-few",
            "impact.safeguard.log",
            "interview.agreements-full",
            "link.too-long",
            "mission.moves",
            "mission.pieces",
            "notice.log",
            "notice.log.staff",
            "notices.days",
            "once.key",
            "page.limit",
            "pathway.full",
            "pathway.suggestions",
            "plan.too-many",
            "queue.weeks",
            "recording.duration",
            "recording.too-many",
            "search.too-many-words",
            "scale.size",
            "storage.too-large",
            "template.questions",
            "text.too-long",
            "watch.cite",
            "workplace.asked");

    WordsTest() {
        super(Message.class, "/org/eportfolio/messages", "/org/eportfolio/core/messages");
    }

    @Override
    protected Set<String> bounds() {
        return BOUNDS;
    }

    @Test
    void an_instant_is_written_as_the_day_and_the_time_where_the_school_is() {
        Message ended = Message.of("campaign.ended", "Relire", SIX_IN_PARIS);
        assertThat(ended.in(Locale.FRENCH, PARIS)).contains("a pris fin le 4 décembre 2026 à 18:00");
        assertThat(ended.in(Locale.ENGLISH, PARIS)).contains("4 December 2026 at 18:00");
        assertThat(ended.in(Locale.FRENCH)).contains("4 décembre 2026 à 17:00 UTC");
    }

    @Test
    void the_first_of_a_month_is_written_as_french_has_it() {
        assertThat(Message.of("workplace.coming", LocalDate.of(2027, 3, 1)).in(Locale.FRENCH))
                .contains("1er mars 2027");
    }
}
