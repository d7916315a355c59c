package org.eportfolio.core.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eportfolio.core.Refusals.refused;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eportfolio.DeniedException;
import org.eportfolio.NotFoundException;
import org.eportfolio.PageRequest;
import org.eportfolio.core.Desk;
import org.eportfolio.core.Given;
import org.eportfolio.core.InMemoryStore;
import org.eportfolio.core.KeptArchive;
import org.eportfolio.core.Story;
import org.eportfolio.core.VosReves;
import org.eportfolio.dossier.Citation;
import org.eportfolio.dossier.GroupProduction;
import org.eportfolio.dossier.NewGroup;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.dossier.Production;
import org.eportfolio.guidance.Goal;
import org.eportfolio.id.AuthorisationId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.GoalId;
import org.eportfolio.id.GroupId;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.ProductionId;
import org.eportfolio.id.ReflectionId;
import org.eportfolio.id.StaffNoteId;
import org.eportfolio.privacy.ExportedRecord;
import org.eportfolio.reflection.Authorisation;
import org.eportfolio.reflection.Reflection;
import org.eportfolio.reflection.StaffNote;
import org.eportfolio.reflection.Subject;
import org.eportfolio.spi.Entry;
import org.eportfolio.spi.Head;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * H15, « histoire venue d'ailleurs »: a dossier from another school, where Malo and Lina are other people than here, is written
 * to by no call, and leads to none of the people here but its learner.
 */
class HistoryStaysAsItCameTest extends Story {
    private static final PageRequest ALL = PageRequest.first(100);

    /** What takes back what was allowed, and what the head does for a reason. */
    private static final Set<String> STILL_WRITTEN =
            Set.of("authorisation.withdrawn", "link.revoked", "access.opened-for-reason", "access.ended-early");

    /** Of the other school. */
    private DossierId arrived;

    private Production map;
    private Reflection reflection;
    private StaffNote note;
    private Goal goal;
    private GroupProduction withMalo;
    private GroupProduction invitingLina;
    private Authorisation emmas;
    private Authorisation malos;

    @BeforeEach
    void emma_brings_a_dossier_from_elsewhere() throws IOException {
        KeptArchive archive = new KeptArchive();
        try (VosReves elsewhere = VosReves.over(new InMemoryStore())) {
            arrived = elsewhere.dossier;
            map = elsewhere.mindMap();
            reflection = elsewhere.emma.reflections().share(arrived, Given.INSTALLING);
            note = elsewhere.durand.feedback().note(Subject.of(map), "NOTE-D-AILLEURS");
            goal = elsewhere.emma.goals().set(arrived, CallArguments.goal());
            Production site = elsewhere.madeTogether();
            withMalo = elsewhere
                    .emma
                    .groups()
                    .get(elsewhere
                            .malo
                            .groups()
                            .of(elsewhere.malos, ALL)
                            .items()
                            .get(0)
                            .group());
            assertThat(withMalo.production()).isEqualTo(site.id());
            invitingLina = elsewhere
                    .emma
                    .groups()
                    .start(arrived, NewGroup.of(NewProduction.titled("Affiche")).with("lina"));
            emmas = elsewhere.durand.authorisations().request(arrived, CallArguments.authorising("emma"));
            malos = elsewhere.durand.authorisations().request(arrived, CallArguments.authorising("malo"));
            elsewhere.head.archives().dossier(arrived, archive);
        }
        school.head.archives().importFrom(archive);
    }

    @AfterEach
    void the_school_is_sound() {
        assertThat(school.head.journal().verify().faults()).isEmpty();
        assertThat(school.head.safekeeping().check().sound()).isTrue();
    }

    @Test
    void what_came_from_elsewhere_asks_invites_and_is_told_to_its_learner_alone() {
        assertThat(school.malo.authorisations().mine(ALL).items()).isEmpty();
        assertThat(school.as("lina").groups().invitations()).isEmpty();
        assertThat(school.emma.authorisations().mine(ALL).items())
                .extracting(Authorisation::id)
                .containsExactly(emmas.id());
        for (String other : List.of("malo", "lina", "m.durand")) {
            assertThat(exported(other)).as(other).noneMatch(each -> each.scope().equals(arrived.value()));
        }
        assertThat(exported("emma")).anyMatch(each -> each.scope().equals(arrived.value()));
    }

    private List<ExportedRecord> exported(String person) {
        List<ExportedRecord> all = new ArrayList<>();
        school.as(person).privacy().export(PersonId.of(person), Locale.FRENCH).forEach(all::add);
        return all;
    }

    @Test
    void only_its_learner_answers_in_it_for_themselves() {
        assertThatThrownBy(() -> school.malo.authorisations().withdraw(arrived, malos.id()))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> school.malo.authorisations().get(arrived, malos.id()))
                .isInstanceOf(NotFoundException.class);
        assertThat(school.emma.authorisations().withdraw(arrived, emmas.id()).withdrawal())
                .isNotNull();
    }

    @Test
    void nobody_signs_notes_or_declines_in_it() {
        assertThat(school.durand.feedback().notes(Subject.of(map), ALL).items())
                .extracting(StaffNote::text)
                .containsExactly("NOTE-D-AILLEURS");
        historyRefuses(() -> school.durand.feedback().note(Subject.of(map), "Ici."));
        historyRefuses(() -> school.emma.authorisations().give(arrived, emmas.id()));
        historyRefuses(() -> school.as("lina").groups().decline(invitingLina.id()));
        historyRefuses(() -> school.as("lina")
                .groups()
                .accept(invitingLina.id(), school.as("lina").dossiers().open(school.sno)));
        historyRefuses(() -> school.emma.groups().invite(invitingLina.id(), PersonId.of("yanis")));
        historyRefuses(() -> school.emma
                .goals()
                .claim(school.emma.goals().set(school.dossier, CallArguments.goal()), "Fait.", Citation.of(map)));
    }

    private static void historyRefuses(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        refused(DeniedException.class, "came from another school", "vient d'un autre établissement", call);
    }

    @Test
    void no_call_of_any_desk_writes_into_it_but_what_takes_back() {
        CallArguments arguments = ofWhatArrived();
        int made = 0;
        List<String> answered = new ArrayList<>();
        for (Map.Entry<Method, Method> each : AccessMatrix.calls().entrySet()) {
            for (String actor : List.of("emma", "malo", "lina", "m.durand", "proviseure")) {
                Head before = head();
                if (made(each.getValue(), each.getKey(), school.as(actor), arguments))
                    answered.add(each.getKey().getName());
                made++;
                for (Entry written : since(before)) {
                    assertThat(STILL_WRITTEN)
                            .as(actor + " " + AccessMatrix.name(each.getValue(), each.getKey()) + ": " + written.body())
                            .anyMatch(act -> written.body().contains(act));
                }
            }
        }
        assertThat(made).isGreaterThan(1_000);
        assertThat(answered).contains("notes", "list", "withdraw");
    }

    private CallArguments ofWhatArrived() {
        CallArguments arguments = new CallArguments(school);
        arguments.know(Path.class, folder.resolve("backup"));
        arguments.know(DossierId.class, arrived);
        arguments.know(ProductionId.class, map.id());
        arguments.know(Production.class, map);
        arguments.know(Subject.class, Subject.of(map));
        arguments.know(StaffNoteId.class, note.id());
        arguments.know(Reflection.class, reflection);
        arguments.know(ReflectionId.class, reflection.id());
        arguments.know(Goal.class, goal);
        arguments.know(GoalId.class, goal.id());
        arguments.know(GroupId.class, withMalo.id());
        arguments.know(AuthorisationId.class, malos.id());
        arguments.know(PersonId.class, PersonId.of("yanis"));
        arguments.know(Citation[].class, new Citation[] {Citation.of(map)});
        return arguments;
    }

    private Head head() {
        return school.store.read(view -> view.head(VosReves.scope(arrived)));
    }

    private List<Entry> since(Head before) {
        return school.store.read(view -> view.entries(VosReves.scope(arrived), before.length(), 100));
    }

    /** Whether it was answered; a call whose arguments this test knows nothing of is not made. */
    private static boolean made(Method door, Method call, Desk actor, CallArguments arguments) {
        Object[] given;
        try {
            given = arguments.of(call);
        } catch (AssertionError unknown) {
            return false;
        }
        try {
            call.invoke(door.invoke(actor), given);
            return true;
        } catch (InvocationTargetException refused) {
            return false;
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
