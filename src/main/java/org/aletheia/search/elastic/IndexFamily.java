package org.aletheia.search.elastic;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.aletheia.access.RecordKind;

/**
 * Kinds of record that share one index. All families have one mapping; few indexes instead of one per kind keep a search
 * over everything at five shards.
 */
public enum IndexFamily {
    EVIDENCE(RecordKind.SUBMISSION, RecordKind.ITEM, RecordKind.STATEMENT),
    INCIDENTS(
            RecordKind.INCIDENT,
            RecordKind.ACT,
            RecordKind.INVOLVEMENT,
            RecordKind.INCIDENT_LINK,
            RecordKind.MISSING_PERSON,
            RecordKind.WHEREABOUTS),
    PARTIES(
            RecordKind.PERSON,
            RecordKind.GROUP,
            RecordKind.UNIT,
            RecordKind.ORGANISATION,
            RecordKind.STATE,
            RecordKind.AFFILIATION,
            RecordKind.VICTIM,
            RecordKind.CAPACITY,
            RecordKind.PERSON_LINK),
    CLAIMS(RecordKind.REPARATION_CLAIM),
    CASES(RecordKind.CASE_FILE, RecordKind.CASE_ELEMENT);

    private final Set<RecordKind> kinds;

    IndexFamily(RecordKind first, RecordKind... others) {
        this.kinds = EnumSet.of(first, others);
    }

    /** The kinds that this family holds. */
    public Set<RecordKind> kinds() {
        return EnumSet.copyOf(kinds);
    }

    /** The kebab-case code, part of the index name. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The family of the kind; empty for kinds that are not searched. */
    public static Optional<IndexFamily> of(RecordKind kind) {
        return Arrays.stream(values())
                .filter(family -> family.kinds.contains(kind))
                .findFirst();
    }

    /** Every kind that can be searched. */
    public static Set<RecordKind> searchable() {
        Set<RecordKind> all = EnumSet.noneOf(RecordKind.class);
        for (IndexFamily family : values()) {
            all.addAll(family.kinds);
        }
        return all;
    }
}
