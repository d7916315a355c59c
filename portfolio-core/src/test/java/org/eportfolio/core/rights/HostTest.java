package org.eportfolio.core.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eportfolio.school.Members.learners;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.eportfolio.DeniedException;
import org.eportfolio.PageRequest;
import org.eportfolio.PluginException;
import org.eportfolio.access.AccessPolicy;
import org.eportfolio.access.Permission;
import org.eportfolio.assessment.NewClassEntry;
import org.eportfolio.core.OverBothStores;
import org.eportfolio.core.PassingStore;
import org.eportfolio.core.Stores;
import org.eportfolio.core.VosReves;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.dossier.Production;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Actor;
import org.eportfolio.school.NewGrant;
import org.eportfolio.school.Role;
import org.eportfolio.spi.Change;
import org.eportfolio.spi.Directory;
import org.eportfolio.spi.PortfolioStore;
import org.eportfolio.spi.View;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** What the host contributes: the first administrator, an access policy, a directory. */
@OverBothStores
class HostTest {
    @Parameter
    @SuppressWarnings("NullAway.Init")
    Stores stores;

    @TempDir
    java.nio.file.Path folder;

    private final AtomicReference<AccessPolicy> policy = new AtomicReference<>(question -> Optional.empty());
    private final AtomicReference<Directory> directory = new AtomicReference<>(person -> Optional.empty());
    private DepthCounting store;
    private VosReves school;

    @BeforeEach
    void begin() {
        store = new DepthCounting(stores.open(folder));
        school = VosReves.over(
                store,
                builder -> builder.accessPolicy(
                                question -> Objects.requireNonNull(policy.get()).veto(question))
                        .directory(person ->
                                Objects.requireNonNull(directory.get()).nameOf(person)));
    }

    @AfterEach
    void end() {
        school.close();
    }

    @Test
    void the_first_administrator_is_named_once_and_naming_the_same_again_is_harmless() {
        long before = school.journalLength();
        assertThat(school.portfolio
                        .setUp("proviseure")
                        .cohorts()
                        .list(PageRequest.first(100))
                        .items())
                .hasSize(1);
        assertThat(school.journalLength()).isEqualTo(before);
        assertThatThrownBy(() -> school.portfolio.setUp("intrus")).isInstanceOf(DeniedException.class);
        assertThat(school.portfolio.administrator()).contains(PersonId.of("proviseure"));
    }

    @Test
    void the_systems_one_act_is_journalled_without_a_person() {
        var founding = school.head
                .changes()
                .after(org.eportfolio.journal.Cursor.START, 1)
                .entries()
                .get(0);
        assertThat(founding.act()).isEqualTo("organisation.founded");
        assertThat(founding.alias()).isNull();
        assertThat(founding.role()).isNull();
        assertThatThrownBy(() -> Actor.system().acting(Role.HEAD)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void the_hosts_policy_may_veto_with_a_reason_and_nothing_is_written() {
        long before = school.journalLength();
        policy.set(question -> question.permission() == Permission.KEEP_PRODUCTION
                ? Optional.of("Le serveur est en lecture seule ce soir.")
                : Optional.empty());
        assertThatThrownBy(school::mindMap)
                .isInstanceOf(DeniedException.class)
                .hasMessageContaining("lecture seule ce soir");
        assertThat(school.journalLength()).isEqualTo(before);
        assertThat(school.emma
                        .productions()
                        .list(school.dossier, PageRequest.first(10))
                        .items())
                .isEmpty();
    }

    @Test
    void the_hosts_policy_is_told_who_in_which_role_wants_what_where() {
        List<AccessPolicy.Question> asked = Collections.synchronizedList(new ArrayList<>());
        policy.set(question -> {
            asked.add(question);
            return Optional.empty();
        });
        school.durand.progress().of(school.dossier);
        assertThat(asked)
                .containsExactly(new AccessPolicy.Question(
                        PersonId.of("m.durand"), Role.TEACHER, Permission.READ_PROGRESS, school.dossier));
    }

    @Test
    void the_hosts_policy_can_never_allow_what_the_library_refuses() {
        policy.set(question -> {
            throw new AssertionError("asked about something that the gate refused");
        });
        assertThatThrownBy(() -> school.as("passant").progress().of(school.dossier))
                .isInstanceOf(org.eportfolio.NotFoundException.class);
    }

    @Test
    void a_policy_that_fails_refuses_the_call_and_is_named() {
        long before = school.journalLength();
        policy.set(question -> {
            throw new IllegalStateException("annuaire injoignable");
        });
        assertThatThrownBy(school::mindMap)
                .isInstanceOfSatisfying(
                        PluginException.class, e -> assertThat(e.plugin()).isEqualTo("AccessPolicy"))
                .hasMessageContaining("annuaire injoignable");
        policy.set(question -> nothing());
        assertThatThrownBy(school::mindMap).isInstanceOf(PluginException.class);
        assertThat(school.journalLength()).isEqualTo(before);
    }

    @Test
    void host_code_is_never_called_while_a_connection_is_held() {
        List<Integer> depths = Collections.synchronizedList(new ArrayList<>());
        policy.set(question -> {
            depths.add(store.depth());
            return Optional.empty();
        });
        directory.set(person -> {
            depths.add(store.depth());
            return Optional.of("Quelqu'un");
        });
        Production map = school.emma
                .productions()
                .add(
                        school.dossier,
                        NewProduction.titled("Carte")
                                .attaching(org.eportfolio.dossier.NewAttachment.of("a.txt", "text/plain", () -> {
                                    depths.add(store.depth());
                                    return new java.io.ByteArrayInputStream(new byte[] {1});
                                })));
        school.emma.together(desk -> {
            desk.productions().revise(map, NewProduction.titled("Carte 2"));
            return desk.progress().of(school.dossier);
        });
        school.durand.progress().matrix(school.cohort);
        school.durand
                .assessments()
                .positionClass(NewClassEntry.of(school.cohort, "C1.1", "acquis")
                        .because("TP")
                        .absent("lina", "yanis"));
        school.durand.people().named(List.of(PersonId.of("emma")));
        school.head.journal().verify();
        assertThat(depths).hasSizeGreaterThan(8).containsOnly(0);
    }

    @Test
    void names_come_from_the_directory_else_from_here_else_the_id_stands() {
        school.head.people().name(PersonId.of("emma"), "Emma Petit-Jean");
        school.head.people().name(PersonId.of("malo"), "Malo, nom local");
        directory.set(person -> person.value().equals("malo") ? Optional.of("Malo Le Goff") : Optional.empty());
        Map<PersonId, String> names =
                school.durand.people().named(List.of(PersonId.of("malo"), PersonId.of("emma"), PersonId.of("lina")));
        assertThat(names)
                .containsExactly(
                        Map.entry(PersonId.of("malo"), "Malo Le Goff"),
                        Map.entry(PersonId.of("emma"), "Emma Petit-Jean"),
                        Map.entry(PersonId.of("lina"), "lina"));
    }

    @Test
    void a_name_given_again_replaces_the_one_before() {
        school.head.people().name(PersonId.of("emma"), "Emma");
        school.head.people().name(PersonId.of("emma"), "Emma P.");
        long before = school.journalLength();
        school.head.people().name(PersonId.of("emma"), "Emma P.");
        assertThat(school.journalLength()).isEqualTo(before);
        assertThat(school.emma.people().named(List.of(PersonId.of("emma"))))
                .containsEntry(PersonId.of("emma"), "Emma P.");
    }

    @Test
    void somebody_of_another_class_is_called_by_their_id() {
        school.head.cohorts().enrol("CS SNO 2025", learners("zoe"));
        school.head.people().name(PersonId.of("zoe"), "Zoé Martin");
        directory.set(person -> Optional.of("Nom de l'annuaire"));
        assertThat(school.emma.people().named(List.of(PersonId.of("zoe")))).containsEntry(PersonId.of("zoe"), "zoe");
        assertThat(school.emma.people().named(List.of(PersonId.of("malo"))))
                .containsEntry(PersonId.of("malo"), "Nom de l'annuaire");
    }

    @Test
    void a_directory_that_fails_is_named() {
        directory.set(person -> {
            throw new IllegalStateException("LDAP");
        });
        assertThatThrownBy(() -> school.durand.people().named(List.of(PersonId.of("emma"))))
                .isInstanceOf(PluginException.class)
                .hasMessageContaining("LDAP");
        directory.set(person -> nothing());
        assertThatThrownBy(() -> school.durand.people().named(List.of(PersonId.of("emma"))))
                .isInstanceOf(PluginException.class);
    }

    @Test
    void a_former_learner_with_a_staff_role_does_not_judge_themselves() {
        school.head.cohorts().leave(school.cohort, PersonId.of("emma"));
        school.head.grants().give(NewGrant.of("emma", Role.TEACHER));
        assertThatThrownBy(() -> school.positioned(school.emma, "C1.1", "maitrise"))
                .isInstanceOf(DeniedException.class);
    }

    /** What a host not written with care gives back. */
    @SuppressWarnings({"NullAway", "OptionalAssignedToNull"})
    private static Optional<String> nothing() {
        return null;
    }

    /** Knows on each thread how many readings are open. */
    private static final class DepthCounting extends PassingStore {
        private final ThreadLocal<Integer> depth = ThreadLocal.withInitial(() -> 0);

        DepthCounting(PortfolioStore kept) {
            super(kept);
        }

        int depth() {
            return depth.get();
        }

        private void deeper(int by) {
            depth.set(depth.get() + by);
        }

        @Override
        public <T> T read(Function<? super View, ? extends T> work) {
            deeper(1);
            try {
                return sound.<T>read(work);
            } finally {
                deeper(-1);
            }
        }

        @Override
        public void commit(Change change) {
            deeper(1);
            try {
                sound.commit(change);
            } finally {
                deeper(-1);
            }
        }
    }
}
