package org.eportfolio.web.dossier;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.eportfolio.ProgressListener;
import org.eportfolio.core.Desk;
import org.eportfolio.exchange.Exchange;
import org.eportfolio.exchange.Extent;
import org.eportfolio.id.DossierId;
import org.eportfolio.web.look.Headers;
import org.eportfolio.web.look.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The booklet of a dossier, as pages to read offline and to print. */
@Controller
final class BookletPage {
    private final Words words;
    private final Exchange exchange = Exchange.ofDefaults();

    BookletPage(Words words) {
        this.words = words;
    }

    @GetMapping("/dossiers/{dossier}/booklet")
    void booklet(Desk desk, @PathVariable DossierId dossier, HttpServletResponse response) throws IOException {
        Path folder = Files.createTempDirectory("booklet-");
        try {
            Path pages = folder.resolve("pages");
            exchange.export(
                    desk, new Extent.OfDossier(dossier), "html", pages, Words.language(), ProgressListener.NONE);
            Headers.toSave(words.say("booklet.file", LocalDate.now(desk.clock())), "application/zip", response);
            zip(pages, response);
        } finally {
            remove(folder);
        }
    }

    private static void zip(Path pages, HttpServletResponse response) throws IOException {
        try (Stream<Path> files = Files.walk(pages);
                ZipOutputStream zip = new ZipOutputStream(response.getOutputStream())) {
            for (Path each : files.filter(Files::isRegularFile).sorted().toList()) {
                zip.putNextEntry(new ZipEntry(pages.relativize(each).toString().replace('\\', '/')));
                Files.copy(each, zip);
                zip.closeEntry();
            }
        }
    }

    private static void remove(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(folder)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : all) Files.delete(each);
    }
}
