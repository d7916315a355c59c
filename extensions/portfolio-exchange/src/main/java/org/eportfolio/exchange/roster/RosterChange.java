package org.eportfolio.exchange.roster;

import org.eportfolio.Message;
import org.eportfolio.exchange.Place;
import org.eportfolio.exchange.internal.ExchangeMessages;
import org.eportfolio.id.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a roster changes, or that needs a person's attention.
 *
 * @param place where the file says so; the cohort for those who are not in the file
 * @param person null for a change of a cohort
 * @param before what is there now, such as a name, a cohort or a day; empty when there is nothing
 * @param after what will be there; empty when nothing is
 * @param what the same as a sentence
 */
public record RosterChange(
        Kind kind, Place place, @Nullable PersonId person, String before, String after, Message what) {
    /** What kind of change it is. */
    public enum Kind {
        /** A cohort that is not there yet. */
        NEW_CLASS(true),
        /** A cohort whose school year was not stated gets the file's. */
        YEAR_OF_CLASS(true),
        /** A person comes into a cohort, as a learner or as staff. */
        JOINS(true),
        /** A learner who had left a cohort is in it again. */
        RETURNS(true),
        /** A learner leaves a cohort for another one. */
        MOVES(true),
        /** A membership begins on another day. */
        FIRST_DAY(true),
        /** A membership that had no end, or another one, ends on a day ahead. */
        WILL_LEAVE(true),
        /** A membership ended on a day that is past, or ends now because the file says that the learner is to be deleted. */
        LEFT(true),
        /** A learner is not in the file any more, and the membership ends. */
        ABSENT_LEAVES(true),
        /** A person who had no name has one, or one in its parts. */
        NAMED(true),
        /** A person has another name. */
        RENAMED(true),
        /** A person has an id of another system, which was not known here. */
        IDENTIFIED(true),
        /** The day on which a learner comes of age is stated, where it was not. */
        MAJORITY(true),
        /** A person represents a minor, and gets that role over the minor's dossiers. */
        REPRESENTS(true),
        /** A person is known by the id of another system, under another account than the file names. */
        RECOGNISED(false),
        /** A learner is not in the file any more, and stays a member. */
        ABSENT_STAYS(false),
        /** A learner is in another cohort of the file, and stays a member of this one. */
        ALSO_ELSEWHERE(false),
        /** A membership has a last day here, and none in the file; it keeps it. */
        LAST_DAY_STAYS(false),
        /** A person of the staff has other days in the file, or none any more; a roster takes no role from anyone. */
        STAFF_STAYS(false),
        /** A person represents a minor by the file, who has no dossier yet, or whose day of majority is not known. */
        REPRESENTATIVE_WAITS(false),
        /** A person has the role of a representative here, and is not one by the file; a roster takes no role from anyone. */
        REPRESENTATIVE_STAYS(false),
        /** Something in the file that is over, or to be deleted, and is not here. */
        NOT_BROUGHT_IN(false);

        private final boolean changing;

        Kind(boolean changing) {
            this.changing = changing;
        }

        /** Whether something is written; the others only need a person's attention. */
        public boolean isChange() {
            return changing;
        }
    }

    /**
     * @param before as text; null when there is nothing
     * @param after as text; null when nothing will be there
     * @param key of the sentence
     */
    static RosterChange of(
            Kind kind,
            Place place,
            @Nullable PersonId person,
            @Nullable Object before,
            @Nullable Object after,
            String key,
            Object... arguments) {
        return new RosterChange(kind, place, person, text(before), text(after), ExchangeMessages.of(key, arguments));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
