package org.eportfolio.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eportfolio.school.Members.leadTeachers;
import static org.eportfolio.school.Members.learners;
import static org.eportfolio.school.Members.teachers;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eportfolio.assessment.NewPositioning;
import org.eportfolio.assessment.NewSelfAssessment;
import org.eportfolio.console.school.PrivacyFile;
import org.eportfolio.console.school.School;
import org.eportfolio.core.BundledFrameworks;
import org.eportfolio.core.Desk;
import org.eportfolio.core.ExampleScales;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.dossier.Production;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;

/**
 * A file with one class of seven at work: a dossier and a mind map each; Emma's has two versions, and her teacher does
 * not see C3.1 as she does. Made once, copied for each test.
 */
record Classroom(Path file) {
    static final String CLASS = "CS SNO";
    private static final Map<String, String> LEARNERS = Map.of(
            "emma", "Emma Exemplaire",
            "malo", "Malo Modèle",
            "lina", "Lina Fictive",
            "yanis", "Yanis Imaginaire",
            "tom", "Tom Toutlemonde",
            "chloe", "Chloé Démonstration",
            "ines", "Inès Inventée");
    private static final Path MADE = make();

    static Classroom in(Path folder) throws IOException {
        Path file = Files.copy(MADE, folder.resolve("lycee.db"));
        Files.writeString(PrivacyFile.beside(file), "exam=Oral|Accompagne un oral\n");
        return new Classroom(file);
    }

    private static Path make() {
        try {
            Path file = Files.createTempDirectory("classroom").resolve("lycee.db");
            try (School school = School.open(file)) {
                Desk head = school.portfolio().setUp("proviseure");
                var sno = head.frameworks().adopt(BundledFrameworks.MC_SNO, ExampleScales.FOUR_STEPS);
                head.cohorts()
                        .enrol(
                                CLASS,
                                learners(LEARNERS.keySet().toArray(String[]::new)),
                                teachers("m.durand"),
                                leadTeachers("c.reference"));
                LEARNERS.forEach((id, name) -> head.people().name(PersonId.of(id), name));
                head.people().name(PersonId.of("m.durand"), "M. Durand");
                for (String each : LEARNERS.keySet()) {
                    Desk learner = school.as(each);
                    DossierId dossier = learner.dossiers().open(sno);
                    Production map = learner.productions().add(dossier, mindMap(each, "Mercanet, PayPal"));
                    if (each.equals("emma")) {
                        learner.productions().extend(map, mindMap(each, "Mercanet, PayPal, Stripe, datés"));
                        learner.assessments()
                                .publish(
                                        dossier,
                                        NewSelfAssessment.of("C3.1", "acquis").because("J'ai comparé quatre offres."));
                        school.as("m.durand")
                                .assessments()
                                .position(
                                        dossier,
                                        NewPositioning.of("C3.1", "en-cours").because("Sources non datées."));
                    }
                }
            }
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static NewProduction mindMap(String whose, String text) {
        return NewProduction.titled("Carte mentale de " + whose).showing("C3.1").writing(text);
    }

    /** What a command prints that is done, in French. */
    String done(String as, String... args) {
        return done(Stream.concat(Stream.of("--as", as), Stream.of(args)).toArray(String[]::new));
    }

    /** As nobody that the school knows. */
    String done(String[] args) {
        Ran ran = Ran.console(file, args);
        assertThat(ran.err()).isEmpty();
        assertThat(ran.code()).isZero();
        return ran.out();
    }

    /** The one line with which a command is refused. */
    String refused(String as, String... args) {
        Ran ran = Ran.console(
                file, Stream.concat(Stream.of("--as", as), Stream.of(args)).toArray(String[]::new));
        assertThat(ran.code()).as(ran.out()).isEqualTo(1);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.complaints()).hasSize(1);
        return ran.complaints().get(0);
    }

    /** The first value of this name in the JSON document with which a command answers. */
    String told(String name, String as, String... args) {
        List<String> all =
                Stream.concat(Stream.of("--json", "--as", as), Stream.of(args)).toList();
        String json = done(all.toArray(String[]::new));
        try (var parser = new JsonFactory().createParser(json)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.FIELD_NAME && name.equals(parser.currentName())) {
                    parser.nextToken();
                    return parser.getText();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new AssertionError("no " + name + " in " + json);
    }
}
