package org.eportfolio.console.command.school;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.eportfolio.PortfolioException;
import org.eportfolio.ProgressListener;
import org.eportfolio.console.command.sharing.PackageStrip;
import org.eportfolio.console.school.Lookup;
import org.eportfolio.console.school.NewFile;
import org.eportfolio.console.terminal.Screen;
import org.eportfolio.console.terminal.Texts;
import org.eportfolio.console.view.View;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Cohort;
import org.eportfolio.sharing.HandedPackage;
import org.eportfolio.year.EndedYear;
import org.eportfolio.year.NewYearEnd;
import org.jspecify.annotations.Nullable;

/** Ends a year, and keeps the strips of links and codes as they come, so that none is lost with a run that stops. */
public final class YearEndRun {
    private final Lookup lookup;
    private final NewYearEnd year;

    YearEndRun(Lookup lookup, NewYearEnd year) {
        this.lookup = lookup;
        this.year = year;
    }

    /** What a run did. */
    public record YearEndAnswer(
            Cohort cohort,
            List<PackageStrip> strips,
            List<PersonId> leftBefore,
            List<PersonId> leftWithoutPackage,
            List<PersonId> goingOn,
            List<PersonId> staying) {}

    /** @param strips where to write them, one for each learner; {@code null} for the screen alone */
    View ended(@Nullable Path strips, ProgressListener progress) throws IOException {
        List<PackageStrip> handed = new ArrayList<>();
        EndedYear ended;
        if (strips == null) {
            ended = lookup.desk().year().end(year, each -> handed.add(strip(each)), progress);
        } else {
            ended = written(strips, handed, progress);
        }
        YearEndAnswer answer = new YearEndAnswer(
                ended.cohort(),
                handed,
                ended.leftBefore(),
                ended.leftWithoutPackage(),
                ended.goingOn(),
                ended.staying());
        return new View() {
            @Override
            public Object document() {
                return answer;
            }

            @Override
            public void print(Screen screen, Texts texts) {
                YearEndRun.this.print(answer, strips, screen, texts);
            }
        };
    }

    /** A refusal in the middle leaves the strips that were written. */
    private EndedYear written(Path strips, List<PackageStrip> handed, ProgressListener progress) throws IOException {
        List<EndedYear> ended = new ArrayList<>();
        List<PortfolioException> refused = new ArrayList<>();
        NewFile.write(strips, out -> {
            try {
                ended.add(lookup.desk().year().end(year, each -> keep(each, handed, out), progress));
            } catch (PortfolioException e) {
                if (handed.isEmpty()) throw e;
                refused.add(e);
            }
        });
        if (!refused.isEmpty()) throw refused.get(0);
        return ended.get(0);
    }

    private void keep(HandedPackage each, List<PackageStrip> handed, OutputStream out) {
        PackageStrip strip = strip(each);
        handed.add(strip);
        try {
            out.write((String.join("\n", lines(strip, lookup.texts())) + "\n\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private PackageStrip strip(HandedPackage each) {
        return PackageStrip.of(each, year.readableUntil(), lookup);
    }

    private static List<String> lines(PackageStrip strip, Texts texts) {
        List<String> lines = new ArrayList<>(List.of("- - - - - - - - - - - - - - - - - - - -"));
        lines.addAll(strip.lines(texts));
        return lines;
    }

    private void print(YearEndAnswer answer, @Nullable Path strips, Screen screen, Texts texts) {
        screen.line(texts.say(
                "year-end.done",
                answer.cohort().name(),
                answer.strips().size() + answer.leftWithoutPackage().size(),
                answer.goingOn().size(),
                answer.staying().size()));
        people("year-end.left-before", answer.leftBefore(), screen, texts);
        people("year-end.without-package", answer.leftWithoutPackage(), screen, texts);
        people("year-end.staying", answer.staying(), screen, texts);
        if (strips != null) {
            screen.line(texts.say("year-end.strips", strips));
            return;
        }
        if (!answer.strips().isEmpty()) screen.line(texts.say("year-end.shown-once"));
        for (PackageStrip each : answer.strips()) lines(each, texts).forEach(screen::line);
    }

    private void people(String key, List<PersonId> people, Screen screen, Texts texts) {
        if (people.isEmpty()) return;
        Map<PersonId, String> names = lookup.names(people);
        screen.line(texts.say(
                key,
                people.stream()
                        .map(each -> Objects.requireNonNullElse(names.get(each), each.value()))
                        .collect(Collectors.joining(", "))));
    }
}
