package org.aletheia.codelists;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aletheia.platform.http.Findings;
import org.jspecify.annotations.Nullable;

/** All lists of this release, read once at start. Immutable. */
@Singleton
public class CodeLists {
    private static final int SUGGESTIONS = 3;

    private final Map<String, CodeList> lists;

    public CodeLists() {
        this.lists = CodeListResources.load();
    }

    /** Every list, by id. */
    public Collection<CodeList> all() {
        return lists.values();
    }

    /** The list of that id. */
    public Optional<CodeList> find(String list) {
        return Optional.ofNullable(lists.get(list));
    }

    /**
     * Checks a code given from outside. Adds {@code code-unknown} with the nearest codes, or {@code code-retired}.
     *
     * @return the code in its full form, or null when it was refused
     * @throws IllegalArgumentException when this release has no such list: a mistake of the code that calls
     */
    public @Nullable String check(String list, String given, String pointer, Findings findings) {
        CodeList rows = find(list).orElseThrow(() -> new IllegalArgumentException("no code list " + list));
        Optional<CodeEntry> row = rows.find(given);
        if (row.isEmpty()) {
            List<String> nearest = NearestCodes.of(rows, given, SUGGESTIONS);
            findings.add(pointer, "code-unknown", Map.of("list", list, "suggestions", nearest));
            return null;
        }
        boolean usable = row.get().status() != CodeStatus.RETIRED;
        return findings.require(usable, pointer, "code-retired", Map.of("list", list))
                ? row.get().code()
                : null;
    }
}
