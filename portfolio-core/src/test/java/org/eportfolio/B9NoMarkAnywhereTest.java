package org.eportfolio;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eportfolio.assessment.FormerImport;
import org.eportfolio.assessment.TakenLevels;
import org.junit.jupiter.api.Test;

/** B9: training is not certification. There is no field for a mark anywhere, and no number in a judgement. */
class B9NoMarkAnywhereTest {
    private static final Set<String> MARKS = Set.of(
            "mark", "marks", "grade", "grades", "score", "scores", "average", "mean", "percent", "percentage", "gpa");
    private static final Set<Class<?>> FRACTIONS =
            Set.of(double.class, Double.class, float.class, Float.class, BigDecimal.class);
    private static final Set<Class<?>> NUMBERS =
            Set.of(int.class, Integer.class, long.class, Long.class, short.class, Short.class, BigInteger.class);

    /** Which state of a record it is, which is no judgement. */
    private static final Set<String> COUNTS_OF_STATES = Set.of("revision", "version");

    /** They say how much of a sheet was taken in. */
    private static final Set<Class<?>> REPORTS = Set.of(FormerImport.class, TakenLevels.class);

    private static List<Class<?>> records() {
        return House.CLASSES.stream()
                .filter(type -> !type.getPackageName().startsWith("org.eportfolio.core")
                        && !type.getPackageName().startsWith("org.eportfolio.sqlite")
                        && !type.getPackageName().startsWith("org.eportfolio.tck"))
                .filter(type -> type.isRecord() && type.getModifiers().contains(JavaModifier.PUBLIC))
                .<Class<?>>map(JavaClass::reflect)
                .toList();
    }

    private static boolean saysMark(String name) {
        return Arrays.stream(name.split("(?=[A-Z])"))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .anyMatch(MARKS::contains);
    }

    @Test
    void no_record_has_a_component_for_a_mark() {
        List<String> found = new ArrayList<>();
        assertThat(records()).hasSizeGreaterThan(60);
        for (Class<?> type : records()) {
            for (RecordComponent each : type.getRecordComponents()) {
                if (saysMark(each.getName()) || FRACTIONS.contains(each.getType()))
                    found.add(type + "." + each.getName());
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void no_judgement_holds_a_number() {
        List<String> found = new ArrayList<>();
        for (Class<?> type : records()) {
            if (REPORTS.contains(type)) continue;
            String home = type.getPackageName();
            if (!home.equals("org.eportfolio.assessment") && !home.equals("org.eportfolio.certification")) continue;
            for (RecordComponent each : type.getRecordComponents()) {
                boolean number = NUMBERS.contains(each.getType()) || FRACTIONS.contains(each.getType());
                if (number && !COUNTS_OF_STATES.contains(each.getName())) found.add(type + "." + each.getName());
            }
        }
        assertThat(found).isEmpty();
    }
}
