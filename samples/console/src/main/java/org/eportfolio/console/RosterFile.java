package org.eportfolio.console;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eportfolio.InvalidInputException;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Role;

/**
 * Reads a roster: CSV in UTF-8, commas or semicolons, quotes where needed, a header with person, name, role and cohort in
 * any order, in French or English. A line that does not hold is noted with its number; the others are read on.
 */
final class RosterFile {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_COHORT = 120;

    private enum Column {
        PERSON("person", "personne", "id", "identifiant"),
        NAME("name", "nom"),
        ROLE("role", "rôle"),
        COHORT("cohort", "cohorte", "classe");

        private final List<String> names;

        Column(String... names) {
            this.names = List.of(names);
        }
    }

    private final Texts texts;
    private final Map<Column, Integer> places = new EnumMap<>(Column.class);
    private final Map<PersonId, String> named = new HashMap<>();
    private final List<Roster.Line> lines = new ArrayList<>();
    private final List<Roster.Bad> bad = new ArrayList<>();
    private int columns;

    private RosterFile(Texts texts) {
        this.texts = texts;
    }

    /** Reads it; an {@link IOException} if it cannot be read or is not UTF-8. */
    static Roster read(Path file, Texts texts) throws IOException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                .toString();
        if (text.startsWith("\uFEFF")) text = text.substring(1);
        RosterFile reading = new RosterFile(texts);
        reading.all(text);
        return new Roster(reading.lines, reading.bad);
    }

    private void all(String text) {
        long last = 1;
        try (CsvReader<CsvRecord> records = CsvReader.builder()
                .fieldSeparator(separator(text))
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(text)) {
            Iterator<CsvRecord> each = records.iterator();
            if (!each.hasNext()) throw new Refusal(texts.say("roster.empty"));
            header(each.next());
            while (each.hasNext()) {
                CsvRecord line = each.next();
                last = line.getStartingLineNumber();
                if (line.getFields().stream().allMatch(String::isBlank)) continue;
                line(line);
            }
        } catch (CsvParseException e) {
            bad.add(new Roster.Bad(last + 1, texts.say("roster.quotes")));
        } catch (IOException e) {
            throw new IllegalStateException("a text in memory is always readable", e);
        }
    }

    private static char separator(String text) {
        String header = text.lines().findFirst().orElse("");
        return header.indexOf(';') >= 0 ? ';' : ',';
    }

    private void header(CsvRecord header) {
        columns = header.getFieldCount();
        for (int i = 0; i < columns; i++) {
            String name = header.getField(i).strip().toLowerCase(Locale.ROOT);
            for (Column column : Column.values()) {
                if (column.names.contains(name)) places.putIfAbsent(column, i);
            }
        }
        if (places.size() < Column.values().length) throw new Refusal(texts.say("roster.header"));
    }

    private void line(CsvRecord line) {
        long number = line.getStartingLineNumber();
        try {
            if (line.getFieldCount() != columns) {
                throw new Refusal(texts.say("roster.fields", line.getFieldCount(), columns));
            }
            PersonId person = PersonId.of(field(line, Column.PERSON));
            String name = text(line, Column.NAME, LONGEST_NAME);
            Role role = Roles.find(field(line, Column.ROLE))
                    .filter(each -> each.ordinal() <= Role.TUTOR.ordinal())
                    .orElseThrow(() -> new Refusal(texts.say("roster.role", field(line, Column.ROLE))));
            String cohort = text(line, Column.COHORT, LONGEST_COHORT);
            String before = named.putIfAbsent(person, name);
            if (before != null && !before.equals(name)) {
                throw new Refusal(texts.say("roster.two-names", person, before, name));
            }
            lines.add(new Roster.Line(number, person, name, role, cohort));
        } catch (InvalidInputException e) {
            bad.add(new Roster.Bad(number, e.message(texts.locale())));
        } catch (Refusal e) {
            bad.add(new Roster.Bad(number, String.valueOf(e.getMessage())));
        }
    }

    private String field(CsvRecord line, Column column) {
        Integer place = places.get(column);
        return place == null ? "" : line.getField(place).strip();
    }

    private String text(CsvRecord line, Column column, int longest) {
        String text = field(line, column);
        String path = column.names.get(0);
        InvalidInputException.unless(!text.isBlank(), path, "text.blank");
        InvalidInputException.unless(text.length() <= longest, path, "text.too-long", longest, text.length());
        InvalidInputException.unless(text.codePoints().noneMatch(Character::isISOControl), path, "text.control");
        return text;
    }
}
