package org.aletheia.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.aletheia.custody.format.CanonicalJson;
import org.aletheia.kernel.MalformedValueException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Whatever is done to an exported estate, the verifier finds it: a check fails, or there is nothing to check any more.
 *
 * <p>What is not counted: a change that gave the same bytes. What is counted apart: a change whose whole effect is that an
 * optional part is not there any more ({@code promise}, {@code opening}). The rest of such a document is right and
 * verifies, but the checklist must say what is missing.
 */
class MutationTest {
    private static final Set<String> OPTIONAL = Set.of("promise", "opening");
    private static final int FEW = 500;
    private static final int MANY = Integer.getInteger("mutations", 20_000);

    private final Estate estate = new Estate();
    private final Map<Mutation, Integer> found = new EnumMap<>(Mutation.class);
    private final Map<String, Integer> codes = new TreeMap<>();
    private final Map<String, List<Finding>> rightReports = new HashMap<>();
    private int told;

    @Test
    @Tag("unit")
    void someHundredChangesAreFound() throws IOException {
        change(Long.getLong("mutations.seed", 20_261_123L), FEW);
    }

    @Test
    @Tag("campaign")
    void thousandsOfChangesAreFound() throws IOException {
        change(Long.getLong("mutations.seed", System.nanoTime()), MANY);
    }

    @Test
    @Tag("unit")
    void unchangedItVerifies() throws IOException {
        Map<String, byte[]> files = estate.copy();
        for (String name : files.keySet()) {
            for (boolean kept : new boolean[] {false, true}) {
                assertThat(Estate.failed(estate.verify(files, name, kept)))
                        .as(name)
                        .isEmpty();
            }
        }
        assertThat(files.keySet()).anyMatch(name -> name.startsWith("log/tile/1/"));
    }

    private void change(long firstSeed, int count) throws IOException {
        Mutation[] kinds = Mutation.values();
        int same = 0;
        for (int i = 0; i < count + same; i++) {
            // neighbouring seeds begin alike, so they are spread
            Random random = new Random((firstSeed + i) * 0x9E3779B97F4A7C15L);
            same += isFound(kinds[i % kinds.length], random, firstSeed + i) ? 0 : 1;
        }
        System.out.printf(
                "mutations: %d from seed %d; found %s; told to lack an optional part %d; the same bytes %d; codes %s%n",
                count, firstSeed, found, told, same, codes);
        assertThat(found.values().stream().mapToInt(Integer::intValue).sum() + told)
                .isEqualTo(count);
        assertThat(found).containsOnlyKeys(kinds);
    }

    /** Whether anything was changed; what was changed must be found. */
    private boolean isFound(Mutation kind, Random random, long seed) throws IOException {
        Map<String, byte[]> files = estate.copy();
        String name = kind.apply(estate, files, random);
        if (isSame(files)) {
            return false;
        }
        List<Finding> findings = estate.verify(files, name, kind.needsKept());
        Set<String> failed = Estate.failed(findings);
        if (failed.isEmpty() && lacksOptionalPart(files, name)) {
            assertThat(findings).as("seed %d, %s", seed, kind).isNotEqualTo(right(name));
            told++;
            return true;
        }
        assertThat(failed).as("seed %d, %s of %s", seed, kind, name).isNotEmpty();
        found.merge(kind, 1, Integer::sum);
        failed.forEach(code -> codes.merge(code, 1, Integer::sum));
        return true;
    }

    private boolean isSame(Map<String, byte[]> files) {
        Map<String, byte[]> right = estate.copy();
        return files.keySet().equals(right.keySet())
                && files.entrySet().stream().allMatch(file -> Arrays.equals(file.getValue(), right.get(file.getKey())));
    }

    private List<Finding> right(String name) throws IOException {
        if (!rightReports.containsKey(name)) {
            rightReports.put(name, estate.verify(estate.copy(), name, false));
        }
        return Objects.requireNonNull(rightReports.get(name));
    }

    /** Whether the document is the right one in all but optional parts that it has no more. */
    private boolean lacksOptionalPart(Map<String, byte[]> files, String name) {
        if (!name.startsWith("receipt/") && !name.startsWith("history/")) {
            return false;
        }
        Optional<Object> now = required(Objects.requireNonNull(files.get(name)));
        return now.isPresent() && now.equals(required(estate.file(name)));
    }

    private static Optional<Object> required(byte[] document) {
        try {
            return Optional.of(without(Objects.requireNonNull(CanonicalJson.parse(document))));
        } catch (MalformedValueException e) {
            return Optional.empty();
        }
    }

    /** Without optional parts and without keys that the formats tell readers to ignore. */
    private static Object without(Object json) {
        Set<String> known = Set.of("format", "event", "events", "proof", "number");
        if (json instanceof Map<?, ?> map && (map.containsKey("proof") || map.containsKey("events"))) {
            Map<String, @Nullable Object> kept = new TreeMap<>();
            map.forEach((key, value) -> {
                if (known.contains(String.valueOf(key)) && !OPTIONAL.contains(String.valueOf(key))) {
                    kept.put(String.valueOf(key), value == null ? null : without(value));
                }
            });
            return kept;
        }
        return json instanceof List<?> list
                ? list.stream()
                        .map(Objects::requireNonNull)
                        .map(MutationTest::without)
                        .toList()
                : json;
    }
}
