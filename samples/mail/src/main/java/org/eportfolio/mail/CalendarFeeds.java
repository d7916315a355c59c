package org.eportfolio.mail;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.eportfolio.DeniedException;
import org.eportfolio.ProgressListener;
import org.eportfolio.core.Desk;
import org.eportfolio.core.Portfolio;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.exchange.Exchange;
import org.eportfolio.exchange.Extent;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Actor;

/**
 * A calendar for each dossier of a learner, in the format {@code ics}, under a name that no one guesses: a calendar program asks
 * for it without a password, so that its address is the secret (160 bits) and can be changed. Served by the host as
 * {@code text/calendar}. Written in the learner's own name: who has left, or may not read any more, gets no new one, and the old
 * one is taken away. Not thread-safe.
 */
final class CalendarFeeds {
    private final Portfolio portfolio;
    private final Path folder;
    private final Path secrets;
    private final SecureRandom random = new SecureRandom();
    private final Properties addresses = new Properties();

    /** @param folder which the host serves; the addresses are kept beside it, not in it */
    CalendarFeeds(Portfolio portfolio, Path folder) throws IOException {
        this.portfolio = portfolio;
        this.folder = Files.createDirectories(folder);
        this.secrets = Path.of(folder.toAbsolutePath() + ".addresses");
        if (!Files.exists(secrets)) return;
        try (Reader in = Files.newBufferedReader(secrets)) {
            addresses.load(in);
        }
    }

    /** Writes a learner's calendars anew, under the addresses that they have or, at first, get. */
    List<Path> refresh(Recipient learner) throws IOException {
        Desk desk = portfolio.as(Actor.of(learner.person()));
        List<Path> written = new ArrayList<>();
        List<Dossier> dossiers = own(desk);
        for (Dossier each : dossiers) {
            Path made = folder.resolve("next.part");
            Files.deleteIfExists(made);
            Exchange.ofDefaults()
                    .export(
                            desk,
                            new Extent.OfDossier(each.id()),
                            "ics",
                            made,
                            learner.language(),
                            ProgressListener.NONE);
            Path to = folder.resolve(address(learner.person(), each) + ".ics");
            written.add(Files.move(made, to, StandardCopyOption.REPLACE_EXISTING));
        }
        Set<String> kept =
                dossiers.stream().map(each -> key(learner.person(), each)).collect(Collectors.toSet());
        forget(learner.person(), kept);
        return written;
    }

    /** Their dossiers that they read now; none for those who have no role here any more. */
    private static List<Dossier> own(Desk desk) {
        try {
            return desk.me().get().dossiers();
        } catch (DeniedException e) {
            return List.of();
        }
    }

    /** Gives a person other addresses from the next writing on: those before lead nowhere at once. */
    void forget(PersonId person) throws IOException {
        forget(person, Set.of());
    }

    private void forget(PersonId person, Set<String> kept) throws IOException {
        List<String> gone = addresses.stringPropertyNames().stream()
                .filter(each -> each.startsWith(person.value() + "\n") && !kept.contains(each))
                .toList();
        for (String each : gone) {
            Files.deleteIfExists(folder.resolve(addresses.getProperty(each) + ".ics"));
            addresses.remove(each);
        }
        if (!gone.isEmpty()) save();
    }

    private static String key(PersonId person, Dossier dossier) {
        return person.value() + "\n" + dossier.id();
    }

    private String address(PersonId person, Dossier dossier) throws IOException {
        String key = key(person, dossier);
        String known = addresses.getProperty(key);
        if (known != null) return known;
        byte[] secret = new byte[20];
        random.nextBytes(secret);
        String fresh = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        addresses.setProperty(key, fresh);
        save();
        return fresh;
    }

    private void save() throws IOException {
        try (Writer out = Files.newBufferedWriter(secrets)) {
            addresses.store(out, null);
        }
    }
}
