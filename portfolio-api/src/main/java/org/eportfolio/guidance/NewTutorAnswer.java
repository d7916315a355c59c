package org.eportfolio.guidance;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.eportfolio.Line;
import org.eportfolio.Prose;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.LevelId;

/**
 * A tutor's answer to the three questions:
 * {@code NewTutorAnswer.by("Karim Exemple").alone("…").withHelp("…").advising("…").level("C3.1", "acquis")}. Levels are
 * optional, one by one.
 */
public record NewTutorAnswer(
        @NotNull @Line(max = 200) String name,

        @NotNull @Prose(max = 10_000) @NotBlank(message = "{tutor.alone}")
        String alone,

        @NotNull @Prose(max = 10_000) String help,
        @NotNull @Prose(max = 10_000) String advice,
        @NotNull @Size(max = WorkplacePeriod.MOST_ASKED) Map<@NotNull Code, @NotNull LevelId> levels) {
    public NewTutorAnswer {
        levels = Objects.requireNonNullElse(levels, Map.of());
    }

    public static NewTutorAnswer by(String name) {
        return new NewTutorAnswer(name, "", "", "", Map.of());
    }

    /** What did they do alone? */
    public NewTutorAnswer alone(String text) {
        return new NewTutorAnswer(name, text, help, advice, levels);
    }

    /** With what help did they do the rest? */
    public NewTutorAnswer withHelp(String text) {
        return new NewTutorAnswer(name, alone, text, advice, levels);
    }

    /** What do you advise to progress? */
    public NewTutorAnswer advising(String text) {
        return new NewTutorAnswer(name, alone, help, text, levels);
    }

    public NewTutorAnswer level(String competency, String level) {
        Map<Code, LevelId> more = new HashMap<>(levels);
        more.put(Code.of(competency), LevelId.of(level));
        return new NewTutorAnswer(name, alone, help, advice, more);
    }
}
