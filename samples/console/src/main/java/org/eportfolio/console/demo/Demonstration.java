package org.eportfolio.console.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eportfolio.certification.ExamUse;
import org.eportfolio.console.school.PrivacyFile;
import org.eportfolio.console.school.School;

/** The year of the VosRêves class, for any host that wants to show it. */
public final class Demonstration {
    private final DemoScript script = DemoScript.read();

    /**
     * One of those who play it, all of them invented.
     *
     * @param name as it is shown
     * @param role as the script says it, such as {@code lead_teacher}; {@code none} for those without one
     */
    public record Player(String id, String name, String role) {}

    /** Those who play it, as the script has them. */
    public List<Player> players() {
        return script.tree().trees("people").stream()
                .map(each -> new Player(each.text("id"), each.text("name"), each.text("role")))
                .toList();
    }

    /**
     * Plays the year in this file, which is made, unless it was played there before.
     *
     * @return when the year ended, by its own calendar; empty if the file holds something else, which stays as it is
     * @throws org.eportfolio.StorageException if the file is none of a portfolio
     */
    public Optional<Instant> playIn(Path file) {
        if (!Files.exists(file)) state(script.exams(), file);
        try (School school = School.open(file)) {
            Optional<Instant> ended = school.demonstrationEnded();
            if (ended.isPresent() || school.administrator().isPresent()) return ended;
            DemoYear year = new DemoYear(script, school);
            for (DemoEvent event : script.events()) {
                if (event.refused()) year.refusal(event);
                else year.play(event);
            }
            school.endDemonstration(school.as(script.administrator()));
            return school.demonstrationEnded();
        }
    }

    /** An example of what a controller states of exam files, beside the file; without it there would be none. */
    static void state(ExamUse exams, Path file) {
        Path beside = PrivacyFile.beside(file);
        if (Files.exists(beside)) return;
        try {
            Files.writeString(beside, "exam=" + exams.mode() + "|" + exams.text() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
