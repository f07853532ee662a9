package org.aletheia.custody.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.aletheia.kernel.MalformedValueException;

/**
 * A kind of event. A code never changes its meaning; its schema only grows, each growth with a higher version.
 *
 * @param code upper-case words with hyphens, at most 64 characters, for example {@code CE-RECEIVED}
 * @param group what it is about
 * @param premisCode nearest PREMIS 3 event type (id.loc.gov/vocabulary/preservation/eventType), if any is near
 * @param description one English sentence for documentation
 * @param schemas the keys that {@code detail} may have, by version of the schema from 1; each has those of the one before
 */
public record EventType(
        String code,
        EventTypeGroup group,
        Optional<String> premisCode,
        String description,
        List<SortedSet<String>> schemas) {
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*");
    private static final Pattern PREMIS = Pattern.compile("[a-z]{3}");
    private static final Pattern KEY = Pattern.compile("[a-z][A-Za-z0-9]{0,63}");
    private static final int MAX_CODE = 64;

    public EventType {
        checkCode(code);
        if (premisCode.isPresent() && !PREMIS.matcher(premisCode.get()).matches()) {
            throw new MalformedValueException("event-type-premis", "not three lower-case letters: " + premisCode.get());
        }
        if (schemas.isEmpty() || description.isBlank()) {
            throw new MalformedValueException("event-type", code + " needs a schema and a description");
        }
        schemas = schemas.stream().map(EventType::checked).toList();
        for (int i = 1; i < schemas.size(); i++) {
            if (!schemas.get(i).containsAll(schemas.get(i - 1))) {
                throw new MalformedValueException("event-type-keys", code + ": a schema lacks keys of the one before");
            }
        }
    }

    /** A type with a near PREMIS type, in its first version, without keys in its detail. */
    public static EventType of(String code, EventTypeGroup group, String premisCode, String description) {
        return new EventType(code, group, Optional.of(premisCode), description, List.of(new TreeSet<>()));
    }

    /** A type that PREMIS lacks, in its first version, without keys in its detail. */
    public static EventType of(String code, EventTypeGroup group, String description) {
        return new EventType(code, group, Optional.empty(), description, List.of(new TreeSet<>()));
    }

    /** This type with these keys more in its newest schema; only before the schema was released. */
    public EventType keys(String... more) {
        List<SortedSet<String>> grown = new ArrayList<>(schemas);
        SortedSet<String> newest = new TreeSet<>(grown.removeLast());
        newest.addAll(Arrays.asList(more));
        grown.add(newest);
        return new EventType(code, group, premisCode, description, grown);
    }

    /** This type in its next version, with these keys more. */
    public EventType grown(String... more) {
        List<SortedSet<String>> grown = new ArrayList<>(schemas);
        grown.add(schemas.getLast());
        return new EventType(code, group, premisCode, description, grown).keys(more);
    }

    /** Version of the newest schema, from 1: the one of events that are made now. */
    public int schemaVersion() {
        return schemas.size();
    }

    /** Whether the newest schema has all of these keys. */
    public boolean declares(Collection<String> keys) {
        return schemas.getLast().containsAll(keys);
    }

    static void checkCode(String code) {
        if (code.length() > MAX_CODE || !CODE.matcher(code).matches()) {
            throw new MalformedValueException("event-type-code", "not upper-case words with hyphens");
        }
    }

    private static SortedSet<String> checked(SortedSet<String> keys) {
        for (String key : keys) {
            if (!KEY.matcher(key).matches()) {
                throw new MalformedValueException("event-type-keys", "not a key in camel case: " + key);
            }
        }
        return Collections.unmodifiableSortedSet(new TreeSet<>(keys));
    }
}
