package org.aletheia.custody.format;

import static org.aletheia.kernel.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.aletheia.kernel.Mutations;
import org.erdtman.jcs.JsonCanonicalizer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("unit")
class CanonicalJsonTest {

    @Test
    void writesTheStringExampleOfRfc8785() {
        String input =
                "{\"string\":\"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\",\"literals\":[null,true,false]}";
        byte[] canonical = CanonicalJson.write(CanonicalJson.parse(utf8(input)));
        assertThat(HexFormat.of().formatHex(canonical))
                .isEqualTo("7b226c69746572616c73223a5b6e756c6c2c747275652c66616c73655d2c"
                        + "22737472696e67223a22e282ac245c75303030665c6e4127425c225c5c5c5c5c222f227d");
    }

    @Test
    void sortsKeysByUtf16CodeUnitsAsInRfc8785() {
        String input =
                "{\"\\u20ac\":\"Euro Sign\",\"\\r\":\"Carriage Return\",\"\\ufb33\":\"Hebrew Letter Dalet With Dagesh\","
                        + "\"1\":\"One\",\"\\ud83d\\ude00\":\"Emoji: Grinning Face\",\"\\u0080\":\"Control\","
                        + "\"\\u00f6\":\"Latin Small Letter O With Diaeresis\"}";
        String canonical = CanonicalJson.text(CanonicalJson.parse(utf8(input)));
        assertThat(canonical)
                .isEqualTo("{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                        + "\"\u00f6\":\"Latin Small Letter O With Diaeresis\",\"\u20ac\":\"Euro Sign\","
                        + "\"\ud83d\ude00\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
        // The emoji (D83D) comes before FB33 by code units, after it by code points.
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "-1, -1", "9007199254740991, 9007199254740991", "-9007199254740991, -9007199254740991"})
    void writesIntegers(long number, String text) {
        assertThat(CanonicalJson.text(number)).isEqualTo(text);
        assertThat(CanonicalJson.parseCanonical(utf8(text))).isEqualTo(number);
    }

    @Test
    void agreesWithAnotherImplementation() throws IOException {
        for (int seed = 0; seed < 2000; seed++) {
            Object value = randomMap(new Random(seed), 0);
            String ours = CanonicalJson.text(value);
            assertThat(new JsonCanonicalizer(ours).getEncodedString())
                    .as("seed %d", seed)
                    .isEqualTo(ours);
            assertThat(CanonicalJson.parseCanonical(utf8(ours)))
                    .as("seed %d", seed)
                    .isEqualTo(value);
        }
    }

    /** The same value in any other text: white space, escapes, order of keys. */
    @Test
    void everyTextOfAValueHasTheOneCanonicalText() throws IOException {
        for (int seed = 0; seed < 2000; seed++) {
            Random random = new Random(seed);
            Map<String, @Nullable Object> value = randomMap(random, 0);
            StringBuilder text = new StringBuilder();
            write(value, text, random);
            assertThat(CanonicalJson.text(CanonicalJson.parse(utf8(text.toString()))))
                    .as("seed %d", seed)
                    .isEqualTo(CanonicalJson.text(value))
                    .isEqualTo(new JsonCanonicalizer(text.toString()).getEncodedString());
        }
    }

    /** What is accepted of damaged texts, the other implementation reads alike. */
    @Test
    void noDamagedTextIsReadAsAnotherValue() {
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder();
            write(randomMap(random, 0), text, random);
            Mutations.fuzz(text.toString(), bytes -> {
                if (CanonicalJson.parse(bytes) instanceof Map<?, ?> map) {
                    assertThat(CanonicalJson.text(map)).isEqualTo(theirs(bytes));
                }
            });
        }
    }

    private static String theirs(byte[] text) {
        try {
            return new JsonCanonicalizer(text).getEncodedString();
        } catch (IOException e) {
            throw new AssertionError("refused by the other implementation", e);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " 1",
                "1 ",
                "{ }",
                "[1, 2]",
                "{\"b\":1,\"a\":2}",
                "\"\\u0041\"",
                "\"\\/\"",
                "\"\\u001F\"",
                "\"\\u000a\"",
                "[\n]"
            })
    void tellsOtherTextsOfAValueFromTheCanonicalOne(String text) {
        CanonicalJson.parse(utf8(text));
        assertRefused("json-not-canonical", () -> CanonicalJson.parseCanonical(utf8(text)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\":1,\"a\":1} | json-duplicate-key",
                "{\"a\":1,\"\\u0061\":2} | json-duplicate-key",
                "1.0 | json-number",
                "1e3 | json-number",
                "1E3 | json-number",
                "-0 | json-number",
                "01 | json-number",
                "-01 | json-number",
                "- | json-syntax",
                "+1 | json-syntax",
                "NaN | json-syntax",
                "9007199254740992 | json-integer-range",
                "-9007199254740992 | json-integer-range",
                "99999999999999999999999999 | json-integer-range",
                "\"\\ud800\" | json-string",
                "\"\\udc00\\ud800\" | json-string",
                "\"\\u0000\" | json-string",
                "{\"\\ud800\":1} | json-string",
                "`` | json-syntax",
                "[1,] | json-syntax",
                "[,1] | json-syntax",
                "[1 2] | json-syntax",
                "{\"a\":1,} | json-syntax",
                "{a:1} | json-syntax",
                "{\"a\" 1} | json-syntax",
                "[1 | json-syntax",
                "{\"a\":1 | json-syntax",
                "\"abc | json-syntax",
                "\"\\x\" | json-syntax",
                "\"\\u12\" | json-syntax",
                "\"\\u\uff11\uff11\uff11\uff11\" | json-syntax",
                "nul | json-syntax",
                "true false | json-syntax",
                "'a' | json-syntax",
                "\ufeff1 | json-syntax"
            })
    void refusesWhatIsOutsideTheModel(String text, String reason) {
        assertRefused(reason, () -> CanonicalJson.parse(utf8(text)));
    }

    @Test
    void refusesControlCharactersBadUtf8AndDepth() {
        assertRefused("json-syntax", () -> CanonicalJson.parse(utf8("\"a\nb\"")));
        assertRefused(
                "json-encoding",
                () -> CanonicalJson.parse(new byte[] {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'}));
        assertRefused("json-depth", () -> CanonicalJson.parse(utf8("[".repeat(100_000))));
        CanonicalJson.parse(utf8("[".repeat(32) + "]".repeat(32)));
    }

    @Test
    void refusesToWriteWhatItCouldNotRead() {
        assertRefused("json-value", () -> CanonicalJson.write(1.5));
        assertRefused("json-value", () -> CanonicalJson.write(Map.of(1, 2)));
        assertRefused("json-value", () -> CanonicalJson.write(List.of('c')));
        assertRefused("json-integer-range", () -> CanonicalJson.write(1L << 53));
        assertRefused("json-string", () -> CanonicalJson.write("\uD800"));
        assertRefused("json-string", () -> CanonicalJson.write(Map.of("a\0", 1L)));
        List<Object> endless = new ArrayList<>();
        endless.add(endless);
        assertRefused("json-depth", () -> CanonicalJson.write(endless));
    }

    @Test
    void survivesDamage() {
        String text = "{\"a\":[1,-20,null,true,false],\"b\":{\"c\":\"x\\u20ac\\n\\\\\ud83d\ude00\"},\"d\":\"\"}";
        Mutations.fuzz(text, bytes -> {
            Object value = CanonicalJson.parse(bytes);
            assertThat(CanonicalJson.parseCanonical(CanonicalJson.write(value))).isEqualTo(value);
        });
    }

    private static Map<String, @Nullable Object> randomMap(Random random, int depth) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            map.put(randomText(random), randomValue(random, depth + 1));
        }
        return map;
    }

    private static @Nullable Object randomValue(Random random, int depth) {
        return switch (random.nextInt(depth > 4 ? 4 : 6)) {
            case 0 -> null;
            case 1 -> random.nextBoolean();
            case 2 -> random.nextLong(-(1L << 53) + 1, 1L << 53);
            case 3 -> randomText(random);
            case 4 -> randomMap(random, depth);
            default -> Arrays.asList(randomValue(random, depth + 1), randomValue(random, depth + 1));
        };
    }

    private static String randomText(Random random) {
        int[] edges = {
            1, 8, 9, 10, 12, 13, 0x1F, ' ', '"', '/', '\\', 'a', 0x7F, 0x80, 0x2028, 0xD7FF, 0xE000, 0xFFFF, 0x10000,
            0x10FFFF
        };
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(5); i > 0; i--) {
            text.appendCodePoint(edges[random.nextInt(edges.length)]);
        }
        return text.toString();
    }

    private static void write(@Nullable Object value, StringBuilder out, Random random) {
        out.append(" \n\t\r", 0, random.nextInt(5));
        switch (value) {
            case Map<?, ?> map -> {
                List<Object> keys = new ArrayList<>(map.keySet());
                Collections.shuffle(keys, random);
                writeAll(keys, '{', '}', out, random, key -> {
                    write(key, out, random);
                    out.append(random.nextBoolean() ? ":" : " :\n");
                    write(map.get(key), out, random);
                });
            }
            case List<?> list -> writeAll(list, '[', ']', out, random, element -> write(element, out, random));
            case String text -> {
                out.append('"');
                text.codePoints().forEach(codePoint -> character(codePoint, out, random));
                out.append('"');
            }
            case null, default -> out.append(value);
        }
        out.append(" \n\t\r", 0, random.nextInt(5));
    }

    private static void writeAll(
            List<?> elements,
            char begin,
            char end,
            StringBuilder out,
            Random random,
            Consumer<@Nullable Object> writer) {
        out.append(begin);
        for (int i = 0; i < elements.size(); i++) {
            out.append(i > 0 ? "," : random.nextBoolean() ? " " : "");
            writer.accept(elements.get(i));
        }
        out.append(end);
    }

    private static void character(int codePoint, StringBuilder out, Random random) {
        int named = "\"\\/\b\f\n\r\t".indexOf(codePoint);
        if (named >= 0 && random.nextBoolean()) {
            out.append('\\').append("\"\\/bfnrt".charAt(named));
        } else if (codePoint < ' ' || codePoint == '"' || codePoint == '\\' || random.nextInt(3) == 0) {
            for (char c : Character.toChars(codePoint)) {
                String hex = String.format("%04x", (int) c);
                out.append("\\u").append(random.nextBoolean() ? hex : hex.toUpperCase(Locale.ROOT));
            }
        } else {
            out.appendCodePoint(codePoint);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
