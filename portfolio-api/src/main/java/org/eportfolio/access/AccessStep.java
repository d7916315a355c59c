package org.eportfolio.access;

import java.time.LocalDate;
import java.util.Objects;
import org.eportfolio.Message;
import org.eportfolio.id.CampaignId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.GroupId;
import org.eportfolio.id.LinkId;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Grant;
import org.eportfolio.school.Membership;
import org.eportfolio.school.Period;
import org.eportfolio.school.Reach;
import org.eportfolio.sharing.Target;

/** One step of the path from an actor to what they reach. */
public sealed interface AccessStep {
    /** The step as a sentence. */
    Message message();

    /** A role was granted over something. */
    record Granted(Grant grant) implements AccessStep {
        public Granted {
            Objects.requireNonNull(grant, "grant");
        }

        @Override
        public Message message() {
            return Message.of("ground.granted", grant.role(), reach(grant.reach()), span(grant.period()));
        }
    }

    /** The host declared the service with its purpose. */
    record Declared(String service, String purpose) implements AccessStep {
        public Declared {
            Objects.requireNonNull(service, "service");
            Objects.requireNonNull(purpose, "purpose");
        }

        @Override
        public Message message() {
            return Message.of("ground.declared", service, purpose);
        }
    }

    /** A learner is enrolled in a cohort: the actor, or the learner whose dossier the cohort's staff reach. */
    record Enrolled(Membership membership) implements AccessStep {
        public Enrolled {
            Objects.requireNonNull(membership, "membership");
        }

        @Override
        public Message message() {
            return Message.of("ground.learning", membership.learner(), membership.cohort(), span(membership.period()));
        }
    }

    /** It is the learner's own. */
    record Own(PersonId learner) implements AccessStep {
        public Own {
            Objects.requireNonNull(learner, "learner");
        }

        @Override
        public Message message() {
            return Message.of("ground.own", learner);
        }
    }

    /** It was the learner's own when they left, and they may read it up to a day. */
    record Departed(PersonId learner, LocalDate readableUntil) implements AccessStep {
        public Departed {
            Objects.requireNonNull(learner, "learner");
            Objects.requireNonNull(readableUntil, "readableUntil");
        }

        @Override
        public Message message() {
            return Message.of("ground.departed", learner, readableUntil);
        }
    }

    /** The dossier is open to the head for a stated reason and some hours. */
    record OpenedForReason(ExceptionalAccess access) implements AccessStep {
        public OpenedForReason {
            Objects.requireNonNull(access, "access");
        }

        @Override
        public Message message() {
            return Message.of(
                    "ground.for-reason", access.openedBy(), access.openedAt(), access.closedFrom(), access.reason());
        }
    }

    /** The production was made together with the learner of another dossier, which the path so far leads to. */
    record MadeTogether(GroupId group, DossierId with) implements AccessStep {
        public MadeTogether {
            Objects.requireNonNull(group, "group");
            Objects.requireNonNull(with, "with");
        }

        @Override
        public Message message() {
            return Message.of("ground.together", group, with);
        }
    }

    /** It was handed in to a campaign of peer reviews and assigned to reviewers, who are not named. */
    record PeerReview(CampaignId campaign) implements AccessStep {
        public PeerReview {
            Objects.requireNonNull(campaign, "campaign");
        }

        @Override
        public Message message() {
            return Message.of("ground.reviewing", campaign);
        }
    }

    /**
     * The bearer of a link is let in to one thing.
     *
     * @param issuedBy the person who made the link
     */
    record ByLink(LinkId link, Target target, Period period, PersonId issuedBy) implements AccessStep {
        public ByLink {
            Objects.requireNonNull(link, "link");
            Objects.requireNonNull(target, "target");
            Objects.requireNonNull(period, "period");
            Objects.requireNonNull(issuedBy, "issuedBy");
        }

        @Override
        public Message message() {
            return Message.of("ground.bearing", what(target), issuedBy, span(period));
        }
    }

    private static Message reach(Reach reach) {
        if (reach instanceof Reach.OfCohort of) return Message.of("reach.cohort", of.cohort());
        if (reach instanceof Reach.OfDossier of) return Message.of("reach.dossier", of.dossier());
        if (reach instanceof Reach.OfProduction of) return Message.of("reach.production", of.production());
        return Message.of("reach.organisation");
    }

    private static Message what(Target target) {
        if (target instanceof Target.OfShowcase of) return Message.of("target.showcase", of.showcase());
        if (target instanceof Target.OfWorkplace of) return Message.of("target.workplace", of.workplace());
        if (target instanceof Target.OfPackage of) return Message.of("target.package", of.learner());
        return Message.of("target.seal", ((Target.OfSeal) target).seal());
    }

    private static Message span(Period period) {
        return period.until() == null
                ? Message.of("period.since", period.from())
                : Message.of("period.between", period.from(), period.until());
    }
}
