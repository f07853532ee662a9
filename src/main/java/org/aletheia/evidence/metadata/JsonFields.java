package org.aletheia.evidence.metadata;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.aletheia.platform.http.Findings;
import org.jspecify.annotations.Nullable;

/**
 * One JSON object from outside, read member by member. Nothing here throws: all that is wrong becomes a finding with its
 * JSON pointer (RFC 6901), and the value read is null or missing from its list. {@link #end()} reports the members that
 * nobody asked for. Not thread-safe.
 */
public final class JsonFields {
    private static final JsonMapper VALUES = JsonMapper.builder().build();
    private static final TypeReference<Map<String, Object>> MEMBERS = new TypeReference<>() {};

    private final JsonNode node;
    private final String pointer;
    private final Findings findings;
    private final boolean closed;
    private final Set<String> known = new HashSet<>();

    private JsonFields(JsonNode node, String pointer, Findings findings, boolean closed) {
        this.node = node;
        this.pointer = pointer;
        this.findings = findings;
        this.closed = closed;
    }

    /** The body as a whole; null, with a finding, unless it is an object. */
    public static @Nullable JsonFields root(@Nullable JsonNode body, Findings findings) {
        return of(body, "", findings, true);
    }

    /**
     * The body as a whole, with findings of its own.
     *
     * @throws org.aletheia.platform.http.ProblemException {@code invalid-request} unless it is an object
     */
    public static JsonFields object(@Nullable JsonNode body) {
        Findings findings = new Findings();
        JsonFields fields = root(body, findings);
        findings.throwIfAny();
        return Objects.requireNonNull(fields);
    }

    /** A stored object, in which members that nobody asks for are no finding; null unless it is an object. */
    static @Nullable JsonFields stored(JsonNode stored) {
        return of(stored, "", new Findings(), false);
    }

    /** Where findings go. */
    public Findings findings() {
        return findings;
    }

    /** The pointer of a member of this object. */
    public String pointer(String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    /** The object of that name, or null when absent or (with a finding) something else. */
    public @Nullable JsonFields object(String name) {
        JsonNode member = member(name);
        return member == null ? null : of(member, pointer(name), findings, closed);
    }

    /** A text of 1 to {@code max} characters (code points) without control characters other than tab and line ends. */
    public @Nullable String text(String name, int max) {
        JsonNode member = member(name);
        return member == null ? null : text(member, pointer(name), max);
    }

    /** As {@link #text(String, int)}, with a finding when absent. */
    public @Nullable String requiredText(String name, int max) {
        required(name);
        return text(name, max);
    }

    /** A text turned into a value; what the parser refuses becomes a finding with the refusal's reason. */
    public <T> @Nullable T value(String name, Function<String, T> parser) {
        JsonNode member = member(name);
        return member == null ? null : value(member, pointer(name), parser);
    }

    /** As {@link #value(String, Function)}, with a finding when absent. */
    public <T> @Nullable T requiredValue(String name, Function<String, T> parser) {
        required(name);
        return value(name, parser);
    }

    /** A code of the list. */
    public @Nullable String code(String name, String list, Codes codes) {
        JsonNode member = member(name);
        return member == null ? null : code(member, pointer(name), list, codes);
    }

    /** As {@link #code(String, String, Codes)}, with a finding when absent. */
    public @Nullable String requiredCode(String name, String list, Codes codes) {
        required(name);
        return code(name, list, codes);
    }

    /** Codes of the list; empty when absent. */
    public List<String> codes(String name, int max, String list, Codes codes) {
        return elements(name, max, (element, at) -> code(element, at, list, codes));
    }

    /** Whether the object has the member, null or not. */
    public boolean has(String name) {
        return node.has(name);
    }

    /** A boolean, or {@code otherwise} when absent. */
    public boolean flag(String name, boolean otherwise) {
        JsonNode member = member(name);
        if (member == null) {
            return otherwise;
        }
        return findings.require(member.isBoolean(), pointer(name), "not-a-boolean") && member.booleanValue();
    }

    /** Texts turned into values; empty when absent. */
    public <T> List<T> values(String name, int max, Function<String, T> parser) {
        return elements(name, max, (element, at) -> value(element, at, parser));
    }

    /** Objects turned into values; empty when absent. */
    public <T> List<T> objects(String name, int max, Function<JsonFields, @Nullable T> reader) {
        return elements(name, max, (element, at) -> {
            JsonFields fields = of(element, at, findings, closed);
            return fields == null ? null : reader.apply(fields);
        });
    }

    /** An object as plain values, its form checked by the caller; a finding when absent or not an object. */
    @Nullable
    Map<String, Object> requiredMap(String name) {
        required(name);
        JsonNode member = member(name);
        return member == null || !findings.require(member.isObject(), pointer(name), "not-an-object")
                ? null
                : VALUES.convertValue(member, MEMBERS);
    }

    /** Names a member that no request may carry here, with the reason. */
    public void refuse(String name, String code) {
        known.add(name);
        findings.require(!node.has(name), pointer(name), code);
    }

    /** Reports each member that was not asked for. */
    public void end() {
        node.fieldNames()
                .forEachRemaining(
                        name -> findings.require(!closed || known.contains(name), pointer(name), "unknown-property"));
    }

    private static @Nullable JsonFields of(@Nullable JsonNode node, String pointer, Findings findings, boolean closed) {
        if (node == null || !node.isObject()) {
            findings.add(pointer, "not-an-object");
            return null;
        }
        return new JsonFields(node, pointer, findings, closed);
    }

    private void required(String name) {
        findings.require(node.hasNonNull(name), pointer(name), "required");
    }

    private @Nullable JsonNode member(String name) {
        known.add(name);
        JsonNode member = node.get(name);
        return member == null || member.isNull() ? null : member;
    }

    private @Nullable String text(JsonNode member, String at, int max) {
        if (!findings.require(member.isTextual(), at, "not-a-text")) {
            return null;
        }
        String text = member.textValue();
        findings.require(text.codePointCount(0, text.length()) <= max, at, "too-long", Map.of("max", max));
        findings.require(!text.isBlank(), at, "blank");
        findings.require(text.codePoints().noneMatch(JsonFields::refused), at, "character-refused");
        return text;
    }

    private static boolean refused(int character) {
        boolean layout = character == '\t' || character == '\n' || character == '\r';
        boolean loneSurrogate = character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
        return loneSurrogate || (Character.isISOControl(character) && !layout);
    }

    private <T> @Nullable T value(JsonNode member, String at, Function<String, T> parser) {
        if (!findings.require(member.isTextual(), at, "not-a-text")) {
            return null;
        }
        return findings.parse(at, () -> parser.apply(member.textValue()));
    }

    private @Nullable String code(JsonNode member, String at, String list, Codes codes) {
        boolean textual = findings.require(member.isTextual(), at, "not-a-text");
        return textual ? codes.check(list, member.textValue(), at, findings) : null;
    }

    private <T> List<T> elements(String name, int max, ElementReader<T> reader) {
        JsonNode array = member(name);
        if (array == null || !findings.require(array.isArray(), pointer(name), "not-an-array")) {
            return List.of();
        }
        if (!findings.require(array.size() <= max, pointer(name), "too-many", Map.of("max", max))) {
            return List.of();
        }
        List<@Nullable T> read = new ArrayList<>(array.size());
        for (int i = 0; i < array.size(); i++) {
            read.add(reader.read(array.get(i), pointer(name) + "/" + i));
        }
        return read.stream()
                .<T>mapMulti((element, to) -> {
                    if (element != null) {
                        to.accept(Objects.requireNonNull(element));
                    }
                })
                .toList();
    }

    private interface ElementReader<T> {
        @Nullable
        T read(JsonNode element, String at);
    }
}
