package org.eportfolio.benchmarks.side;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** All measured rows, as they come in; each is shown at once, since the whole takes minutes. */
public final class Table {
    private static final String HEAD = "| Work | Unit | Library | JDBC | Hibernate | ÷ JDBC | ÷ Hibernate | Must | Aim"
            + " | Met | Note |\n|---|---|--:|--:|--:|--:|--:|---|---|---|---|\n";

    private final List<Row> rows = new ArrayList<>();

    public void add(Row row) {
        if (rows.isEmpty()) System.out.print(HEAD);
        rows.add(row);
        System.out.println(row.markdown());
    }

    public void write(Path folder) throws IOException {
        Files.writeString(
                folder.resolve("side-by-side.md"),
                rows.stream().map(Row::markdown).collect(Collectors.joining("\n", HEAD, "\n")));
        ObjectMapper mapper = new ObjectMapper();
        List<String> lines = new ArrayList<>();
        for (Row each : rows) lines.add(mapper.writeValueAsString(each.json()));
        Files.writeString(folder.resolve("side-by-side.json"), "[" + String.join(",\n ", lines) + "]\n");
    }
}
