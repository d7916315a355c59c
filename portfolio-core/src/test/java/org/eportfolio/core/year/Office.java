package org.eportfolio.core.year;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eportfolio.DeniedException;
import org.eportfolio.NotFoundException;
import org.eportfolio.badge.BadgeDefinition;
import org.eportfolio.badge.NewBadge;
import org.eportfolio.core.Desk;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.privacy.NewPrivacyRequest;
import org.eportfolio.privacy.PrivacyRequest;
import org.eportfolio.school.Grant;
import org.eportfolio.school.IdChange;
import org.eportfolio.school.Members;
import org.eportfolio.school.NewGrant;
import org.eportfolio.school.Role;

/** What a head does: pupils and teachers who come, leave and return, roles that end, requests. */
final class Office extends Acts {
    private static final int MOST_PUPILS = 9;

    Office() {
        act("office.newcomer", turn -> {
            if (turn.school().pupils.size() >= MOST_PUPILS) throw new Made.NothingYetException();
            comes(turn.school(), turn.school().marks.person(), cohort(turn));
            return null;
        });
        deed("office.leave", turn -> turn.desk().cohorts().leave(turn.cohort(), turn.anyPupil()));
        for (int often = 0; often < 2; often++)
            deed("office.return", turn -> comes(turn.school(), turn.anyPupil(), cohort(turn)));
        deed(
                "office.for-a-while",
                turn -> turn.desk()
                        .cohorts()
                        .enrol(
                                cohort(turn),
                                Members.learners(turn.anyPupil().value())
                                        .from(turn.soon())
                                        .until(turn.soon().plusDays(60))));
        act("badges.define", turn -> {
            String words = "Badge " + turn.school().marks.of(turn.actor());
            turn.school()
                    .made
                    .keep(
                            Made.SCHOOL,
                            turn.desk()
                                    .badges()
                                    .define(NewBadge.ofProject(words)
                                            .describedAs(words)
                                            .requiring(words)));
            return null;
        });
        act("badges.close", turn -> {
            turn.school().made.keep(Made.SCHOOL, turn.desk().badges().close(turn.ofSchool(BadgeDefinition.class)));
            return null;
        });
        deed("office.name", turn -> named(turn.school(), turn.anyPupil()));
        deed("office.name-teacher", turn -> named(turn.school(), turn.one(turn.school().teachers)));
        act("office.grant", turn -> {
            PersonId teacher = turn.one(turn.school().teachers);
            NewGrant grant = NewGrant.of(teacher, turn.oneIn(2) ? Role.TEACHER : Role.LEAD_TEACHER)
                    .over(turn.cohort());
            turn.school()
                    .made
                    .keep(Made.SCHOOL, turn.desk().grants().give(turn.oneIn(2) ? grant.until(turn.soon()) : grant));
            return null;
        });
        act("office.grant-over-dossier", turn -> {
            PersonId person = turn.oneIn(2) ? turn.one(turn.school().teachers) : turn.anyPupil();
            turn.school()
                    .made
                    .keep(
                            Made.SCHOOL,
                            turn.desk()
                                    .grants()
                                    .give(NewGrant.of(person, Role.TUTOR)
                                            .over(turn.dossier())
                                            .until(turn.soon())));
            return null;
        });
        deed(
                "office.revoke",
                turn -> turn.desk().grants().revoke(turn.ofSchool(Grant.class).id()));
        deed("office.new-teacher", turn -> {
            if (turn.school().teachers.size() > 4) throw new Made.NothingYetException();
            teacher(turn);
        });
        deed(
                "office.hand-over",
                turn -> turn.desk()
                        .handovers()
                        .handOver(
                                turn.cohort(),
                                turn.one(turn.school().teachers),
                                turn.one(turn.school().teachers),
                                turn.school().today()));
        deed(
                "office.request",
                turn -> turn.desk()
                        .privacy()
                        .request(NewPrivacyRequest.of(
                                        turn.pupil().value(),
                                        turn.one(List.of(PrivacyRequest.Right.values())),
                                        turn.school().today())
                                .asking("Demande " + turn.school().marks.ofOwn(turn.pupil()))));
        deed("office.departure", turn -> {
            if (!turn.oneIn(4)) throw new Made.NothingYetException();
            departs(turn);
        });
        ids();
        deed("office.collect", turn -> turn.desk().privacy().collectFiles());
        deed("office.companion", turn -> turn.desk().dossiers().accompany(turn.dossier(), turn.school().adoption));
    }

    /** Accounts that change, that were one person's, and that come back. */
    private void ids() {
        deed("office.rename", turn -> {
            if (!turn.oneIn(2)) throw new Made.NothingYetException();
            PersonId next = turn.school().marks.person();
            turn.school().changes.add(turn.desk().people().rename(turn.pupil(), next));
            turn.school().renamed(turn.pupil(), next);
        });
        deed("office.rename-back", turn -> {
            IdChange change = change(IdChange.Manner.RENAMED, turn);
            turn.desk().people().undo(change.id());
            turn.school().changes.remove(change);
            turn.school().renamed(PersonId.of(change.to()), PersonId.of(change.from()));
        });
        deed("office.second-account", turn -> {
            if (!turn.oneIn(2)) throw new Made.NothingYetException();
            PersonId second = turn.school().marks.person();
            named(turn.school(), second);
            turn.school().changes.add(turn.desk().people().merge(second, turn.pupil()));
            turn.school().marks.alsoCalled(turn.pupil(), second);
        });
        deed("office.part", turn -> {
            IdChange change = change(IdChange.Manner.MERGED, turn);
            turn.desk().people().undo(change.id());
            turn.school().changes.remove(change);
            turn.school().marks.parted(PersonId.of(change.from()));
        });
        deed("office.release", turn -> {
            PersonId ended = PersonId.of(change(IdChange.Manner.RENAMED, turn).from());
            IdChange released = turn.desk().people().release(ended);
            opensNothing(turn.school().as(ended), ended);
            turn.desk().people().undo(released.id());
            opensNothing(turn.school().as(ended), ended);
        });
    }

    private static IdChange change(IdChange.Manner manner, Turn turn) {
        return turn.one(turn.school().changes.stream()
                .filter(each -> each.manner() == manner)
                .toList());
    }

    /** Who comes with the login of before finds nothing of whose it was. */
    private static void opensNothing(Desk namesake, PersonId login) {
        try {
            assertThat(namesake.dossiers().of(login)).isEmpty();
            assertThat(namesake.dossiers().earlier(login)).isEmpty();
        } catch (NotFoundException | DeniedException refused) {
            assertThat(refused.reason().key()).isNotEmpty();
        }
    }

    static void teacher(Turn turn) {
        PersonId teacher = turn.school().marks.person();
        turn.school().teachers.add(teacher);
        turn.school().head.cohorts().enrol(cohort(turn), Members.teachers(teacher.value()));
    }

    /** A pupil comes, or comes back: a name, a place, and a dossier of this school. */
    static void comes(SchoolYear school, PersonId pupil, String cohort) {
        school.head.cohorts().enrol(cohort, Members.learners(pupil.value()));
        named(school, pupil);
        Desk desk = school.as(pupil);
        DossierId dossier = desk.dossiers().open(school.adoption);
        school.pupils.put(pupil, dossier);
        school.ever.add(pupil);
    }

    private static void named(SchoolYear school, PersonId person) {
        school.head.people().name(Map.of(person, "Nom " + school.marks.of(person)));
    }

    private static String cohort(Turn turn) {
        return turn.one(new ArrayList<>(turn.school().cohorts.keySet()));
    }

    private static void departs(Turn turn) {
        try {
            ByteArrayOutputStream kept = new ByteArrayOutputStream();
            turn.desk().departures().pack(turn.pupil(), Locale.FRENCH, kept);
            turn.desk().departures().verify(turn.pupil(), new ByteArrayInputStream(kept.toByteArray()));
            turn.desk().departures().close(turn.pupil(), turn.soon());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
