package org.eportfolio.mail;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.eportfolio.DeniedException;
import org.eportfolio.core.Portfolio;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Actor;
import org.eportfolio.sqlite.SqliteStore;

/**
 * A run of the host's scheduler: {@code Main portfolio.db addresses.properties FOLDER FROM SITE [--week]}. Each line of the
 * properties is {@code person=address language}, such as {@code emma=emma@school.example fr}; without a language it is the
 * machine's. Messages come into {@code FOLDER/outbox}, calendars into {@code FOLDER/calendars};
 * with {@code --week} also the days to come, as on each Monday.
 */
public final class Main {
    private Main() {}

    public static void main(String[] args) throws IOException {
        if (args.length < 5) {
            System.err.println(NoticeMail.TEXTS.message("mail.usage").in(Locale.getDefault()));
            System.exit(2);
        }
        if (!run(args)) System.exit(1);
    }

    /**
     * One run. An address that is none keeps no message from the others.
     *
     * @return whether each address was one; the person of another is named
     */
    static boolean run(String[] args) throws IOException {
        boolean all = true;
        Path folder = Files.createDirectories(Path.of(args[2]));
        boolean week = args.length > 5 && args[5].equals("--week");
        try (Portfolio portfolio =
                Portfolio.with(SqliteStore.open(Path.of(args[0]))).build()) {
            NoticeMail mail = new NoticeMail(
                    portfolio,
                    new Outbox(folder.resolve("outbox"), args[3]),
                    new Places(folder.resolve("places.properties")),
                    args[4]);
            CalendarFeeds calendars = new CalendarFeeds(portfolio, folder.resolve("calendars"));
            for (Recipient each : recipients(Path.of(args[1]))) all &= write(each, week, portfolio, mail, calendars);
        }
        return all;
    }

    /** Whether the person could be written to, or need not be. */
    private static boolean write(
            Recipient to, boolean week, Portfolio portfolio, NoticeMail mail, CalendarFeeds calendars)
            throws IOException {
        List<Path> written = calendars.refresh(to);
        try {
            int messages = mail.news(to);
            LocalDate today = LocalDate.now(portfolio.as(Actor.of(to.person())).clock());
            if (week && mail.week(to, today)) messages++;
            System.out.println(to.person() + ": " + messages + ", " + written.size());
        } catch (DeniedException e) {
            System.out.println(to.person() + ": -"); // has no role here now
        } catch (Outbox.NoAddressException e) {
            System.err.println(to.person() + ": " + e.getMessage());
            return false;
        }
        return true;
    }

    private static List<Recipient> recipients(Path file) throws IOException {
        Properties addresses = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            addresses.load(in);
        }
        List<Recipient> recipients = new ArrayList<>();
        for (String each : addresses.stringPropertyNames().stream().sorted().toList()) {
            recipients.add(recipient(each, Objects.requireNonNull(addresses.getProperty(each))));
        }
        return recipients;
    }

    private static Recipient recipient(String person, String line) {
        String[] parts = line.strip().split("\\s+", 2);
        Locale language = parts.length == 2 ? Locale.forLanguageTag(parts[1]) : Locale.getDefault();
        return new Recipient(PersonId.of(person), parts[0], language);
    }
}
