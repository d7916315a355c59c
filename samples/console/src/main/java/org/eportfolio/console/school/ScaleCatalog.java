package org.eportfolio.console.school;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eportfolio.InvalidInputException;
import org.eportfolio.console.terminal.JsonWriter;
import org.eportfolio.console.terminal.Refusal;
import org.eportfolio.console.terminal.Texts;
import org.eportfolio.core.ExampleScales;
import org.eportfolio.core.FrameworkFile;
import org.eportfolio.framework.Adoption;
import org.eportfolio.framework.Scale;

/**
 * Scales by their ids: the examples that ship, those that the school works with, and those that were defined here, in JSON
 * files in a folder beside the portfolio until a framework is adopted with them.
 *
 * @param damaged files of that folder that hold no scale; they do not keep the others from being used
 */
public record ScaleCatalog(Map<String, Entry> entries, List<Path> damaged, Path folder, Texts texts) {
    /** A scale and where it is from. */
    public record Entry(Scale scale, boolean shipped, boolean defined, boolean adopted) {}

    public static ScaleCatalog of(Lookup lookup, Path file) {
        return of(lookup.desk().frameworks().adoptions(), file, lookup.texts());
    }

    /** Of an id that stands for several scales, the one that the school works with. */
    public static ScaleCatalog of(List<Adoption> adoptions, Path file, Texts texts) {
        Path folder = file.resolveSibling(file.getFileName() + ".scales");
        Map<String, Entry> all = new LinkedHashMap<>();
        for (Scale each : ExampleScales.all()) all.put(each.id(), new Entry(each, true, false, false));
        List<Path> damaged = new ArrayList<>();
        for (Path each : files(folder)) {
            try {
                Scale scale = read(each);
                all.put(scale.id(), new Entry(scale, false, true, false));
            } catch (UncheckedIOException | InvalidInputException e) {
                damaged.add(each);
            }
        }
        for (Adoption each : adoptions) {
            Scale scale = each.scale();
            Entry there = all.get(scale.id());
            all.put(
                    scale.id(),
                    there != null && there.scale().equals(scale)
                            ? new Entry(scale, there.shipped(), there.defined(), true)
                            : new Entry(scale, false, false, true));
        }
        return new ScaleCatalog(all, damaged, folder, texts);
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) return List.of();
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(each -> each.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Scale read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return FrameworkFile.readScale(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By its id, or by the file that it stands in. */
    public Scale find(String given) {
        Entry there = entries.get(given);
        if (there != null) return there.scale();
        if (given.endsWith(".json")) return read(Path.of(given));
        refuseDamaged(given);
        throw new Refusal(texts.say("refused.no-scale", given, String.join(", ", entries.keySet())));
    }

    /** Keeps a scale beside the portfolio; one that has this id already stays as it is. */
    public void define(Scale scale) throws IOException {
        Entry there = entries.get(scale.id());
        if (there != null) {
            if (there.scale().equals(scale)) return;
            throw new Refusal(texts.say("refused.scale-there", scale.id()));
        }
        refuseDamaged(scale.id());
        NewFile.folder(folder);
        try {
            NewFile.write(file(scale.id()), to -> {
                try (JsonGenerator generator = new JsonFactory().createGenerator(to)) {
                    generator.setPrettyPrinter(new DefaultPrettyPrinter());
                    JsonWriter.write(scale, generator);
                }
            });
        } catch (FileAlreadyExistsException e) {
            throw new Refusal(texts.say("refused.scale-there", scale.id()));
        }
    }

    /** Removes the file of a scale that the portfolio holds from now on, and the folder with the last one. */
    public void adopted(Scale scale) throws IOException {
        Entry there = entries.get(scale.id());
        if (there == null || !there.defined() || !there.scale().equals(scale)) return;
        Files.deleteIfExists(file(scale.id()));
        try {
            Files.deleteIfExists(folder);
        } catch (DirectoryNotEmptyException e) {
            // Others are still defined there.
        }
    }

    private Path file(String id) {
        return folder.resolve(id + ".json");
    }

    private void refuseDamaged(String id) {
        if (damaged.contains(file(id))) throw new Refusal(texts.say("refused.scale-damaged", file(id)));
    }
}
