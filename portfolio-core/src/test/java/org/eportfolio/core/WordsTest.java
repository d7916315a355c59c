package org.eportfolio.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.eportfolio.Message;
import org.eportfolio.assessment.Perspective;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Role;
import org.junit.jupiter.api.Test;

/** Every sentence of api, core and the SQLite store, with arguments as they come, is one that a person reads with ease. */
class WordsTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Instant SIX_IN_PARIS = Instant.parse("2026-12-04T17:00:00Z");
    private static final UUID ID = UUID.fromString("0190a0b0-1234-7000-8000-00001a2b3c4d");

    /** What may come as any argument. */
    private static final List<Object> ARGUMENTS = List.of(
            1,
            1L,
            0,
            2,
            LocalDate.of(2026, 12, 4),
            SIX_IN_PARIS,
            ID,
            ID.toString(),
            new DossierId(ID),
            new CohortId(ID),
            Role.LEAD_TEACHER,
            Perspective.SELF,
            List.of(Role.HEAD, Role.DPO),
            Message.of("period.between", SIX_IN_PARIS, SIX_IN_PARIS),
            PersonId.of("emma"));

    /** Sentences whose number is a bound that never is one. */
    private static final Set<String> BOUNDS = Set.of(
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
            "interview.agreements-full",
            "link.too-long",
            "mission.moves",
            "page.limit",
            "pathway.full",
            "pathway.suggestions",
            "plan.too-many",
            "queue.weeks",
            "recording.duration",
            "recording.too-many",
            "scale.size",
            "storage.too-large",
            "template.questions",
            "text.too-long",
            "watch.cite",
            "workplace.asked");

    @Test
    void every_sentence_with_every_kind_of_argument_is_plain_in_both_languages() throws IOException {
        List<String> faults = new ArrayList<>();
        for (Locale locale : List.of(Locale.ENGLISH, Locale.FRENCH)) {
            for (String key : keys(locale)) {
                for (Object each : ARGUMENTS) {
                    if (BOUNDS.contains(key) && (each.equals(1) || each.equals(1L))) continue;
                    Object[] all = {each, each, each, each, each, each};
                    String said = Message.of(key, all).in(locale, PARIS);
                    for (String fault : PlainWords.faults(said, locale, "{", "}")) {
                        faults.add(locale + " " + key + " [" + fault + "]: " + said);
                    }
                }
            }
        }
        assertThat(new TreeSet<>(faults)).isEmpty();
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

    private static TreeSet<String> keys(Locale locale) throws IOException {
        TreeSet<String> keys = new TreeSet<>();
        String suffix = locale.equals(Locale.ENGLISH) ? "" : "_" + locale.getLanguage();
        for (String bundle : List.of(
                "portfolio-api/src/main/resources/org/eportfolio/messages",
                "portfolio-core/src/main/resources/org/eportfolio/core/messages")) {
            Properties texts = new Properties();
            try (Reader in =
                    Files.newBufferedReader(Path.of("..", bundle + suffix + ".properties"), StandardCharsets.UTF_8)) {
                texts.load(in);
            }
            keys.addAll(texts.stringPropertyNames());
        }
        keys.removeIf(
                each -> each.startsWith("sentence.") || each.startsWith("plural.") || each.startsWith("JsonToken."));
        return keys;
    }
}
