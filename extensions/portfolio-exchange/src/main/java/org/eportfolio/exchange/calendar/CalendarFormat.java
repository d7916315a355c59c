package org.eportfolio.exchange.calendar;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eportfolio.ProgressListener;
import org.eportfolio.assessment.Matrix;
import org.eportfolio.core.Desk;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.exchange.Exporter;
import org.eportfolio.exchange.Extent;
import org.eportfolio.exchange.LossReport;
import org.eportfolio.exchange.internal.ExchangeMessages;
import org.eportfolio.exchange.internal.Wording;

/**
 * {@code ics}: a learner's days and times for calendars (iCalendar, RFC 5545): due dates of goals and of
 * the pathway's steps, reviews to write, interviews, periods at the workplace, tasks and milestones of projects. Of a cohort, those of all its dossiers that the
 * reader may see, with the learners' names, and the deadlines of its campaigns.
 *
 * <p>Whole days are days, whose end is the day after the last; times are in UTC. An event keeps its UID for ever and its
 * SEQUENCE grows with each change, so that a calendar that imports it again moves it. What was called off stays as
 * cancelled. Immutable and thread-safe.
 */
public final class CalendarFormat implements Exporter {
    private static final String FORMAT = "ics";

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public Set<Class<? extends Extent>> extents() {
        return Set.of(Extent.OfDossier.class, Extent.OfCohort.class);
    }

    @Override
    public LossReport write(Desk desk, Extent extent, Path to, Locale language, ProgressListener progress)
            throws IOException {
        Wording words = new Wording(language, desk.clock().getZone(), false);
        List<LossReport.Loss> losses = new ArrayList<>();
        try (CalendarLines out = new CalendarLines(Files.newBufferedWriter(to))) {
            out.line("BEGIN", "VCALENDAR").line("VERSION", "2.0");
            out.line("PRODID", "-//eportfolio.org//Portfolio//EN").line("CALSCALE", "GREGORIAN");
            CalendarEvents events = new CalendarEvents(desk, out, words, losses);
            if (extent instanceof Extent.OfDossier of) {
                Dossier dossier = desk.dossiers().get(of.dossier());
                events.of(dossier.id(), "");
                events.reviews(dossier);
            } else if (extent instanceof Extent.OfCohort of) {
                cohort(desk, of, events, progress);
            }
            if (events.isEmpty()) zone(out);
            out.line("END", "VCALENDAR");
        }
        for (String each : List.of("goal", "interview", "workplace", "pathway", "review")) {
            losses.add(new LossReport.Loss(each, "", "texts", ExchangeMessages.of("ics.lost")));
        }
        return new LossReport(FORMAT, losses);
    }

    /** A calendar has one component at least (RFC 5545, 3.6); that of the zone in which all times are changes nothing. */
    private static void zone(CalendarLines out) throws IOException {
        out.line("BEGIN", "VTIMEZONE").line("TZID", "Etc/UTC").line("BEGIN", "STANDARD");
        out.line("DTSTART", "19700101T000000");
        out.line("TZOFFSETFROM", "+0000").line("TZOFFSETTO", "+0000");
        out.line("END", "STANDARD").line("END", "VTIMEZONE");
    }

    private static void cohort(Desk desk, Extent.OfCohort of, CalendarEvents events, ProgressListener progress)
            throws IOException {
        Matrix matrix = desk.progress().matrix(of.cohort(), of.adoption());
        var names = desk.people()
                .named(matrix.lines().stream().map(Matrix.Line::learner).toList());
        long done = 0;
        for (Matrix.Line line : matrix.lines()) {
            if (line.dossier() != null) {
                events.of(
                        line.dossier(),
                        names.getOrDefault(line.learner(), line.learner().value()));
            }
            progress.at(++done, matrix.lines().size());
        }
        events.campaigns(of.cohort());
    }
}
