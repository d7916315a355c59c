package org.eportfolio.console.school;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.eportfolio.InvalidInputException;
import org.eportfolio.Message;
import org.eportfolio.StorageException;
import org.eportfolio.certification.ExamUse;
import org.eportfolio.core.guice.ReadingsKept;
import org.eportfolio.privacy.DataCategory;
import org.eportfolio.privacy.Feature;
import org.eportfolio.privacy.Party;
import org.eportfolio.privacy.PrivacySettings;
import org.eportfolio.privacy.Purpose;
import org.eportfolio.privacy.RetentionRule;
import org.jspecify.annotations.Nullable;

/**
 * What the school states about its processing: properties beside the database, parts of a line separated by {@code |}.
 * Without the file nothing is stated, and who read a dossier is kept for six months.
 */
public final class PrivacyFile {
    /** The shortest that the CNIL recommends for logs of access (délibération 2021-122). */
    private static final int READINGS_UNLESS_STATED = 6;

    private final Properties stated = new Properties();
    private PrivacySettings settings = PrivacySettings.NONE;
    private int readingsKept = READINGS_UNLESS_STATED;
    private @Nullable ExamUse exams;

    /** The line that is being read. */
    private String reading = "";

    private PrivacyFile() {}

    /** Where the school states it. */
    public static Path beside(Path database) {
        return database.resolveSibling(database.getFileName() + ".privacy.properties");
    }

    public static PrivacyFile read(Path file) {
        PrivacyFile read = new PrivacyFile();
        if (!Files.exists(file)) return read;
        try (Reader in = Files.newBufferedReader(file)) {
            read.stated.load(in);
            read.readAll();
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException | InvalidInputException e) {
            throw new StorageException(Message.of("file.malformed", file + ": " + read.reading), e);
        }
    }

    public PrivacySettings settings() {
        return settings;
    }

    /** For how many months it is kept who read a dossier: {@code readings}, 6 to 12, or 0 for not at all. */
    public int readingsKept() {
        return readingsKept;
    }

    /** For what the school uses exam files: the line {@code exam=mode|text}; {@code null} where it states nothing. */
    @Nullable
    public ExamUse exams() {
        return exams;
    }

    private void readAll() {
        if (stated.containsKey("readings"))
            readingsKept = months(parts("readings").get(0));
        if (stated.containsKey("exam")) {
            List<String> parts = parts("exam");
            exams = ExamUse.of(parts.get(0), parts.get(1));
        }
        if (stated.containsKey("controller")) settings = PrivacySettings.of(party("controller"));
        if (Boolean.parseBoolean(stated.getProperty("public"))) settings = settings.asPublicBody();
        if (stated.containsKey("representative")) settings = settings.representedBy(party("representative"));
        if (stated.containsKey("dpo")) settings = settings.dpo(party("dpo"));
        if (stated.containsKey("processor")) {
            settings =
                    settings.processedBy(party("processor"), parts("processing").toArray(String[]::new));
        }
        each("purpose", (was, parts) -> was.purpose(purpose(parts)));
        each("recipient", (was, parts) -> was.recipient(parts.get(0)));
        each("transfer", (was, parts) -> was.transfer(parts.get(0)));
        each("security", (was, parts) -> was.security(parts.get(0)));
        each("retention", (was, parts) -> was.retention(rule(parts)));
        each(
                "signatures",
                (was, parts) ->
                        was.representativesSigning(Integer.parseInt(parts.get(0)), Integer.parseInt(parts.get(1))));
        each("without", (was, parts) -> was.without(Feature.valueOf(parts.get(0))));
    }

    private static int months(String text) {
        int months = Integer.parseInt(text);
        return months == 0 ? 0 : new ReadingsKept(months).months();
    }

    private void each(String name, BiFunction<PrivacySettings, List<String>, PrivacySettings> stating) {
        stated.stringPropertyNames().stream()
                .filter(key -> key.equals(name) || key.startsWith(name + "."))
                .sorted()
                .forEach(key -> settings = stating.apply(settings, parts(key)));
    }

    private static Purpose purpose(List<String> parts) {
        Set<DataCategory> categories = Arrays.stream(parts.get(1).split(","))
                .map(each -> DataCategory.valueOf(each.strip().toUpperCase(Locale.ROOT)))
                .collect(Collectors.toSet());
        return new Purpose(parts.get(0), parts.size() > 2 ? parts.get(2) : null, categories);
    }

    private static RetentionRule rule(List<String> parts) {
        return new RetentionRule(
                parts.get(0),
                parts.get(1),
                RetentionRule.Start.valueOf(parts.get(2)),
                Period.parse(parts.get(3)),
                RetentionRule.FinalOutcome.valueOf(parts.get(4)));
    }

    private Party party(String key) {
        List<String> parts = parts(key);
        return new Party(parts.get(0), parts.size() > 1 ? parts.get(1) : "");
    }

    private List<String> parts(String key) {
        reading = key;
        return Arrays.stream(stated.getProperty(key, "").split("\\|"))
                .map(String::strip)
                .toList();
    }
}
