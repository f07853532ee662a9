package org.aletheia.testimony.consent;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.aletheia.access.RecordKind;
import org.aletheia.custody.ChainEntry;
import org.aletheia.custody.Chains;
import org.aletheia.custody.Subject;
import org.aletheia.custody.format.EventField;

/** Events of some types in the history of what was done with a record; whoever asks has seen to the right to know. */
@Singleton
class Happened {
    private static final int PART = 1000;

    private final Chains chains;

    Happened(Chains chains) {
        this.chains = chains;
    }

    /** By number; what was committed a moment ago may be missing. */
    List<ChainEntry> to(RecordKind kind, UUID record, Set<String> types) {
        Subject subject = new Subject(kind.code(), record);
        List<ChainEntry> found = new ArrayList<>();
        List<ChainEntry> part = chains.custody(subject, 0, PART);
        while (!part.isEmpty()) {
            part.stream()
                    .filter(entry -> entry.event()
                            .value(EventField.TYPE)
                            .filter(types::contains)
                            .isPresent())
                    .forEach(found::add);
            part = part.size() < PART
                    ? List.of()
                    : chains.custody(subject, part.getLast().number(), PART);
        }
        return found;
    }
}
