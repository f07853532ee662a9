package org.aletheia.codelists;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rows of a list under their broader ones, in the order of the list. Every row is there once, whatever was given. */
public final class CodeTree {
    private final Map<String, CodeEntry> all = new LinkedHashMap<>();
    private final Map<String, List<CodeEntry>> under = new LinkedHashMap<>();
    private final Set<String> placed = new HashSet<>();

    /** A row and those under it. */
    public record Branch(CodeEntry row, List<Branch> narrower) {
        public Branch {
            narrower = List.copyOf(narrower);
        }
    }

    private CodeTree(Collection<CodeEntry> rows) {
        rows.forEach(row -> all.put(row.code(), row));
    }

    /**
     * The tree of a list.
     *
     * @param on where set, only rows that hold on that day; those under a row that does not come under the next broader one
     *     that does
     */
    public static List<Branch> of(CodeList list, @Nullable LocalDate on) {
        return new CodeTree(list.codes()).branches(on);
    }

    /** The same rows, broader ones first; a row whose parent is not there, or is under itself, stands at the top. */
    static List<CodeEntry> ordered(Collection<CodeEntry> rows) {
        List<CodeEntry> ordered = new ArrayList<>();
        new CodeTree(rows).branches(null).forEach(branch -> flatten(branch, null, ordered));
        return ordered;
    }

    private static void flatten(Branch branch, @Nullable String parent, List<CodeEntry> into) {
        into.add(branch.row().under(parent));
        branch.narrower().forEach(narrower -> flatten(narrower, branch.row().code(), into));
    }

    private List<Branch> branches(@Nullable LocalDate on) {
        List<CodeEntry> top = new ArrayList<>();
        for (CodeEntry row : all.values()) {
            if (on == null || row.inForceOn(on)) {
                CodeEntry broader = broader(row, on);
                (broader == null ? top : under.computeIfAbsent(broader.code(), code -> new ArrayList<>())).add(row);
            }
        }
        return top.stream().map(this::branch).toList();
    }

    private Branch branch(CodeEntry row) {
        List<Branch> narrower = new ArrayList<>();
        for (CodeEntry below : under.getOrDefault(row.code(), List.of())) {
            if (placed.add(below.code())) {
                narrower.add(branch(below));
            }
        }
        return new Branch(row, narrower);
    }

    /** The next broader row that holds; null at the top, and where the way up comes back to where it began. */
    private @Nullable CodeEntry broader(CodeEntry row, @Nullable LocalDate on) {
        CodeEntry found = null;
        Set<String> passed = new HashSet<>();
        CodeEntry at = row;
        while (at.parent() != null && all.get(at.parent()) != null) {
            at = all.get(at.parent());
            if (!passed.add(at.code())) {
                break;
            }
            if (found == null && (on == null || at.inForceOn(on))) {
                found = at;
            }
        }
        return passed.contains(row.code()) ? null : found;
    }
}
