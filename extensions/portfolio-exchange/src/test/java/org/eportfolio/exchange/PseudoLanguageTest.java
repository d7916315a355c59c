package org.eportfolio.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eportfolio.tck.PseudoLanguage.LOCALE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.eportfolio.InvalidInputException;
import org.eportfolio.PageRequest;
import org.eportfolio.PortfolioException;
import org.eportfolio.ProgressListener;
import org.eportfolio.assessment.NewSelfAssessment;
import org.eportfolio.core.BundledFrameworks;
import org.eportfolio.core.FrameworkFile;
import org.eportfolio.core.Stores;
import org.eportfolio.core.VosReves;
import org.eportfolio.core.internal.dossier.FollowUpText;
import org.eportfolio.core.internal.framework.AdaptationReasons;
import org.eportfolio.dossier.NewAttachment;
import org.eportfolio.exchange.archive.Year;
import org.eportfolio.exchange.framework.CaseFiles;
import org.eportfolio.exchange.roster.AafFiles;
import org.eportfolio.exchange.roster.Rosters;
import org.eportfolio.exchange.xapi.XapiProfile;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.privacy.DataCategory;
import org.eportfolio.privacy.Party;
import org.eportfolio.privacy.PrivacySettings;
import org.eportfolio.privacy.Purpose;
import org.eportfolio.privacy.RetentionRule;
import org.eportfolio.project.NewMilestone;
import org.eportfolio.project.NewTask;
import org.eportfolio.tck.PseudoLanguage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A language is added by files alone: what the library and the formats write in a {@link PseudoLanguage} stands between
 * its marks, or is data that people or this test put in.
 */
class PseudoLanguageTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Exchange EXCHANGE = Exchange.ofDefaults();
    private static final Pattern STYLE = Pattern.compile("(?s)<style>.*?</style>");
    private static final Pattern READ_OUT = Pattern.compile("(?:alt|title|aria-label|content)=\"([^\"]*)\"");
    private static final Pattern TAG = Pattern.compile("(?s)<[^>]*>");

    /** Names by which machines speak: ids, hashes, places in files, columns and fields of formats, numbers and dates. */
    private static final Pattern NO_WORD =
            Pattern.compile("[\\w-]+@\\d+|(?<!\\S)(?:/[\\w.-]+)+|(?<!\\S):\\d+|(?:files/)?\\b[0-9a-f]{64}\\b"
                    + "|…[0-9a-f]{8}\\b|[0-9a-f]{8}-[0-9a-f-]{27}|\\b[0-9a-f]{16,64}\\b"
                    + "|(?<!\\S)[\\w.\\[\\]/-]*\\.(?:zip|csv|xml|json|jsonl|db|html|txt|bin)(?::\\d+)?|(?:\\d{1,2}"
                    + " )?\\p{Lu}\\p{Ll}{2} \\d{1,2}(?: \\d{4})?(?!\\S)|\\d{1,2} \\p{Lu}\\p{Ll}{2} \\d{4}|\\d{4}"
                    + " \\p{Lu}\\p{Ll}{2} \\d{1,2} [\\d:]+|\\d{4}-\\d\\d-\\d\\d(?:T[\\d:.]+Z?)?");

    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.:,]\\d+)*");

    private static final Pattern STORED_NAME = Pattern.compile("[a-z-]*|[A-Z_]+");

    /** Ids of levels, scenarios, templates and their questions, which a copy of all data shows as they are stored. */
    private static final List<String> STORED_IDS = List.of(
            "decouverte acquis en-cours maitrise vosreves explicitation fr begin how attention choice surprise finished again oral"
                    .split(" "));

    /** What a rule's refusal quotes as it stands in files: of the names in SIECLE's ZIP the part that finds the right one. */
    private static final Map<String, List<String>> QUOTED = Map.of("exchange.which-entry", List.of("eleves"));

    private static final PrivacySettings SETTINGS = PrivacySettings.of(
                    new Party("Lycée VosRêves", "contact@vosreves.example"))
            .dpo(new Party("Déléguée", ""))
            .purpose(Purpose.of("Suivre les compétences", DataCategory.ASSESSMENT, DataCategory.WORK)
                    .basedOn("Base donnée en exemple"))
            .purpose(Purpose.of("Oral enregistré", DataCategory.VOICE_AND_IMAGE))
            .recipient("L'équipe pédagogique")
            .security("Chiffrement du disque")
            .security("Deux lieux")
            .retention(new RetentionRule(
                    "dossiers",
                    "Règle donnée en exemple",
                    RetentionRule.Start.LEARNER_LEFT,
                    Period.of(1, 2, 3),
                    RetentionRule.FinalOutcome.DESTROY))
            .processedBy(new Party("Hébergeur exemple", ""), "Hébergement", "Sauvegarde");

    private static final String[] BUNDLES = {
        "org/eportfolio/messages",
        "org/eportfolio/core/messages",
        "org/eportfolio/sqlite/messages",
        "org/eportfolio/exchange/messages"
    };

    private static PseudoLanguage language;

    @TempDir
    Path folder;

    private VosReves school;
    private final Set<String> data = new LinkedHashSet<>();
    private int files;

    @BeforeAll
    static void add_the_language() throws IOException {
        language = new PseudoLanguage(PseudoLanguageTest.class, BUNDLES);
    }

    @AfterAll
    static void remove_the_language() throws IOException {
        language.close();
    }

    @BeforeEach
    void a_year_goes_by() throws IOException {
        school = VosReves.over(Stores.SQLITE.open(folder), each -> each.privacy(SETTINGS));
        Year.playedIn(school);
        school.emma
                .assessments()
                .publish(
                        school.dossier, NewSelfAssessment.of("C3.1", "maitrise").because("Refait seule."));
        Path all = exported("archive", new Extent.OfOrganisation());
        entries(Files.readAllBytes(all), (name, bytes) -> {
            if (name.endsWith(".jsonl")) {
                new String(bytes, StandardCharsets.UTF_8).lines().forEach(this::know);
            }
        });
        data.addAll(
                List.of("proviseure", "emma", "malo", "lina", "yanis", "m.durand", "CS SNO 2026", "TP", "chercher"));
    }

    @AfterEach
    void close() {
        school.close();
    }

    @Test
    void booklets_are_written_in_the_language() throws IOException {
        String page = Files.readString(
                exported("html", new Extent.OfDossier(school.dossier)).resolve("index.html"));
        assertThat(page).contains("<html lang=\"qps\"", "⟦Goals⟧", "<desc ");
        assertThat(unmarked(read(page))).isEmpty();
        assertThat(unmarked(read(Files.readString(exported("showcase-html", new Extent.OfDossier(school.dossier))
                        .resolve("index.html")))))
                .isEmpty();
    }

    @Test
    void matrices_are_written_in_the_language() throws IOException {
        assertThat(unmarked(read(Files.readString(exported("matrix-html", new Extent.OfCohort(school.cohort))))))
                .isEmpty();
        String csv = Files.readString(exported("csv", new Extent.OfCohort(school.cohort)));
        CsvReader.builder().ofCsvRecord(csv.substring(1)).forEach(line -> {
            for (String cell : line.getFields()) assertThat(unmarked(cell)).isEmpty();
        });
    }

    @Test
    void what_a_person_or_a_learner_who_leaves_takes_away_is_written_in_the_language() throws IOException {
        ByteArrayOutputStream taken = new ByteArrayOutputStream();
        school.head.departures().pack(PersonId.of("emma"), LOCALE, taken);
        ByteArrayOutputStream given = new ByteArrayOutputStream();
        school.emma.privacy().export(PersonId.of("emma"), LOCALE).zipTo(given);
        for (ByteArrayOutputStream each : List.of(taken, given)) {
            List<String> pages = new ArrayList<>();
            entries(each.toByteArray(), (name, bytes) -> {
                if (name.endsWith(".html")) pages.add(new String(bytes, StandardCharsets.UTF_8));
            });
            assertThat(pages).isNotEmpty().allMatch(page -> page.contains("<html lang=\"qps\""));
            assertThat(unmarked(read(String.join("\n", pages)), STORED_IDS)).isEmpty();
        }
    }

    @Test
    void the_register_is_written_in_the_language() {
        data.addAll(List.of(
                "Lycée VosRêves",
                "contact@vosreves.example",
                "Déléguée",
                "Suivre les compétences",
                "Base donnée en exemple",
                "Oral enregistré",
                "L'équipe pédagogique",
                "Chiffrement du disque",
                "Deux lieux",
                "dossiers",
                "Règle donnée en exemple",
                "Hébergeur exemple",
                "Hébergement",
                "Sauvegarde",
                school.head.privacy().register().version()));
        String markdown = school.head.privacy().register().document(LOCALE);
        assertThat(unmarked(markdown.replaceAll("(?m)^(?:# |## |- )|\\*\\*|[|]|---", "\n")))
                .isEmpty();
    }

    @Test
    void follow_ups_are_written_in_the_language() {
        var project = school.emma
                .projects()
                .list(school.dossier, PageRequest.first(1))
                .items()
                .get(0);
        school.emma.projects().task(school.dossier, project.id(), NewTask.of("Images"));
        school.emma.projects().milestone(school.dossier, project.id(), NewMilestone.of("Recette", VosReves.TODAY));
        data.addAll(List.of("Images", "Recette"));
        var followed = school.emma
                .projects()
                .list(school.dossier, PageRequest.first(1))
                .items()
                .get(0);
        FollowUpText text = new FollowUpText(LOCALE, VosReves.PARIS);
        assertThat(unmarked(text.of(followed, List.of()))).isEmpty();
        var watched =
                school.emma.watch().list(school.dossier, PageRequest.first(5)).items();
        assertThat(unmarked(text.of(watched))).isEmpty();
    }

    @Test
    void remarks_and_losses_are_made_in_the_language() throws IOException {
        List<String> left = new ArrayList<>();
        Map<String, byte[]> incoming = Map.of(
                "classe.csv", Rosters.CSV.replace("2SNO", VosReves.CLASS).getBytes(StandardCharsets.UTF_8),
                "eleves.xml", Rosters.siecle(),
                "roster.zip", Rosters.zip(Rosters.oneRoster()),
                "aaf.zip", AafFiles.zip(AafFiles.pupils()),
                "case.json", CaseFiles.sample(),
                "moodle.csv", CaseFiles.moodle());
        for (Map.Entry<String, byte[]> each : incoming.entrySet()) {
            ImportReport report = EXCHANGE.importFrom(
                    school.head,
                    file(each.getKey(), each.getValue()),
                    ImportOptions.ofDefaults().leavingOutBadOnes());
            List<String> known = new ArrayList<>(List.of(
                    "Inès, dite \"In\" Inventée",
                    "Inès CŒUR €",
                    "Inès L'INVENTÉE",
                    "(1001)",
                    "(aaf:0350000A:1001)",
                    "aaf:0350000A:1001",
                    "(u1)",
                    "Martin Durand",
                    "Noé Fictif",
                    "Noé FICTIF",
                    "2SNO",
                    "2026-2027",
                    "SNO",
                    "proctor",
                    "1.2.1"));
            // What an earlier file brought in is data too.
            incoming.values().forEach(bytes -> known.addAll(words(bytes)));
            AafFiles.complete().values().forEach(bytes -> known.addAll(words(bytes)));
            for (ImportReport.Remark remark : report.remarks()) {
                unmarked(remark.what().in(LOCALE), known)
                        .forEach(stretch -> left.add(remark.what().key() + ": " + stretch));
            }
        }
        for (String format : EXCHANGE.exportable()) {
            for (Extent extent : List.of(
                    new Extent.OfDossier(school.dossier),
                    new Extent.OfCohort(school.cohort),
                    new Extent.OfFramework(BundledFrameworks.CS_SNO.framework().id()))) {
                for (LossReport.Loss loss : losses(format, extent)) {
                    unmarked(loss.why().in(LOCALE), List.of("😀"))
                            .forEach(stretch -> left.add(loss.why().key() + ": " + stretch));
                }
            }
        }
        assertThat(left).isEmpty();
    }

    private List<LossReport.Loss> losses(String format, Extent extent) throws IOException {
        try {
            return EXCHANGE.export(
                            school.head,
                            extent,
                            format,
                            folder.resolve("lost-" + files++),
                            LOCALE,
                            ProgressListener.NONE)
                    .losses();
        } catch (PortfolioException e) {
            assertThat(unmarked(e.message(LOCALE), List.of(format))).isEmpty();
            return List.of();
        }
    }

    @Test
    void refusals_are_made_in_the_language() throws IOException {
        byte[] archive = Files.readAllBytes(exported("archive", new Extent.OfDossier(school.dossier)));
        Path there = file("there.zip", archive);
        byte[] cut = java.util.Arrays.copyOf(archive, archive.length / 2);
        byte[] zip = Rosters.zip(Rosters.oneRoster());
        byte[] noise = zip.clone();
        for (int i = zip.length / 2; i < zip.length - 30; i++) noise[i] ^= 0x55;
        List<ThrowingCallable> calls = new ArrayList<>(List.of(
                () -> EXCHANGE.export(school.emma, new Extent.OfDossier(school.dossier), "csv", folder.resolve("x")),
                () -> EXCHANGE.export(school.emma, new Extent.OfOrganisation(), "html", folder.resolve("x")),
                () -> EXCHANGE.export(school.emma, new Extent.OfOrganisation(), "nonesuch", folder.resolve("x")),
                () -> EXCHANGE.export(school.emma, new Extent.OfDossier(school.dossier), "html", there),
                () -> EXCHANGE.export(
                        school.malo, new Extent.OfDossier(new DossierId(VosReves.nowhere())), "html", there),
                () -> school.emma.progress().matrix(new CohortId(VosReves.nowhere())),
                () -> school.emma.progress().matrix(school.cohort),
                () -> school.emma.privacy().register(),
                () -> school.emma.assessments().publish(school.dossier, NewSelfAssessment.of("C9.9", "sublime")),
                () -> school.emma.assessments().publish(school.dossier, NewSelfAssessment.of("C3.1", "sublime")),
                () -> NewAttachment.of("../x", "none", () -> new ByteArrayInputStream(new byte[0])),
                () -> FrameworkFile.readFramework(new ByteArrayInputStream("{\"id\": [".getBytes())),
                () -> FrameworkFile.readFramework(new ByteArrayInputStream("{\"titel\": 1}".getBytes())),
                () -> Stores.SQLITE.open(file("school.db", archive).getParent())));
        for (byte[] bytes : List.of(
                cut,
                noise,
                new byte[20],
                zip,
                archive,
                "{\"CFDocument\": [".getBytes(),
                "{}".getBytes(),
                "a,b\n\"c".getBytes(),
                "<x".getBytes(),
                "<unexpected><y/></unexpected>".getBytes(),
                new byte[] {(byte) 0xC3, 0x28, ',', ';', '\n'})) {
            for (String format : EXCHANGE.importable()) {
                calls.add(() -> EXCHANGE.importFrom(
                        school.head, file("in.zip", bytes), format, ImportOptions.ofDefaults(), ProgressListener.NONE));
            }
        }
        int refused = 0;
        List<String> known = new ArrayList<>(List.of("nonesuch", "sublime", "none", "titel", "C9.9", "unexpected"));
        known.addAll(STORED_IDS);
        known.addAll(EXCHANGE.exportable());
        known.addAll(EXCHANGE.importable());
        List<String> left = new ArrayList<>();
        for (ThrowingCallable each : calls) {
            Throwable refusal = Assertions.catchThrowable(each);
            if (!(refusal instanceof PortfolioException refusing)) continue;
            refused++;
            String rule = refusing.reason().key();
            List<String> quoted = Stream.concat(known.stream(), QUOTED.getOrDefault(rule, List.of()).stream())
                    .toList();
            unmarked(refusing.message(LOCALE), quoted).forEach(stretch -> left.add(rule + ": " + stretch));
        }
        assertThat(left).isEmpty();
        assertThat(refused).isGreaterThan(60);
    }

    @Test
    void several_violations_are_told_in_one_sentence_of_the_language() {
        InvalidInputException two = new InvalidInputException(List.of(
                new InvalidInputException.Violation("title", org.eportfolio.Message.of("text.blank")),
                new InvalidInputException.Violation("title", org.eportfolio.Message.of("text.control"))));
        assertThat(unmarked(two.message(LOCALE))).isEmpty();
    }

    /** What is kept or published in every language at once is so in a third as soon as its files are there. */
    @Test
    void what_is_written_in_all_languages_is_written_in_one_that_was_added() throws Exception {
        for (String bundle : BUNDLES) {
            Path file = folder.resolve(bundle + "_vo.properties");
            Files.createDirectories(file.getParent());
            try (InputStream english = PseudoLanguageTest.class.getResourceAsStream("/" + bundle + ".properties")) {
                Files.copy(english, file);
            }
        }
        List<URL> places = new ArrayList<>(List.of(folder.toUri().toURL()));
        for (String each : System.getProperty("java.class.path").split(File.pathSeparator)) {
            places.add(Path.of(each).toUri().toURL());
        }
        // Classes that have not looked for languages yet.
        try (URLClassLoader fresh =
                new URLClassLoader(places.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            Object profile = fresh.loadClass(XapiProfile.class.getName())
                    .getMethod("document")
                    .invoke(null);
            for (String map : List.of("prefLabel", "definition")) {
                assertThat(JSON.readTree(profile.toString()).findValues(map))
                        .hasSizeGreaterThan(40)
                        .allMatch(each -> each.has("en") && each.has("fr") && each.has("vo"));
            }
            Class<?> reasons = fresh.loadClass(AdaptationReasons.class.getName());
            Object shipped = reasons.getMethod("with", Collection.class).invoke(null, List.of());
            assertThat(reasons.getMethod("all").invoke(shipped).toString()).contains("en=", "fr=", "vo=");
        }
    }

    private Path exported(String format, Extent extent) throws IOException {
        Path to = folder.resolve("export-" + files++ + (format.equals("csv") ? ".csv" : ".zip"));
        EXCHANGE.export(
                format.equals("archive")
                        ? school.head
                        : extent instanceof Extent.OfCohort ? school.durand : school.emma,
                extent,
                format,
                to,
                LOCALE,
                ProgressListener.NONE);
        return to;
    }

    private Path file(String name, byte[] content) throws IOException {
        Path file = folder.resolve("in-" + files++).resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, content);
    }

    private interface Entry {
        void is(String name, byte[] bytes) throws IOException;
    }

    private static void entries(byte[] zip, Entry each) throws IOException {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                each.is(entry.getName(), in.readAllBytes());
            }
        }
    }

    /** What a page gives to read, aloud or on the screen: a line for each text. */
    private static String read(String page) {
        String texts = STYLE.matcher(page).replaceAll("\n");
        StringBuilder all = new StringBuilder();
        READ_OUT.matcher(texts)
                .results()
                .forEach(each -> all.append(each.group(1)).append('\n'));
        all.append(TAG.matcher(texts).replaceAll("\n"));
        return all.toString()
                .replace("width=device-width, initial-scale=1", "")
                .replaceAll("default-src 'none'[^\n]*|default-src &#39;[^\n]*|no-referrer", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    private void know(String json) {
        try {
            know(JSON.readTree(json));
        } catch (IOException e) {
            throw new AssertionError(json, e);
        }
    }

    /** Takes in the texts that people wrote; stored names of constants are no such texts. */
    private void know(JsonNode node) {
        if (node.isTextual()) {
            node.textValue()
                    .lines()
                    .map(String::strip)
                    .filter(each -> !STORED_NAME.matcher(each).matches())
                    .forEach(data::add);
        }
        node.forEach(this::know);
    }

    private static List<String> words(byte[] text) {
        Set<String> words = new TreeSet<>();
        for (var charset : List.of(StandardCharsets.UTF_8, java.nio.charset.Charset.forName("ISO-8859-15"))) {
            Stream.of(new String(text, charset).split("[^\\p{L}\\d._-]+")).forEach(words::add);
        }
        return List.copyOf(words);
    }

    private List<String> unmarked(String text) {
        return unmarked(text, List.of());
    }

    /** The stretches outside the marks that are neither data nor without any word or sign of a sentence. */
    private List<String> unmarked(String text, List<String> alsoKnown) {
        List<String> known = Stream.concat(data.stream(), alsoKnown.stream())
                .filter(each -> each.length() > 1)
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
        List<String> left = new ArrayList<>();
        for (String stretch : PseudoLanguage.outside(text)) {
            String rest = stretch;
            if (data.contains(rest)) continue;
            rest = NO_WORD.matcher(rest).replaceAll(" ");
            for (String each : known) if (rest.contains(each)) rest = without(each, rest);
            rest = NUMBER.matcher(rest).replaceAll(" ");
            if (rest.matches("[\\s\\u00A0◔◑◕●○△▲★…]*")) continue;
            left.add(stretch + "  ->  " + rest.strip());
        }
        return left;
    }

    /** The text without this one where it stands as words of its own. */
    private static String without(String known, String text) {
        return text.replaceAll("(?<![\\p{L}\\d])" + Pattern.quote(known) + "(?![\\p{L}\\d])", " ");
    }
}
