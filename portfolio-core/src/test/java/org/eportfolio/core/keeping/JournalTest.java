package org.eportfolio.core.keeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eportfolio.core.Refused.refused;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.eportfolio.PortfolioException;
import org.eportfolio.assessment.Assessment;
import org.eportfolio.assessment.NewClassEntry;
import org.eportfolio.assessment.NewPositioning;
import org.eportfolio.assessment.NewSelfAssessment;
import org.eportfolio.core.Desk;
import org.eportfolio.core.Story;
import org.eportfolio.core.VosReves;
import org.eportfolio.dossier.Citation;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.dossier.Production;
import org.eportfolio.guidance.Goal;
import org.eportfolio.guidance.NewGoal;
import org.eportfolio.id.PersonId;
import org.eportfolio.journal.Cursor;
import org.eportfolio.journal.Feed;
import org.eportfolio.journal.JournalEntry;
import org.eportfolio.journal.Verification;
import org.eportfolio.school.NewGrant;
import org.eportfolio.school.Role;
import org.eportfolio.spi.Entry;
import org.junit.jupiter.api.Test;

/** D5: each change appends one entry, chained, without a word of personal data. */
class JournalTest extends Story {
    @Test
    void one_act_is_one_entry_for_each_scope_it_touches_with_one_change_id() {
        Cursor before = end();
        school.as("lina").dossiers().open(school.sno);
        List<JournalEntry> opened = after(before);
        assertThat(opened).hasSize(2).extracting(JournalEntry::act).containsOnly("dossier.opened");
        assertThat(opened)
                .extracting(JournalEntry::change)
                .containsOnly(opened.get(0).change());
        assertThat(opened)
                .extracting(JournalEntry::scope)
                .doesNotHaveDuplicates()
                .contains(new UUID(0, 0));
        before = end();
        Production map = school.mindMap();
        school.emma
                .assessments()
                .publish(school.dossier, NewSelfAssessment.of("C3.1", "acquis").citing(map));
        List<JournalEntry> entries = after(before);
        assertThat(entries)
                .extracting(JournalEntry::act)
                .containsExactly("production.added", "self-assessment.published");
        assertThat(entries.get(1).objects())
                .as("the citation froze the production in the same act")
                .extracting(JournalEntry.Item::kind)
                .containsExactlyInAnyOrder("assessment", "production");
        assertThat(entries.get(1).role()).isEqualTo(Role.LEARNER);
    }

    @Test
    void an_actor_is_one_alias_in_a_dossier_and_another_in_the_next() {
        school.positioned(school.durand, "C1.1", "acquis");
        school.positioned(school.durand, "C1.2", "acquis");
        school.durand
                .assessments()
                .position(school.malos, NewPositioning.of("C1.1", "acquis").because("x"));
        Map<UUID, Set<UUID>> aliases = new HashMap<>();
        after(Cursor.START).stream()
                .filter(each -> each.act().equals("assessment.positioned"))
                .forEach(each -> aliases.computeIfAbsent(each.scope(), scope -> new HashSet<>())
                        .add(java.util.Objects.requireNonNull(each.alias())));
        assertThat(aliases)
                .hasSize(2)
                .allSatisfy((scope, used) -> assertThat(used).hasSize(1));
        assertThat(new HashSet<>(aliases.values())).hasSize(2);
    }

    @Test
    void no_entry_holds_a_name_a_text_or_anything_that_a_persons_id_leads_to() {
        school.head.people().name(PersonId.of("emma"), "Emma Petitjean");
        school.head.people().name(PersonId.of("m.durand"), "Michel Durand");
        school.head.grants().give(NewGrant.of("mme.tutrice", Role.TUTOR).over(school.dossier));
        Production map = school.mindMap();
        school.emma
                .assessments()
                .publish(
                        school.dossier,
                        NewSelfAssessment.of("C3.1", "acquis")
                                .because("Une justification intime")
                                .citing(map));
        Assessment given = school.positioned(school.durand, "C3.1", "en-cours");
        school.durand.assessments().retract(school.dossier, given.id(), "Une raison intime");
        Goal goal = school.emma
                .goals()
                .set(
                        school.dossier,
                        NewGoal.of("C3.1", "acquis").by(VosReves.TODAY).step("Une étape intime"));
        school.emma.goals().claim(goal, "Une note intime", Citation.of(map));
        List<String> secrets = new ArrayList<>(List.of(
                "intime",
                "Emma",
                "Petitjean",
                "Carte mentale",
                "Mercanet",
                "acquis",
                "en-cours",
                "C3.1",
                VosReves.CLASS));
        for (String person : List.of("emma", "malo", "m.durand", "mme.petit", "proviseure", "mme.tutrice")) {
            secrets.add(person);
            for (String prefix : List.of("", "person ", "person")) {
                secrets.add(UUID.nameUUIDFromBytes((prefix + person).getBytes(StandardCharsets.UTF_8))
                        .toString());
            }
        }
        for (Entry entry : school.entries()) assertThat(entry.body()).doesNotContain(secrets);
    }

    @Test
    void the_same_content_has_another_hash_in_each_writing() {
        school.emma.productions().add(school.dossier, NewProduction.titled("Pareil"));
        school.emma.productions().add(school.dossier, NewProduction.titled("Pareil"));
        assertThat(after(Cursor.START).stream()
                        .filter(each -> each.act().equals("production.added"))
                        .map(each -> each.objects().get(0).hash()))
                .doesNotHaveDuplicates()
                .doesNotContainNull();
    }

    @Test
    void the_feed_gives_every_entry_once_in_commit_order_from_any_cursor() {
        play(new Random(7), 40);
        List<JournalEntry> all = after(Cursor.START);
        List<JournalEntry> piecewise = new ArrayList<>();
        Cursor cursor = Cursor.START;
        while (true) {
            Feed feed = school.head.changes().after(Cursor.parse(cursor.toString()), 3);
            if (feed.entries().isEmpty()) {
                assertThat(feed.next()).isEqualTo(cursor);
                break;
            }
            piecewise.addAll(feed.entries());
            cursor = feed.next();
        }
        assertThat(piecewise).isEqualTo(all).hasSize((int) school.journalLength());
        assertThat(all).isSortedAccordingTo(java.util.Comparator.comparing(JournalEntry::at));
        Map<UUID, Long> numbers = new HashMap<>();
        for (JournalEntry each : all) {
            assertThat(each.number()).isEqualTo(numbers.merge(each.scope(), 1L, Long::sum));
        }
        refused(() -> Cursor.parse("!"), "!");
        refused(() -> Cursor.parse("-5"), "-5");
    }

    @Test
    void it_is_sound_after_any_story_and_every_record_is_known_to_it() {
        long seed = 20260908;
        play(new Random(seed), 150);
        Verification verification = school.head.journal().verify();
        assertThat(verification.faults()).as("seed %s", seed).isEmpty();
        assertThat(verification.sound()).isTrue();
        assertThat(verification.entries()).isEqualTo(school.journalLength());
        assertThat(verification.scopes()).isEqualTo(5);
        assertThat(verification.records()).isGreaterThan(60);
    }

    /** Plays a story at random; refusals are part of it. */
    private void play(Random random, int steps) {
        for (String each : VosReves.LEARNERS) school.as(each).dossiers().open(school.sno);
        List<Production> maps = new ArrayList<>(List.of(school.mindMap()));
        List<Assessment> given = new ArrayList<>();
        List<Goal> goals = new ArrayList<>();
        for (int i = 0; i < steps; i++) {
            school.clock.advance(Duration.ofMinutes(random.nextInt(500)));
            Production map = maps.get(random.nextInt(maps.size()));
            Desk teacher = random.nextBoolean() ? school.durand : school.petit;
            try {
                switch (random.nextInt(11)) {
                    case 0 -> maps.add(school.mindMap());
                    case 1 ->
                        maps.add(school.emma
                                .productions()
                                .revise(
                                        school.emma.productions().get(school.dossier, map.id()),
                                        NewProduction.titled("R" + i)));
                    case 2 -> given.add(school.positioned(teacher, "C1." + (1 + random.nextInt(3)), "acquis"));
                    case 3 ->
                        given.add(teacher.assessments()
                                .position(
                                        school.dossier,
                                        NewPositioning.of("C3.1", "acquis").citing(map)));
                    case 4 ->
                        teacher.assessments()
                                .retract(
                                        school.dossier,
                                        given.get(random.nextInt(given.size() + 1))
                                                .id(),
                                        "x");
                    case 5 ->
                        teacher.assessments()
                                .undo(
                                        school.cohort,
                                        teacher.assessments()
                                                .positionClass(NewClassEntry.of(school.cohort, "C2.1", "en-cours")
                                                        .because("x"))
                                                .id(),
                                        "x");
                    case 6 ->
                        goals.add(school.emma
                                .goals()
                                .set(
                                        school.dossier,
                                        NewGoal.of("C3.2", "acquis").by(VosReves.TODAY)));
                    case 7 ->
                        school.emma.goals().claim(goals.get(random.nextInt(goals.size() + 1)), "x", Citation.of(map));
                    case 8 ->
                        school.emma
                                .assessments()
                                .discard(school.emma.assessments().draft(school.dossier, NewSelfAssessment.on("C1.1")));
                    case 9 ->
                        school.emma.together(desk -> desk.assessments()
                                .publish(desk.assessments()
                                        .draft(school.dossier, NewSelfAssessment.of("C1.1", "acquis"))));
                    default -> school.head.people().name(PersonId.of("emma"), "Emma " + i);
                }
            } catch (PortfolioException | IndexOutOfBoundsException refused) {
                continue;
            }
        }
    }

    private Cursor end() {
        return school.head.changes().after(Cursor.START, 1_000).next();
    }

    private List<JournalEntry> after(Cursor cursor) {
        return school.head.changes().after(cursor, 1_000).entries();
    }
}
