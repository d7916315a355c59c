package org.eportfolio.exchange.kept;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.eportfolio.core.MutableClock;
import org.eportfolio.core.Portfolio;
import org.eportfolio.core.VosReves;
import org.eportfolio.id.DossierId;
import org.eportfolio.sqlite.SqliteStore;

/** The files that commit ec5b173 made, as copies that a test may change; {@code README.txt} beside them describes each. */
record KeptFiles(Path folder) {
    static final String SCHOOL_1 = "school.v1.sqlite";
    static final String SCHOOL_2 = "school.v2.sqlite";
    static final String BEFORE_ERASURE = "before-erasure.v2.sqlite";
    static final List<String> ACTS_OF_FIRST_OPENING = List.of("aliases.covered", "organisation.zone-stated");
    static final String REGISTER = "erasures.jsonl";

    /** A copy of this file. */
    Path copy(String name) throws IOException {
        Path copy = folder.resolve(name);
        try (InputStream in = stored(name)) {
            Files.copy(in, copy);
        }
        return copy;
    }

    /** The only line of this file. */
    String line(String name) throws IOException {
        try (InputStream in = stored(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }

    byte[] bytes(String name) throws IOException {
        try (InputStream in = stored(name)) {
            return in.readAllBytes();
        }
    }

    private InputStream stored(String name) {
        return Objects.requireNonNull(getClass().getResourceAsStream("ec5b173/" + name), name);
    }

    /** What {@code README.txt} says of the schools under this name. */
    String fact(String name) throws IOException {
        return Objects.requireNonNull(facts().get(name), name);
    }

    DossierId dossier(String name) throws IOException {
        return DossierId.of(fact(name));
    }

    /** The level of each learner in each competency, such as {@code emma → C1.2:acquis C3.1:acquis}. */
    Map<String, String> levels(String school) throws IOException {
        String prefix = school + "levels.";
        Map<String, String> levels = new TreeMap<>();
        facts().forEach((name, value) -> {
            if (name.startsWith(prefix)) levels.put(name.substring(prefix.length()), value);
        });
        return levels;
    }

    private Map<String, String> facts() throws IOException {
        return Stream.of("facts.v1.properties", "facts.v2.properties")
                .flatMap(name -> lines(name).stream())
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(each -> each[0], each -> each[1]));
    }

    private List<String> lines(String name) {
        try {
            return line(name).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A clock that stands a day after the last entry of this school. */
    MutableClock clock(String school) throws IOException {
        Instant last = Instant.parse(fact(school + "last-moment"));
        return new MutableClock(last.plus(Duration.ofDays(1)), VosReves.PARIS);
    }

    /** The school of schema 2, as it was kept. */
    Portfolio school() throws IOException {
        return open(copy(SCHOOL_2), "");
    }

    Portfolio open(Path file, String school) throws IOException {
        return Portfolio.with(SqliteStore.open(file)).clock(clock(school)).build();
    }

    /** The lines of a journal but for those that the first opening by this version added. */
    static List<String> olderLines(byte[] journal) {
        return new String(journal, StandardCharsets.UTF_8)
                .lines()
                .filter(each -> ACTS_OF_FIRST_OPENING.stream().noneMatch(each::contains))
                .toList();
    }

    /** What a ZIP file holds, by the names of its entries. */
    static Map<String, byte[]> entries(Path zip) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry each = in.getNextEntry(); each != null; each = in.getNextEntry()) {
                entries.put(each.getName(), in.readAllBytes());
            }
        }
        return entries;
    }
}
