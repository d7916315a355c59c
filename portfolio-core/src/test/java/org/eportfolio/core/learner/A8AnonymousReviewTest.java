package org.eportfolio.core.learner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eportfolio.PageRequest;
import org.eportfolio.PortfolioException;
import org.eportfolio.access.Reader;
import org.eportfolio.archive.ArchiveSink;
import org.eportfolio.core.Desk;
import org.eportfolio.core.Given;
import org.eportfolio.core.OverBothStores;
import org.eportfolio.core.Stores;
import org.eportfolio.core.VosReves;
import org.eportfolio.core.internal.kind.Kinds;
import org.eportfolio.core.internal.kind.PeerKinds;
import org.eportfolio.core.internal.kind.TraceKinds;
import org.eportfolio.core.internal.work.EntryBody;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.CampaignId;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.ProductionId;
import org.eportfolio.id.ReviewAssignmentId;
import org.eportfolio.journal.Cursor;
import org.eportfolio.journal.JournalEntry;
import org.eportfolio.peer.Campaign;
import org.eportfolio.peer.Pair;
import org.eportfolio.peer.Remarks;
import org.eportfolio.peer.Review;
import org.eportfolio.peer.ReviewAssignment;
import org.eportfolio.school.Role;
import org.eportfolio.spi.Entry;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.Stored;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Row A8: an anonymous review says nothing of its author, whatever the reviewed learner asks. */
@OverBothStores
class A8AnonymousReviewTest {
    private static final List<String> REVIEWERS = List.of("zoe.exemple", "kim.exemple", "tao.exemple");
    private static final Set<String> AUTHORS = Set.of("zoe.exemple", "kim.exemple", "tao.exemple", "yanis", "malo");

    private final Stores stores;
    private PeerClass peers;
    private VosReves school;
    private Campaign campaign;
    private List<ReviewAssignment> assignments;

    A8AnonymousReviewTest(Stores stores) {
        this.stores = stores;
    }

    @BeforeEach
    void three_review_emma(@TempDir Path folder) {
        peers = PeerClass.over(stores.open(folder));
        school = peers.school;
        campaign = peers.handedIn(peers.cards().anonymously());
        assignments = school.durand
                .campaigns()
                .assign(
                        campaign.id(),
                        REVIEWERS.stream().map(each -> Pair.of(each, "emma")).toArray(Pair[]::new));
        for (String each : REVIEWERS) {
            Desk reviewer = school.as(each);
            reviewer.reviews().save(peers.task(each), Remarks.none().on(1, "Brouillon."));
            reviewer.reviews()
                    .submit(
                            peers.task(each).id(),
                            Remarks.strength("Les offres sont comparées.").on(2, "Sans dates.", "en-cours"));
        }
        school.durand.reviews().withhold(peers.task(REVIEWERS.get(2)), "Propos blessants.");
        peers.over();
    }

    @AfterEach
    void close() {
        assertThat(school.head.journal().verify().faults()).isEmpty();
        peers.close();
    }

    @Test
    void no_call_of_the_reviewed_learner_tells_who_wrote() throws ReflectiveOperationException {
        List<String> told = new ArrayList<>();
        int answered = 0;
        Map<Class<?>, List<?>> known = known();
        for (Object desk : desks(school.emma)) {
            for (Method method : desk.getClass().getDeclaredMethods()) {
                if (!Modifier.isPublic(method.getModifiers())) continue;
                for (Object[] arguments : combinations(method.getParameterTypes(), 0, known)) {
                    try {
                        told.add(method.getName() + ": " + method.invoke(desk, arguments));
                        answered++;
                    } catch (InvocationTargetException e) {
                        if (!(e.getCause() instanceof PortfolioException refusal)) continue;
                        told.add(method.getName() + ": " + refusal.message(Locale.ENGLISH));
                        told.add(method.getName() + ": " + refusal.message(Locale.FRENCH));
                        told.add(method.getName() + ": " + refusal);
                    }
                }
            }
        }
        assertThat(answered).isGreaterThan(15);
        assertThat(told).anySatisfy(text -> assertThat(text).contains("Les offres sont comparées."));
        assertThat(told).allSatisfy(text -> assertThat(text).doesNotContain(AUTHORS));
    }

    @Test
    void nothing_that_is_kept_in_the_dossier_names_them_and_no_alias_links_them() {
        var scope = VosReves.scope(peers.of("emma"));
        List<Row> rows = school.store.read(view -> {
            List<Row> all = new ArrayList<>(view.list(scope, TraceKinds.ALIAS.kind(), null, 1_000));
            Kinds.JOURNALLED.forEach(kind -> all.addAll(view.list(scope, kind.kind(), null, 1_000)));
            return all;
        });
        assertThat(rows)
                .filteredOn(row -> row.kind().equals(PeerKinds.REVIEW.kind()))
                .hasSize(3);
        assertThat(rows).allSatisfy(row -> assertThat(row.toString()).doesNotContain(AUTHORS));
        assertThat(rows.toString()).doesNotContain("Propos blessants.");
    }

    @Test
    void an_archive_of_the_dossier_and_what_its_learner_takes_away_name_none_of_them() throws IOException {
        List<String> archived = new ArrayList<>();
        ArchiveSink sink = new ArchiveSink() {
            @Override
            public void row(Row row) {
                archived.add(row.kind().name() + " " + row.body());
            }

            @Override
            public void entry(Entry entry) {
                archived.add(entry.body());
            }

            @Override
            public void content(Stored content, InputStream bytes) throws IOException {
                archived.add(new String(bytes.readAllBytes(), StandardCharsets.UTF_8));
            }
        };
        school.head.archives().dossier(peers.of("emma"), sink);
        school.emma.archives().takeAway(peers.of("emma"), sink);

        assertThat(archived)
                .anyMatch(each -> each.startsWith("review ") && each.contains("Les offres sont comparées."));
        assertThat(archived).allSatisfy(each -> assertThat(each).doesNotContain(AUTHORS));
        assertThat(archived.toString()).doesNotContain("Propos blessants.", "review-assignment");
    }

    @Test
    void journal_and_feed_say_peer_and_no_more() {
        List<JournalEntry> fed =
                school.head.changes().after(Cursor.START, 1_000).entries();
        List<JournalEntry> acts = fed.stream()
                .filter(each -> Set.of("review.drafted", "review.submitted").contains(each.act()))
                .toList();
        assertThat(acts).hasSize(3 + 2 * 3).allSatisfy(each -> {
            assertThat(each.alias()).isNull();
            assertThat(each.role()).isEqualTo(Role.LEARNER);
        });
        assertThat(fed).allSatisfy(each -> assertThat(each.toString()).doesNotContain(AUTHORS));
        assertThat(school.entries()).allSatisfy(each -> {
            assertThat(each.body()).doesNotContain(AUTHORS);
            assertThat(EntryBody.read(each, Work.json()).toString()).doesNotContain(AUTHORS);
        });
    }

    @Test
    void what_was_done_together_with_a_review_shares_no_id_with_it() {
        school.clock.set("2026-09-08T08:00:00Z");
        Campaign open = peers.handedIn(peers.cards().anonymously());
        school.durand.campaigns().assign(open.id(), Pair.of("malo", "lina"));
        Cursor before = school.head.changes().after(Cursor.START, 1_000).next();
        school.malo.together(desk -> {
            desk.reviews().submit(peers.task("malo").id(), Remarks.strength("Clair."));
            return desk.reflections().share(peers.of("malo"), Given.INSTALLING);
        });
        List<JournalEntry> entries = school.head.changes().after(before, 100).entries();
        List<JournalEntry> review = entries.stream()
                .filter(each -> each.act().equals("review.submitted"))
                .toList();
        List<JournalEntry> own =
                entries.stream().filter(each -> !review.contains(each)).toList();
        assertThat(review).hasSize(2);
        assertThat(own).isNotEmpty();
        assertThat(ids(review)).doesNotContainAnyElementsOf(ids(own));
    }

    private static List<UUID> ids(List<JournalEntry> entries) {
        List<UUID> ids = new ArrayList<>();
        for (JournalEntry each : entries) {
            ids.add(each.change());
            each.objects().forEach(item -> ids.add(item.id()));
        }
        return ids;
    }

    @Test
    void neither_id_nor_number_nor_time_tells_who_wrote_when() {
        List<Review> received = peers.received("emma");
        assertThat(received).extracting(Review::peer).containsExactlyInAnyOrder(1, 2, 3);
        assertThat(received).allSatisfy(each -> {
            assertThat(each.id().value().version()).isEqualTo(4);
            assertThat(each.reviewer()).isNull();
        });
        assertThat(Arrays.stream(Review.class.getRecordComponents())
                        .map(each -> each.getType().getSimpleName()))
                .doesNotContain("Instant", "LocalDate");
        assertThat(peers.received("emma")).as("the same each time").isEqualTo(received);
    }

    @Test
    void that_a_reviewer_leaves_the_class_changes_no_reader_of_the_reviewed_at_any_instant() {
        school.clock.set("2026-09-08T08:00:00Z");
        Campaign open = peers.handedIn(peers.cards().anonymously());
        school.durand.campaigns().assign(open.id(), Pair.of("malo", "lina"), Pair.of("yanis", "lina"));
        Map<Instant, List<Reader>> before = readersOfLina();
        school.clock.advance(Duration.ofHours(1));
        school.head.cohorts().leave(school.cohort, PersonId.of("malo"));
        school.head.cohorts().endOn(school.cohort, PersonId.of("yanis"), LocalDate.of(2026, 9, 9));
        assertThat(readersOfLina())
                .as("Malo left, and that Yanis will leave is planned")
                .isEqualTo(before)
                .anySatisfy((at, readers) -> assertThat(readers.toString()).contains("PeerReview"));
    }

    /** Hour by hour through the campaign, and beyond its end. */
    private Map<Instant, List<Reader>> readersOfLina() {
        Map<Instant, List<Reader>> readers = new LinkedHashMap<>();
        Instant from = Instant.parse("2026-09-08T08:30:00Z");
        for (int hours = 0; hours < 4 * 24; hours += 6) {
            Instant at = from.plus(Duration.ofHours(hours));
            readers.put(at, school.as("lina").access().whoCanRead(peers.of("lina"), at));
        }
        return readers;
    }

    @Test
    void a_running_campaign_does_not_even_tell_how_many_have_written() {
        school.clock.set("2026-09-08T08:00:00Z");
        for (int limit = 1; limit <= 4; limit++) {
            var page = school.emma.reviews().received(peers.of("emma"), PageRequest.first(limit));
            assertThat(page.items()).isEmpty();
            assertThat(page.next()).isNull();
        }
        assertThat(school.emma.reviews().levels(peers.of("emma"))).isEmpty();
        peers.over();
        var first = school.emma.reviews().received(peers.of("emma"), PageRequest.first(2));
        var rest = school.emma.reviews().received(peers.of("emma"), first.next());
        assertThat(first.items()).hasSize(2);
        assertThat(rest.items()).hasSize(1).doesNotContainAnyElementsOf(first.items());
        assertThat(rest.next()).isNull();
    }

    @Test
    void an_identified_campaign_names_its_reviewers_to_the_learner_and_to_nobody_else() {
        school.clock.set("2026-09-08T08:00:00Z");
        Campaign open = peers.handedIn(peers.cards());
        school.durand.campaigns().assign(open.id(), Pair.of("malo", "emma"));
        school.malo
                .reviews()
                .submit(peers.task("malo").id(), Remarks.strength("Clair.").on(2, "Des dates manquent.", "acquis"));
        peers.over();
        assertThat(peers.received("emma").toString()).contains("malo").doesNotContain("zoe.exemple");
        assertThat(school.emma.progress().of(peers.of("emma")).toString()).doesNotContain(AUTHORS);
    }

    private static List<Object> desks(Desk desk) throws ReflectiveOperationException {
        List<Object> desks = new ArrayList<>();
        for (Method method : Desk.class.getMethods()) {
            if (method.getParameterCount() == 0
                    && method.getReturnType().getSimpleName().endsWith("Desk")) {
                desks.add(method.invoke(desk));
            }
        }
        return desks;
    }

    /** Every way to fill the parameters from what a reviewed learner knows or could guess; none if something lacks. */
    private static List<Object[]> combinations(Class<?>[] types, int from, Map<Class<?>, List<?>> known) {
        if (from == types.length) return List.<Object[]>of(new Object[types.length]);
        List<Object[]> filled = new ArrayList<>();
        for (Object value : known.getOrDefault(types[from], List.of())) {
            for (Object[] rest : combinations(types, from + 1, known)) {
                Object[] all = rest.clone();
                all[from] = value == NONE ? null : value;
                filled.add(all);
            }
        }
        return filled;
    }

    private static final Object NONE = new Object();

    private Map<Class<?>, List<?>> known() {
        DossierId emmas = peers.of("emma");
        List<ReviewAssignmentId> guessed =
                assignments.stream().map(ReviewAssignment::id).toList();
        Set<ProductionId> productions = school.emma.productions().list(emmas, PageRequest.first(100)).items().stream()
                .map(each -> each.id())
                .collect(Collectors.toSet());
        return Map.ofEntries(
                Map.entry(DossierId.class, List.of(emmas)),
                Map.entry(CampaignId.class, List.of(campaign.id())),
                Map.entry(CohortId.class, List.of(school.cohort)),
                Map.entry(AdoptionId.class, List.of(school.sno)),
                Map.entry(Review.class, peers.received("emma")),
                Map.entry(ReviewAssignmentId.class, guessed),
                Map.entry(ProductionId.class, List.copyOf(productions)),
                Map.entry(PersonId.class, List.of(PersonId.of("emma"))),
                Map.entry(Remarks.class, List.of(Remarks.strength("Moi."))),
                Map.entry(ReviewAssignment.class, assignments),
                Map.entry(Review.Usefulness.class, List.of(Review.Usefulness.USEFUL)),
                Map.entry(Cursor.class, List.of(Cursor.START)),
                Map.entry(UUID.class, List.of(NONE)),
                Map.entry(int.class, List.of(100)),
                Map.entry(String.class, List.of("Relire")),
                Map.entry(LocalDate.class, List.of(LocalDate.of(2026, 9, 30))));
    }
}
