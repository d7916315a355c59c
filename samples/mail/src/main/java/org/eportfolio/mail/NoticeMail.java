package org.eportfolio.mail;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import org.eportfolio.Message;
import org.eportfolio.MessageBundle;
import org.eportfolio.agenda.Notice;
import org.eportfolio.agenda.Notices;
import org.eportfolio.core.NoticeDesk;
import org.eportfolio.core.Portfolio;
import org.eportfolio.journal.Cursor;
import org.eportfolio.school.Actor;

/**
 * Writes to people what concerns them: what is new since the last message, and once a week what falls on its days. Asks the
 * library in the name of the person written to, so that a message never holds more than they may read at that moment.
 */
final class NoticeMail {
    /** What stands around the notices, which are the library's sentences. */
    static final MessageBundle TEXTS = MessageBundle.beside(NoticeMail.class);

    private static final int MOST_IN_A_MESSAGE = 100;
    private static final int DAYS = 7;

    private final Portfolio portfolio;
    private final Outbox outbox;
    private final Places places;
    private final String site;

    /** @param site where the host opens a reference, such as {@code https://school.example/open/} */
    NoticeMail(Portfolio portfolio, Outbox outbox, Places places, String site) {
        this.portfolio = portfolio;
        this.outbox = outbox;
        this.places = places;
        this.site = site;
    }

    /**
     * Writes what is new for this person.
     *
     * @return how many messages were written; none where nothing is new
     */
    int news(Recipient to) throws IOException {
        NoticeDesk notices = portfolio.as(Actor.of(to.person())).notices();
        int written = 0;
        boolean more = true;
        while (more) {
            Cursor from = places.of(to.person());
            Notices page = notices.after(from, MOST_IN_A_MESSAGE);
            if (!page.notices().isEmpty()) {
                write(
                        to,
                        "since " + from,
                        TEXTS.message("mail.news", page.notices().size()),
                        page.notices());
                written++;
            }
            if (!page.next().equals(from)) places.keep(to.person(), page.next());
            more = page.more();
        }
        return written;
    }

    /**
     * Writes what falls on the seven days from this one on. Writing the same week twice writes the same message.
     *
     * @return whether there was anything to write
     */
    boolean week(Recipient to, LocalDate from) throws IOException {
        List<Notice> due = portfolio.as(Actor.of(to.person())).notices().due(from, from.plusDays(DAYS - 1));
        if (due.isEmpty()) return false;
        write(to, "week of " + from, TEXTS.message("mail.week", day(from, to.language())), due);
        return true;
    }

    private void write(Recipient to, String about, Message subject, List<Notice> notices) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Notice each : notices) {
            if (each.day() != null) text.append(day(each.day(), to.language())).append("\r\n");
            text.append(each.text().in(to.language(), portfolio.zone())).append("\r\n");
            text.append(site).append(each.about()).append("\r\n\r\n");
        }
        for (String each : List.of("mail.end", "mail.preferences")) {
            text.append(TEXTS.message(each).in(to.language())).append("\r\n");
        }
        Clock clock = portfolio.as(Actor.of(to.person())).clock();
        Path unused = outbox.write(to, about, subject.in(to.language()), text.toString(), clock.instant());
    }

    private static String day(LocalDate day, Locale language) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                .withLocale(language)
                .format(day);
    }
}
