package org.eportfolio.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eportfolio.school.Members.learners;
import static org.eportfolio.school.Members.teachers;

import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.eportfolio.core.BundledFrameworks;
import org.eportfolio.core.Desk;
import org.eportfolio.core.ExampleScales;
import org.eportfolio.core.Portfolio;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.dossier.Production;
import org.eportfolio.guidance.NewGoal;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.reflection.Subject;
import org.eportfolio.school.Actor;
import org.eportfolio.sqlite.SqliteStore;
import org.eportfolio.tck.PseudoLanguage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** H6, « tell me » : what concerns a person as mail, their week, and a calendar of their own. */
class NoticesByMailTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 9, 7);
    private static final Recipient EMMA = new Recipient(PersonId.of("emma"), "emma@lycee.example", Locale.FRENCH);
    private static final Recipient MALO = new Recipient(PersonId.of("malo"), "malo@lycee.example", Locale.ENGLISH);
    private static final String SITE = "https://lycee.example/ouvrir/";

    @TempDir
    Path folder;

    /** What the host opens to no one any more. */
    private final Set<DossierId> closed = ConcurrentHashMap.newKeySet();

    private Portfolio portfolio;
    private Desk head;
    private Desk emma;
    private Desk durand;
    private CohortId cohort;
    private AdoptionId adoption;
    private DossierId dossier;
    private Production map;

    @BeforeEach
    void the_class_begins() throws IOException {
        Clock clock = Clock.fixed(Instant.parse("2026-09-07T08:00:00Z"), ZoneId.of("Europe/Paris"));
        portfolio = Portfolio.with(SqliteStore.open(folder.resolve("school.db")))
                .clock(clock)
                .accessPolicy(question -> question.dossier() != null && closed.contains(question.dossier())
                        ? Optional.of("fermé")
                        : Optional.empty())
                .build();
        head = portfolio.setUp("proviseure");
        adoption = head.frameworks().adopt(BundledFrameworks.MC_SNO, ExampleScales.FOUR_STEPS);
        cohort = head.cohorts().enrol("CS SNO 2026", learners("emma", "malo"), teachers("m.durand"));
        emma = portfolio.as(Actor.of("emma"));
        durand = portfolio.as(Actor.of("m.durand"));
        dossier = emma.dossiers().open(adoption);
        map = emma.productions()
                .add(dossier, NewProduction.titled("Carte mentale « été »").showing("C3.1"));
        durand.feedback().comment(Subject.of(map), "REMARQUE-DU-PROFESSEUR");
    }

    @AfterEach
    void the_school_closes() {
        portfolio.close();
    }

    private NoticeMail mail() throws IOException {
        return new NoticeMail(
                portfolio,
                new Outbox(folder.resolve("outbox"), "portfolio@lycee.example"),
                new Places(folder.resolve("places.properties")),
                SITE);
    }

    private List<Path> files(String in) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(in))) {
            return files.sorted().toList();
        }
    }

    private MimeMessage only() throws Exception {
        assertThat(files("outbox")).hasSize(1);
        return read(files("outbox").get(0));
    }

    private static MimeMessage read(Path file) throws Exception {
        try (InputStream in = Files.newInputStream(file)) {
            return new MimeMessage(Session.getInstance(new Properties()), in);
        }
    }

    @Test
    void what_is_new_is_a_message_that_mail_programs_read_and_holds_no_words_of_any_person() throws Exception {
        assertThat(mail().news(EMMA)).isEqualTo(1);
        MimeMessage message = only();
        assertThat(message.getSubject()).isEqualTo("Un avis pour vous");
        assertThat(message.getRecipients(Message.RecipientType.TO)[0]).hasToString("emma@lycee.example");
        assertThat(message.getFrom()[0]).hasToString("portfolio@lycee.example");
        assertThat(message.getMessageID()).matches("<[0-9a-f-]{36}@lycee.example>");
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(message.getContent().toString())
                .contains("L'équipe vous a laissé un commentaire.", SITE)
                .doesNotContain("REMARQUE-DU-PROFESSEUR");
        assertThat(mail().news(MALO)).as("nothing concerns him").isZero();
    }

    @Test
    void a_language_is_added_by_files_alone() throws Exception {
        emma.goals().set(dossier, NewGoal.of("C3.1", "acquis").by(TODAY.plusDays(3)));
        Recipient other = new Recipient(EMMA.person(), EMMA.address(), PseudoLanguage.LOCALE);
        try (PseudoLanguage unused = new PseudoLanguage(
                NoticesByMailTest.class,
                "org/eportfolio/messages",
                "org/eportfolio/core/messages",
                "org/eportfolio/mail/messages")) {
            assertThat(mail().news(other)).isEqualTo(1);
            assertThat(mail().week(other, TODAY)).isTrue();
        }
        List<Path> messages = files("outbox");
        assertThat(messages).hasSize(2);
        for (Path each : messages) {
            MimeMessage message = read(each);
            assertThat(message.getContent().toString()).contains("⟦");
            assertThat(PseudoLanguage.outside(message.getSubject() + "\n" + message.getContent()))
                    .allMatch(text -> text.startsWith(SITE) || text.contains("2026") || text.equals("C3.1"));
        }
    }

    @Test
    void nothing_is_written_twice_even_where_the_place_was_not_kept() throws Exception {
        mail().news(EMMA);
        String first = only().getMessageID();
        assertThat(mail().news(EMMA)).isZero();
        Files.delete(folder.resolve("places.properties"));
        assertThat(mail().news(EMMA)).isEqualTo(1);
        assertThat(only().getMessageID()).isEqualTo(first);
        durand.feedback().comment(Subject.of(map), "Et encore ceci.");
        assertThat(mail().news(EMMA)).isEqualTo(1);
        assertThat(files("outbox")).hasSize(2);
    }

    @Test
    void a_week_is_one_message_however_often_it_is_written() throws Exception {
        emma.goals().set(dossier, NewGoal.of("C3.1", "acquis").by(TODAY.plusDays(3)));
        emma.goals().set(dossier, NewGoal.of("C1.1", "acquis").by(TODAY.plusDays(9)));
        assertThat(mail().week(EMMA, TODAY)).isTrue();
        assertThat(mail().week(EMMA, TODAY)).isTrue();
        assertThat(only().getSubject()).isEqualTo("Votre semaine du lundi 7 septembre 2026");
        assertThat(only().getContent().toString())
                .contains("jeudi 10 septembre 2026", "C3.1")
                .doesNotContain("C1.1");
        assertThat(mail().week(MALO, TODAY)).isFalse();
    }

    @Test
    void a_calendar_has_an_address_that_no_one_guesses_and_that_can_be_changed() throws Exception {
        emma.goals().set(dossier, NewGoal.of("C3.1", "acquis").by(TODAY.plusDays(3)));
        CalendarFeeds feeds = new CalendarFeeds(portfolio, folder.resolve("calendars"));
        List<Path> first = feeds.refresh(EMMA);
        assertThat(first).hasSize(1);
        assertThat(String.valueOf(first.get(0).getFileName())).matches("[A-Za-z0-9_-]{27}\\.ics");
        assertThat(Files.readString(first.get(0))).contains("BEGIN:VCALENDAR", "20260910");
        assertThat(new CalendarFeeds(portfolio, folder.resolve("calendars")).refresh(EMMA))
                .as("the same address later on")
                .isEqualTo(first);
        feeds.forget(EMMA.person());
        assertThat(files("calendars")).isEmpty();
        assertThat(feeds.refresh(EMMA)).doesNotContainAnyElementsOf(first);
        assertThat(files("calendars")).hasSize(1);
    }

    @Test
    void who_has_no_role_any_more_is_written_nothing_and_their_calendar_goes() throws Exception {
        CalendarFeeds feeds = new CalendarFeeds(portfolio, folder.resolve("calendars"));
        feeds.refresh(EMMA);
        head.cohorts().leave(cohort, EMMA.person());
        portfolio.close();
        Path addresses = Files.writeString(folder.resolve("addresses.properties"), "emma=emma@lycee.example\n");
        Main.main(new String[] {
            folder.resolve("school.db").toString(),
            addresses.toString(),
            folder.toString(),
            "portfolio@lycee.example",
            SITE,
            "--week"
        });
        assertThat(files("calendars")).isEmpty();
        assertThat(files("outbox")).isEmpty();
    }

    @Test
    void one_address_that_is_none_keeps_no_message_from_the_others() throws Exception {
        durand.feedback()
                .comment(
                        Subject.of(portfolio
                                .as(Actor.of("malo"))
                                .productions()
                                .add(
                                        portfolio
                                                .as(Actor.of("malo"))
                                                .dossiers()
                                                .open(adoption),
                                        NewProduction.titled("Plan"))),
                        "Bien.");
        portfolio.close();
        Path addresses = Files.writeString(
                folder.resolve("addresses.properties"), "emma=emma.sans.arobase\nmalo=malo@lycee.example\n");
        String[] call = {
            folder.resolve("school.db").toString(),
            addresses.toString(),
            folder.toString(),
            "portfolio@lycee.example",
            SITE
        };

        assertThat(Main.run(call)).isFalse();
        assertThat(only().getRecipients(Message.RecipientType.TO)[0]).hasToString("malo@lycee.example");

        Files.writeString(addresses, "emma=emma@lycee.example\nmalo=malo@lycee.example\n");
        assertThat(Main.run(call)).as("with the address put right").isTrue();
        assertThat(files("outbox")).as("and nothing was lost in between").hasSize(2);
    }

    @Test
    void the_calendar_of_a_dossier_that_one_reads_no_more_is_taken_away() throws Exception {
        AdoptionId other = head.frameworks().adopt(BundledFrameworks.CRCN, ExampleScales.FOUR_STEPS);
        DossierId second = emma.dossiers().open(other);
        CalendarFeeds feeds = new CalendarFeeds(portfolio, folder.resolve("calendars"));
        List<Path> both = feeds.refresh(EMMA);
        assertThat(both).hasSize(2);

        closed.add(second);
        List<Path> left = feeds.refresh(EMMA);

        assertThat(left).hasSize(1);
        assertThat(both).containsAll(left);
        assertThat(files("calendars")).isEqualTo(left);
    }
}
