package org.eportfolio.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eportfolio.school.Actor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** No call of any desk asks the store more often because the class is larger, or because more was written in it. */
class StatementsPerCallTest {
    private static final int TRIES = 200;

    /** Somebody's call that goes through, with the arguments it does so with. */
    private record Trial(int actor, int[] picks, int lookUps) {}

    @Test
    void reads_as_much_for_forty_learners_as_for_four() throws Exception {
        Map<String, List<Trial>> trials = new TreeMap<>();
        Map<String, String> refused = new TreeMap<>();
        Map<String, String> grown = new TreeMap<>();
        try (CountedClass small = new CountedClass(4, 2);
                CountedClass large = new CountedClass(30, 20)) {
            AccessMatrix.calls().forEach((call, door) -> {
                String name = AccessMatrix.name(door, call);
                for (int actor = 0; actor < small.actors.size(); actor++) {
                    Trial trial = first(small, actor, door, call, name, refused);
                    if (trial == null) continue;
                    trials.computeIfAbsent(name, each -> new ArrayList<>()).add(trial);
                    Object larger = run(large, actor, door, call, trial.picks());
                    String told = small.actors
                                    .get(actor)
                                    .person()
                                    .map(Object::toString)
                                    .orElse("bearer") + ": " + trial.lookUps() + " -> " + larger;
                    if (!larger.equals(trial.lookUps())) grown.merge(name, told, (a, b) -> a + "; " + b);
                }
            });
        }
        refused.keySet().removeAll(trials.keySet());
        java.nio.file.Files.writeString(
                java.nio.file.Path.of("/tmp/paging-counts.txt"),
                "REFUSED " + refused.size() + "\n"
                        + String.join(
                                "\n",
                                refused.entrySet().stream()
                                        .map(Object::toString)
                                        .toList())
                        + "\nGROWN " + grown.size() + "\n"
                        + String.join(
                                "\n",
                                grown.entrySet().stream().map(Object::toString).toList())
                        + "\nALL\n"
                        + String.join(
                                "\n",
                                trials.entrySet().stream()
                                        .map(each -> each.getKey() + " "
                                                + each.getValue().stream()
                                                        .map(Trial::lookUps)
                                                        .toList())
                                        .toList()));
        assertThat(grown).isEmpty();
        assertThat(refused).isEmpty();
    }

    private static @Nullable Trial first(
            CountedClass small, int actor, Method door, Method call, String name, Map<String, String> refused) {
        Class<?>[] types = call.getParameterTypes();
        int[] picks = new int[types.length];
        for (int tries = 0; tries < TRIES; tries++) {
            Object answer = run(small, actor, door, call, picks);
            if (answer instanceof Integer lookUps) return new Trial(actor, picks.clone(), lookUps);
            String told = String.valueOf(answer);
            refused.merge(name, told, (a, b) -> a.contains(b) || a.length() > 600 ? a : a + " | " + b);
            int at = types.length - 1;
            while (at >= 0 && ++picks[at] == choices(small, call, at)) picks[at--] = 0;
            if (at < 0) return null;
        }
        return null;
    }

    private static int choices(CountedClass school, Method call, int at) {
        return isLimit(call, at)
                ? 1
                : school.arguments(call.getParameterTypes()[at]).size();
    }

    private static boolean isLimit(Method call, int at) {
        return at > 0
                && call.getParameterTypes()[at] == int.class
                && call.getParameterTypes()[at - 1] == java.util.UUID.class;
    }

    /** How many look-ups it took, or why it was refused. */
    private static Object run(CountedClass school, int actor, Method door, Method call, int[] picks) {
        CountingStore copy = school.store.copy();
        Portfolio cold = school.open(copy);
        Actor as = school.actors.get(actor);
        @Nullable Object[] arguments = new @Nullable Object[picks.length];
        for (int i = 0; i < picks.length; i++) {
            arguments[i] = isLimit(call, i)
                    ? (Object) 100
                    : school.arguments(call.getParameterTypes()[i])
                            .get(picks[i])
                            .get();
        }
        try {
            call.invoke(door.invoke(cold.as(as)), arguments);
            return copy.lookUps();
        } catch (InvocationTargetException e) {
            return e.getCause() instanceof org.eportfolio.PortfolioException p
                    ? e.getCause().getClass().getSimpleName() + ":" + p.message(java.util.Locale.ENGLISH)
                    : String.valueOf(e.getCause());
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
