package org.eportfolio.access;

import static org.eportfolio.access.Permission.Access.CHANGES;
import static org.eportfolio.access.Permission.Access.EXPORTS;
import static org.eportfolio.access.Permission.Access.INSPECTS;
import static org.eportfolio.access.Permission.Access.JUDGES;
import static org.eportfolio.access.Permission.Access.READS;
import static org.eportfolio.access.Permission.Over.ANY_REACH;
import static org.eportfolio.access.Permission.Over.COHORT;
import static org.eportfolio.access.Permission.Over.DOSSIER;
import static org.eportfolio.access.Permission.Over.ONESELF;
import static org.eportfolio.access.Permission.Over.ORGANISATION;
import static org.eportfolio.school.Role.ADMINISTRATOR;
import static org.eportfolio.school.Role.CERTIFIER;
import static org.eportfolio.school.Role.DPO;
import static org.eportfolio.school.Role.HEAD;
import static org.eportfolio.school.Role.LEAD_TEACHER;
import static org.eportfolio.school.Role.LEARNER;
import static org.eportfolio.school.Role.REPRESENTATIVE;
import static org.eportfolio.school.Role.TEACHER;
import static org.eportfolio.school.Role.TUTOR;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.eportfolio.InvalidInputException;
import org.eportfolio.school.Role;

/**
 * Who may do what. Each row states what the permission does, what it is over, and which roles hold it; nothing else is
 * allowed. A learner's permissions hold for their own dossiers only, those of other roles for what their grant reaches.
 * The head of the school manages people, plans and requests and is no reader: what learners and teachers wrote opens to the
 * head for one dossier, a stated reason and some hours ({@link #opensForReason}).
 *
 * <p>The names are public vocabulary: an {@link AccessPolicy} is asked with them, a {@link Reader} is described by them,
 * and a {@link org.eportfolio.Message} renders them for people.
 */
public enum Permission {
    // That a dossier is there, and its learner
    FIND_DOSSIER(READS, DOSSIER, LEARNER, TEACHER, LEAD_TEACHER, HEAD, REPRESENTATIVE),
    OPEN_DOSSIER(CHANGES, DOSSIER, LEARNER, TEACHER, LEAD_TEACHER, HEAD),
    OPEN_FOR_REASON(CHANGES, DOSSIER, HEAD),

    // Progress, productions and assessments of a dossier
    READ_PROGRESS(READS, DOSSIER, LEARNER, TEACHER, LEAD_TEACHER, REPRESENTATIVE),
    READ_PRODUCTION(READS, DOSSIER, LEARNER, TEACHER, LEAD_TEACHER),
    KEEP_PRODUCTION(CHANGES, DOSSIER, LEARNER),
    CLEAR_CONFIDENTIALITY(JUDGES, DOSSIER, TEACHER, LEAD_TEACHER),
    SELF_ASSESS(CHANGES, DOSSIER, LEARNER),
    POSITION(JUDGES, DOSSIER, TEACHER, LEAD_TEACHER, TUTOR),
    RECTIFY(JUDGES, DOSSIER, HEAD),
    IMPORT_LEVELS(CHANGES, DOSSIER, TEACHER, LEAD_TEACHER, HEAD),
    KEEP_GOAL(CHANGES, DOSSIER, LEARNER),
    CONFIRM_GOAL(JUDGES, DOSSIER, TEACHER, LEAD_TEACHER),
    MARK_CONFIDENTIAL(CHANGES, DOSSIER, LEARNER, TEACHER, LEAD_TEACHER),

    // What is shown outside the school: showcases, links, workplace periods, sealed files
    KEEP_SHOWCASE(CHANGES, DOSSIER, LEARNER),
    READ_SHOWCASE(READS, DOSSIER, LEARNER, TEACHER, LEAD_TEACHER),
    SHARE(CHANGES, DOSSIER, LEARNER),
    READ_LINKS(READS, DOSSIER, LEARNER, TEACHER, LEAD_TEACHER, HEAD),
    REVOKE_SHARE(CHANGES, DOSSIER, LEARNER, LEAD_TEACHER, HEAD),
    OPEN_WORKPLACE(CHANGES, DOSSIER, TEACHER, LEAD_TEACHER),
    READ_WORKPLACE(READS, DOSSIER, LEARNER, TEACHER, LEAD_TEACHER),
    READ_DAYS(READS, DOSSIER, LEARNER, TEACHER, LEAD_TEACHER, HEAD),
    SHOW_AT_WORKPLACE(CHANGES, DOSSIER, LEARNER),
    READ_AS_TUTOR(READS, DOSSIER, TUTOR),
    ANSWER_AS_TUTOR(JUDGES, DOSSIER, TUTOR),
    CHOOSE_FOR_JURY(CHANGES, DOSSIER, LEARNER),
    ADVISE_CANDIDATE(CHANGES, DOSSIER, TEACHER, LEAD_TEACHER),
    READ_EXAM_FILE(READS, DOSSIER, LEARNER, TEACHER, LEAD_TEACHER),
    READ_SEAL(READS, DOSSIER, LEARNER, TEACHER, LEAD_TEACHER, CERTIFIER),
    READ_BADGE(READS, DOSSIER, LEARNER, TEACHER, LEAD_TEACHER),
    KEEP_BADGE(CHANGES, DOSSIER, LEARNER),
    AWARD_BADGE(JUDGES, DOSSIER, TEACHER, LEAD_TEACHER),
    REVOKE_BADGE(CHANGES, DOSSIER, LEARNER, TEACHER, LEAD_TEACHER, HEAD),
    ISSUE_BADGE(EXPORTS, DOSSIER, LEARNER),
    SEND_TO_JURY(CHANGES, DOSSIER, LEARNER, LEAD_TEACHER, HEAD),

    // Guidance: interviews, pathways, nudges, the learner's home, missions
    READ_INTERVIEW(READS, DOSSIER, LEARNER, TEACHER, LEAD_TEACHER),
    CONDUCT_INTERVIEW(CHANGES, DOSSIER, TEACHER, LEAD_TEACHER),
    ANSWER_INTERVIEW(CHANGES, DOSSIER, LEARNER),
    READ_INTERVIEW_NOTE(READS, DOSSIER, TEACHER, LEAD_TEACHER),
    READ_PATHWAY(READS, DOSSIER, LEARNER, TEACHER, LEAD_TEACHER),
    READ_ADAPTATION(READS, DOSSIER, LEARNER, TEACHER, LEAD_TEACHER),
    GUIDE_PATHWAY(CHANGES, DOSSIER, TEACHER, LEAD_TEACHER),
    FOLLOW_PATHWAY(CHANGES, DOSSIER, LEARNER),
    KEEP_NUDGES(CHANGES, DOSSIER, LEARNER),
    KEEP_HOME(CHANGES, DOSSIER, LEARNER),
    DO_MISSION(CHANGES, DOSSIER, LEARNER),
    ANSWER_MISSION(JUDGES, DOSSIER, TEACHER, LEAD_TEACHER),

    // Work with others and conversation about it: reviews, groups, reflections, feedback
    HAND_IN(CHANGES, DOSSIER, LEARNER),
    READ_REVIEWS(READS, DOSSIER, LEARNER, TEACHER, LEAD_TEACHER),
    ANSWER_REVIEW(CHANGES, DOSSIER, LEARNER),
    APPRAISE_GROUP(CHANGES, DOSSIER, TEACHER, LEAD_TEACHER),
    KEEP_PROJECT(CHANGES, DOSSIER, LEARNER),
    KEEP_WATCH(CHANGES, DOSSIER, LEARNER),
    READ_REFLECTION(READS, DOSSIER, LEARNER, TEACHER, LEAD_TEACHER),
    KEEP_REFLECTION(CHANGES, DOSSIER, LEARNER),
    READ_FEEDBACK(READS, DOSSIER, LEARNER, TEACHER, LEAD_TEACHER),
    GIVE_FEEDBACK(CHANGES, DOSSIER, TEACHER, LEAD_TEACHER),
    REPLY_TO_FEEDBACK(CHANGES, DOSSIER, LEARNER, TEACHER, LEAD_TEACHER),
    READ_STAFF_NOTE(READS, DOSSIER, TEACHER, LEAD_TEACHER),
    KEEP_STAFF_NOTE(CHANGES, DOSSIER, TEACHER, LEAD_TEACHER),

    // Authorisations, and the dossier as a whole
    READ_AUTHORISATION(READS, DOSSIER, LEARNER, TEACHER, LEAD_TEACHER, HEAD, REPRESENTATIVE),
    RECORD_AUTHORISATION(CHANGES, DOSSIER, TEACHER, LEAD_TEACHER, HEAD),
    AUTHORISE_FOR_MINOR(CHANGES, DOSSIER, REPRESENTATIVE),
    STATE_ONE_REPRESENTATIVE(CHANGES, DOSSIER, HEAD),
    OPEN_TO_REPRESENTATIVE(CHANGES, DOSSIER, LEARNER),
    CLOSE_TO_REPRESENTATIVE(CHANGES, DOSSIER, LEARNER),
    ASK_FOR_MINOR(CHANGES, DOSSIER, REPRESENTATIVE),
    SEE_PRIVACY_REQUESTS(INSPECTS, DOSSIER, LEARNER, REPRESENTATIVE),
    WITHDRAW_AUTHORISATION(CHANGES, DOSSIER, TEACHER, LEAD_TEACHER, HEAD, REPRESENTATIVE),
    TAKE_AWAY(EXPORTS, DOSSIER, LEARNER, HEAD),
    SEE_READERS(INSPECTS, DOSSIER, LEARNER, HEAD, ADMINISTRATOR, DPO),
    SEE_READINGS(INSPECTS, DOSSIER, LEARNER, DPO),

    // A cohort
    READ_COHORT(READS, COHORT, TEACHER, LEAD_TEACHER, HEAD),
    POSITION_CLASS(CHANGES, COHORT, TEACHER, LEAD_TEACHER),
    ISSUE_CLASS_BADGES(EXPORTS, COHORT, LEAD_TEACHER),
    READ_CAMPAIGN(READS, COHORT, LEARNER, TEACHER, LEAD_TEACHER),
    RUN_CAMPAIGN(CHANGES, COHORT, TEACHER, LEAD_TEACHER),
    REVIEW_PEERS(CHANGES, COHORT, LEARNER),
    MODERATE_REVIEWS(CHANGES, COHORT, TEACHER, LEAD_TEACHER),
    HOLD_BACK_LEVELS(CHANGES, COHORT, LEAD_TEACHER, HEAD),
    CONTINUE_DOSSIERS(CHANGES, COHORT, TEACHER, LEAD_TEACHER, HEAD),
    PLAN_YEAR(CHANGES, COHORT, TEACHER, LEAD_TEACHER, HEAD),
    KEEP_QUEUE(CHANGES, COHORT, TEACHER, LEAD_TEACHER),
    HAND_OVER(CHANGES, COHORT, HEAD),
    READ_HANDOVER(READS, COHORT, TEACHER, LEAD_TEACHER, HEAD),

    // The organisation: frameworks, cohorts, roles and people
    PUBLISH_FRAMEWORK(CHANGES, ORGANISATION, HEAD),
    ADOPT_FRAMEWORK(CHANGES, ORGANISATION, HEAD),
    DEFINE_BADGE(CHANGES, ORGANISATION, HEAD),
    PUBLISH_REVOKED_BADGES(EXPORTS, ORGANISATION, HEAD, ADMINISTRATOR),
    MANAGE_COHORTS(CHANGES, ORGANISATION, HEAD),
    BEGIN_YEAR(CHANGES, ORGANISATION, HEAD),
    END_YEAR(CHANGES, ORGANISATION, HEAD),
    GRANT_ROLES(CHANGES, ORGANISATION, HEAD),
    NAME_PEOPLE(CHANGES, ORGANISATION, HEAD, ADMINISTRATOR),
    CHANGE_IDS(CHANGES, ORGANISATION, HEAD),
    LOAD_HISTORY(CHANGES, ORGANISATION, HEAD),

    // The organisation: archives, the journal and personal data
    ARCHIVE(EXPORTS, ORGANISATION, HEAD),
    IMPORT_ARCHIVE(CHANGES, ORGANISATION, HEAD),
    RESTORE_DOSSIERS(CHANGES, ORGANISATION, HEAD),
    BACK_UP(EXPORTS, ORGANISATION, HEAD, ADMINISTRATOR),
    READ_JOURNAL(INSPECTS, ORGANISATION, HEAD, ADMINISTRATOR, DPO),
    /** Held by no person: only a {@link HostService} that was declared with it. */
    NAME_ACTORS(INSPECTS, ORGANISATION),
    EXPLAIN_ACCESS(INSPECTS, ORGANISATION, HEAD, ADMINISTRATOR, DPO),
    READ_REGISTER(INSPECTS, ORGANISATION, HEAD, DPO),
    KEEP_PRIVACY_REQUEST(CHANGES, ORGANISATION, HEAD, DPO),
    KEEP_BREACH(CHANGES, ORGANISATION, HEAD, DPO),
    EXPORT_PERSON(EXPORTS, ORGANISATION, HEAD),
    PLAN_ERASURE(CHANGES, ORGANISATION, HEAD, DPO),
    ERASE(CHANGES, ORGANISATION, HEAD),
    COLLECT_FILES(CHANGES, ORGANISATION, HEAD, ADMINISTRATOR),
    COMPACT(CHANGES, ORGANISATION, HEAD, ADMINISTRATOR),
    CLOSE_DEPARTURE(CHANGES, ORGANISATION, HEAD),

    // What a role over anything opens
    READ_FRAMEWORKS(READS, ANY_REACH, Role.ofPeople()),
    READ_BADGE_DEFINITIONS(READS, ANY_REACH, Role.ofPeople()),
    READ_LEVEL_IMPORTS(READS, ANY_REACH, TEACHER, LEAD_TEACHER, HEAD),
    READ_SCENARIOS(READS, ANY_REACH, TEACHER, LEAD_TEACHER, HEAD),
    AUTHOR_SCENARIO(CHANGES, ANY_REACH, TEACHER, LEAD_TEACHER),
    READ_TEMPLATES(READS, ANY_REACH, Role.ofPeople()),
    READ_NAMES(READS, ANY_REACH, Role.ofPeople()),
    SEARCH(READS, ANY_REACH, Role.ofPeople()),
    ANSWER_FOR_ONESELF(CHANGES, ANY_REACH, Role.ofPeople()),
    READ_OWN_COHORTS(READS, ANY_REACH, Role.ofPeople()),

    // The actor's own data
    EXPORT_ONESELF(EXPORTS, ONESELF, Role.ofPeople()),
    ASK_ABOUT_ONESELF(CHANGES, ONESELF, Role.ofPeople());

    /** What a permission is over, and so how far the grant that carries it must reach. */
    public enum Over {
        /** A dossier or one production in it: the learner's own, or one that a grant reaches. */
        DOSSIER,
        /** A cohort: for those with a grant that reaches it, and for its learners. */
        COHORT,
        /** The organisation: takes a grant over all of it. */
        ORGANISATION,
        /** The organisation, but a role over anything is enough: nothing personal is shown, or only the actor's own. */
        ANY_REACH,
        /** The actor's own data: a role that was held once is enough. */
        ONESELF
    }

    /** What a permission lets its holder do. */
    public enum Access {
        /** Reads records and changes none. All that a learner who has left may still do, but for ending what they opened. */
        READS,
        /** Adds or changes records. What is read on the way is covered by a permission of {@link #READS}. */
        CHANGES,
        /** Judges a learner's work; never the actor's own, whichever roles the actor holds. */
        JUDGES,
        /** Examines how the school works: who reads what, what was done, which data are kept. */
        INSPECTS,
        /** Takes data out of the portfolio. */
        EXPORTS
    }

    private final Access access;
    private final Over over;

    @SuppressWarnings("ImmutableEnumChecker") // unmodifiable
    private final Set<Role> roles;

    Permission(Access access, Over over, Role... roles) {
        this.access = access;
        this.over = over;
        EnumSet<Role> holders = EnumSet.noneOf(Role.class);
        holders.addAll(Arrays.asList(roles));
        this.roles = Collections.unmodifiableSet(holders);
    }

    /**
     * The permission of this name, such as {@code POSITION}.
     *
     * @throws InvalidInputException if there is none; its message lists those there are
     */
    public static Permission of(String name) {
        return Arrays.stream(values())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> InvalidInputException.because(
                        "permission",
                        "access.no-action",
                        name,
                        Arrays.stream(values()).map(Enum::name).sorted().toList()));
    }

    /** What it lets its holder do. */
    public Access access() {
        return access;
    }

    /** What it is over. */
    public Over over() {
        return over;
    }

    /** The roles that hold it; unmodifiable, in the order of {@link Role}. A {@link HostService} holds what it is declared with. */
    public Set<Role> roles() {
        return roles;
    }

    /** Whether a person acting in this role has it, over what the role reaches. */
    public boolean heldBy(Role role) {
        return roles.contains(role);
    }

    /** Whether it shows what lies in a dossier. */
    public boolean showsADossier() {
        return over == DOSSIER && access == READS;
    }

    /**
     * Whether an {@link ExceptionalAccess} gives it to the head for its hours: all that teachers read of a dossier and the
     * head does not, but for adaptations, which are the team's and the learner's.
     */
    public boolean opensForReason() {
        return showsADossier() && heldBy(TEACHER) && !heldBy(HEAD) && this != READ_ADAPTATION;
    }
}
