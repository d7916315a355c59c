package org.eportfolio.console.command.school;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.eportfolio.InvalidInputException;
import org.eportfolio.exchange.Exchange;
import org.eportfolio.exchange.ImportReport;
import org.eportfolio.exchange.roster.AafXml;
import org.eportfolio.exchange.roster.Absent;
import org.eportfolio.exchange.roster.OneRosterZip;
import org.eportfolio.exchange.roster.RosterCsv;
import org.eportfolio.exchange.roster.RosterFormat;
import org.eportfolio.exchange.roster.SiecleXml;
import org.jspecify.annotations.Nullable;

/** A class list: a CSV file, or what SIECLE, OneRoster or an académie's directory exports, packed or unpacked. */
public record RosterFile(Path path, @Nullable String format) {
    /** The format that is named, or else that of the content. A text that looks like none is taken for CSV, whose refusal names its columns. */
    public RosterFormat as(RosterCsv csv, AafXml aaf, Absent absent, @Nullable String issuer) throws IOException {
        if (Files.notExists(path)) throw new NoSuchFileException(path.toString());
        SiecleXml siecle = new SiecleXml(absent, UnaryOperator.identity());
        OneRosterZip oneRoster = new OneRosterZip(absent, UnaryOperator.identity());
        Exchange rosters = Exchange.withoutFormats()
                .importer(csv)
                .importer(issuer == null ? siecle : siecle.identifiedBy(issuer))
                .importer(issuer == null ? oneRoster : oneRoster.identifiedBy(issuer))
                .importer(issuer == null ? aaf : aaf.identifiedBy(issuer))
                .build();
        try {
            return (RosterFormat) rosters.importer(path, format);
        } catch (InvalidInputException notRecognised) {
            if (format == null && Files.isRegularFile(path) && !isPackedOrMarkup()) return csv;
            throw notRecognised;
        }
    }

    /** Remarks on the reading, each after its place unless it begins with that itself. */
    static List<String> said(List<ImportReport.Remark> remarks, Locale language) {
        return remarks.stream()
                .map(each -> {
                    String place = each.place().toString();
                    String what = each.what().in(language);
                    return what.startsWith(place) ? what : place + " " + what;
                })
                .toList();
    }

    private boolean isPackedOrMarkup() throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            int first = in.read();
            int second = in.read();
            boolean zip = first == 'P' && second == 'K';
            boolean gzip = first == 0x1f && second == 0x8b;
            return first == '<' || zip || gzip;
        }
    }
}
