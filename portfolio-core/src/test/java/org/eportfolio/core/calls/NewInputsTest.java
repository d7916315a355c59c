package org.eportfolio.core.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.tngtech.archunit.core.domain.JavaClass;
import jakarta.validation.constraints.NotNull;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eportfolio.House;
import org.eportfolio.InvalidInputException;
import org.eportfolio.core.internal.input.Inputs;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What hosts hand in ({@code New…}) takes a missing list as empty and names by its path what must not be missing. */
class NewInputsTest {
    private static final List<Class<?>> INPUTS = House.CLASSES.stream()
            .filter(each -> each.isRecord() && each.getSimpleName().matches("New[A-Z].*"))
            .<Class<?>>map(JavaClass::reflect)
            .toList();

    static List<Class<?>> inputs() {
        return INPUTS;
    }

    @Test
    void there_are_inputs() {
        assertThat(inputs()).hasSizeGreaterThan(25);
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void names_by_its_path_what_must_not_be_missing(Class<?> type) throws Exception {
        Set<String> refused = refused(made(type, each -> null));

        for (RecordComponent each : type.getRecordComponents()) {
            boolean optional = each.getAnnotatedType().isAnnotationPresent(Nullable.class)
                    && !each.getAccessor().isAnnotationPresent(NotNull.class);
            if (optional || each.getType().isPrimitive() || isSeveral(each)) {
                continue;
            }
            assertThat(refused).as("%s", type).contains(each.getName());
        }
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void takes_a_missing_list_as_empty(Class<?> type) throws Exception {
        Object input = made(type, each -> null);

        for (RecordComponent each : severals(type)) {
            Object value = each.getAccessor().invoke(input);
            assertThat(value).as(each.getName()).isIn(List.of(), Set.of(), Map.of());
        }
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void names_the_place_of_what_is_missing_in_a_list(Class<?> type) throws Exception {
        Set<String> refused = refused(made(type, NewInputsTest::withNothingInIt));

        for (RecordComponent each : severals(type)) {
            assertThat(refused)
                    .as("%s", type)
                    .anyMatch(path -> path.startsWith(each.getName() + "[") || path.startsWith(each.getName() + "<"));
        }
    }

    private static List<RecordComponent> severals(Class<?> type) {
        return Stream.of(type.getRecordComponents())
                .filter(NewInputsTest::isSeveral)
                .toList();
    }

    private static boolean isSeveral(RecordComponent each) {
        return Collection.class.isAssignableFrom(each.getType()) || each.getType() == Map.class;
    }

    private static @Nullable Object withNothingInIt(RecordComponent component) {
        if (component.getType() == List.class) return Collections.singletonList(null);
        if (component.getType() == Set.class) return Collections.singleton(null);
        return component.getType() == Map.class ? Collections.singletonMap(null, null) : null;
    }

    private interface Value {
        @Nullable
        Object of(RecordComponent component);
    }

    private static Object made(Class<?> type, Value value) throws Exception {
        RecordComponent[] components = type.getRecordComponents();
        Constructor<?> canonical = type.getDeclaredConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        Object[] values = Arrays.stream(components)
                .map(each -> each.getType() == boolean.class
                        ? Boolean.FALSE
                        : each.getType() == int.class ? Integer.valueOf(0) : value.of(each))
                .toArray();
        try {
            return canonical.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new AssertionError("the constructor of " + type + " refuses it", e.getCause());
        }
    }

    private static Set<String> refused(Object input) {
        InvalidInputException refusal = catchThrowableOfType(InvalidInputException.class, () -> Inputs.checked(input));
        if (refusal == null) return Set.of();
        return refusal.violations().stream()
                .map(InvalidInputException.Violation::path)
                .collect(Collectors.toSet());
    }
}
