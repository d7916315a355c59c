package org.eportfolio.core.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eportfolio.InvalidInputException;
import org.eportfolio.core.Desk;
import org.eportfolio.core.calls.EveryCall.Trial;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** H11: which calls take no key is written down, each of them and no other. */
class H11EveryCallOnceTest {
    private static final Path PAGE = Path.of("../docs/embedding.md");
    private static final Pattern LIST = Pattern.compile("(?s)(  # refused under a key\\n)(.*?)(  ```)");

    /** The call is not part of others, or its answer cannot be given again. */
    private static final Set<String> REFUSED = Set.of("once.alone", "once.no-answer");

    @Test
    void each_call_that_is_refused_under_a_key_is_named_where_a_host_looks() throws IOException {
        Set<String> refused = new TreeSet<>();
        try (CountedClass school = new CountedClass(4, 2)) {
            for (EveryCall call : EveryCall.all()) {
                if (isRefused(call, school)) refused.add(call.name());
            }
        }
        if (Boolean.getBoolean("portfolio.regenerate")) write(refused);
        assertThat(refused).as("refused under a key, and written down").containsExactlyElementsOf(written());
    }

    private static Set<String> written() throws IOException {
        Matcher list = LIST.matcher(Files.readString(PAGE));
        assertThat(list.find()).isTrue();
        return new TreeSet<>(list.group(2).lines().map(String::strip).toList());
    }

    private static void write(Set<String> refused) throws IOException {
        String lines = refused.stream().map(each -> "  " + each + "\n").collect(Collectors.joining());
        String page = Files.readString(PAGE);
        Files.writeString(PAGE, LIST.matcher(page).replaceFirst("$1" + Matcher.quoteReplacement(lines) + "$3"));
    }

    /** As the first person for whom it goes through without a key. */
    private static boolean isRefused(EveryCall call, CountedClass school) {
        for (int actor = 0; actor < school.actors.size(); actor++) {
            if (school.actors.get(actor).person().isEmpty()) continue;
            Optional<Trial> trial = call.goingThrough(school, actor, 10);
            if (trial.isPresent()) return isRefused(call, trial.get(), school);
        }
        return false;
    }

    private static boolean isRefused(EveryCall call, Trial trial, CountedClass school) {
        @Nullable Object[] arguments = call.arguments(trial, school, null, 10);
        Desk desk = school.open(school.store.copy()).as(school.actors.get(trial.actor()));
        try {
            Object unused = desk.once("key", "input", under -> made(call, under, arguments));
            return false;
        } catch (InvalidInputException e) {
            return REFUSED.contains(e.violations().get(0).rule().key());
        } catch (IllegalStateException waits) {
            return true;
        }
    }

    private static Object made(EveryCall call, Desk desk, @Nullable Object[] arguments) {
        try {
            Object answer = call.call().invoke(call.door().invoke(desk), arguments);
            return answer == null ? true : answer;
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException refusal) throw refusal;
            throw new AssertionError(call.name(), e.getCause());
        } catch (IllegalAccessException e) {
            throw new AssertionError(call.name(), e);
        }
    }
}
