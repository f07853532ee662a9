package org.aletheia.evidence.record;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.aletheia.access.RecordKind;
import org.aletheia.kernel.CountryCode;
import org.aletheia.kernel.LanguageTag;
import org.aletheia.kernel.MalformedValueException;
import org.aletheia.kernel.UncertainDate;
import org.aletheia.platform.persistence.UnreadableRowException;

/**
 * The stored form of a content: JSON with the kernel's values as their texts, and what is absent or empty left out, so
 * that rows written by earlier releases read like rows that never said it.
 */
public final class RecordCodec {
    private static final TypeReference<Map<String, Object>> MEMBERS = new TypeReference<>() {};
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .serializationInclusion(JsonInclude.Include.NON_EMPTY)
            .withConfigOverride(List.class, list -> list.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .addModule(values())
            .build();

    private RecordCodec() {}

    /** The members of a content. */
    public static Map<String, Object> encode(Object content) {
        return JSON.convertValue(content, MEMBERS);
    }

    /** The stored text of a content. */
    public static String write(Object content) {
        try {
            return JSON.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The content of a stored text. What a later release added is passed over: while servers are upgraded one by one, the
     * older ones read it too.
     *
     * @throws UnreadableRowException where it is not such a text
     */
    public static <T> T read(String text, Class<T> type) {
        try {
            return JSON.readValue(text, type);
        } catch (JsonProcessingException | MalformedValueException e) {
            throw new UnreadableRowException(type.getSimpleName());
        }
    }

    private static SimpleModule values() {
        SimpleModule module = new SimpleModule();
        text(module, UncertainDate.class, UncertainDate::edtf, UncertainDate::parse);
        text(module, LanguageTag.class, LanguageTag::value, LanguageTag::new);
        text(module, CountryCode.class, CountryCode::value, CountryCode::new);
        text(module, RecordKind.class, RecordKind::code, RecordKind::parse);
        module.addSerializer(Geometry.class, new Writer<>(Geometry::toGeoJson));
        module.addDeserializer(Geometry.class, new Reader<>(Map.class, GeoJson::parse));
        return module;
    }

    private static <T> void text(SimpleModule module, Class<T> type, Function<T, String> to, Function<String, T> from) {
        module.addSerializer(type, new Writer<>(to));
        module.addDeserializer(type, new Reader<>(String.class, from));
    }

    private static final class Writer<T> extends JsonSerializer<T> {
        private final Function<T, ?> to;

        Writer(Function<T, ?> to) {
            this.to = to;
        }

        @Override
        public void serialize(T value, JsonGenerator out, SerializerProvider provider) throws IOException {
            provider.defaultSerializeValue(to.apply(value), out);
        }
    }

    private static final class Reader<R, T> extends JsonDeserializer<T> {
        private final Class<R> raw;
        private final Function<R, T> from;

        Reader(Class<R> raw, Function<R, T> from) {
            this.raw = raw;
            this.from = from;
        }

        @Override
        public T deserialize(JsonParser in, DeserializationContext context) throws IOException {
            return from.apply(context.readValue(in, raw));
        }
    }
}
