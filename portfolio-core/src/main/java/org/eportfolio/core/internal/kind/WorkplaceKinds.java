package org.eportfolio.core.internal.kind;

import static org.eportfolio.core.internal.kind.Readers.ENTITLED;
import static org.eportfolio.core.internal.kind.Route.ACCESS_EXPORT;
import static org.eportfolio.core.internal.kind.Route.ARCHIVE;
import static org.eportfolio.core.internal.kind.Route.TAKE_AWAY;
import static org.eportfolio.core.internal.kind.WhenGone.DETACHED;
import static org.eportfolio.privacy.DataCategory.WORKPLACE;
import static org.eportfolio.privacy.ErasureOutcome.PSEUDONYMISE;
import static org.eportfolio.privacy.PersonCategory.LEARNER;
import static org.eportfolio.privacy.PersonCategory.LEGAL_REPRESENTATIVE;
import static org.eportfolio.privacy.PersonCategory.STAFF;
import static org.eportfolio.privacy.PersonCategory.WORKPLACE_TUTOR;

import java.util.Set;
import org.eportfolio.guidance.EarlierAnswer;
import org.eportfolio.id.ProductionId;
import org.eportfolio.id.WorkplacePeriodId;
import org.eportfolio.privacy.Feature;
import org.eportfolio.spi.Key;
import org.eportfolio.workplace.AskDates;
import org.eportfolio.workplace.Contact;
import org.eportfolio.workplace.Convention;
import org.eportfolio.workplace.DayLine;
import org.eportfolio.workplace.ShownWork;

/** What happens around a workplace period. The period itself is of {@link GuidanceKinds}. */
public final class WorkplaceKinds {
    static final KindFile KINDS = new KindFile();

    /** The tutor sees what is still there of the production. */
    public static final RecordKind<ShownWork> SHOWN_WORK = KINDS.inDossier(
                    "shown-work", ShownWork.class, each -> each.id().value(), ShownWork::dossier)
            .keys(each -> Set.of(shownIn(each.period())))
            .whenGone(ProductionId.class, DETACHED)
            .partOf(Feature.WORKPLACE)
            .personal(WORKPLACE, LEARNER)
            .provided()
            .erased(PSEUDONYMISE)
            .readBy(ENTITLED)
            .leavesBy(ARCHIVE, TAKE_AWAY, ACCESS_EXPORT);

    /** Reversed by another line, never changed. */
    public static final RecordKind<DayLine> DAY_LINE = KINDS.inDossier(
                    "workplace-day", DayLine.class, each -> each.id().value(), DayLine::dossier)
            .keys(each -> Set.of(daysIn(each.period())))
            .keptAsMade()
            .partOf(Feature.WORKPLACE)
            .personal(WORKPLACE, LEARNER, WORKPLACE_TUTOR, STAFF)
            .erased(PSEUDONYMISE)
            .readBy(ENTITLED)
            .leavesBy(ARCHIVE, TAKE_AWAY, ACCESS_EXPORT);

    /** One to a period: kept under the period's own id. */
    public static final RecordKind<Convention> CONVENTION = KINDS.inDossier(
                    "convention", Convention.class, each -> each.period().value(), Convention::dossier)
            .revised(Convention::revision)
            .partOf(Feature.WORKPLACE)
            .personal(WORKPLACE, LEARNER, LEGAL_REPRESENTATIVE, WORKPLACE_TUTOR, STAFF)
            .erased(PSEUDONYMISE)
            .readBy(ENTITLED)
            .leavesBy(ARCHIVE, TAKE_AWAY, ACCESS_EXPORT);

    public static final RecordKind<Contact> CONTACT = KINDS.inDossier(
                    "workplace-contact", Contact.class, each -> each.id().value(), Contact::dossier)
            .keys(each -> Set.of(contactsIn(each.period())))
            .keptAsMade()
            .partOf(Feature.WORKPLACE)
            .personal(WORKPLACE, LEARNER, STAFF)
            .erased(PSEUDONYMISE)
            .readBy(ENTITLED)
            .leavesBy(ARCHIVE, TAKE_AWAY, ACCESS_EXPORT);

    /** One to a period: kept under the period's own id. */
    public static final RecordKind<AskDates> ASK_DATES = KINDS.inDossier(
                    "ask-dates", AskDates.class, each -> each.period().value(), AskDates::dossier)
            .revised(AskDates::revision)
            .partOf(Feature.WORKPLACE)
            .personal(WORKPLACE, LEARNER)
            .erased(PSEUDONYMISE)
            .readBy(ENTITLED)
            .leavesBy(ARCHIVE, TAKE_AWAY, ACCESS_EXPORT);

    public static final RecordKind<EarlierAnswer> EARLIER_ANSWER = KINDS.inDossier(
                    "earlier-answer", EarlierAnswer.class, each -> each.id().value(), EarlierAnswer::dossier)
            .keys(each -> Set.of(answersIn(each.period())))
            .partOf(Feature.WORKPLACE)
            .personal(WORKPLACE, LEARNER, WORKPLACE_TUTOR)
            .erased(PSEUDONYMISE)
            .readBy(ENTITLED)
            .leavesBy(ARCHIVE, TAKE_AWAY, ACCESS_EXPORT);

    private WorkplaceKinds() {}

    public static Key answersIn(WorkplacePeriodId period) {
        return new Key("earlier-answer.period", period.toString());
    }

    public static Key daysIn(WorkplacePeriodId period) {
        return new Key("workplace-day.period", period.toString());
    }

    public static Key contactsIn(WorkplacePeriodId period) {
        return new Key("workplace-contact.period", period.toString());
    }

    public static Key shownIn(WorkplacePeriodId period) {
        return new Key("shown-work.period", period.toString());
    }
}
