package org.eportfolio.benchmarks;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.eportfolio.core.internal.codec.RecordJson;
import org.eportfolio.core.internal.codec.Upgrades;
import org.eportfolio.spi.JsonText;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The body of a positioning, written and read in three ways: by hand over jackson-core, by the one codec over records
 * that core has, and by databind. Chose the codec; see the decision on bodies.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class BodyCodecBenchmark {
    /** A positioning without its wrapped ids, so that databind needs no help. */
    public record Positioning(
            UUID id,
            UUID dossier,
            UUID adoption,
            String competency,
            String perspective,
            String level,
            String author,
            LocalDate observedOn,
            Instant recordedAt,
            String because) {}

    private static final JsonFactory JSON = new JsonFactory();
    private static final long MICROS = 1_000_000;

    private final RecordJson codec = new RecordJson();
    private final ObjectMapper databind = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();
    private final Positioning positioning = new Positioning(
            UUID.fromString("01931e5c-7a10-7abc-8def-0123456789ab"),
            UUID.fromString("01931e5c-7a10-7abc-8def-0123456789ac"),
            UUID.fromString("01931e5c-7a10-7abc-8def-0123456789ad"),
            "C3.1",
            "TEACHER",
            "en-cours",
            "m.durand",
            LocalDate.of(2026, 11, 23),
            Instant.parse("2026-11-23T10:15:30.123456Z"),
            "Sources non datées, mais comparées.");
    private final JsonText byCodec = codec.body(positioning, 1, "abcdefghijklmnopqrstuv");
    private final byte[] byDatabind = databindText();
    private final byte[] byHand = handText();

    @Benchmark
    public JsonText write_by_codec() {
        return codec.body(positioning, 1, "abcdefghijklmnopqrstuv");
    }

    @Benchmark
    public byte[] write_by_databind() {
        return databindText();
    }

    @Benchmark
    public byte[] write_by_hand() {
        return handText();
    }

    @Benchmark
    public Positioning read_by_codec() {
        return codec.record(byCodec, Positioning.class, Upgrades.NONE);
    }

    @Benchmark
    public Positioning read_by_databind() throws IOException {
        return databind.readValue(byDatabind, Positioning.class);
    }

    @Benchmark
    public Positioning read_by_hand() throws IOException {
        UUID[] ids = new UUID[3];
        String[] texts = new String[5];
        LocalDate day = LocalDate.EPOCH;
        Instant at = Instant.EPOCH;
        try (JsonParser in = JSON.createParser(byHand)) {
            in.nextToken();
            for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
                JsonToken token = in.nextToken();
                if (token == null) break;
                switch (name) {
                    case "id" -> ids[0] = UUID.fromString(in.getText());
                    case "dossier" -> ids[1] = UUID.fromString(in.getText());
                    case "adoption" -> ids[2] = UUID.fromString(in.getText());
                    case "competency" -> texts[0] = in.getText();
                    case "perspective" -> texts[1] = in.getText();
                    case "level" -> texts[2] = in.getText();
                    case "author" -> texts[3] = in.getText();
                    case "observedOn" -> day = LocalDate.parse(in.getText());
                    case "recordedAt" -> at = Instant.EPOCH.plus(in.getLongValue(), ChronoUnit.MICROS);
                    case "because" -> texts[4] = in.getText();
                    default -> in.skipChildren();
                }
            }
        }
        return new Positioning(ids[0], ids[1], ids[2], texts[0], texts[1], texts[2], texts[3], day, at, texts[4]);
    }

    private byte[] databindText() {
        try {
            return databind.writeValueAsBytes(positioning);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] handText() {
        ByteArrayOutputStream text = new ByteArrayOutputStream(512);
        try (JsonGenerator out = JSON.createGenerator(text)) {
            out.writeStartObject();
            out.writeNumberField("v", 1);
            out.writeStringField("s", "abcdefghijklmnopqrstuv");
            out.writeStringField("id", positioning.id().toString());
            out.writeStringField("dossier", positioning.dossier().toString());
            out.writeStringField("adoption", positioning.adoption().toString());
            out.writeStringField("competency", positioning.competency());
            out.writeStringField("perspective", positioning.perspective());
            out.writeStringField("level", positioning.level());
            out.writeStringField("author", positioning.author());
            out.writeStringField("observedOn", positioning.observedOn().toString());
            Instant at = positioning.recordedAt();
            out.writeNumberField("recordedAt", at.getEpochSecond() * MICROS + at.getNano() / 1_000);
            out.writeStringField("because", positioning.because());
            out.writeEndObject();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return text.toByteArray();
    }
}
