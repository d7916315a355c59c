package org.eportfolio.console.school;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
 */
public record ScaleCatalog(Map<String, Entry> entries, Path folder, Texts texts) {
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
        for (Scale each : defined(folder)) all.put(each.id(), new Entry(each, false, true, false));
        for (Adoption each : adoptions) {
            Scale scale = each.scale();
            Entry there = all.get(scale.id());
            all.put(
                    scale.id(),
                    there != null && there.scale().equals(scale)
                            ? new Entry(scale, there.shipped(), there.defined(), true)
                            : new Entry(scale, false, false, true));
        }
        return new ScaleCatalog(all, folder, texts);
    }

    private static List<Scale> defined(Path folder) {
        if (!Files.isDirectory(folder)) return List.of();
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(each -> each.toString().endsWith(".json"))
                    .sorted()
                    .map(ScaleCatalog::read)
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
        throw new Refusal(texts.say("refused.no-scale", given, String.join(", ", entries.keySet())));
    }

    /** Keeps a scale beside the portfolio; one that has this id already stays as it is. */
    public void define(Scale scale) throws IOException {
        Entry there = entries.get(scale.id());
        if (there != null) {
            if (there.scale().equals(scale)) return;
            throw new Refusal(texts.say("refused.scale-there", scale.id()));
        }
        Files.createDirectories(folder);
        Path file = folder.resolve(scale.id() + ".json");
        try (Writer to = Files.newBufferedWriter(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                JsonGenerator generator = new JsonFactory().createGenerator(to)) {
            generator.setPrettyPrinter(new DefaultPrettyPrinter());
            JsonWriter.write(scale, generator);
        } catch (FileAlreadyExistsException e) {
            throw new Refusal(texts.say("refused.scale-there", scale.id()));
        }
    }
}
