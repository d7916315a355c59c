package org.eportfolio.access;

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
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.eportfolio.school.Role;

/**
 * Who may do what: this table is all there is. A learner's permissions hold for their own dossiers only, everybody
 * else's for what their grant reaches.
 */
public enum Permission {
    // In a dossier
    READ_PROGRESS(LEARNER, TEACHER, LEAD_TEACHER, TUTOR, HEAD, REPRESENTATIVE),
    READ_PRODUCTION(LEARNER, TEACHER, LEAD_TEACHER, TUTOR, HEAD),
    OPEN_DOSSIER(LEARNER, TEACHER, LEAD_TEACHER, HEAD),
    KEEP_PRODUCTION(LEARNER),
    CLEAR_CONFIDENTIALITY(TEACHER, LEAD_TEACHER, HEAD),
    SELF_ASSESS(LEARNER),
    POSITION(TEACHER, LEAD_TEACHER, TUTOR),
    KEEP_GOAL(LEARNER),
    CONFIRM_GOAL(TEACHER, LEAD_TEACHER),
    MARK_CONFIDENTIAL(LEARNER, TEACHER, LEAD_TEACHER, HEAD),
    KEEP_SHOWCASE(LEARNER),
    READ_SHOWCASE(LEARNER, TEACHER, LEAD_TEACHER, TUTOR, HEAD),
    SHARE(LEARNER),
    READ_LINKS(LEARNER, TEACHER, LEAD_TEACHER, HEAD),
    REVOKE_SHARE(LEARNER, LEAD_TEACHER, HEAD),
    OPEN_WORKPLACE(TEACHER, LEAD_TEACHER),
    READ_WORKPLACE(LEARNER, TEACHER, LEAD_TEACHER, HEAD),
    CHOOSE_FOR_JURY(LEARNER),
    ADVISE_CANDIDATE(TEACHER, LEAD_TEACHER),
    READ_EXAM_FILE(LEARNER, TEACHER, LEAD_TEACHER),
    READ_SEAL(LEARNER, TEACHER, LEAD_TEACHER, HEAD, CERTIFIER),
    SEND_TO_JURY(LEARNER, LEAD_TEACHER, HEAD),
    READ_INTERVIEW(LEARNER, TEACHER, LEAD_TEACHER, HEAD),
    CONDUCT_INTERVIEW(TEACHER, LEAD_TEACHER),
    ANSWER_INTERVIEW(LEARNER),
    READ_INTERVIEW_NOTE(TEACHER, LEAD_TEACHER, HEAD),
    READ_PATHWAY(LEARNER, TEACHER, LEAD_TEACHER, HEAD),
    READ_ADAPTATION(LEARNER, TEACHER, LEAD_TEACHER, HEAD),
    GUIDE_PATHWAY(TEACHER, LEAD_TEACHER),
    FOLLOW_PATHWAY(LEARNER),
    KEEP_NUDGES(LEARNER),
    KEEP_HOME(LEARNER),
    HAND_IN(LEARNER),
    READ_REVIEWS(LEARNER, TEACHER, LEAD_TEACHER),
    ANSWER_REVIEW(LEARNER),
    APPRAISE_GROUP(TEACHER, LEAD_TEACHER),
    KEEP_PROJECT(LEARNER),
    KEEP_WATCH(LEARNER),
    READ_REFLECTION(LEARNER, TEACHER, LEAD_TEACHER, HEAD),
    KEEP_REFLECTION(LEARNER),
    READ_FEEDBACK(LEARNER, TEACHER, LEAD_TEACHER, HEAD),
    GIVE_FEEDBACK(TEACHER, LEAD_TEACHER),
    REPLY_TO_FEEDBACK(LEARNER, TEACHER, LEAD_TEACHER),
    KEEP_STAFF_NOTE(TEACHER, LEAD_TEACHER, HEAD),
    READ_AUTHORISATION(LEARNER, TEACHER, LEAD_TEACHER, HEAD, REPRESENTATIVE),
    RECORD_AUTHORISATION(TEACHER, LEAD_TEACHER, HEAD),
    AUTHORISE_FOR_MINOR(REPRESENTATIVE),
    WITHDRAW_AUTHORISATION(TEACHER, LEAD_TEACHER, HEAD, REPRESENTATIVE),
    TAKE_AWAY(LEARNER, HEAD),
    SEE_READERS(LEARNER, HEAD, ADMINISTRATOR, DPO),
    // In a cohort
    READ_COHORT(TEACHER, LEAD_TEACHER, HEAD),
    POSITION_CLASS(TEACHER, LEAD_TEACHER),
    READ_CAMPAIGN(LEARNER, TEACHER, LEAD_TEACHER),
    RUN_CAMPAIGN(TEACHER, LEAD_TEACHER),
    REVIEW_PEERS(LEARNER),
    MODERATE_REVIEWS(TEACHER, LEAD_TEACHER),
    CONTINUE_DOSSIERS(TEACHER, LEAD_TEACHER, HEAD),
    DO_MISSION(LEARNER),
    ANSWER_MISSION(TEACHER, LEAD_TEACHER),
    PLAN_YEAR(TEACHER, LEAD_TEACHER, HEAD),
    KEEP_QUEUE(TEACHER, LEAD_TEACHER),
    // In the organisation
    READ_FRAMEWORKS(Role.values()),
    READ_SCENARIOS(TEACHER, LEAD_TEACHER, HEAD),
    AUTHOR_SCENARIO(TEACHER, LEAD_TEACHER),
    PUBLISH_FRAMEWORK(HEAD),
    ADOPT_FRAMEWORK(HEAD),
    MANAGE_COHORTS(HEAD),
    BEGIN_YEAR(HEAD),
    GRANT_ROLES(HEAD),
    READ_NAMES(Role.values()),
    NAME_PEOPLE(HEAD, ADMINISTRATOR),
    LOAD_HISTORY(HEAD),
    ARCHIVE(HEAD),
    BRING_ARCHIVE(HEAD),
    READ_JOURNAL(HEAD, ADMINISTRATOR, DPO),
    EXPLAIN_ACCESS(HEAD, ADMINISTRATOR, DPO),
    BACK_UP(HEAD, ADMINISTRATOR),
    READ_REGISTER(HEAD, DPO),
    KEEP_PRIVACY_REQUEST(HEAD, DPO),
    EXPORT_PERSON(HEAD),
    EXPORT_ONESELF(Role.values()),
    PLAN_ERASURE(HEAD, DPO),
    ERASE(HEAD),
    COLLECT_FILES(HEAD, ADMINISTRATOR),
    CLOSE_DEPARTURE(HEAD),
    HAND_OVER(HEAD),
    READ_HANDOVER(TEACHER, LEAD_TEACHER, HEAD),
    READ_TEMPLATES(Role.values()),
    ANSWER_FOR_ONESELF(Role.values()),
    READ_OWN_COHORTS(Role.values());

    @SuppressWarnings("ImmutableEnumChecker") // an EnumSet that never leaves
    private final Set<Role> roles;

    Permission(Role... roles) {
        this.roles = EnumSet.noneOf(Role.class);
        this.roles.addAll(Arrays.asList(roles));
    }

    /** Whether somebody acting in this role has it, over what the role reaches. */
    public boolean heldBy(Role role) {
        return roles.contains(role);
    }

    /** Whether it is a judgement that nobody passes on themselves, whatever role they came to hold. */
    public boolean isOverOthers() {
        return this == POSITION || this == CONFIRM_GOAL || this == CLEAR_CONFIDENTIALITY || this == ANSWER_MISSION;
    }

    /** Whether it lets somebody read what lies in a dossier. */
    public boolean readsADossier() {
        return this == KEEP_STAFF_NOTE || (name().startsWith("READ_") && compareTo(READ_COHORT) < 0);
    }

    /** The permission of this name; empty if there is none. */
    public static Optional<Permission> named(String name) {
        return Arrays.stream(values()).filter(each -> each.name().equals(name)).findFirst();
    }

    /** Whether a role over anything at all is enough: nothing personal is told, or only about the actor. */
    public boolean whateverTheReach() {
        return this == READ_FRAMEWORKS
                || this == READ_SCENARIOS
                || this == AUTHOR_SCENARIO
                || this == READ_TEMPLATES
                || this == ANSWER_FOR_ONESELF
                || this == READ_OWN_COHORTS;
    }

    /** Whether it lets somebody read and change nothing. */
    public boolean onlyReads() {
        return name().startsWith("READ_");
    }

    /** The roles that have it. */
    public Set<Role> roles() {
        return EnumSet.copyOf(roles);
    }
}
