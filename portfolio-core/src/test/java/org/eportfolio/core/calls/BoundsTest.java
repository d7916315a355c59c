package org.eportfolio.core.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eportfolio.ConflictException;
import org.eportfolio.DeniedException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.NotFoundException;
import org.eportfolio.PluginException;
import org.eportfolio.PortfolioException;
import org.eportfolio.assessment.LevelPolicy;
import org.eportfolio.core.calls.BeyondBounds.Odd;
import org.eportfolio.core.calls.EveryCall.Outcome;
import org.eportfolio.core.calls.EveryCall.Trial;
import org.eportfolio.tck.PlainWords;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Every call of every desk, with one argument or one part of one after the other beyond the {@code InputBounds}, extreme or
 * missing: what it answers is a refusal that is documented, never what some class below it happens to throw.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BoundsTest {
    private static final int LIMIT = 10;

    /** Calls that no example of a class as it is lets through; a wrong argument must still be met with a documented refusal. */
    private static final int SELDOM = 40;

    /** What a caller read before: of it only the id and the revision count, the rest is the store's. */
    private static final Set<String> AS_READ = Set.of("seen", "plan", "receipts");

    /** What stands on the part itself as another bound, or as none. */
    private static final Set<String> WIDER = Set.of(
            "timeout max",
            "timeout min",
            "original Original.text.long",
            // A production as it was read, of which only the id and the number of versions are used.
            "input NewShownWork.production.Production.revision.max",
            "input NewShownWork.production.Production.revision.min",
            "input NewShownWork.production.Production.revision.minus");

    private final Map<String, Optional<Trial>> trials = new HashMap<>();

    private @Nullable CountedClass made;

    @BeforeAll
    void aClass() throws IOException {
        made = new CountedClass(4, 2);
    }

    @AfterAll
    void close() {
        school().close();
    }

    private CountedClass school() {
        return Objects.requireNonNull(made);
    }

    @Test
    void what_is_beyond_the_bounds_is_refused_by_every_call_and_only_as_documented() {
        List<String> wrong = new ArrayList<>();
        TreeSet<String> never = new TreeSet<>();
        for (EveryCall call : EveryCall.all()) {
            if (call.call().getParameterCount() == 0) continue;
            Trial trial = trial(call).orElseGet(() -> {
                never.add(call.name());
                return new Trial(0, Collections.nCopies(call.call().getParameterCount(), 0));
            });
            Parameter[] parameters = call.call().getParameters();
            for (int i = 0; i < parameters.length; i++) {
                @Nullable Object[] usual = call.arguments(trial, school(), null, LIMIT);
                for (Odd each :
                        BeyondBounds.of(parameters[i].getType(), parameters[i].getParameterizedType(), usual[i])) {
                    @Nullable Object[] given = call.arguments(trial, school(), null, LIMIT);
                    given[i] = each.value();
                    tried(
                            call,
                            parameters[i],
                            each,
                            call.given(
                                    given,
                                    trial.actor(),
                                    school(),
                                    school().store.copy()),
                            wrong);
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(never).hasSizeLessThan(SELDOM);
    }

    @Test
    void a_null_where_none_is_allowed_is_named() {
        List<String> wrong = new ArrayList<>();
        for (EveryCall call : EveryCall.all()) {
            Optional<Trial> trial = trial(call);
            if (trial.isEmpty()) continue;
            Parameter[] parameters = call.call().getParameters();
            for (int i = 0; i < parameters.length; i++) {
                if (parameters[i].getType().isPrimitive() || BeyondBounds.isOptional(parameters[i].getAnnotatedType()))
                    continue;
                @Nullable Object[] given = call.arguments(trial.get(), school(), null, LIMIT);
                given[i] = null;
                Outcome outcome = call.given(
                        given, trial.get().actor(), school(), school().store.copy());
                Throwable refusal = outcome.refusal();
                boolean named = refusal instanceof NullPointerException
                        && String.valueOf(refusal.getMessage()).contains(parameters[i].getName());
                if (!named && !(refusal instanceof InvalidInputException)) {
                    wrong.add(call.name() + " " + parameters[i].getName() + ": " + refusal);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** Looked for once, for both tests. */
    private Optional<Trial> trial(EveryCall call) {
        return trials.computeIfAbsent(call.name(), name -> search(call));
    }

    private Optional<Trial> search(EveryCall call) {
        for (int actor = 0; actor < school().actors.size(); actor++) {
            Optional<Trial> trial = call.goingThrough(school(), actor, LIMIT);
            if (trial.isPresent()) return trial;
        }
        return Optional.empty();
    }

    private static void tried(EveryCall call, Parameter parameter, Odd odd, Outcome outcome, List<String> wrong) {
        Throwable refusal = outcome.refusal();
        String place = parameter.getName() + " " + odd.what();
        String what = call.name() + " " + place;
        if (refusal == null) {
            boolean may = AS_READ.contains(parameter.getName()) || WIDER.contains(place);
            if (odd.refused() && !may) wrong.add(what + ": taken");
            return;
        }
        boolean documented = refusal instanceof InvalidInputException
                || refusal instanceof NotFoundException
                || refusal instanceof ConflictException
                || refusal instanceof DeniedException
                || refusal instanceof PluginException && parameter.getType() == LevelPolicy.class
                || refusal instanceof NullPointerException && odd.what().contains("null");
        if (refusal instanceof PortfolioException worded) {
            for (Locale each : List.of(Locale.ENGLISH, Locale.FRENCH)) {
                List<String> faults = PlainWords.faults(worded.message(each), each);
                if (!faults.isEmpty()) wrong.add(what + " words " + faults + ": " + worded.message(each));
            }
        }
        if (!documented) wrong.add(what + ": " + refusal);
    }
}
