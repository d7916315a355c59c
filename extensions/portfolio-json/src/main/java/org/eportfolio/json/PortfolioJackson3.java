package org.eportfolio.json;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.Version;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.deser.Deserializers;
import tools.jackson.databind.ser.Serializers;

/**
 * The module for Jackson 3, for one mapper or several:
 *
 * <pre>{@code
 * ObjectMapper mapper = JsonMapper.builder().addModule(new PortfolioJackson3(LocaleContextHolder::getLocale)).build();
 * mapper.writeValueAsString(desk.goals().list(dossier, PageRequest.first(20)));
 * NewGoal goal = mapper.readValue(json, NewGoal.class);
 * }</pre>
 *
 * <p>What cannot be read is an {@link org.eportfolio.InvalidInputException} with all that is wrong, each with its path; within
 * a type of the host it is the cause of Jackson's exception. What is no JSON at all is Jackson's own. Thread-safe.
 */
public final class PortfolioJackson3 extends JacksonModule {
    private final @Nullable Supplier<Locale> language;

    /** Sentences in the language of the writer: {@code mapper.writer().with(Locale.FRENCH)}, or else the mapper's. */
    public PortfolioJackson3() {
        language = null;
    }

    /** @param language asked for each value that is written, such as the language of the current request */
    public PortfolioJackson3(Supplier<Locale> language) {
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
            public @Nullable ValueSerializer<?> findSerializer(
                    SerializationConfig config,
                    JavaType type,
                    BeanDescription.Supplier description,
                    JsonFormat.@Nullable Value format) {
                return OwnTypes.isWritten(type.getRawClass()) ? new Written() : null;
            }
        });
        context.addDeserializers(new Deserializers.Base() {
            @Override
            public @Nullable ValueDeserializer<?> findBeanDeserializer(
                    JavaType type, DeserializationConfig config, BeanDescription.Supplier description) {
                return found(type);
            }

            @Override
            public @Nullable ValueDeserializer<?> findEnumDeserializer(
                    JavaType type, DeserializationConfig config, BeanDescription.Supplier description) {
                return found(type);
            }

            @Override
            public boolean hasDeserializerFor(DeserializationConfig config, Class<?> type) {
                return OwnTypes.isRead(type);
            }

            private @Nullable ValueDeserializer<?> found(JavaType type) {
                return OwnTypes.isRead(type.getRawClass()) ? new Read(type.getRawClass()) : null;
            }
        });
    }

    private final class Written extends ValueSerializer<Object> {
        @Override
        public void serialize(Object value, JsonGenerator to, SerializationContext context) {
            try {
                new Writing(
                                new Sink(to),
                                language == null ? context.getLocale() : language.get(),
                                context.getConfig().hasExplicitTimeZone()
                                        ? context.getTimeZone().toZoneId()
                                        : null,
                                (Levels) context.getAttribute(Levels.class))
                        .value(value);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static final class Read extends ValueDeserializer<Object> {
        private final Class<?> type;

        Read(Class<?> type) {
            this.type = type;
        }

        @Override
        public @Nullable Object deserialize(JsonParser in, DeserializationContext context) {
            try {
                Object tree = JsonTree.read(in.currentTokenId(), new Tokens(in));
                return Reading.read(type, tree, (Uploads) context.getAttribute(Uploads.class));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private record Tokens(JsonParser in) implements JsonTokens {
        @Override
        public int next() {
            in.nextToken();
            return in.currentTokenId();
        }

        @Override
        public String text() {
            return in.getString();
        }
    }

    private record Sink(JsonGenerator to) implements JsonSink {
        @Override
        public void beginObject() {
            to.writeStartObject();
        }

        @Override
        public void name(String name) {
            to.writeName(name);
        }

        @Override
        public void endObject() {
            to.writeEndObject();
        }

        @Override
        public void beginArray() {
            to.writeStartArray();
        }

        @Override
        public void endArray() {
            to.writeEndArray();
        }

        @Override
        public void text(String text) {
            to.writeString(text);
        }

        @Override
        public void number(long number) {
            to.writeNumber(number);
        }

        @Override
        public void truth(boolean truth) {
            to.writeBoolean(truth);
        }

        @Override
        public void nothing() {
            to.writeNull();
        }
    }
}
