package org.aletheia.insight.dossier;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.aletheia.kernel.Ids;
import org.aletheia.kernel.MalformedValueException;
import org.jspecify.annotations.Nullable;

/** Values of records without the ids of others that may not be shown. */
final class KnownValues {
    private static final int LENGTH = 36;

    private KnownValues() {}

    /** The id that a value is; empty where it is none. */
    static Optional<UUID> id(Object value) {
        if (!(value instanceof String text) || text.length() != LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.of(Ids.parse(text));
        } catch (MalformedValueException e) {
            return Optional.empty();
        }
    }

    /** The ids in a value. */
    static Stream<UUID> ids(Object value) {
        return switch (value) {
            case Map<?, ?> map -> map.values().stream().flatMap(KnownValues::ids);
            case List<?> list -> list.stream().flatMap(KnownValues::ids);
            default -> id(value).stream();
        };
    }

    /** The value without members and elements that are the id of a record not known; null where nothing is left. */
    static @Nullable Object of(@Nullable Object value, Predicate<UUID> known) {
        return switch (value) {
            case null -> null;
            case Map<?, ?> map -> {
                Map<String, Object> kept = new LinkedHashMap<>();
                map.forEach((name, member) -> {
                    Object left = of(member, known);
                    if (left != null) {
                        kept.put(String.valueOf(name), left);
                    }
                });
                yield kept.isEmpty() ? null : kept;
            }
            case List<?> list -> {
                List<Object> kept = list.stream()
                        .map(element -> of(element, known))
                        .filter(Objects::nonNull)
                        .map(Object.class::cast)
                        .toList();
                yield kept.isEmpty() ? null : kept;
            }
            default -> id(value).filter(known.negate()).isPresent() ? null : value;
        };
    }
}
