package org.aletheia.evidence.record;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.aletheia.access.RecordKind;

/** Which records stand for somebody whose name is in the identity vault; each kind that has such records tells. */
@ApplicationScoped
public class PseudonymousRecords {
    private final List<Kind> kinds;

    PseudonymousRecords(@All List<Kind> kinds) {
        this.kinds = kinds;
    }

    /** A kind with records under a pseudonym. */
    public interface Kind {
        /** Which. */
        RecordKind kind();

        /** Whether that record of the kind is under a pseudonym; false too where there is none. */
        boolean pseudonymous(UUID id);
    }

    /** Whether the vault may hold an identity for that record. */
    public boolean holdsIdentity(RecordKind kind, UUID id) {
        return kinds.stream().anyMatch(each -> each.kind() == kind && each.pseudonymous(id));
    }
}
