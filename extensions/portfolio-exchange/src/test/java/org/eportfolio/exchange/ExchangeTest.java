package org.eportfolio.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.eportfolio.CancelledException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.PageRequest;
import org.eportfolio.PluginException;
import org.eportfolio.ProgressListener;
import org.eportfolio.core.Desk;
import org.eportfolio.core.Story;
import org.junit.jupiter.api.Test;

/** A host's own format, installed and used. */
class ExchangeTest extends Story {
    private static final String MARK = "cohorts: ";
    private static final Extent ALL = new Extent.OfOrganisation();

    private final Exchange exchange = Exchange.withoutFormats()
            .exporter(new Names())
            .importer(new Names())
            .build();

    /** The names of the cohorts, a line each. */
    private static final class Names implements Exporter, Importer {
        @Override
        public String format() {
            return "names";
        }

        @Override
        public Set<Class<? extends Extent>> extents() {
            return Set.of(Extent.OfOrganisation.class);
        }

        @Override
        public LossReport write(Desk desk, Extent extent, Path to, Locale language, ProgressListener progress)
                throws IOException {
            StringBuilder lines = new StringBuilder(MARK);
            desk.cohorts()
                    .list(PageRequest.first(100))
                    .items()
                    .forEach(each -> lines.append(each.name()).append('\n'));
            Files.writeString(to, lines);
            progress.at(1, 1);
            return LossReport.none(format());
        }

        @Override
        public boolean recognises(String fileName, byte[] start) {
            return new String(start, StandardCharsets.UTF_8).startsWith(MARK);
        }

        @Override
        public ImportReport read(Desk desk, Path file, ImportOptions options, ProgressListener progress)
                throws IOException {
            long lines = Files.readAllLines(file).size();
            return new ImportReport(
                    format(), options.dryRun(), Map.of("cohort", new ImportReport.Count(0, 0, lines, 0)), List.of(), 0);
        }
    }

    @Test
    void a_format_of_the_host_writes_a_file_that_is_recognised_again() throws IOException {
        Path file = folder.resolve("names.txt");

        assertThat(exchange.export(school.head, ALL, "names", file).losses()).isEmpty();

        assertThat(file).hasContent(MARK + "CS SNO 2026\n");
        assertThat(exchange.importFrom(
                                school.head, file, ImportOptions.ofDefaults().dry())
                        .counts())
                .containsEntry("cohort", new ImportReport.Count(0, 0, 1, 0));
    }

    @Test
    void an_export_never_writes_over_anything() throws IOException {
        Path file = Files.writeString(folder.resolve("names.txt"), "precious");

        assertThatThrownBy(() -> exchange.export(school.head, ALL, "names", file))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("never write over");
        assertThat(file).hasContent("precious");
    }

    @Test
    void a_cancelled_export_leaves_nothing_behind() throws IOException {
        Path place = Files.createDirectory(folder.resolve("exports"));

        assertThatThrownBy(() -> exchange.export(
                        school.head, ALL, "names", place.resolve("names.txt"), Locale.FRENCH, (done, total) -> false))
                .isInstanceOf(CancelledException.class);

        try (Stream<Path> left = Files.list(place)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void what_no_format_knows_is_refused_by_name() throws IOException {
        Path strange = Files.writeString(folder.resolve("strange.bin"), "?");

        assertThatThrownBy(() -> exchange.export(school.head, ALL, "leap", folder.resolve("x")))
                .hasMessageContaining("leap")
                .hasMessageContaining("names");
        assertThatThrownBy(() -> exchange.importFrom(school.head, strange, ImportOptions.ofDefaults()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("strange.bin");
        assertThatThrownBy(() -> exchange.importFrom(school.head, folder.resolve("none"), ImportOptions.ofDefaults()))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> exchange.export(
                        school.head, new Extent.OfDossier(school.dossier), "names", folder.resolve("x")))
                .hasMessageContaining("a dossier");
    }

    @Test
    void a_format_installed_twice_is_named_when_building() {
        assertThatThrownBy(() -> Exchange.withoutFormats()
                        .exporter(new Names())
                        .exporter(new Names())
                        .build())
                .isInstanceOf(PluginException.class)
                .hasMessageContaining("names");
    }
}
