package org.eportfolio.exchange.booklet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.eportfolio.DeniedException;
import org.eportfolio.ProgressListener;
import org.eportfolio.core.Desk;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.dossier.Setting;
import org.eportfolio.exchange.Exporter;
import org.eportfolio.exchange.Extent;
import org.eportfolio.exchange.LossReport;
import org.eportfolio.exchange.LossReport.Loss;
import org.eportfolio.exchange.booklet.Situations.Lived;
import org.eportfolio.exchange.internal.ExchangeMessages;
import org.eportfolio.exchange.internal.MissionTitles;
import org.eportfolio.exchange.internal.OdsFile;
import org.eportfolio.exchange.internal.OdsFile.Cell;
import org.eportfolio.exchange.internal.Pages;
import org.eportfolio.exchange.internal.Wording;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.Framework;
import org.eportfolio.framework.Item;
import org.jspecify.annotations.Nullable;

/**
 * {@code passport-ods}: the professional passport as an OpenDocument spreadsheet: a table of the situations, a row for each under
 * each of its competencies, and a table of the periods at the workplace. No level, no judgement, no file. Immutable and thread-safe.
 */
public final class PassportOds implements Exporter {
    private static final String FORMAT = "passport-ods";
    private static final List<String> COLUMNS =
            List.of("framework", "code", "competency", "place", "where", "what", "title", "day", "words");

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public Set<Class<? extends Extent>> extents() {
        return Set.of(Extent.OfDossier.class);
    }

    @Override
    public LossReport write(Desk desk, Extent extent, Path to, Locale language, ProgressListener progress)
            throws IOException {
        Dossier dossier = desk.dossiers().get(((Extent.OfDossier) extent).dossier());
        try (OdsFile out = OdsFile.create(to)) {
            Sheet sheet =
                    new Sheet(desk, dossier, new Wording(language, desk.clock().getZone(), false), out);
            sheet.situations(progress);
            sheet.periods();
            for (String each : Passport.NEVER) {
                sheet.lost.add(new Loss(each, "", "", ExchangeMessages.of("booklet.lost.passport-" + each)));
            }
            return new LossReport(FORMAT, sheet.lost);
        }
    }

    private static final class Sheet {
        private final Desk desk;
        private final Dossier dossier;
        private final Wording words;
        private final OdsFile out;
        private final Map<String, String> missions;
        private final List<Loss> lost = new ArrayList<>();

        Sheet(Desk desk, Dossier dossier, Wording words, OdsFile out) {
            this.desk = desk;
            this.dossier = dossier;
            this.words = words;
            this.out = out;
            this.missions = MissionTitles.of(desk, dossier.id());
        }

        void situations(ProgressListener progress) throws IOException {
            List<Lived> all = Situations.of(desk, dossier.id(), progress, lost::add);
            out.table(words.say("booklet.passport-competencies"));
            out.row(header(COLUMNS.stream()));
            Set<Code> listed = new HashSet<>();
            for (Framework framework : Situations.frameworks(desk, dossier)) {
                for (Item item : framework.items().toList()) {
                    for (String place : Situations.PLACES) {
                        for (Lived each : all) {
                            if (!each.place().equals(place) || !each.codes().contains(item.code())) continue;
                            listed.add(item.code());
                            row(framework.title(), item.code().value(), item.label(), each);
                        }
                    }
                }
            }
            for (Lived each : all) {
                if (each.codes().stream().noneMatch(listed::contains)) row("", "", "", each);
            }
        }

        private void row(String framework, String code, String label, Lived lived) throws IOException {
            out.row(List.of(
                    Cell.of(framework),
                    Cell.of(code),
                    Cell.of(label),
                    Cell.of(words.say("booklet.passport." + lived.place())),
                    Cell.of(where(lived.setting())),
                    Cell.of(words.say("passport.what." + lived.what())),
                    Cell.of(lived.title()),
                    Cell.of(lived.at().atZone(desk.clock().getZone()).toLocalDate()),
                    Cell.of(lived.words())));
        }

        private String where(@Nullable Setting setting) {
            if (setting instanceof Setting.Workplace of) return of.place();
            if (!(setting instanceof Setting.Mission of)) return "";
            String id = of.scenario() + "/" + of.mission();
            return missions.getOrDefault(id, id);
        }

        void periods() throws IOException {
            out.table(words.say("booklet.passport-periods"));
            out.row(header(Stream.of("employer", "from", "until")));
            try {
                Pages.each(
                        next -> desk.tutoring().list(dossier.id(), next),
                        each -> out.row(
                                List.of(Cell.of(each.employer()), Cell.of(each.from()), Cell.of(each.until()))));
            } catch (DeniedException e) {
                lost.add(new Loss("workplace", "", "", e.reason()));
            }
        }

        private List<Cell> header(Stream<String> columns) {
            return columns.map(each -> Cell.of(words.say("passport.column." + each)))
                    .toList();
        }
    }
}
