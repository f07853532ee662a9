package org.aletheia.joins;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.aletheia.access.RecordKind;

/** The kinds whose records can be joined, each with its own. Capacities are joined by person links alone. */
public enum JoinedKind {
    PERSON(RecordKind.PERSON),
    GROUP(RecordKind.GROUP),
    UNIT(RecordKind.UNIT),
    ORGANISATION(RecordKind.ORGANISATION),
    VICTIM(RecordKind.VICTIM),
    INCIDENT(RecordKind.INCIDENT),
    ITEM(RecordKind.ITEM);

    private final RecordKind kind;

    JoinedKind(RecordKind kind) {
        this.kind = kind;
    }

    /** The kind as the policy knows it. */
    public RecordKind kind() {
        return kind;
    }

    /** Their codes, in order. */
    static List<String> codes() {
        return Arrays.stream(values()).map(each -> each.kind.code()).toList();
    }

    static Optional<RecordKind> of(String code) {
        return Arrays.stream(values())
                .map(JoinedKind::kind)
                .filter(kind -> kind.code().equals(code))
                .findFirst();
    }
}
