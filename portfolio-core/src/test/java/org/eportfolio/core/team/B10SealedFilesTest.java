package org.eportfolio.core.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eportfolio.core.Refusals.refused;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import org.eportfolio.ConflictException;
import org.eportfolio.DeniedException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.NotFoundException;
import org.eportfolio.PageRequest;
import org.eportfolio.PluginException;
import org.eportfolio.assessment.Assessment;
import org.eportfolio.assessment.NewSelfAssessment;
import org.eportfolio.certification.Choice;
import org.eportfolio.certification.ExamFile;
import org.eportfolio.certification.NewExamFile;
import org.eportfolio.certification.Seal;
import org.eportfolio.certification.SealCheck;
import org.eportfolio.certification.SealedFile;
import org.eportfolio.certification.SealedPiece;
import org.eportfolio.core.Desk;
import org.eportfolio.core.Given;
import org.eportfolio.core.SealDesk;
import org.eportfolio.core.SharedDesk;
import org.eportfolio.core.Story;
import org.eportfolio.core.VosReves;
import org.eportfolio.dossier.NewAttachment;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.dossier.Production;
import org.eportfolio.framework.Code;
import org.eportfolio.guidance.NewGoal;
import org.eportfolio.id.MissionReportId;
import org.eportfolio.id.RecordingId;
import org.eportfolio.id.ReflectionId;
import org.eportfolio.reflection.Authorisation;
import org.eportfolio.reflection.MissionReport;
import org.eportfolio.reflection.NewAuthorisation;
import org.eportfolio.reflection.Playback;
import org.eportfolio.reflection.Reflection;
import org.eportfolio.reflection.Subject;
import org.eportfolio.school.Actor;
import org.eportfolio.school.NewGrant;
import org.eportfolio.school.Role;
import org.eportfolio.sharing.IssuedLink;
import org.eportfolio.showcase.NewShowcase;
import org.eportfolio.showcase.Showcase;
import org.eportfolio.spi.Signature;
import org.junit.jupiter.api.Test;

/** B10: the candidate chooses, the file is sealed, and whoever holds it can check it. */
class B10SealedFilesTest extends Story {
    private static final String UNIT = "Épreuve exemple";

    private Production map() {
        return school.emma
                .productions()
                .add(
                        school.dossier,
                        NewProduction.titled("Carte mentale")
                                .describedAs("Quatre modules comparés.")
                                .showing("C3.1")
                                .attaching(VosReves.file("carte n°1.txt", "Mercanet, PayPal, Stripe")));
    }

    private ExamFile begun(Production... productions) {
        NewExamFile input = NewExamFile.forUnit(UNIT, "Bloc 3");
        for (Production each : productions) input = input.presenting(each);
        return school.emma.seals().begin(school.dossier, input);
    }

    private Path written(Seal seal) throws IOException {
        Path file = Files.createTempFile(folder, "sealed", ".zip");
        try (OutputStream out = Files.newOutputStream(file)) {
            school.emma.seals().write(school.dossier, seal.id(), out);
        }
        return file;
    }

    private static String textsOf(Path file) throws IOException {
        StringBuilder all = new StringBuilder();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (var entry : zip.stream().toList()) {
                all.append(entry.getName()).append('\n');
                try (InputStream in = zip.getInputStream(entry)) {
                    all.append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        return all.toString();
    }

    private static List<String> told(SealCheck check) {
        return check.faults().stream()
                .map(each -> each.wrong() + " " + each.path())
                .toList();
    }

    @Test
    void the_candidate_seals_and_the_file_alone_proves_what_was_in_it() throws IOException {
        Production map = map();
        Showcase showcase = school.emma
                .showcases()
                .begin(
                        school.dossier,
                        NewShowcase.titled("Mon récit").telling("J'ai appris.").showing(map, "Ma fierté"));
        ExamFile file = school.emma
                .seals()
                .begin(
                        school.dossier,
                        NewExamFile.forUnit(UNIT, "Bloc 3").presenting(map).telling(showcase));

        Seal seal = school.emma.seals().seal(file);

        Path written = written(seal);
        SealCheck check = SealedFile.verify(written);
        assertThat(check.whole()).as(check.toString()).isTrue();
        assertThat(check.root()).isEqualTo(seal.root());
        assertThat(check.signature()).isNull();
        assertThat(seal.pieces())
                .extracting(SealedPiece::path)
                .containsExactly(
                        "unit.txt",
                        "01-Carte-mentale/text.txt",
                        "01-Carte-mentale/1-carte-n-1.txt",
                        "02-Mon-recit/text.txt");
        assertThat(textsOf(written))
                .contains("Épreuve exemple", "Candidat : emma", "Quatre modules comparés.", "Compétences : C3.1")
                .contains("Mercanet, PayPal, Stripe", "J'ai appris.", "Ma fierté", "2026-09-07 10:00 Europe/Paris");
        assertThat(school.headReading().seals().get(school.dossier, seal.id())).isEqualTo(seal);
        assertThat(school.emma
                        .productions()
                        .get(school.dossier, map.id())
                        .version(1)
                        .frozen())
                .isEqualTo(seal.productions().get(0).content());
        assertThat(school.head.journal().verify().sound()).isTrue();
    }

    @Test
    void the_same_seal_gives_the_same_file_to_the_byte() throws IOException {
        Seal seal = school.emma.seals().seal(begun(map()));
        byte[] first = Files.readAllBytes(written(seal));
        school.clock.advance(Duration.ofDays(40));
        school.head.people().name(seal.candidate(), "Emma Autrement");
        assertThat(Files.readAllBytes(written(seal))).isEqualTo(first);
    }

    @Test
    void one_flipped_byte_anywhere_is_noticed_and_in_a_piece_it_is_named() throws IOException {
        Path file = written(school.emma.seals().seal(begun(map())));
        byte[] whole = Files.readAllBytes(file);
        int place = new String(whole, StandardCharsets.ISO_8859_1).lastIndexOf("PayPal");
        assertThat(told(flipped(file, whole, place, 1))).containsExactly("ALTERED 01-Carte-mentale/1-carte-n-1.txt");

        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int at = 0; at < whole.length; at++) {
            assertThat(flipped(file, whole, at, 1 << random.nextInt(8)).whole())
                    .as("byte %d of %d, seed %d", at, whole.length, seed)
                    .isFalse();
        }
        Files.write(file, whole);
        assertThat(SealedFile.verify(file).whole()).isTrue();
    }

    private static SealCheck flipped(Path file, byte[] whole, int at, int bits) throws IOException {
        byte[] bytes = whole.clone();
        bytes[at] ^= (byte) bits;
        Files.write(file, bytes);
        return SealedFile.verify(file);
    }

    @Test
    void an_added_and_a_missing_piece_are_named() throws IOException {
        Path file = written(school.emma.seals().seal(begun(map())));
        try (FileSystem zip = FileSystems.newFileSystem(file)) {
            Files.writeString(zip.getPath("/ajout.txt"), "Très bon élève");
            Files.delete(zip.getPath("/01-Carte-mentale/1-carte-n-1.txt"));
        }
        SealCheck check = SealedFile.verify(file);
        assertThat(told(check)).contains("ADDED ajout.txt", "MISSING 01-Carte-mentale/1-carte-n-1.txt");
        assertThat(check.faults().get(0).message().in(java.util.Locale.FRENCH)).contains("ajoutée");
    }

    @Test
    void a_list_made_to_fit_shows_by_its_root_and_bytes_after_the_end_show_too() throws IOException {
        Seal seal = school.emma.seals().seal(begun(map()));
        Path file = written(seal);
        Files.write(file, new byte[] {1}, java.nio.file.StandardOpenOption.APPEND);
        assertThat(SealedFile.verify(file).whole()).isFalse();

        Path other = written(seal);
        try (FileSystem zip = FileSystems.newFileSystem(other)) {
            Path list = zip.getPath("/contents.sha256");
            Files.writeString(list, Files.readString(list).replace("unit.txt", "unis.txt"));
        }
        assertThat(told(SealedFile.verify(other))).contains("LIST contents.sha256", "MISSING unis.txt");
        assertThat(SealedFile.verify(other).root()).isNotEqualTo(seal.root());
    }

    @Test
    void what_is_no_sealed_file_is_answered_not_thrown() throws IOException {
        Path text = Files.writeString(folder.resolve("lettre.txt"), "Bonjour");
        assertThat(told(SealedFile.verify(text))).containsExactly("UNREADABLE lettre.txt");
        Path empty = Files.write(folder.resolve("vide.zip"), new byte[0]);
        assertThat(SealedFile.verify(empty).whole()).isFalse();
        assertThatThrownBy(() -> SealedFile.verify(folder.resolve("absent.zip")))
                .isInstanceOf(IOException.class);
    }

    @Test
    void nothing_formative_goes_in_by_itself() throws IOException {
        Production map = map();
        school.positioned(school.durand, "C3.1", "en-cours");
        school.emma
                .assessments()
                .publish(school.dossier, NewSelfAssessment.of("C3.1", "acquis").because("Je me sens prête."));
        school.emma
                .goals()
                .set(
                        school.dossier,
                        NewGoal.of("C3.1", "acquis")
                                .by(LocalDate.of(2027, 3, 1))
                                .step("Relire"));
        ExamFile file = begun(map);
        school.durand.seals().advise(school.dossier, file.id(), "Ajoute ton site.");
        String texts = textsOf(written(school.emma.seals().seal(file)));
        assertThat(texts)
                .doesNotContain(
                        "Vu en TP.",
                        "Je me sens prête.",
                        "Relire",
                        "Ajoute ton site.",
                        "m.durand",
                        "en-cours",
                        "acquis");
    }

    @Test
    void a_self_assessment_goes_in_only_when_the_candidate_names_it_and_a_positioning_never() throws IOException {
        Assessment own = school.emma
                .assessments()
                .publish(school.dossier, NewSelfAssessment.of("C3.1", "acquis").because("Je me sens prête."));
        Assessment teachers = school.positioned(school.durand, "C3.1", "en-cours");
        ExamFile file = begun(map());

        assertThatThrownBy(() ->
                        school.emma.seals().choose(file, NewExamFile.of(file).disclosing(teachers)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("does not go before a jury");

        ExamFile chosen = school.emma.seals().choose(file, NewExamFile.of(file).disclosing(own));
        assertThat(textsOf(written(school.emma.seals().seal(chosen)))).contains("Je me sens prête.");
    }

    @Test
    void the_candidate_chooses_and_a_teacher_advises() {
        ExamFile file = begun(map());
        school.durand.seals().advise(school.dossier, file.id(), "Ajoute ton site.");

        assertThat(school.emma
                        .seals()
                        .advice(school.dossier, file.id(), PageRequest.first(10))
                        .items())
                .singleElement()
                .satisfies(each -> assertThat(each.text()).isEqualTo("Ajoute ton site."));
        assertThat(school.emma.seals().file(school.dossier, file.id()).revision())
                .isEqualTo(1);
        assertThatThrownBy(() -> school.durand.seals().choose(file, NewExamFile.of(file)))
                .isInstanceOf(DeniedException.class);
        assertThatThrownBy(() -> school.durand.seals().seal(file)).isInstanceOf(DeniedException.class);
        assertThatThrownBy(() -> school.emma.seals().advise(school.dossier, file.id(), "Moi-même"))
                .isInstanceOf(DeniedException.class);
        assertThatThrownBy(() -> school.malo.seals().file(school.dossier, file.id()))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void a_confidential_production_is_not_sealed_until_cleared_nor_read_once_marked() {
        Production secret = school.emma
                .productions()
                .add(school.dossier, NewProduction.titled("Tarifs du client").confidentialToTheCompany());
        ExamFile file = begun(secret);
        assertThatThrownBy(() -> school.emma.seals().seal(file))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("Tarifs du client");
        assertThat(school.emma
                        .seals()
                        .list(school.dossier, PageRequest.first(10))
                        .items())
                .isEmpty();

        school.durand.productions().clear(school.dossier, secret.id());
        Seal seal = school.emma.seals().seal(file);
        IssuedLink link = school.head.seals().sendToJury(school.dossier, seal.id(), null, VosReves.TODAY);
        SharedDesk jury =
                school.portfolio.as(Actor.bearing(link.token().text())).shared();
        jury.sealed();

        school.emma.productions().mark(school.dossier, secret.id());
        assertThatThrownBy(jury::sealed).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> written(seal)).isInstanceOf(ConflictException.class);
    }

    @Test
    void a_seal_stays_as_it_is_and_a_new_one_is_another() {
        Production map = map();
        ExamFile file = begun(map);
        Seal first = school.emma.seals().seal(file);
        school.emma
                .productions()
                .revise(school.emma.productions().get(school.dossier, map.id()), NewProduction.titled("Carte refaite"));
        ExamFile more = school.emma
                .seals()
                .choose(
                        file,
                        NewExamFile.of(file)
                                .presenting(school.emma.productions().get(school.dossier, map.id())));
        Seal second = school.emma.seals().seal(more);

        assertThat(school.emma
                        .seals()
                        .list(school.dossier, PageRequest.first(10))
                        .items())
                .containsExactly(first, second);
        assertThat(second.root()).isNotEqualTo(first.root());
        assertThatThrownBy(() -> school.emma.seals().seal(file))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("revision");
        assertThatThrownBy(() -> school.emma
                        .productions()
                        .remove(school.emma.productions().get(school.dossier, map.id())))
                .isInstanceOf(ConflictException.class);
    }

    @Test
    void the_jury_reads_through_a_dated_link_or_a_grant_and_nothing_else() throws IOException {
        Production map = map();
        Seal seal = school.emma.seals().seal(begun(map));
        IssuedLink link = school.head
                .seals()
                .sendToJury(school.dossier, seal.id(), VosReves.TODAY.plusDays(2), VosReves.TODAY.plusDays(3));
        SharedDesk jury =
                school.portfolio.as(Actor.bearing(link.token().text())).shared();
        assertThatThrownBy(jury::sealed).as("not yet").isInstanceOf(NotFoundException.class);

        school.clock.advance(Duration.ofDays(2));
        assertThat(jury.sealed().root()).isEqualTo(seal.root());
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        jury.writeSealed(whole);
        assertThat(whole.toByteArray()).isEqualTo(Files.readAllBytes(written(seal)));
        try (InputStream in = jury.download(seal.pieces().get(2).content())) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).startsWith("Mercanet");
        }
        assertThat(school.head
                        .shares()
                        .readings(school.dossier, link.link().id(), PageRequest.first(10))
                        .items())
                .hasSize(3);
        assertThatThrownBy(jury::showcase).isInstanceOf(NotFoundException.class);

        school.head.grants().give(NewGrant.of("jury", Role.CERTIFIER).over(school.dossier));
        Desk certifier = school.as("jury");
        assertThat(certifier.seals().list(school.dossier, PageRequest.first(10)).items())
                .containsExactly(seal);
        assertThatThrownBy(() -> certifier.productions().list(school.dossier, PageRequest.first(10)))
                .isInstanceOf(DeniedException.class);
        assertThatThrownBy(() -> certifier.progress().of(school.dossier)).isInstanceOf(DeniedException.class);
        assertThatThrownBy(() -> certifier.seals().files(school.dossier, PageRequest.first(10)))
                .isInstanceOf(DeniedException.class);

        school.clock.advance(Duration.ofDays(2));
        assertThatThrownBy(jury::sealed).as("no more").isInstanceOf(NotFoundException.class);
    }

    @Test
    void a_file_names_blocs_of_the_framework_and_pieces_of_the_candidate() {
        Production malos = school.malo.productions().add(school.malos, NewProduction.titled("De Malo"));
        SealDesk desk = school.emma.seals();
        assertThatThrownBy(() -> desk.begin(school.dossier, NewExamFile.forUnit(UNIT, "C3.1")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("not a bloc");
        assertThatThrownBy(() -> desk.begin(school.dossier, NewExamFile.forUnit(UNIT)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("blocs");
        assertThatThrownBy(() -> begun(malos)).isInstanceOf(NotFoundException.class);
        Production map = map();
        assertThatThrownBy(() -> begun(map, map)).isInstanceOf(InvalidInputException.class);
        ExamFile empty = begun();
        assertThatThrownBy(() -> desk.seal(empty))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("Nothing was chosen");
        assertThatThrownBy(() -> desk.choose(empty, NewExamFile.of(empty).telling(malosShowcase())))
                .isInstanceOf(NotFoundException.class);
        assertThat(Choice.class.getPermittedSubclasses()).hasSize(6);
    }

    private Showcase malosShowcase() {
        return school.malo
                .showcases()
                .begin(school.malos, NewShowcase.titled("De Malo").telling("Moi."));
    }

    @Test
    void the_hosts_signature_stands_in_the_file_and_its_failure_seals_nothing() throws IOException {
        school.close();
        boolean[] broken = {false};
        school = VosReves.over(
                stores.open(Files.createDirectory(folder.resolve("autre"))),
                builder -> builder.signer(root -> {
                    if (broken[0]) throw new IllegalStateException("no key");
                    return new Signature("exemple", "sig-" + root);
                }));
        ExamFile file = begun(map());
        Seal seal = school.emma.seals().seal(file);
        SealCheck check = SealedFile.verify(written(seal));
        assertThat(check.whole()).isTrue();
        assertThat(check.signature()).isEqualTo(new Signature("exemple", "sig-" + seal.root()));

        broken[0] = true;
        assertThatThrownBy(() -> school.emma.seals().seal(file))
                .isInstanceOf(PluginException.class)
                .hasMessageContaining("no key");
        assertThat(school.emma
                        .seals()
                        .list(school.dossier, PageRequest.first(10))
                        .items())
                .hasSize(1);
    }

    @Test
    void hostile_names_are_made_harmless() throws IOException {
        Production odd = school.emma
                .productions()
                .add(
                        school.dossier,
                        NewProduction.titled("../../etc: \u202Ecod\\ exe?")
                                .attaching(VosReves.file("CON.", "a"))
                                .attaching(VosReves.file(".caché", "b"))
                                .attaching(VosReves.file("é".repeat(200) + ".pdf", "c")));
        Seal seal = school.emma.seals().seal(begun(odd));
        assertThat(SealedFile.verify(written(seal)).whole()).isTrue();
        assertThat(seal.pieces().stream().map(SealedPiece::path).collect(Collectors.joining(" ")))
                .doesNotContain("..", "\\", ":", "\u202E", "/.")
                .contains("1-CON ", "2-cache ", ".pdf");
    }

    @Test
    void a_large_file_is_written_without_being_held_in_memory() throws IOException {
        long size = 6L * 1024 * 1024;
        Production film = school.emma
                .productions()
                .add(
                        school.dossier,
                        NewProduction.titled("Film")
                                .attaching(NewAttachment.of("film.bin", "video/mp4", () -> new Bytes(size))
                                        .showingNobody()));
        Seal seal = school.emma.seals().seal(begun(film));
        long[] written = {0, 0};
        school.emma.seals().write(school.dossier, seal.id(), new OutputStream() {
            @Override
            public void write(int one) {
                written[0]++;
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
                written[0] += length;
                written[1] = Math.max(written[1], length);
                school.durand.dossiers().get(school.dossier); // nothing is held meanwhile
            }
        });
        assertThat(written[0]).isGreaterThan(size);
        assertThat(written[1]).as("the largest chunk").isLessThan(256 * 1024);
    }

    /** So many bytes, none of them kept. */
    private static final class Bytes extends InputStream {
        private long left;

        Bytes(long size) {
            left = size;
        }

        @Override
        public int read() {
            return left-- > 0 ? (int) (left & 0x7F) : -1;
        }
    }

    @Test
    void a_groups_production_is_sealed_with_the_candidates_own_part_alone() throws IOException {
        Production site = school.madeTogether();
        ExamFile file = school.malo
                .seals()
                .begin(school.malos, NewExamFile.forUnit(UNIT, "Bloc 1").presenting(site));
        Seal seal = school.malo.seals().seal(file);
        Path written = Files.createTempFile(folder, "sealed", ".zip");
        try (OutputStream out = Files.newOutputStream(written)) {
            school.malo.seals().write(school.malos, seal.id(), out);
        }
        assertThat(textsOf(written))
                .contains("Site VosRêves", "MALO-A-CHOISI-LES-IMAGES", "Autres personnes qui l'ont réalisé : 1")
                .doesNotContain("EMMA", "emma", "APPRECIATION");
        assertThat(SealedFile.verify(written).whole()).isTrue();
        assertThat(school.emma
                        .productions()
                        .get(site.dossier(), site.id())
                        .version(1)
                        .frozen())
                .isEqualTo(seal.productions().get(0).content());
        ExamFile linas = school.emma.seals().begin(school.dossier, NewExamFile.forUnit(UNIT, "Bloc 1"));
        Production alone = school.malo.productions().add(school.malos, NewProduction.titled("À Malo seul"));
        assertThatThrownBy(() ->
                        school.emma.seals().choose(linas, NewExamFile.of(linas).presenting(alone)))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void reports_and_reflections_go_in_only_where_named_and_as_they_stood() throws IOException {
        MissionReport report = school.emma.reports().share(school.dossier, Given.REPORT);
        Reflection reflection = school.emma.reflections().share(school.dossier, Given.INSTALLING);
        Seal without = school.emma.seals().seal(begun(map()));
        assertThat(textsOf(written(without))).doesNotContain("mentions légales", "compte de test");

        ExamFile file = begun();
        ExamFile chosen = school.emma
                .seals()
                .choose(file, NewExamFile.of(file).reporting(report).disclosing(reflection));
        school.emma.reports().revise(report, Given.REPORT.done("AUTRE CHOSE"));
        school.durand.feedback().prompt(Subject.of(reflection), "QUESTION-DU-PROFESSEUR");
        Seal seal = school.emma.seals().seal(chosen);
        assertThat(textsOf(written(seal)))
                .contains("Publier la nouvelle offre commerciale", "relu les mentions légales")
                .contains("Attendu, et manquant ou différent : Les images ont un texte alternatif.")
                .contains("Prochaine étape :\nCompléter les textes alternatifs.")
                .contains("Installer le module de paiement", "compte de test")
                .doesNotContain("AUTRE CHOSE", "QUESTION-DU-PROFESSEUR");
        assertThat(SealedFile.verify(written(seal)).whole()).isTrue();

        refused(
                InvalidInputException.class,
                "there is no version 7",
                "il n'y a pas de version 7",
                () -> begunWith(new Choice.OfReport(report.id(), 7)));
        for (Choice choice : List.of(
                new Choice.OfReport(new MissionReportId(VosReves.nowhere()), 1),
                new Choice.OfReflection(new ReflectionId(VosReves.nowhere()), 1),
                new Choice.OfRecording(new RecordingId(VosReves.nowhere())))) {
            assertThatThrownBy(() -> begunWith(choice)).isInstanceOf(NotFoundException.class);
        }
        assertThatThrownBy(() -> school.malo
                        .seals()
                        .begin(school.malos, NewExamFile.forUnit(UNIT, "Bloc 1").reporting(report)))
                .isInstanceOf(NotFoundException.class);
    }

    private ExamFile begunWith(Choice choice) {
        return school.emma
                .seals()
                .begin(school.dossier, new NewExamFile(UNIT, List.of(Code.of("Bloc 1")), List.of(choice)));
    }

    @Test
    void a_sealed_recording_is_withheld_from_the_jury_while_its_diffusion_is_not_authorised() throws IOException {
        Playback recording = school.recorded();
        ExamFile file = begunWith(new Choice.OfRecording(recording.id()));
        refused(
                ConflictException.class,
                "These recordings may not be shown outside: explicitation.ogg",
                "Ces enregistrements ne peuvent pas être montrés au-dehors",
                () -> school.emma.seals().seal(file));
        Authorisation diffusion = school.authorised(
                NewAuthorisation.toDiffuse("emma").alreadyOfAge().leavingTranscript());
        Seal seal = school.emma.seals().seal(file);
        assertThat(textsOf(written(seal))).contains("J'ai d'abord lu la documentation.", "1-explicitation.ogg");
        IssuedLink link = school.emma.seals().sendToJury(school.dossier, seal.id(), null, VosReves.TODAY.plusDays(30));
        SharedDesk jury =
                school.portfolio.as(Actor.bearing(link.token().text())).shared();
        assertThat(jury.sealed().pieces()).hasSize(4);
        refused(
                ConflictException.class,
                "was sealed for a jury",
                "a été scellé pour un jury",
                () -> school.emma.recordings().discard(school.dossier, recording.id()));

        school.emma.authorisations().withdrawLeavingTranscript(school.dossier, diffusion.id());

        assertThatThrownBy(jury::sealed).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> written(seal)).isInstanceOf(ConflictException.class);
        Seal read = school.emma.seals().seal(file);
        assertThat(read.pieces()).as("the transcript alone").hasSize(2);
        assertThat(textsOf(written(read))).contains("J'ai d'abord lu la documentation.");
        assertThat(school.head.journal().verify().sound()).isTrue();
    }
}
