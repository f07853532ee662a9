package org.aletheia.codelists;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.aletheia.kernel.UncertainDate;
import org.aletheia.platform.http.Findings;
import org.jspecify.annotations.Nullable;

/**
 * All lists in force: those of this release, read once at start, and what the operator made of them, which is exchanged
 * as a whole while the server runs. Thread-safe; one call sees one state.
 */
@Singleton
public class CodeLists {
    private static final int SUGGESTIONS = 3;

    private final Map<String, CodeList> shipped;
    private volatile Map<String, IndexedList> lists;

    public CodeLists() {
        this.shipped = CodeListResources.load();
        this.lists = indexed(shipped.values());
    }

    /** Every list, by id. */
    public Collection<CodeList> all() {
        return lists.values().stream().map(IndexedList::list).toList();
    }

    /** The list of that id. */
    public Optional<CodeList> find(String list) {
        return Optional.ofNullable(lists.get(list)).map(IndexedList::list);
    }

    /** Ids of all lists of a kind, the operator's among them: {@link CodeList#LEGAL_FRAMEWORK}. */
    public Set<String> ofKind(String kind) {
        return lists.values().stream()
                .map(IndexedList::list)
                .filter(list -> kind.equals(list.kind()))
                .map(CodeList::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Checks a code given from outside. Adds {@code code-unknown} with the nearest codes, or {@code code-retired}.
     *
     * @return the code in its full form, or null when it was refused
     * @throws IllegalArgumentException where there is no such list: a mistake of the code that calls
     */
    public @Nullable String check(String list, String given, String pointer, Findings findings) {
        CodeEntry row = row(list, given, pointer, findings);
        return row == null ? null : row.code();
    }

    /**
     * Checks a code against list and day. Adds {@code code-unknown} with the nearest codes, {@code code-retired}, or
     * {@code code-not-in-force} with the days between which it holds.
     *
     * @return the code in its full form, or null when it was refused
     * @throws IllegalArgumentException where there is no such list: a mistake of the code that calls
     */
    public @Nullable String check(String list, String given, LocalDate day, String pointer, Findings findings) {
        return checkWithin(list, given, day, day, pointer, findings);
    }

    /** The same for a date as somebody knows it: some day that it can mean is enough. Days are those of UTC. */
    public @Nullable String check(String list, String given, UncertainDate when, String pointer, Findings findings) {
        return checkWithin(list, given, day(when.earliest()), day(when.latest()), pointer, findings);
    }

    /** The lists of this release without anything of the operator. */
    Map<String, CodeList> shipped() {
        return shipped;
    }

    /** Puts these lists into force, all at once. */
    void use(Collection<CodeList> inForce) {
        lists = indexed(inForce);
    }

    private @Nullable String checkWithin(
            String list,
            String given,
            @Nullable LocalDate first,
            @Nullable LocalDate last,
            String pointer,
            Findings findings) {
        CodeEntry row = row(list, given, pointer, findings);
        if (row == null) {
            return null;
        }
        return findings.require(row.inForceWithin(first, last), pointer, "code-not-in-force", period(list, row))
                ? row.code()
                : null;
    }

    private @Nullable CodeEntry row(String list, String given, String pointer, Findings findings) {
        IndexedList rows = lists.get(list);
        if (rows == null) {
            throw new IllegalArgumentException("no code list " + list);
        }
        Optional<CodeEntry> row = rows.find(given);
        if (row.isEmpty()) {
            List<String> nearest = NearestCodes.of(rows.list(), given, SUGGESTIONS);
            findings.add(pointer, "code-unknown", Map.of("list", list, "suggestions", nearest));
            return null;
        }
        boolean usable = row.get().status() != CodeStatus.RETIRED;
        return findings.require(usable, pointer, "code-retired", Map.of("list", list)) ? row.get() : null;
    }

    private static Map<String, Object> period(String list, CodeEntry row) {
        Map<String, Object> params = new HashMap<>(Map.of("list", list));
        if (row.validFrom() != null) {
            params.put("validFrom", row.validFrom().toString());
        }
        if (row.validTo() != null) {
            params.put("validTo", row.validTo().toString());
        }
        return params;
    }

    private static @Nullable LocalDate day(Optional<Instant> instant) {
        return instant.map(at -> LocalDate.ofInstant(at, ZoneOffset.UTC)).orElse(null);
    }

    private static Map<String, IndexedList> indexed(Collection<CodeList> lists) {
        Map<String, IndexedList> byId = new TreeMap<>();
        lists.forEach(list -> byId.put(list.id(), IndexedList.of(list)));
        return byId;
    }
}
