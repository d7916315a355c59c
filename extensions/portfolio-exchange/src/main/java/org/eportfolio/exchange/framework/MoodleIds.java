package org.eportfolio.exchange.framework;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.eportfolio.exchange.LossReport.Loss;
import org.eportfolio.exchange.internal.ExchangeMessages;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.Competency;
import org.eportfolio.framework.Framework;
import org.eportfolio.framework.Item;
import org.eportfolio.framework.SubCompetency;

/**
 * The ID numbers under which Moodle gets the items of a framework. Moodle's importer compares them with PHP's {@code ==},
 * which takes "1.1" and "1.10" for the same number, drops "0" as empty, and keeps a hundred characters. A code is written as
 * it is unless that would lose an item; a code that the framework does not have officially is never written as a number.
 */
final class MoodleIds {
    /** So much of an ID number Moodle keeps. */
    private static final int LONGEST = 100;

    private static final String PREFIX = "code-";
    /** What PHP calls a numeric string. */
    private static final Pattern NUMERIC = Pattern.compile(
            "[ \\t\\n\\r\\x0B\\f]*+[+-]?(?:\\d++(?:\\.\\d*+)?|\\.\\d++)(?:[eE][+-]?\\d++)?[ \\t\\n\\r\\x0B\\f]*+");

    private final Map<Code, String> ids = new HashMap<>();
    private final Set<String> taken = new HashSet<>();
    private final Map<Double, Integer> sameNumber = new HashMap<>();

    private MoodleIds(Framework framework, List<Loss> lost) {
        framework.items().map(each -> each.code().value()).forEach(code -> {
            taken.add(code);
            if (isNumeric(code)) sameNumber.merge(number(code), 1, Integer::sum);
        });
        framework.items().forEach(each -> add(each, lost));
    }

    /** @param lost gets a line for each code that is written otherwise */
    static MoodleIds of(Framework framework, List<Loss> lost) {
        return new MoodleIds(framework, lost);
    }

    String of(Code code) {
        return ids.getOrDefault(code, code.value());
    }

    /** The ID number of the framework itself. */
    static String ofItself(Framework framework, List<Loss> lost) {
        String id = framework.id().toString();
        if (id.length() <= LONGEST) return id;
        String end = "-" + Naming.uuid(id).toString().substring(0, 8);
        String cut = id.substring(0, LONGEST - end.length()) + end;
        lost.add(new Loss("framework", id, "id", ExchangeMessages.of("moodle.lost-code", cut)));
        return cut;
    }

    private void add(Item item, List<Loss> lost) {
        String code = item.code().value();
        if (isKept(item)) return;
        String id = PREFIX + code.strip();
        while (!taken.add(id)) id = PREFIX + id;
        ids.put(item.code(), id);
        lost.add(new Loss("item", code, "code", ExchangeMessages.of("moodle.lost-code", id)));
    }

    private boolean isKept(Item item) {
        String code = item.code().value();
        if (!isNumeric(code)) return true;
        double number = number(code);
        return isOfficial(item) && number != 0 && sameNumber.getOrDefault(number, 0) == 1;
    }

    private static boolean isOfficial(Item item) {
        if (item instanceof Competency competency) return competency.official();
        return !(item instanceof SubCompetency part) || part.official();
    }

    private static boolean isNumeric(String code) {
        return NUMERIC.matcher(code).matches();
    }

    private static double number(String code) {
        return Double.parseDouble(code.strip());
    }
}
