package org.eportfolio.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.Version;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.Deserializers;
import com.fasterxml.jackson.databind.ser.Serializers;
import java.io.IOException;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The module for Jackson 2, for one mapper or several:
 *
 * <pre>{@code
 * ObjectMapper mapper = JsonMapper.builder().addModule(new PortfolioJackson2(LocaleContextHolder::getLocale)).build();
 * mapper.writeValueAsString(desk.goals().list(dossier, PageRequest.first(20)));
 * NewGoal goal = mapper.readValue(json, NewGoal.class);
 * }</pre>
 *
 * <p>What cannot be read is an {@link org.eportfolio.InvalidInputException} with all that is wrong, each with its path; within
 * a type of the host it is the cause of Jackson's exception. What is no JSON at all is Jackson's own. Thread-safe.
 */
public final class PortfolioJackson2 extends Module {
    private final @Nullable Supplier<Locale> language;

    /** Sentences in the language of the writer: {@code mapper.writer().with(Locale.FRENCH)}, or else the mapper's. */
    public PortfolioJackson2() {
        language = null;
    }

    /** @param language asked for each value that is written, such as the language of the current request */
    public PortfolioJackson2(Supplier<Locale> language) {
        this.language = language;
    }

    @Override
    public String getModuleName() {
        return "portfolio";
    }

    @Override
    public Version version() {
        return Version.unknownVersion();
    }

    @Override
    public void setupModule(SetupContext context) {
        context.addSerializers(new Serializers.Base() {
            @Override
            public @Nullable JsonSerializer<?> findSerializer(
                    SerializationConfig config, JavaType type, BeanDescription description) {
                return OwnTypes.isWritten(type.getRawClass()) ? new Written() : null;
            }
        });
        context.addDeserializers(new Deserializers.Base() {
            @Override
            public @Nullable JsonDeserializer<?> findBeanDeserializer(
                    JavaType type, DeserializationConfig config, BeanDescription description) {
                return OwnTypes.isRead(type.getRawClass()) ? new Read(type.getRawClass()) : null;
            }

            @Override
            public @Nullable JsonDeserializer<?> findEnumDeserializer(
                    Class<?> type, DeserializationConfig config, BeanDescription description) {
                return OwnTypes.isRead(type) ? new Read(type) : null;
            }
        });
    }

    private final class Written extends JsonSerializer<Object> {
        @Override
        public void serialize(Object value, JsonGenerator to, SerializerProvider provider) throws IOException {
            new Writing(
                            new Sink(to),
                            language == null ? provider.getLocale() : language.get(),
                            provider.getConfig().hasExplicitTimeZone()
                                    ? provider.getTimeZone().toZoneId()
                                    : null,
                            (Levels) provider.getAttribute(Levels.class))
                    .value(value);
        }
    }

    private static final class Read extends JsonDeserializer<Object> {
        private final Class<?> type;

        Read(Class<?> type) {
            this.type = type;
        }

        @Override
        public @Nullable Object deserialize(JsonParser in, DeserializationContext context) throws IOException {
            Object tree = JsonTree.read(in.currentTokenId(), new Tokens(in));
            return Reading.read(type, tree, (Uploads) context.getAttribute(Uploads.class));
        }
    }

    private record Tokens(JsonParser in) implements JsonTokens {
        @Override
        public int next() throws IOException {
            in.nextToken();
            return in.currentTokenId();
        }

        @Override
        public String text() throws IOException {
            return in.getText();
        }
    }

    private record Sink(JsonGenerator to) implements JsonSink {
        @Override
        public void beginObject() throws IOException {
            to.writeStartObject();
        }

        @Override
        public void name(String name) throws IOException {
            to.writeFieldName(name);
        }

        @Override
        public void endObject() throws IOException {
            to.writeEndObject();
        }

        @Override
        public void beginArray() throws IOException {
            to.writeStartArray();
        }

        @Override
        public void endArray() throws IOException {
            to.writeEndArray();
        }

        @Override
        public void text(String text) throws IOException {
            to.writeString(text);
        }

        @Override
        public void number(long number) throws IOException {
            to.writeNumber(number);
        }

        @Override
        public void truth(boolean truth) throws IOException {
            to.writeBoolean(truth);
        }

        @Override
        public void nothing() throws IOException {
            to.writeNull();
        }
    }
}
