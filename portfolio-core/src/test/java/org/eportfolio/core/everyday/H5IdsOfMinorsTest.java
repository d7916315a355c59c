package org.eportfolio.core.everyday;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eportfolio.core.Refusals.refused;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.eportfolio.ConflictException;
import org.eportfolio.DeniedException;
import org.eportfolio.NotFoundException;
import org.eportfolio.PageRequest;
import org.eportfolio.PortfolioException;
import org.eportfolio.agenda.NoticeKind;
import org.eportfolio.core.Desk;
import org.eportfolio.core.KeptArchive;
import org.eportfolio.core.Portfolio;
import org.eportfolio.core.Story;
import org.eportfolio.core.VosReves;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.dossier.Production;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.Ref;
import org.eportfolio.school.Actor;
import org.eportfolio.school.IdChange;
import org.eportfolio.school.Members;
import org.eportfolio.school.NewGrant;
import org.eportfolio.school.Role;
import org.eportfolio.search.Found;
import org.eportfolio.search.FoundKind;
import org.eportfolio.search.SearchFilters;
import org.eportfolio.search.SearchRequest;
import org.eportfolio.spi.IndexedRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** H5: no account that changes, is joined or is given away opens one minor's dossier to another person. */
class H5IdsOfMinorsTest extends Story {
    private static final PersonId OLD = PersonId.of("zoe.qwerty");
    private static final PersonId NEW = PersonId.of("zoe.azerty");
    private static final PersonId SECOND = PersonId.of("zq-2027");
    private static final String RARE = "chryselephantine";

    private DossierId zoes() {
        school.head.cohorts().enrol(VosReves.CLASS, Members.learners(OLD.value()));
        DossierId dossier = school.as(OLD.value()).dossiers().open(school.sno);
        made(school.as(OLD.value()), dossier, "Statue " + RARE);
        return dossier;
    }

    private static Production made(Desk desk, DossierId dossier, String title) {
        return desk.productions().add(dossier, NewProduction.titled(title).showing("C3.1"));
    }

    private static List<Production> productions(Desk desk, DossierId dossier) {
        return desk.productions().list(dossier, PageRequest.first(20)).items();
    }

    private static List<Found> found(Desk desk, PersonId learner) {
        return desk.search()
                .find(RARE, SearchFilters.ALL.only(FoundKind.PRODUCTION).of(learner), SearchRequest.first(20))
                .items();
    }

    @Test
    void an_account_with_a_role_is_never_joined_with_one_that_has_a_dossier_nor_ones_own_with_any() {
        zoes();
        school.head.grants().give(NewGrant.of(SECOND, Role.TEACHER));
        for (PersonId staff : List.of(SECOND, PersonId.of("m.durand"))) {
            refused(
                    ConflictException.class,
                    "would be open to " + staff,
                    "s'ouvrirait à " + staff,
                    () -> school.head.people().merge(OLD, staff));
            refused(
                    ConflictException.class,
                    "would be open to " + staff,
                    "s'ouvrirait à " + staff,
                    () -> school.head.people().merge(staff, OLD));
        }
        PersonId head = PersonId.of("proviseure");
        refused(
                DeniedException.class,
                "another account with your own",
                "un autre compte avec le vôtre",
                () -> school.head.people().merge(SECOND, head));
        assertThatThrownBy(() -> school.head.people().merge(head, SECOND)).isInstanceOf(DeniedException.class);
        for (Desk other : List.of(school.durand, school.emma, school.as("nobody"))) {
            assertThatThrownBy(() -> other.people().rename(OLD, NEW)).isInstanceOf(DeniedException.class);
            assertThatThrownBy(() -> other.people().merge(SECOND, NEW)).isInstanceOf(DeniedException.class);
            assertThatThrownBy(() -> other.people().release(OLD)).isInstanceOf(DeniedException.class);
            assertThatThrownBy(() -> other.people().idChanges()).isInstanceOf(DeniedException.class);
        }
        assertThat(school.head.people().idChanges()).isEmpty();
    }

    @Test
    void the_erasure_of_an_ids_next_holder_leaves_what_the_teacher_has_who_had_it_first() {
        PersonId login = PersonId.of("m.durand");
        school.durand.notices().leaveOut(NoticeKind.FEEDBACK);
        school.head.people().rename(login, PersonId.of("durand.m"));
        assertThatThrownBy(() -> school.head.privacy().planErasure(login)).isInstanceOf(NotFoundException.class);
        school.head.people().release(login);
        school.head.cohorts().enrol(VosReves.CLASS, Members.learners(login.value()));
        made(school.as(login.value()), school.as(login.value()).dossiers().open(school.sno), "Affiche");

        school.head.privacy().erase(school.head.privacy().planErasure(login));

        Desk teacher = school.as("durand.m");
        made(school.emma, school.dossier, "Carte");
        assertThat(productions(teacher, school.dossier)).hasSize(1);
        assertThat(teacher.notices().preferences().leftOut()).containsExactly(NoticeKind.FEEDBACK);
        assertThat(school.head.journal().verify().faults()).isEmpty();
    }

    @Test
    void the_erasure_of_an_account_that_is_called_like_a_role_takes_no_ones_role() {
        for (String each : List.of("TEACHER", "HEAD")) {
            school.head.cohorts().enrol(VosReves.CLASS, Members.learners(each));
            school.as(each).dossiers().open(school.sno);
            school.head.privacy().erase(school.head.privacy().planErasure(PersonId.of(each)));
        }
        made(school.emma, school.dossier, "Carte");
        assertThat(productions(school.durand, school.dossier)).hasSize(1);
    }

    @Test
    void with_a_login_that_ended_nothing_opens_and_its_next_holder_begins_with_nothing() {
        DossierId dossier = zoes();
        Desk login = school.as(OLD.value());
        school.head.people().rename(OLD, NEW);
        assertThat(school.head.people().ended(List.of(OLD, NEW, SECOND))).containsExactly(OLD);
        nothingOpens(login, dossier);
        school.head.people().release(OLD);
        assertThat(school.head.people().ended(List.of(OLD, NEW))).isEmpty();
        nothingOpens(login, dossier);
        school.head.cohorts().enrol(VosReves.CLASS, Members.learners(OLD.value()));
        DossierId namesakes = login.dossiers().open(school.sno);
        made(login, namesakes, "Maquette");
        nothingOpens(login, dossier);
        nothingOpens(school.as(NEW.value()), namesakes);
        assertThat(found(school.durand, NEW)).hasSize(1);
        assertThat(found(school.durand, OLD)).isEmpty();
        assertThat(login.search().find(RARE).items()).isEmpty();
    }

    private static void nothingOpens(Desk desk, DossierId dossier) {
        List<Function<Desk, ?>> calls = List.of(
                each -> each.dossiers().get(dossier),
                each -> each.productions().list(dossier, PageRequest.first(9)),
                each -> each.assessments().list(dossier, PageRequest.first(9)),
                each -> each.home().of(dossier),
                each -> each.progress().of(dossier),
                each -> each.refs().open(Ref.of(dossier)),
                each -> made(each, dossier, "Pas à moi"));
        for (Function<Desk, ?> each : calls) {
            assertThatThrownBy(() -> each.apply(desk)).isInstanceOfAny(NotFoundException.class, DeniedException.class);
        }
    }

    @Test
    void a_key_of_a_call_is_the_persons_whatever_their_id_and_no_namesakes() {
        DossierId dossier = zoes();
        Production first = school.as(OLD.value()).once("k-1", "x", desk -> made(desk, dossier, "Une"));
        school.head.people().rename(OLD, NEW);
        Production again = school.as(NEW.value()).once("k-1", "x", desk -> made(desk, dossier, "Une"));
        assertThat(again.id()).isEqualTo(first.id());
        school.head.people().release(OLD);
        school.head.cohorts().enrol(VosReves.CLASS, Members.learners(OLD.value()));
        Desk namesake = school.as(OLD.value());
        DossierId namesakes = namesake.dossiers().open(school.sno);
        Production own = namesake.once("k-1", "x", desk -> made(desk, namesakes, "Une"));
        assertThat(own.id()).isNotEqualTo(first.id());
        assertThat(own.dossier()).isEqualTo(namesakes);
    }

    @Test
    void what_is_new_in_a_dossier_after_a_merger_goes_with_the_dossier_when_that_is_taken_back() {
        DossierId dossier = zoes();
        school.head.people().name(SECOND, "Zoé Qwerty");
        IdChange merged = school.head.people().merge(OLD, SECOND);
        Desk one = school.as(SECOND.value());
        one.home().visited(dossier, one.home().of(dossier).asOf());
        Production added = made(one, dossier, "Depuis");
        assertThat(one.home().of(dossier).since()).isNotNull();
        assertThat(productions(one, dossier)).extracting(Production::owner).containsOnly(SECOND);
        school.head.people().undo(merged.id());
        Desk first = school.as(OLD.value());
        assertThat(productions(first, dossier)).extracting(Production::owner).containsOnly(OLD);
        assertThat(productions(first, dossier)).extracting(Production::id).contains(added.id());
        nothingOpens(one, dossier);
        assertThat(school.head.safekeeping().check().sound()).isTrue();
    }

    @Test
    void search_follows_a_renaming_and_a_merger_and_an_erasure_after_them_leaves_no_word() {
        DossierId dossier = zoes();
        school.head.people().rename(OLD, NEW);
        assertThat(found(school.durand, NEW)).extracting(Found::learner).containsExactly(NEW);
        assertThat(found(school.durand, OLD)).isEmpty();
        school.head.people().name(SECOND, "Zoé Qwerty");
        school.head.people().merge(NEW, SECOND);
        made(school.as(SECOND.value()), dossier, "Encore " + RARE);
        assertThat(found(school.durand, SECOND)).hasSize(2);
        assertThat(school.head.safekeeping().check().storage()).isEmpty();
        school.head.safekeeping().reindex();
        assertThat(found(school.durand, SECOND)).hasSize(2);
        school.head.privacy().erase(school.head.privacy().planErasure(SECOND));
        assertThat(school.durand.search().find(RARE).items()).isEmpty();
        List<IndexedRow> left = school.store.read(view -> view.indexed(VosReves.scope(dossier)));
        assertThat(left).isEmpty();
        assertThat(school.head.people().idChanges()).isEmpty();
    }

    @Test
    void another_process_knows_at_once_that_a_login_ended() {
        DossierId dossier = zoes();
        Portfolio other = Portfolio.with(school.store).clock(school.clock).build();
        Desk there = other.as(Actor.of(OLD.value()));
        assertThat(productions(there, dossier)).hasSize(1);
        IdChange renamed = school.head.people().rename(OLD, NEW);
        nothingOpens(there, dossier);
        assertThatThrownBy(() -> made(there, dossier, "Trop tard")).isInstanceOf(PortfolioException.class);
        assertThat(productions(other.as(Actor.of(NEW.value())), dossier)).hasSize(1);
        school.head.people().undo(renamed.id());
        assertThat(productions(there, dossier)).hasSize(1);
    }

    @Test
    void calls_made_together_know_each_others_steps_and_an_undone_whole_leaves_none() {
        DossierId dossier = zoes();
        assertThatThrownBy(() -> school.head.together(joined -> {
                    joined.people().rename(OLD, NEW);
                    assertThat(joined.people().ended(List.of(OLD))).containsExactly(OLD);
                    joined.cohorts().enrol(VosReves.CLASS, Members.learners(OLD.value()));
                    return true;
                }))
                .isInstanceOf(ConflictException.class);
        assertThat(productions(school.as(OLD.value()), dossier)).hasSize(1);
        school.head.together(joined -> {
            joined.people().rename(OLD, NEW);
            joined.people().name(NEW, "Zoé Azerty");
            return true;
        });
        assertThat(school.head.people().named(List.of(NEW))).containsValue("Zoé Azerty");
        assertThat(productions(school.as(NEW.value()), dossier)).hasSize(1);
    }

    @Test
    void a_dossier_that_comes_in_under_a_released_id_is_refused_since_it_may_be_either_persons(@TempDir Path elsewhere)
            throws IOException {
        zoes();
        KeptArchive archive = new KeptArchive();
        try (VosReves there = VosReves.over(stores.open(elsewhere))) {
            there.head.cohorts().enrol(VosReves.CLASS, Members.learners(OLD.value()));
            DossierId theirs = there.as(OLD.value()).dossiers().open(there.sno);
            there.head.archives().dossier(theirs, archive);
        }
        school.head.people().rename(OLD, NEW);
        IdChange released = school.head.people().release(OLD);
        refused(
                ConflictException.class,
                "does not say whose dossier it is",
                "ne dit pas de qui est ce dossier",
                () -> school.head.archives().importFrom(archive));
        school.head.people().undo(released.id());
        assertThat(school.head.archives().importFrom(archive)).isNotNull();
        assertThat(school.head.dossiers().earlier(NEW)).hasSize(1);
    }
}
