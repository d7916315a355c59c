package org.eportfolio.privacy;

/** Whom a notice about personal data is written for. */
public enum NoticeAudience {
    LEARNER(PersonCategory.LEARNER),
    /** A minor's legal representative. */
    REPRESENTATIVE(PersonCategory.LEGAL_REPRESENTATIVE),
    /** A workplace tutor. */
    TUTOR(PersonCategory.WORKPLACE_TUTOR),
    STAFF(PersonCategory.STAFF);

    private final PersonCategory category;

    NoticeAudience(PersonCategory category) {
        this.category = category;
    }

    /** As whom the register counts them. */
    public PersonCategory category() {
        return category;
    }
}
