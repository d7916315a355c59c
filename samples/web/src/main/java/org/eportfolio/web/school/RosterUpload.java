package org.eportfolio.web.school;

import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eportfolio.console.command.school.RosterFile;
import org.eportfolio.core.Desk;
import org.eportfolio.exchange.ImportOptions;
import org.eportfolio.exchange.roster.AafXml;
import org.eportfolio.exchange.roster.Absent;
import org.eportfolio.exchange.roster.ExternalIdentity;
import org.eportfolio.exchange.roster.RosterCsv;
import org.eportfolio.exchange.roster.RosterDifference;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/**
 * A file of a whole school between the page that shows what it would change and the one that does so. It lies in a folder of its own,
 * for the session alone, and is deleted with it, or when another takes its place.
 *
 * @param format that was named; {@code null} for that of the content
 * @param issuer whose ids the file names people by; {@code null} if its ids are those of this school
 * @param uai of the school that is meant, in the directory of an académie; {@code null} for the only one
 */
record RosterUpload(
        Path file,
        @Nullable String format,
        boolean endsAbsent,
        @Nullable String issuer,
        @Nullable String uai) implements HttpSessionBindingListener {
    /** What it is called in a session. */
    static final String KEY = RosterUpload.class.getName();

    /** Its name is kept, since formats are told by it too; it never leaves the folder. */
    static RosterUpload of(
            MultipartFile sent,
            @Nullable String format,
            boolean endsAbsent,
            @Nullable String issuer,
            @Nullable String uai) {
        try {
            Path folder = Files.createTempDirectory("roster-");
            Path file = folder.resolve(name(sent));
            try {
                sent.transferTo(file);
                return new RosterUpload(file, format, endsAbsent, issuer, uai);
            } catch (IOException e) {
                Files.deleteIfExists(file);
                Files.deleteIfExists(folder);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(MultipartFile sent) {
        String given = sent.getOriginalFilename() == null ? "" : sent.getOriginalFilename();
        String name = given.replaceAll("[^A-Za-z0-9._-]", "_");
        return List.of("", ".", "..").contains(name) ? "roster" : name;
    }

    /** What it would change now. Nothing is written. */
    RosterDifference difference(Desk desk) {
        Absent absent = endsAbsent ? Absent.LEAVE : Absent.STAY;
        AafXml aaf = new AafXml(absent, ExternalIdentity::toString);
        RosterFile roster = new RosterFile(file, format);
        try {
            return roster.as(
                            new RosterCsv(absent).ofWholeSchool(),
                            uai == null ? aaf : aaf.ofSchool(uai),
                            absent,
                            issuer)
                    .difference(desk, file, ImportOptions.ofDefaults());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(file);
            Files.deleteIfExists(file.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void valueUnbound(HttpSessionBindingEvent event) {
        delete();
    }
}
