package org.aletheia.evidence.handling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.aletheia.custody.format.CanonicalJson;
import org.aletheia.kernel.UncertainDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Freezes what custody events say, byte for byte: docs/custody.md §10. The fixture was written by hand. */
@Tag("unit")
class HandlingDetailTest {
    private static final UUID ONE = UUID.fromString("0198f0a0-0000-7000-8000-000000000001");
    private static final UUID TWO = UUID.fromString("0198f0a0-0000-7000-8000-000000000002");
    private static final UUID THREE = UUID.fromString("0198f0a0-0000-7000-8000-000000000003");
    private static final Seal SEAL = new Seal("AB-1", "intact");

    @Test
    void everyKeyIsAsItWasWritten() throws IOException {
        Map<String, Handling> examples = Map.of(
                "sealed", handling(HandlingType.SEALED, "2026-03-05", SEAL, null, List.of()),
                "replaced",
                        handling(
                                HandlingType.SEAL_REPLACED,
                                "2026-03-05T10:00:00+02:00",
                                new Seal("AB-2", "intact"),
                                new Seal("AB-1", "broken"),
                                List.of()),
                "moved",
                        new Handling(
                                HandlingType.HANDED_OVER,
                                UncertainDate.parse("2026-03~"),
                                new Custodian.Organisation(ONE),
                                new Custodian.Party("laboratory"),
                                null,
                                null,
                                "testing",
                                null,
                                null,
                                List.of(),
                                List.of(TWO),
                                false),
                "split", handling(HandlingType.SPLIT, "2026", null, null, List.of(TWO, THREE)),
                "gap",
                        new Handling(
                                HandlingType.GAP_DECLARED,
                                null,
                                null,
                                null,
                                null,
                                null,
                                "in-transit",
                                UncertainDate.parse("2026-03-05/2026-03-07"),
                                "low",
                                List.of(),
                                List.of(),
                                false));
        Map<String, String> written = examples.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, example -> canonical(example.getValue())));
        assertThat(written).isEqualTo(fixture());
    }

    /** Production does not check it, so that no statement is lost: here it holds for each that a caller may make. */
    @Test
    void everyTypeDeclaresWhatItMayTake() {
        for (HandlingType type : HandlingType.values()) {
            List<String> keys = Arrays.stream(HandlingType.Member.values())
                    .filter(member -> member != HandlingType.Member.REASON && type.takes(member))
                    .map(HandlingType.Member::label)
                    .toList();
            assertThat(type.event().schemas().getLast())
                    .as(type.name())
                    .containsAll(keys)
                    .contains("support");
            assertThat(type.event().declares(List.of("of", "related")))
                    .as(type.name())
                    .isEqualTo(type.takes(HandlingType.Member.RELATED));
        }
    }

    private static Handling handling(
            HandlingType type,
            String happened,
            @org.jspecify.annotations.Nullable Seal seal,
            @org.jspecify.annotations.Nullable Seal before,
            List<UUID> related) {
        return new Handling(
                type,
                UncertainDate.parse(happened),
                null,
                null,
                seal,
                before,
                "other",
                null,
                null,
                related,
                List.of(),
                false);
    }

    private static String canonical(Handling said) {
        return new String(CanonicalJson.write(said.detail()), StandardCharsets.UTF_8);
    }

    private static Map<String, String> fixture() throws IOException {
        try (InputStream in = HandlingDetailTest.class.getResourceAsStream("/custody/handling-detail-v1.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split(" ", 2))
                    .collect(Collectors.toMap(line -> line[0], line -> line[1], (one, other) -> one));
        }
    }
}
