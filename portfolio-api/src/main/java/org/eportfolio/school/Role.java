package org.eportfolio.school;

import java.util.Arrays;

/** In what quality a person acts. <em>Peer</em> is no role: a review assignment makes one. */
public enum Role {
    /** Keeps their own dossier; held through a membership of a cohort, or a grant for those in none. */
    LEARNER,
    /** Follows and positions the learners of a cohort. */
    TEACHER,
    /** The teacher who answers for a cohort (<em>responsable de la classe</em>). */
    LEAD_TEACHER,
    /**
     * Follows a learner at the workplace: tutor of a PFMP, or an apprentice's <em>maître d'apprentissage</em>. The tutor is
     * the employer, or works for them, and so reads of the dossier only what the learner showed for the tutor's own period,
     * what the school asked, and what the tutor wrote.
     */
    TUTOR,
    /** Sits on the jury. */
    CERTIFIER,
    /** A minor's legal representative: sees published facts only. */
    REPRESENTATIVE,
    /** Heads the school or the CFA; the controller in the sense of the GDPR. */
    HEAD,
    /** Runs the machine; sees no content. */
    ADMINISTRATOR,
    /** Data protection officer: the register, plans and the journal; no content. */
    DPO,
    /** A job of the host ({@link org.eportfolio.access.HostService}): no person holds it, and it cannot be granted. */
    SERVICE;

    /** The roles that people hold: all but {@link #SERVICE}. */
    public static Role[] ofPeople() {
        return Arrays.stream(values()).filter(each -> each != SERVICE).toArray(Role[]::new);
    }
}
