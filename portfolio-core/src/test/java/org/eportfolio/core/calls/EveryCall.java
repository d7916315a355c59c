package org.eportfolio.core.calls;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.eportfolio.DeniedException;
import org.eportfolio.PageRequest;
import org.eportfolio.core.Desk;
import org.jspecify.annotations.Nullable;

/** One public method of a desk, and how it is called in a {@link CountedClass} in somebody's name. */
public record EveryCall(Method door, Method call) {
    /** How many combinations of arguments are tried before a call counts as refused. */
    private static final int TRIES = 200;

    private static final Map<String, Optional<Trial>> GOING_THROUGH = new ConcurrentHashMap<>();

    /** Refusals that no other arguments would change. */
    private static final Set<String> FOR_ANOTHER_ROLE = Set.of(
            "denied.needs-role",
            "denied.permission",
            "denied.opens-for-reason",
            "denied.not-a-bearer",
            "denied.bearer");

    /** Whose call it is and which of the arguments that the class knows it is given, by their numbers. */
    public record Trial(int actor, List<Integer> picks) {}

    /** What a call came to: an answer, or why it was refused; and the store it was made in. */
    public record Outcome(@Nullable Object answer, @Nullable Throwable refusal, CountingStore store) {
        boolean wentThrough() {
            return refusal == null;
        }
    }

    public static List<EveryCall> all() {
        return AccessMatrix.calls().entrySet().stream()
                .map(each -> new EveryCall(each.getValue(), each.getKey()))
                .toList();
    }

    public String name() {
        return AccessMatrix.name(door, call);
    }

    public boolean gives(Class<?> type) {
        return call.getReturnType() == type;
    }

    /** The first of the arguments with which the call is as wanted for this actor. */
    public Optional<Trial> first(CountedClass school, int actor, int limit, Function<Outcome, Boolean> wanted) {
        Class<?>[] types = call.getParameterTypes();
        Integer[] picks = new Integer[types.length];
        Arrays.fill(picks, 0);
        for (int tries = 0; tries < TRIES; tries++) {
            Trial trial = new Trial(actor, List.of(picks));
            Outcome outcome = made(trial, school, school.store.copy(), null, limit);
            if (wanted.apply(outcome)) return Optional.of(trial);
            if (outcome.refusal() instanceof DeniedException denied
                    && FOR_ANOTHER_ROLE.contains(denied.reason().key())) return Optional.empty();
            int at = types.length - 1;
            while (at >= 0 && ++picks[at] == choices(school, at)) picks[at--] = 0;
            if (at < 0) return Optional.empty();
        }
        return Optional.empty();
    }

    /**
     * The same for arguments with which the call goes through, in a class of four: looked for once for all tests, since it
     * takes longer than most of what they do with them. What was found elsewhere is tried here before it is given.
     */
    public Optional<Trial> goingThrough(CountedClass school, int actor, int limit) {
        Optional<Trial> known =
                GOING_THROUGH.computeIfAbsent(name() + actor, any -> first(school, actor, limit, Outcome::wentThrough));
        boolean holds = known.isEmpty()
                || made(known.get(), school, school.store.copy(), null, limit).wentThrough();
        return holds ? known : first(school, actor, limit, Outcome::wentThrough);
    }

    private int choices(CountedClass school, int at) {
        return school.arguments(call.getParameterTypes()[at]).size();
    }

    /** Makes the call, with nothing remembered. */
    public Outcome made(Trial trial, CountedClass school, CountingStore store, @Nullable UUID after, int limit) {
        return given(arguments(trial, school, after, limit), trial.actor(), school, store);
    }

    /** What a trial gives the call. */
    @Nullable
    public Object[] arguments(Trial trial, CountedClass school, @Nullable UUID after, int limit) {
        @Nullable Object[] arguments = new @Nullable Object[trial.picks().size()];
        for (int i = 0; i < arguments.length; i++) {
            Class<?> type = call.getParameterTypes()[i];
            if (type == PageRequest.class) arguments[i] = new PageRequest(limit, PageRequest.Order.OLDEST_FIRST, after);
            else arguments[i] = school.arguments(type).get(trial.picks().get(i)).get();
        }
        return arguments;
    }

    /** Makes the call with these arguments, with nothing remembered. */
    public Outcome given(@Nullable Object[] arguments, int actor, CountedClass school, CountingStore store) {
        try {
            Desk desk = school.open(store).as(school.actors.get(actor));
            return new Outcome(call.invoke(door.invoke(desk), arguments), null, store);
        } catch (InvocationTargetException e) {
            return new Outcome(null, e.getCause(), store);
        } catch (IllegalAccessException e) {
            throw new AssertionError(name(), e);
        }
    }
}
