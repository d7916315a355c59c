package org.eportfolio.exchange.framework;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eportfolio.exchange.LossReport.Loss;
import org.eportfolio.framework.Bloc;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.Competency;
import org.eportfolio.framework.Framework;
import org.eportfolio.framework.Item;
import org.eportfolio.framework.Knowledge;
import org.eportfolio.framework.Scale;
import org.eportfolio.framework.SubCompetency;
import org.jspecify.annotations.Nullable;

/** A framework as the rows of a Moodle competency CSV. */
final class MoodleWriting {
    private static final String TAXONOMIES = "domain,competency,competency,competency";

    private MoodleWriting() {}

    static void write(Framework framework, Scale scale, Path to, List<Loss> lost) throws IOException {
        MoodleIds ids = MoodleIds.of(framework, lost);
        Map<Code, List<Code>> related = related(framework);
        try (CsvWriter out = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(to)) {
            out.writeRecord(MoodleRows.HEADER);
            String notes = framework.notes().stream().map(Html::paragraph).collect(Collectors.joining());
            out.writeRecord(
                    "",
                    MoodleIds.ofItself(framework, lost),
                    cut(framework.title()),
                    whole(framework.title()) + notes,
                    "1",
                    MoodleScales.values(scale, lost),
                    MoodleScales.configuration(scale),
                    "",
                    "",
                    "",
                    "",
                    "",
                    "1",
                    TAXONOMIES);
            int number = 1;
            for (Bloc bloc : framework.blocs()) {
                item(bloc, "", null, number++, related, ids, out);
                for (Competency each : bloc.competencies()) {
                    String longer = each.description() == null
                            ? null
                            : each.description().label();
                    item(each, ids.of(bloc.code()), longer, number++, related, ids, out);
                    for (SubCompetency part : each.subCompetencies()) {
                        item(part, ids.of(each.code()), null, number++, related, ids, out);
                    }
                }
                for (Knowledge each : bloc.knowledge())
                    item(each, ids.of(bloc.code()), null, number++, related, ids, out);
            }
        }
    }

    private static void item(
            Item item,
            String above,
            @Nullable String longer,
            int number,
            Map<Code, List<Code>> related,
            MoodleIds ids,
            CsvWriter out) {
        String references = related.getOrDefault(item.code(), List.of()).stream()
                .map(each -> ids.of(each).replace(",", "%2C"))
                .collect(Collectors.joining(","));
        String description = whole(item.label()) + (longer == null ? "" : Html.paragraph(longer));
        out.writeRecord(
                above,
                ids.of(item.code()),
                cut(item.label()),
                description,
                "1",
                "",
                "",
                "",
                "0",
                "null",
                references,
                String.valueOf(number),
                "",
                "");
    }

    /** Cross-references go both ways in Moodle. */
    private static Map<Code, List<Code>> related(Framework framework) {
        Map<Code, List<Code>> related = new HashMap<>();
        framework.blocs().stream()
                .flatMap(each -> each.knowledge().stream())
                .forEach(each -> each.competencies().forEach(code -> {
                    related.computeIfAbsent(each.code(), from -> new ArrayList<>())
                            .add(code);
                    related.computeIfAbsent(code, from -> new ArrayList<>()).add(each.code());
                }));
        return related;
    }

    private static String cut(String label) {
        if (label.length() <= MoodleRows.LONGEST_NAME) return label;
        int end = MoodleRows.LONGEST_NAME;
        return label.substring(0, Character.isHighSurrogate(label.charAt(end - 1)) ? end - 1 : end);
    }

    /** What a cut short name leaves out stands first in the description. */
    private static String whole(String label) {
        return label.length() <= MoodleRows.LONGEST_NAME ? "" : Html.paragraph(label);
    }
}
