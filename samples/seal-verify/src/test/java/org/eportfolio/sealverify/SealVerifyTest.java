package org.eportfolio.sealverify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eportfolio.certification.ExamUse;
import org.eportfolio.certification.NewExamFile;
import org.eportfolio.certification.Seal;
import org.eportfolio.core.BundledFrameworks;
import org.eportfolio.core.Desk;
import org.eportfolio.core.ExampleScales;
import org.eportfolio.core.InMemoryStore;
import org.eportfolio.core.Portfolio;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.school.Actor;
import org.eportfolio.school.Members;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar as a jury's office has it: alone, with no other jar beside it. */
class SealVerifyTest {
    private static final Path JAR = Path.of("target", "seal-verify.jar").toAbsolutePath();

    @TempDir
    Path folder;

    private Path sealed = Path.of("");
    private String root = "";

    private record Ended(int code, String said) {}

    @BeforeEach
    void a_learner_seals_an_exam_file() throws IOException {
        sealed = folder.resolve("emma.zip");
        try (Portfolio school = Portfolio.with(new InMemoryStore())
                        .examUse(ExamUse.of("Exemple", "Un dossier d'exemple."))
                        .build();
                OutputStream out = Files.newOutputStream(sealed)) {
            Desk head = school.setUp("proviseure");
            var sno = head.frameworks().adopt(BundledFrameworks.MC_SNO, ExampleScales.FOUR_STEPS);
            head.cohorts().enrol("CS SNO 2026", Members.learners("emma"), Members.teachers("m.durand"));
            Desk emma = school.as(Actor.of("emma"));
            var dossier = emma.dossiers().open(sno);
            var map = emma.productions()
                    .add(dossier, NewProduction.titled("Carte mentale").writing("Mercanet, PayPal, Stripe"));
            var file = emma.seals()
                    .begin(
                            dossier,
                            NewExamFile.forUnit("Épreuve exemple", "Bloc 3").presenting(map));
            Seal seal = emma.seals().seal(file);
            emma.seals().write(dossier, seal.id(), out);
            root = seal.root().toString();
        }
    }

    private Ended run(String... arguments) throws Exception {
        return runIn("en", arguments);
    }

    private Ended runIn(String language, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.language=" + language,
                "-Dfile.encoding=UTF-8",
                "-Xverify:all",
                "-jar",
                JAR.toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }

    @Test
    void the_jar_is_small_and_needs_nothing_else() throws Exception {
        assertThat(Files.size(JAR)).isLessThan(64_000);
        Ended ended = run(sealed.toString());
        assertThat(ended.said()).contains("is whole").contains("Root hash: " + root);
        assertThat(ended.code()).isZero();
    }

    @Test
    void the_published_root_is_compared() throws Exception {
        assertThat(run(sealed.toString(), root)).satisfies(ended -> {
            assertThat(ended.said()).contains("is the one given");
            assertThat(ended.code()).isZero();
        });
        String other = (root.startsWith("0") ? "1" : "0") + root.substring(1);
        assertThat(run(sealed.toString(), other)).satisfies(ended -> {
            assertThat(ended.said()).contains("another file than the one that was sealed");
            assertThat(ended.code()).isEqualTo(1);
        });
    }

    @Test
    void a_changed_file_is_named_with_its_piece() throws Exception {
        byte[] bytes = Files.readAllBytes(sealed);
        int at = new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf("PayPal");
        bytes[at] = 'p';
        Path changed = Files.write(folder.resolve("changed.zip"), bytes);
        Ended ended = run(changed.toString(), root);
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.said())
                .contains("is not what was sealed")
                .contains("01-Carte-mentale/text.txt")
                .doesNotContain("seal-verify.")
                .doesNotContain("\tat ");
    }

    @Test
    void it_answers_in_each_language_that_ships() throws Exception {
        assertThat(runIn("fr", sealed.toString(), root).said()).contains("est intact");
        assertThat(runIn("de", sealed.toString(), root).said())
                .contains("ist unversehrt")
                .contains("Prüfwert");
        assertThat(runIn("nl", sealed.toString(), root).said()).contains("is whole");
    }

    @Test
    void bad_input_is_answered_in_a_sentence() throws Exception {
        Path text = Files.writeString(folder.resolve("letter.txt"), "Madame, Monsieur,");
        Path empty = Files.createFile(folder.resolve("empty.zip"));
        assertThat(run()).isEqualTo(new Ended(2, "Usage: java -jar seal-verify.jar FILE [ROOT]\n"));
        assertThat(run("a", "b", "c").code()).isEqualTo(2);
        assertThat(run("none.zip").code()).isEqualTo(2);
        assertThat(run(folder.toString()).code()).isEqualTo(2);
        assertThat(run(sealed.toString(), "abc").said()).contains("is no root hash");
        for (Path each : List.of(text, empty)) {
            Ended ended = run(each.toString());
            assertThat(ended.code()).isEqualTo(1);
            assertThat(ended.said()).contains("is not what was sealed").doesNotContain("\tat ");
        }
    }
}
