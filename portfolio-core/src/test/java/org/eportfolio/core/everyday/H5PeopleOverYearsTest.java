package org.eportfolio.core.everyday;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eportfolio.core.Refusals.refused;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eportfolio.ConflictException;
import org.eportfolio.DeniedException;
import org.eportfolio.NotFoundException;
import org.eportfolio.PageRequest;
import org.eportfolio.PortfolioException;
import org.eportfolio.agenda.NoticeKind;
import org.eportfolio.assessment.NewPositioning;
import org.eportfolio.core.Desk;
import org.eportfolio.core.KeptArchive;
import org.eportfolio.core.Portfolio;
import org.eportfolio.core.Story;
import org.eportfolio.core.VosReves;
import org.eportfolio.core.internal.kind.Kinds;
import org.eportfolio.core.internal.kind.PersonKeys;
import org.eportfolio.core.internal.kind.RecordKind;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.dossier.Production;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Actor;
import org.eportfolio.school.ExternalId;
import org.eportfolio.school.IdChange;
import org.eportfolio.school.IdChangePreview;
import org.eportfolio.school.IdentifiedPerson;
import org.eportfolio.school.Members;
import org.eportfolio.school.NamedPerson;
import org.eportfolio.school.PersonName;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** H5: a person stays one person over the years, whatever their ids, and two people stay two. */
class H5PeopleOverYearsTest extends Story {
    private static final PersonId OLD = PersonId.of("zoe.qwerty");
    private static final PersonId NEW = PersonId.of("zoe.azerty");
    private static final PersonId DOUBLE = PersonId.of("zoe.double");

    /** Zoé, with a dossier and a production. */
    private DossierId zoes() {
        school.head.cohorts().enrol(VosReves.CLASS, Members.learners(OLD.value()));
        DossierId dossier = school.as(OLD.value()).dossiers().open(school.sno);
        school.as(OLD.value())
                .productions()
                .add(dossier, NewProduction.titled("Affiche").showing("C3.1"));
        return dossier;
    }

    private static List<DossierId> own(Desk desk, PersonId person) {
        return desk.dossiers().of(person).stream().map(each -> each.id()).toList();
    }

    @Test
    void rename_reuse_of_the_old_login_merge_undo_and_erase_leave_no_id_of_the_person_in_the_file() throws Exception {
        DossierId dossier = zoes();
        IdChange renamed = school.head.people().rename(OLD, NEW);
        Desk zoe = school.as(NEW.value());
        assertThat(own(zoe, NEW)).containsExactly(dossier);
        assertThat(zoe.productions().list(dossier, PageRequest.first(9)).items())
                .extracting(Production::owner)
                .containsExactly(NEW);

        Desk namesake = school.as(OLD.value());
        assertThatThrownBy(() -> namesake.dossiers().of(OLD)).isInstanceOf(PortfolioException.class);
        assertThatThrownBy(() -> namesake.productions().list(dossier, PageRequest.first(9)))
                .isInstanceOf(NotFoundException.class);
        refused(
                ConflictException.class,
                "was the id of a person and is nobody's now",
                "n'est plus celui de personne",
                () -> school.head.cohorts().enrol(VosReves.CLASS, Members.learners(OLD.value())));

        school.head.people().release(OLD);
        school.head.cohorts().enrol(VosReves.CLASS, Members.learners(OLD.value()));
        DossierId namesakes = namesake.dossiers().open(school.sno);
        assertThat(own(namesake, OLD)).containsExactly(namesakes);
        assertThat(own(zoe, NEW)).containsExactly(dossier);
        assertThatThrownBy(() -> namesake.productions().list(dossier, PageRequest.first(9)))
                .isInstanceOf(NotFoundException.class);

        school.head.people().name(DOUBLE, "Zoé Double");
        IdChange merged = school.head.people().merge(DOUBLE, NEW);
        school.head.people().undo(merged.id());
        assertThat(school.head.people().kept(List.of(DOUBLE))).containsKey(DOUBLE);
        assertThat(school.head.people().kept(List.of(NEW))).isEmpty();
        refused(
                ConflictException.class,
                "take that one back first",
                "annulez-la d'abord",
                () -> school.head.people().undo(renamed.id()));

        school.head.privacy().erase(school.head.privacy().planErasure(NEW));

        assertThat(own(namesake, OLD)).containsExactly(namesakes);
        assertThat(school.head.people().idChanges())
                .extracting(IdChange::manner)
                .containsExactly(IdChange.Manner.RELEASED);
        school.head.privacy().erase(school.head.privacy().planErasure(OLD));
        school.head.privacy().erase(school.head.privacy().planErasure(DOUBLE));
        assertThat(school.head.people().idChanges()).isEmpty();
        assertThat(left("zoe.")).isEmpty();
        assertThat(school.head.safekeeping().check().sound()).isTrue();
    }

    @Test
    void a_released_login_that_nobody_uses_goes_with_the_person() throws Exception {
        zoes();
        school.head.people().rename(OLD, NEW);
        school.head.people().release(OLD);
        school.head.privacy().erase(school.head.privacy().planErasure(NEW));
        assertThat(left("zoe.")).isEmpty();
    }

    @Test
    void an_erasure_after_a_merger_leaves_neither_id_in_the_bytes() throws Exception {
        DossierId dossier = zoes();
        school.head.people().rename(OLD, NEW);
        school.head.people().name(DOUBLE, "Zoé Double");
        school.head.people().merge(DOUBLE, NEW);
        school.as(NEW.value())
                .productions()
                .add(dossier, NewProduction.titled("Depuis").showing("C3.1"));
        school.durand
                .assessments()
                .position(dossier, NewPositioning.of("C3.1", "acquis").because("TP"));
        school.head.privacy().erase(school.head.privacy().planErasure(NEW));
        assertThat(left("zoe.")).isEmpty();
        assertThat(left("Zoé Double")).isEmpty();
        assertThat(school.head.people().idChanges()).isEmpty();
        assertThat(school.head.safekeeping().check().sound()).isTrue();
    }

    /** The files of the store that have this text. */
    private List<Path> left(String text) throws IOException {
        school.store.read(view -> {
            for (Scope scope : view.scopes(null, 10_000)) {
                view.entries(scope, 0, 100_000)
                        .forEach(each -> assertThat(each.body()).doesNotContain(text));
            }
            return true;
        });
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(each -> has(each, text))
                    .toList();
        }
    }

    private static boolean has(Path file, String text) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void no_earlier_body_is_rewritten_and_the_journal_has_no_personal_text() {
        DossierId dossier = zoes();
        List<String> before = bodies(dossier);
        school.head.people().rename(OLD, NEW);
        assertThat(bodies(dossier)).isEqualTo(before);
        assertThat(school.entries()).allSatisfy(each -> assertThat(each.body()).doesNotContain("zoe."));
        assertThat(school.entries()).anySatisfy(each -> assertThat(each.body()).contains("person.renamed"));
    }

    private List<String> bodies(DossierId dossier) {
        return school.store.read(view -> Kinds.ALL.stream()
                .flatMap(kind -> view.list(VosReves.scope(dossier), kind.kind(), null, 1_000).stream())
                .map(each -> each.body())
                .toList());
    }

    @Test
    void an_undone_merger_gives_each_record_back_to_the_id_that_it_was_written_under() {
        DossierId dossier = zoes();
        school.head.people().name(DOUBLE, "Zoé Double");
        IdChangePreview preview = school.head.people().previewMerge(OLD, DOUBLE);
        assertThat(preview.possible()).isTrue();
        assertThat(preview.written())
                .allSatisfy(each -> assertThat(each.records()).isPositive());
        IdChange merged = school.head.people().merge(OLD, DOUBLE);
        assertThat(own(school.as(DOUBLE.value()), DOUBLE)).containsExactly(dossier);
        Desk one = school.as(DOUBLE.value());
        Production made =
                one.productions().list(dossier, PageRequest.first(1)).items().get(0);
        one.productions().revise(made, NewProduction.titled("Affiche, relue").showing("C3.1"));
        assertThat(school.head.people().previewUndo(merged.id()).written())
                .allSatisfy(each -> assertThat(each.records()).isPositive());

        school.head.people().undo(merged.id());

        Desk first = school.as(OLD.value());
        assertThat(own(first, OLD)).containsExactly(dossier);
        assertThat(first.productions().list(dossier, PageRequest.first(1)).items())
                .extracting(Production::owner)
                .containsExactly(OLD);
        assertThatThrownBy(() -> one.productions().list(dossier, PageRequest.first(1)))
                .isInstanceOf(PortfolioException.class);
    }

    @Test
    void a_name_that_is_given_to_joined_accounts_stays_with_the_one_that_stays() {
        zoes();
        school.head.people().name(OLD, "Zoé Qwerty");
        school.head.people().name(DOUBLE, "Zoé Double");
        IdChange merged = school.head.people().merge(DOUBLE, OLD);
        assertThat(school.durand.people().named(List.of(OLD))).containsEntry(OLD, "Zoé Qwerty");
        assertThat(school.durand.people().find("qwerty", 9)).containsEntry(OLD, "Zoé Qwerty");
        assertThat(school.durand.people().find("double", 9)).isEmpty();
        school.head.people().name(OLD, "Zoé Azerty");
        school.head.people().undo(merged.id());
        assertThat(school.head.people().kept(List.of(OLD, DOUBLE)))
                .containsEntry(OLD, PersonName.shown("Zoé Azerty"))
                .containsEntry(DOUBLE, PersonName.shown("Zoé Double"));
    }

    @Test
    void two_who_may_be_two_people_are_not_merged() {
        zoes();
        refused(
                ConflictException.class,
                "both have a dossier for one framework",
                "un dossier pour un même référentiel",
                () -> school.head.people().merge(OLD, PersonId.of("emma")));
        school.head.cohorts().enrol(VosReves.CLASS, Members.learners("noa"));
        refused(
                ConflictException.class,
                "both learn in one cohort",
                "apprennent dans une même classe",
                () -> school.head.people().merge(OLD, PersonId.of("noa")));
        assertThatThrownBy(() -> school.head.people().merge(OLD, PersonId.of("personne")))
                .isInstanceOf(NotFoundException.class);
        refused(
                ConflictException.class,
                "merge them",
                "fusionnez-les",
                () -> school.head.people().rename(OLD, PersonId.of("emma")));
        refused(
                ConflictException.class,
                "The two ids are the same",
                "sont les mêmes",
                () -> school.head.people().rename(OLD, OLD));
        assertThatThrownBy(() -> school.durand.people().rename(OLD, NEW)).isInstanceOf(DeniedException.class);
        assertThat(school.head.people().idChanges()).isEmpty();
    }

    @Test
    void mergers_and_renamings_in_circles_are_refused_and_the_way_back_is_open() {
        zoes();
        school.head.people().rename(OLD, NEW);
        assertThatThrownBy(() -> school.head.people().merge(NEW, OLD)).isInstanceOf(PortfolioException.class);
        school.head.people().rename(NEW, OLD);
        assertThat(own(school.as(OLD.value()), OLD)).hasSize(1);
        refused(
                ConflictException.class,
                "is no id that ended",
                "n'est pas un identifiant retiré",
                () -> school.head.people().release(OLD));
    }

    @Test
    void what_only_they_know_comes_along_notices_names_visits_and_requests() {
        DossierId dossier = zoes();
        Desk before = school.as(OLD.value());
        before.notices().leaveOut(NoticeKind.FEEDBACK);
        school.head.people().nameInParts(new NamedPerson(OLD, PersonName.of("Zoé", "Qwerty")));
        school.head.people().rename(OLD, NEW);
        Desk after = school.as(NEW.value());
        assertThat(after.notices().preferences().leftOut()).containsExactly(NoticeKind.FEEDBACK);
        assertThat(after.people().named(List.of(NEW))).containsValue("Zoé Qwerty");
        assertThat(after.home().of(dossier)).isNotNull();
        assertThat(school.durand.search().find("affiche").items())
                .anySatisfy(each -> assertThat(each.learner()).isEqualTo(NEW));
        assertThat(school.durand.people().find("qwer", 9)).containsEntry(NEW, "Zoé Qwerty");
        assertThat(school.head.privacy().planErasure(NEW).records()).isNotEmpty();
    }

    @Test
    void people_are_found_as_one_types_and_namesakes_are_told_apart() {
        school.head
                .people()
                .nameInParts(
                        new NamedPerson(PersonId.of("emma"), PersonName.of("Chloé", "Lefèvre-Dœuf")),
                        new NamedPerson(PersonId.of("malo"), PersonName.of("Chloé", "Lefèvre-Dœuf")));
        assertThat(school.durand.people().find("LEFEVRE doe", 9))
                .containsOnlyKeys(PersonId.of("emma"), PersonId.of("malo"));
        assertThat(school.durand.people().find("chlo", 9).values()).doesNotHaveDuplicates();
        assertThat(school.durand.people().find("chlo", 1)).hasSize(1);
    }

    @Test
    void an_external_id_is_one_persons_and_follows_them() {
        ExternalId ine = ExternalId.of("annuaire", "A-1");
        school.head.people().setExternalIds(IdentifiedPerson.of(PersonId.of("emma"), ine));
        refused(
                ConflictException.class,
                "is the external id of emma already",
                "est déjà l'identifiant externe de emma",
                () -> school.head.people().setExternalIds(IdentifiedPerson.of(PersonId.of("malo"), ine)));
        school.head.people().rename(PersonId.of("emma"), NEW);
        assertThat(school.head.people().byExternalIds(ine)).containsEntry(ine, NEW);
        assertThat(school.head.people().externalIds(List.of(NEW))).containsEntry(NEW, List.of(ine));
        school.head.people().setExternalIds(IdentifiedPerson.of(NEW));
        assertThat(school.head.people().byExternalIds(ine)).isEmpty();
    }

    @Test
    void every_key_that_names_a_person_asks_for_all_of_their_ids() {
        school.madeTogether();
        school.recorded();
        school.headReading();
        school.emma.home().visited(school.dossier, VosReves.BEGINNING);
        school.store.read(view -> {
            for (RecordKind<?> kind : Kinds.ALL) {
                for (Row row : view.among(view.scopes(null, 1_000), kind.kind())) {
                    row.keys().forEach(key -> {
                        boolean names = VosReves.LEARNERS.stream()
                                .anyMatch(each -> key.value().equals(each)
                                        || key.value().endsWith(" " + each)
                                        || key.value().startsWith(each + " "));
                        if (names)
                            assertThat(PersonKeys.begin(key)).as(key.name()).isNotNegative();
                    });
                }
            }
            return true;
        });
    }

    @Test
    void an_archive_of_the_school_keeps_who_has_which_id(@TempDir Path elsewhere) throws IOException {
        DossierId dossier = zoes();
        school.head.people().rename(OLD, NEW);
        school.head.people().release(OLD);
        school.head.people().setExternalIds(IdentifiedPerson.of(NEW, ExternalId.of("annuaire", "A-1")));
        KeptArchive archive = new KeptArchive();
        school.head.archives().organisation(archive);

        try (Portfolio copy = Portfolio.with(stores.open(elsewhere)).build()) {
            copy.as(Actor.system()).archives().importFrom(archive);
            assertThat(own(copy.as(Actor.of(NEW.value())), NEW)).containsExactly(dossier);
            Desk head = copy.as(Actor.of("proviseure"));
            assertThat(head.people().idChanges()).isEqualTo(school.head.people().idChanges());
            assertThat(head.people().externalIds(List.of(NEW))).containsKey(NEW);
            KeptArchive again = new KeptArchive();
            head.archives().organisation(again);
            assertThat(again.without(archive)).isEmpty();
        }
    }
}
