package org.eportfolio.agenda;

import java.time.Instant;
import org.eportfolio.Line;
import org.eportfolio.framework.Code;
import org.eportfolio.id.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What is wanted of the productions, the reflections or the goals of a class: {@code ClassFilter.ALL.on("C3.1").by(learner)}. What is
 * {@code null} leaves nothing out.
 *
 * @param competency that the current version shows; of a reflection, that a production it cites shows; that a goal aims at
 * @param situation the scenario, the mission or the workplace that the thing names as its setting, as it is written there; a
 *     goal has none
 * @param author the learner
 * @param state whether the team has said something on it; of a goal, on what its learner claimed last
 * @param since whose current state is of this instant or later; of a goal, when it was set, claimed or answered last
 */
public record ClassFilter(
        @Nullable Code competency,
        @Nullable @Line String situation,
        @Nullable PersonId author,
        @Nullable State state,
        @Nullable Instant since) {
    /** Leaves nothing out. */
    public static final ClassFilter ALL = new ClassFilter(null, null, null, null, null);

    /** Whether the team has said something. */
    public enum State {
        /** There is no feedback on it that stands. */
        WAITING,
        /** There is. */
        ANSWERED
    }

    /** Only those on this competency. */
    public ClassFilter on(String code) {
        return new ClassFilter(Code.of(code), situation, author, state, since);
    }

    /** Only those of this scenario, mission or workplace. */
    public ClassFilter in(String setting) {
        return new ClassFilter(competency, setting, author, state, since);
    }

    /** Only those of this learner. */
    public ClassFilter by(PersonId learner) {
        return new ClassFilter(competency, situation, learner, state, since);
    }

    /** Only those on which the team has said something, or nothing yet. */
    public ClassFilter being(State wanted) {
        return new ClassFilter(competency, situation, author, wanted, since);
    }

    /** Only those whose current state is of this instant or later. */
    public ClassFilter since(Instant from) {
        return new ClassFilter(competency, situation, author, state, from);
    }
}
