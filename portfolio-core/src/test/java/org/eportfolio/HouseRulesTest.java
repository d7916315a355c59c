package org.eportfolio;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.onlyDependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eportfolio.core.Portfolio;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The rules of the house, over the classes of api, core, the stores and the contract kit. */
class HouseRulesTest {
    private static final int MOST_FILES = 45;

    private static final List<String> PUBLISHED = List.of(
            "portfolio-api",
            "portfolio-core",
            "portfolio-sqlite",
            "extensions/portfolio-postgresql",
            "extensions/portfolio-tck",
            "extensions/portfolio-exchange",
            "extensions/portfolio-credentials",
            "extensions/portfolio-json",
            "extensions/portfolio-spring-boot-starter");

    private static JavaClasses house;

    @BeforeAll
    static void look_at_the_house() {
        house = House.CLASSES;
        assertThat(house.size()).as("the importer sees the house").isGreaterThan(100);
    }

    private static final DescribedPredicate<JavaClass> API = new DescribedPredicate<>("is in the api") {
        @Override
        public boolean test(JavaClass type) {
            return type.getPackageName().startsWith("org.eportfolio")
                    && !resideInAnyPackage(
                                    "org.eportfolio.core..",
                                    "org.eportfolio.sqlite..",
                                    "org.eportfolio.postgresql..",
                                    "org.eportfolio.tck..")
                            .test(type);
        }
    };

    @Test
    void the_api_sees_only_java_jspecify_and_jakarta_validation() {
        classes()
                .that(API)
                .should(onlyDependOnClassesThat(
                        API.or(resideInAnyPackage("java..", "org.jspecify.annotations", "jakarta.validation.."))
                                .or(primitivesAndArrays())))
                .check(house);
    }

    private static DescribedPredicate<JavaClass> primitivesAndArrays() {
        return new DescribedPredicate<>("is primitive or an array of what is allowed") {
            @Override
            public boolean test(JavaClass type) {
                return type.isPrimitive()
                        || (type.isArray()
                                && type.getBaseComponentType().getPackageName().isEmpty());
            }
        };
    }

    @Test
    void nothing_outside_the_stores_sees_jdbi_or_jdbc() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.eportfolio.sqlite..", "org.eportfolio.postgresql..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.jdbi..", "org.sqlite..", "org.postgresql..", "java.sql..", "javax.sql..")
                .check(house);
    }

    @Test
    void the_stores_know_nothing_of_the_domain() {
        noClasses()
                .that()
                .resideInAnyPackage("org.eportfolio.sqlite..", "org.eportfolio.postgresql..")
                .should()
                .dependOnClassesThat(API.and(not(
                        resideInAnyPackage("org.eportfolio", "org.eportfolio.spi", "org.eportfolio.internal.file"))))
                .check(house);
    }

    @Test
    void only_the_guice_package_sees_guice() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.eportfolio.core.guice..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.google..")
                .check(house);
    }

    @Test
    void packages_form_no_cycle() {
        slices().matching("org.eportfolio.(**)").should().beFreeOfCycles().check(house);
    }

    @Test
    void what_is_internal_knows_no_desk() {
        noClasses()
                .that()
                .resideInAPackage("org.eportfolio.core.internal..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.eportfolio.core")
                .check(house);
    }

    @Test
    void no_call_of_a_desk_takes_a_boolean() {
        Set<String> unclear = house.stream()
                .filter(type -> type.getPackageName().equals("org.eportfolio.core"))
                .filter(type -> type.getSimpleName().endsWith("Desk"))
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(method ->
                        method.getRawParameterTypes().stream().anyMatch(each -> each.isEquivalentTo(boolean.class)))
                .map(JavaMethod::getFullName)
                .collect(Collectors.toSet());
        assertThat(unclear).isEmpty();
    }

    @Test
    void no_two_public_types_of_what_is_published_share_a_simple_name() throws IOException {
        Map<String, Set<Path>> named = new HashMap<>();
        for (String module : PUBLISHED) {
            Path sources = Path.of("..").resolve(module).resolve("src/main/java");
            try (Stream<Path> files = Files.walk(sources)) {
                for (Path file : files.filter(HouseRulesTest::isShown).toList()) {
                    if (Files.readString(file).contains("\npublic "))
                        named.computeIfAbsent(file.getFileName().toString(), name -> new HashSet<>())
                                .add(file);
                }
            }
        }
        assertThat(named).hasSizeGreaterThan(300);
        named.values().removeIf(each -> each.size() == 1);
        assertThat(named.values()).isEmpty();
    }

    @Test
    void a_folder_with_more_files_than_one_looks_through_has_a_reason() throws IOException {
        Map<String, String> reasons = Map.of(
                "portfolio-core/src/main/java/org/eportfolio/core", "the desks, imported from one package by a host",
                "portfolio-api/src/main/java/org/eportfolio/id", "each kind of id, a record of one field",
                "samples/console/src/test/java/org/eportfolio/console", "one class for the commands of each subject");
        Path house = Path.of("..").toRealPath();
        Map<String, Integer> files = new HashMap<>();
        for (String area :
                List.of("portfolio-api", "portfolio-core", "portfolio-sqlite", "extensions", "samples", "benchmarks")) {
            try (Stream<Path> all = Files.walk(house.resolve(area))) {
                all.filter(each -> each.toString().endsWith(".java"))
                        .filter(each -> each.toString().contains("/src/"))
                        .forEach(each ->
                                files.merge(house.relativize(each.getParent()).toString(), 1, Integer::sum));
            }
        }
        assertThat(files).hasSizeGreaterThan(100);
        files.values().removeIf(each -> each <= MOST_FILES);
        assertThat(files.keySet()).isEqualTo(reasons.keySet());
    }

    /** A language is added by files alone, so that no code asks which of them a reader has. */
    @Test
    void only_these_name_a_language() throws IOException {
        Map<String, String> reasons = Map.ofEntries(
                entry("MessageBundle", "the file that names no language is the English one"),
                entry("Message", "the same"),
                entry("PortfolioException", "what is logged is logged in English"),
                entry("MalformedException", "the same"),
                entry("Failures", "a host's mistake, for its developers"),
                entry("RegisterWriter", "the version is a hash of one and the same text"),
                entry("Nudge", "English where the wanted language is missing"),
                entry("LeapReading", "the same"),
                entry("CredentialImport", "the same"),
                entry("AdaptationReason", "a host gives both of the languages that ship"),
                entry("Exchange", "English, unless the host says otherwise"),
                entry("NewReflection", "French, unless the host says otherwise"),
                entry("NewYearEnd", "the same"),
                entry("Languages", "the same"),
                entry("FrenchStems", "an ending of French words, no language tag"),
                entry("PseudoLanguage", "a language for tests"),
                entry("PlainWords", "looks for English words in French texts"),
                entry("WordsContract", "goes through the texts that ship"),
                entry("Rehearsal", "plays a command for each language that ships"));
        Pattern named = Pattern.compile("Locale\\.(?:FRENCH|ENGLISH|FRANCE|UK|US|forLanguageTag\\(\")|\"(?:fr|en)\"");
        Set<String> naming = new TreeSet<>();
        for (String module : Stream.concat(PUBLISHED.stream(), Stream.of("samples/console", "samples/mail"))
                .toList()) {
            try (Stream<Path> files = Files.walk(Path.of("..", module, "src/main/java"))) {
                for (Path file : files.filter(each -> each.toString().endsWith(".java"))
                        // The demonstration is a French school's.
                        .filter(each -> !each.getParent().endsWith("console/demo"))
                        .toList()) {
                    boolean names = Files.readString(file)
                            .lines()
                            .filter(each -> !each.strip().matches("(?:/\\*|\\*).*"))
                            .anyMatch(each -> named.matcher(each).find());
                    if (names) naming.add(file.getFileName().toString().replace(".java", ""));
                }
            }
        }
        assertThat(naming).containsExactlyInAnyOrderElementsOf(reasons.keySet());
    }

    private static boolean isShown(Path file) {
        return file.toString().endsWith(".java")
                && !file.endsWith("package-info.java")
                && !StreamSupport.stream(file.spliterator(), false)
                        .map(Path::toString)
                        .toList()
                        .contains("internal");
    }

    @Test
    void the_domain_asks_no_clock_and_does_no_output() {
        noClasses()
                .that(API)
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .accessClassesThat()
                .belongToAnyOf(java.util.logging.Logger.class)
                .check(house);
    }

    /** Rule 7: what an embargo holds back is decided in one place, so no other reads assessments for a learner. */
    @Test
    void only_these_read_assessments_from_the_store() {
        Set<String> readers = house.stream()
                .filter(type -> type.getFieldAccessesFromSelf().stream()
                        .anyMatch(each -> each.getTarget().getFullName().endsWith("AssessmentKinds.ASSESSMENT")))
                .map(JavaClass::getSimpleName)
                .filter(each -> !each.isEmpty())
                .collect(Collectors.toSet());
        assertThat(readers)
                .as("what an actor is shown comes from ShownAssessments; say here why another class reads them itself")
                .containsExactlyInAnyOrder(
                        "ShownAssessments", // the rule
                        "AssessmentKinds", // the definition
                        "AssessmentDesk", // what its author corrects; pages by what ShownAssessments hides
                        "Corrections", // what its author or the head corrects
                        "ClassEntries", // a teacher's own entry
                        "TutorLevels", // a tutor's own answer
                        "CurrentLevels", // the cards, which the matrix of teachers reads
                        "ProgressDesk", // the matrix as of a day, for teachers
                        "LastTraces", // what learners did, for teachers
                        "ClassHistories", // all voices of a class, for teachers
                        "SuccessionImpacts", // counts for teachers
                        "SealContents", // the candidate's own self-assessments
                        "LevelNotices", // which acts wrote one; what is shown comes from ShownAssessments
                        "TakenAway", // goes by ShownAssessments
                        "ArchiveExport", // does not count what stays behind of them
                        "BulkLoad", // writes
                        "ScopeVerification"); // compares cards
    }

    @Test
    void each_store_shows_two_types_at_most() {
        Map<String, String> stores =
                Map.of("org.eportfolio.sqlite..", "SqliteStore", "org.eportfolio.postgresql..", "PostgresSchools");
        stores.forEach((store, entrance) -> {
            Set<String> shown = house.stream()
                    .filter(resideInAPackage(store))
                    .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC) && !type.isNestedClass())
                    .map(JavaClass::getSimpleName)
                    .collect(Collectors.toSet());
            assertThat(shown).contains(entrance).hasSizeLessThanOrEqualTo(2);
        });
    }

    @Test
    void core_shows_only_what_the_front_door_hands_out() {
        Set<JavaClass> handedOut = new HashSet<>();
        reach(house.get(Portfolio.class), handedOut);
        Set<String> entrances = Set.of(
                "Portfolio",
                "Portfolios",
                "SchoolMove",
                "InMemoryStore",
                "BundledFrameworks",
                "BundledScenarios",
                "ExampleScales",
                "FrameworkFile",
                "ScenarioFile",
                "ReflectionTemplateFile",
                "ErasureFile",
                "Oversight",
                "PortfolioModule",
                "ReadingsKept");
        Set<String> surplus = house.stream()
                .filter(resideInAPackage("org.eportfolio.core.."))
                .filter(not(resideInAPackage("..internal..")))
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC) && !type.isNestedClass())
                .filter(type -> !handedOut.contains(type))
                .map(JavaClass::getSimpleName)
                .filter(name -> !entrances.contains(name) && !name.equals("package-info"))
                .collect(Collectors.toSet());
        assertThat(surplus).as("public, but neither an entrance nor handed out").isEmpty();
    }

    private static void reach(JavaClass from, Set<JavaClass> seen) {
        if (!from.getPackageName().startsWith("org.eportfolio.core") || !seen.add(from)) return;
        from.getMethods().stream()
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                .forEach(method -> {
                    reach(method.getRawReturnType(), seen);
                    method.getRawParameterTypes().forEach(type -> reach(type, seen));
                });
    }

    @Test
    void no_package_stands_in_two_jars() {
        Map<String, String> home = new HashMap<>();
        for (JavaClass type : house) {
            String jar =
                    type.getSource().map(source -> jar(source.getUri(), type)).orElse("?");
            String other = home.putIfAbsent(type.getPackageName(), jar);
            assertThat(other == null || other.equals(jar))
                    .as("%s stands in %s and in %s", type.getPackageName(), jar, other)
                    .isTrue();
        }
    }

    private static String jar(URI source, JavaClass type) {
        String text = source.toString();
        return text.substring(0, text.indexOf(type.getPackageName().replace('.', '/')));
    }

    @Test
    void annotations_of_validation_are_all_that_commands_need() {
        noClasses()
                .that(API)
                .should()
                .dependOnClassesThat(belongToAnyOf(jakarta.validation.Validation.class))
                .check(house);
    }
}
