package org.eportfolio.core.everyday;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eportfolio.core.Refusals.refused;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.eportfolio.ConflictException;
import org.eportfolio.DeniedException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.NotFoundException;
import org.eportfolio.PageRequest;
import org.eportfolio.PluginException;
import org.eportfolio.access.AccessPolicy;
import org.eportfolio.access.AccessStep;
import org.eportfolio.access.DossierReading;
import org.eportfolio.access.HostService;
import org.eportfolio.access.Permission;
import org.eportfolio.access.Reader;
import org.eportfolio.assessment.Embargo;
import org.eportfolio.assessment.NewSelfAssessment;
import org.eportfolio.core.Desk;
import org.eportfolio.core.InMemoryStore;
import org.eportfolio.core.OverBothStores;
import org.eportfolio.core.PassingStore;
import org.eportfolio.core.Portfolio;
import org.eportfolio.core.Stores;
import org.eportfolio.core.VosReves;
import org.eportfolio.core.internal.kind.SchoolKinds;
import org.eportfolio.core.internal.work.Engine;
import org.eportfolio.dossier.LearnerStatus;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.id.MembershipId;
import org.eportfolio.id.PersonId;
import org.eportfolio.journal.Cursor;
import org.eportfolio.journal.JournalEntry;
import org.eportfolio.privacy.NoticeAudience;
import org.eportfolio.privacy.PrivacyDocument;
import org.eportfolio.privacy.ProcessingRegister;
import org.eportfolio.school.Actor;
import org.eportfolio.school.Members;
import org.eportfolio.school.Membership;
import org.eportfolio.school.NewGrant;
import org.eportfolio.school.Period;
import org.eportfolio.school.Reach;
import org.eportfolio.school.Role;
import org.eportfolio.showcase.NewShowcase;
import org.eportfolio.spi.Scope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** H10, « my nightly job » : a named service with a stated purpose; never a person's. */
@OverBothStores
class H10ServiceTest {
    private static final HostService DIGEST = HostService.named("nightly-digest", "Envoie le soir ce qui attend")
            .may(Permission.READ_COHORT, Permission.READ_NAMES, Permission.READ_PROGRESS, Permission.READ_SHOWCASE);
    private static final HostService ROSTER = HostService.named("roster", "Tient les classes à jour")
            .may(Permission.MANAGE_COHORTS, Permission.OPEN_DOSSIER, Permission.NAME_PEOPLE);
    private static final HostService NAMING = HostService.named("naming", "Rend compte à l'entrepôt de traces")
            .may(Permission.READ_JOURNAL, Permission.NAME_ACTORS);
    private static final HostService IDLE = HostService.named("idle", "Ne fait rien encore");
    private static final PersonId ID = PersonId.of("service:nightly-digest");

    @Parameter
    @SuppressWarnings("NullAway.Init")
    Stores stores;

    @TempDir
    Path folder = Path.of("");

    private final AtomicReference<AccessPolicy> policy = new AtomicReference<>(question -> Optional.empty());

    @SuppressWarnings("NullAway.Init")
    private VosReves school;

    @BeforeEach
    void theHostDeclaresItsServices() {
        school = VosReves.over(
                stores.open(folder),
                options -> options.readingsKept(6)
                        .service(ROSTER)
                        .service(DIGEST)
                        .service(IDLE)
                        .service(NAMING)
                        .accessPolicy(question -> policy.get().veto(question)));
    }

    @AfterEach
    void theSchoolIsSoundAndCloses() {
        assertThat(school.head.journal().verify().faults()).isEmpty();
        assertThat(school.head.safekeeping().check().sound()).isTrue();
        school.close();
    }

    private Desk digest() {
        return school.portfolio.asService("nightly-digest");
    }

    @Test
    void it_reads_what_it_was_declared_with_and_nothing_else() {
        school.positioned(school.durand, "C3.1", "acquis");
        assertThat(digest().progress().of(school.dossier).gaps()).isNotNull();
        assertThat(digest().progress().matrix(school.cohort).lines()).hasSize(4);
        assertThat(digest().cohorts().list(PageRequest.first(10)).items()).hasSize(1);
        assertThat(digest().people().named(List.of(PersonId.of("emma")))).hasSize(1);
        refused(
                DeniedException.class,
                "nightly-digest was not declared",
                "nightly-digest n'a pas été déclaré",
                () -> digest().productions().list(school.dossier, PageRequest.first(10)));
        refused(
                DeniedException.class,
                "was not declared",
                "n'a pas été déclaré",
                () -> digest().cohorts().enrol("Autre", Members.learners("zoe")));
        assertThatThrownBy(() -> digest().privacy().planErasure(PersonId.of("emma")))
                .isInstanceOf(DeniedException.class);
    }

    @Test
    void it_writes_where_it_may_and_the_journal_names_it() {
        Desk roster = school.portfolio.asService("roster");
        Cursor before = school.head.changes().after(Cursor.START, 1_000).next();
        roster.cohorts().enrol(VosReves.CLASS, Members.learners("zoe"));
        roster.dossiers().open(PersonId.of("zoe"), school.sno, LearnerStatus.SCHOOL);
        roster.people().name(PersonId.of("zoe"), "Zoé");
        List<JournalEntry> entries = school.head.changes().after(before, 100).entries();
        assertThat(entries).hasSize(4);
        assertThat(entries).extracting(JournalEntry::service).containsOnly("roster");
        assertThat(entries).extracting(JournalEntry::role).containsOnly(Role.SERVICE);
        assertThat(entries).extracting(JournalEntry::alias).containsOnlyNulls();
        assertThatThrownBy(() -> roster.progress().of(school.dossier)).isInstanceOf(DeniedException.class);
        assertThatThrownBy(() -> roster.grants().give(NewGrant.of("zoe", Role.HEAD)))
                .isInstanceOf(DeniedException.class);
    }

    @Test
    void drafts_unpublished_texts_and_embargoed_levels_stay_hidden() {
        school.emma.assessments().draft(school.dossier, NewSelfAssessment.of("C3.1", "acquis"));
        school.emma.showcases().begin(school.dossier, NewShowcase.titled("Mon année"));
        assertThat(digest().showcases()
                        .list(school.dossier, PageRequest.first(10))
                        .items())
                .isEmpty();
        assertThatThrownBy(() -> digest().assessments().drafts(school.dossier, PageRequest.first(10)))
                .isInstanceOf(DeniedException.class);
        Embargo embargo = school.head.embargoes().declare(school.cohort, VosReves.TODAY.plusDays(20));
        school.positioned(school.durand, "C3.2", "acquis");
        assertThat(digest().assessments()
                        .list(school.dossier, PageRequest.first(10))
                        .items())
                .isEmpty();
        school.head.embargoes().lift(embargo);
        assertThat(digest().assessments()
                        .list(school.dossier, PageRequest.first(10))
                        .items())
                .hasSize(1);
    }

    @Test
    void what_is_for_people_cannot_be_declared() {
        for (Permission each : Permission.values()) {
            if (HostService.POSSIBLE.contains(each)) continue;
            assertThatThrownBy(() -> HostService.named("job", "Un travail").may(each))
                    .as(each.name())
                    .isInstanceOf(InvalidInputException.class);
        }
        assertThat(HostService.POSSIBLE)
                .doesNotContain(
                        Permission.SELF_ASSESS,
                        Permission.READ_REFLECTION,
                        Permission.READ_REVIEWS,
                        Permission.MODERATE_REVIEWS,
                        Permission.KEEP_STAFF_NOTE,
                        Permission.READ_INTERVIEW_NOTE,
                        Permission.READ_ADAPTATION,
                        Permission.GRANT_ROLES,
                        Permission.PLAN_ERASURE,
                        Permission.ERASE)
                .noneMatch(each -> each.access() == Permission.Access.JUDGES);
        refused(
                InvalidInputException.class,
                "a service cannot have",
                "un service ne peut avoir",
                () -> HostService.named("job", "Un travail").may(Permission.ERASE));
        for (String wrong : List.of("", "Job", "a b", "é", "-a", "a".repeat(41))) {
            assertThatThrownBy(() -> HostService.named(wrong, "Un travail")).isInstanceOf(InvalidInputException.class);
        }
        for (String wrong : List.of("", "  ", "a\u0000", "x".repeat(501))) {
            assertThatThrownBy(() -> HostService.named("job", wrong)).isInstanceOf(InvalidInputException.class);
        }
    }

    @Test
    void the_hosts_policy_narrows_it() {
        policy.set(question -> question.actor().equals(ID) && question.permission() == Permission.READ_PROGRESS
                ? Optional.of("Pas la nuit.")
                : Optional.empty());
        refused(
                DeniedException.class,
                "Pas la nuit",
                "Pas la nuit",
                () -> digest().progress().of(school.dossier));
        assertThat(digest().progress().matrix(school.cohort, school.sno).lines())
                .allSatisfy(line -> assertThat(line.dossier()).isNull());
    }

    @Test
    void the_learner_sees_it_among_those_who_can_read() {
        List<Reader> services = school.emma.access().whoCanRead(school.dossier).stream()
                .filter(each -> each.path().role() == Role.SERVICE)
                .toList();
        assertThat(services).singleElement().satisfies(each -> {
            assertThat(each.person()).isEqualTo(ID);
            assertThat(each.permissions()).containsExactly(Permission.READ_PROGRESS, Permission.READ_SHOWCASE);
            assertThat(each.path().steps())
                    .containsExactly(new AccessStep.Declared("nightly-digest", "Envoie le soir ce qui attend"));
            assertThat(each.path().steps().get(0).message().in(Locale.FRENCH)).contains("nightly-digest");
        });
        policy.set(question -> question.role() == Role.SERVICE ? Optional.of("Non.") : Optional.empty());
        assertThat(school.emma.access().whoCanRead(school.dossier))
                .noneMatch(each -> each.path().role() == Role.SERVICE);
    }

    @Test
    void what_it_read_is_logged_as_its_reading_and_shown_to_the_learner() {
        digest().progress().of(school.dossier);
        assertThat(school.emma
                        .access()
                        .readers(school.dossier, PageRequest.newest(10))
                        .items())
                .containsExactly(
                        new DossierReading(school.dossier, ID, Role.SERVICE, VosReves.BEGINNING, "dossier", null));
    }

    @Test
    void it_stands_in_the_register_and_in_the_notice_with_its_purpose() {
        ProcessingRegister register = school.head.privacy().register();
        assertThat(register.services())
                .extracting(HostService::name)
                .containsExactly("idle", "naming", "nightly-digest", "roster");
        assertThat(register.document(Locale.FRENCH))
                .contains("nightly-digest", "Envoie le soir ce qui attend", "Tient les classes à jour");
        String notice = text(school.head.privacy().notices(NoticeAudience.LEARNER, Locale.FRENCH));
        assertThat(notice)
                .contains("nightly-digest", "Envoie le soir ce qui attend")
                .doesNotContain("roster");
        try (VosReves without = VosReves.over(new InMemoryStore())) {
            assertThat(without.head.privacy().register().version()).isNotEqualTo(register.version());
            assertThat(without.head.privacy().register().document(Locale.ENGLISH))
                    .doesNotContain("Services");
        }
    }

    private static String text(PrivacyDocument document) {
        return document.markdown();
    }

    @Test
    void why_it_may_can_be_asked() {
        Reach object = new Reach.OfDossier(school.dossier);
        assertThat(school.head
                        .access()
                        .why(Actor.service("nightly-digest"), Permission.READ_PROGRESS, object)
                        .allowed())
                .isTrue();
        assertThat(school.head
                        .access()
                        .why(Actor.service("nightly-digest"), Permission.READ_PRODUCTION, object)
                        .reason()
                        .in(Locale.ENGLISH))
                .contains("not declared");
        assertThatThrownBy(() -> school.head.access().why(Actor.service("other"), Permission.READ_PROGRESS, object))
                .isInstanceOf(NotFoundException.class);
        assertThat(digest().me().may(object).held())
                .containsExactlyInAnyOrder(Permission.READ_PROGRESS, Permission.READ_SHOWCASE);
    }

    @Test
    void it_is_no_person() {
        assertThatThrownBy(() -> digest().me().get()).isInstanceOf(DeniedException.class);
        assertThatThrownBy(() -> school.portfolio.asService("roster").dossiers().open(school.sno))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> school.as(ID.value()).progress().of(school.dossier))
                .as("its id as a person's holds nothing")
                .isInstanceOf(NotFoundException.class);
        refused(
                InvalidInputException.class,
                "names a service of the host",
                "désigne un service de l'hôte",
                () -> school.head.grants().give(NewGrant.of(ID, Role.TEACHER)));
        refused(
                InvalidInputException.class,
                "cannot be given",
                "ne se donne pas",
                () -> school.head.grants().give(NewGrant.of("quelqu'un", Role.SERVICE)));
        List<ThrowingCallable> asAPerson = List.of(
                () -> school.head.cohorts().enrol(VosReves.CLASS, Members.learners(ID.value())),
                () -> school.head.cohorts().enrol(VosReves.CLASS, Members.teachers(ID.value())),
                () -> school.head.cohorts().enrol(VosReves.CLASS, Members.of(Role.SERVICE, "x")),
                () -> school.head.dossiers().open(ID, school.sno, LearnerStatus.SCHOOL),
                () -> school.head.people().name(ID, "Un robot"));
        asAPerson.forEach(each -> assertThatThrownBy(each).isInstanceOf(InvalidInputException.class));
        assertThatThrownBy(() -> school.head.privacy().planErasure(ID)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> Actor.service("roster").acting(Role.HEAD)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> school.portfolio
                        .as(Actor.of("emma").acting(Role.SERVICE))
                        .progress()
                        .of(school.dossier))
                .isInstanceOf(DeniedException.class);
    }

    @Test
    void an_undeclared_one_is_not_found_and_a_name_is_declared_once() {
        refused(NotFoundException.class, "service", "service", () -> school.portfolio.asService("other"));
        assertThatThrownBy(() -> Portfolio.with(new InMemoryStore())
                        .service(IDLE)
                        .service(NAMING)
                        .service(IDLE)
                        .service(NAMING)
                        .build())
                .isInstanceOf(PluginException.class)
                .hasMessageContaining("idle");
    }

    @Test
    void an_id_that_is_a_persons_here_is_refused_when_the_portfolio_is_built() {
        InMemoryStore store = new InMemoryStore();
        try (VosReves earlier = VosReves.over(store)) {
            EarlierPeople.enrol(earlier, "service:idle");
            assertThatThrownBy(() -> Portfolio.with(new Kept(store))
                            .clock(earlier.clock)
                            .service(IDLE)
                            .service(NAMING)
                            .build())
                    .isInstanceOf(ConflictException.class)
                    .hasMessageContaining("service:idle");
        }
    }

    /** Not closed by a build that fails. */
    private static final class Kept extends PassingStore {
        Kept(InMemoryStore store) {
            super(store);
        }

        @Override
        public void close() {}
    }

    /** Writes a membership that today's desks refuse. */
    private static final class EarlierPeople {
        static void enrol(VosReves school, String id) {
            new Engine(school.store, school.clock, question -> Optional.empty()).write(Scope.ORGANISATION, work -> {
                work.put(
                        SchoolKinds.MEMBERSHIP,
                        new Membership(
                                new MembershipId(work.newId()),
                                school.cohort,
                                PersonId.of(id),
                                Period.since(work.now()),
                                null));
                work.journal("cohort.enrolled", null, null);
                return true;
            });
        }
    }

    @Test
    void what_it_does_under_a_key_is_done_once() {
        Desk roster = school.portfolio.asService("roster");
        for (int i = 0; i < 2; i++) {
            roster.once("2026-09-07", "zoe", desk -> desk.cohorts().enrol(VosReves.CLASS, Members.learners("zoe")));
        }
        assertThat(school.head.changes().after(Cursor.START, 1_000).entries().stream()
                        .filter(each -> each.service() != null)
                        .collect(Collectors.toList()))
                .hasSize(1);
        school.emma.productions().add(school.dossier, NewProduction.titled("Carte"));
    }

    @Test
    void only_a_service_that_was_declared_to_names_who_acted_and_never_a_reviewer() throws Exception {
        school.emma
                .productions()
                .add(school.dossier, NewProduction.titled("Affiche").showing("C3.1"));
        school.positioned(school.durand, "C3.1", "acquis");
        List<JournalEntry> entries =
                school.head.changes().after(Cursor.START, 1_000).entries();
        Desk naming = school.portfolio.asService("naming");
        Map<UUID, PersonId> actors = naming.changes().actors(entries);
        assertThat(actors).containsValues(PersonId.of("emma"), PersonId.of("m.durand"));
        refused(
                DeniedException.class,
                "nightly-digest was not declared",
                "nightly-digest n'a pas été déclaré",
                () -> digest().changes().actors(entries));
        assertThatThrownBy(() -> school.head.changes().actors(entries)).isInstanceOf(DeniedException.class);
        assertThatThrownBy(() -> school.emma.changes().actors(entries)).isInstanceOf(DeniedException.class);
        assertThat(school.head.privacy().register().document(Locale.FRENCH))
                .contains("Rend compte à l'entrepôt", "dire dans le flux des changements qui a agi");

        JournalEntry own = entries.stream()
                .filter(each -> each.act().equals("production.added"))
                .findFirst()
                .orElseThrow();
        JournalEntry inOrganisation = new JournalEntry(
                new UUID(0, 0), 1, own.change(), own.at(), own.alias(), Role.LEARNER, "review.drafted", List.of());
        assertThat(naming.changes().actors(List.of(inOrganisation))).isEmpty();
        assertThat(naming.changes().actors(List.of(own, inOrganisation))).isEmpty();
        assertThat(naming.changes().actors(List.of(own))).containsValue(PersonId.of("emma"));
    }
}
