package org.aletheia.cases;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.aletheia.access.RecordKind;
import org.aletheia.parties.Pseudonyms;
import org.aletheia.platform.keys.TextSeals;

/**
 * What somebody is called in one case: always the same there, and another name in every other case. It follows from case and
 * record by a key that no table holds, so that nobody without it can tell which names of two cases, or which record, are one.
 */
@ApplicationScoped
class CasePseudonyms {
    private static final String PREFIX = "W";

    private final TextSeals seals;

    CasePseudonyms(TextSeals seals) {
        this.seals = seals;
    }

    String of(UUID caseFile, RecordKind kind, UUID id) {
        AtomicInteger turn = new AtomicInteger();
        return Pseudonyms.of(PREFIX, () -> {
            String whom = caseFile + "\n" + kind.code() + "\n" + id + "\n" + turn.getAndIncrement();
            return ByteBuffer.wrap(seals.mark("case-pseudonym", whom)).getLong();
        });
    }
}
