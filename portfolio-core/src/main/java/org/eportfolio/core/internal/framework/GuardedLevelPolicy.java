package org.eportfolio.core.internal.framework;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eportfolio.Message;
import org.eportfolio.PluginException;
import org.eportfolio.assessment.Assessment;
import org.eportfolio.assessment.LevelPolicy;
import org.eportfolio.assessment.Outcome;
import org.eportfolio.id.AssessmentId;

/** A host's level policy, guarded: what it throws, or decides against the rules, is reported as its failure. */
record GuardedLevelPolicy(String name, LevelPolicy contributed) implements LevelPolicy {
    @Override
    public Decision decide(Case subject) {
        Decision decision;
        try {
            decision = contributed.decide(subject);
        } catch (RuntimeException e) {
            throw new PluginException(name, failed(String.valueOf(e)), e);
        }
        if (decision == null) throw broken("no decision");
        if (decision.outcome() == Outcome.RETRACTED) throw broken("decided RETRACTED");
        if (decision.level() != null && subject.scale().find(decision.level()).isEmpty()) {
            throw broken("the level " + decision.level() + " of another scale");
        }
        if (decision.outcome() != null && decision.counted().isEmpty()) throw broken("a decision that nothing carries");
        if (!known(subject).containsAll(decision.counted())) throw broken("counted what it was not given");
        return decision;
    }

    private static Set<AssessmentId> known(Case subject) {
        Set<AssessmentId> known = new HashSet<>();
        subject.positionings().forEach(each -> known.add(each.id()));
        for (List<Assessment> part : subject.ofSubCompetencies().values()) part.forEach(each -> known.add(each.id()));
        return known;
    }

    private PluginException broken(String what) {
        return new PluginException(name, failed(what));
    }

    private Message failed(String what) {
        return Message.of("plugin.failed", "LevelPolicy " + name, what);
    }
}
