package org.aletheia.cases.legal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import org.aletheia.access.AccessGuard;
import org.aletheia.access.RecordKind;
import org.aletheia.custody.Chains;
import org.aletheia.custody.Subject;
import org.aletheia.custody.format.CustodyEventTypes;
import org.aletheia.custody.format.EventField;
import org.aletheia.custody.format.EventTypes;

/**
 * Whether an event of the log is one by which the caller's organisation gave a record out of hand. Counsel need not be able
 * to read the record: whoever knows the event and what it was about learns nothing from the answer.
 */
@ApplicationScoped
class GivenEvents {
    private static final Set<String> GIVING = Set.of(
            EventTypes.DOWNLOADED.code(),
            EventTypes.IDENTITY_REVEALED.code(),
            EventTypes.SHARE_GIVEN.code(),
            CustodyEventTypes.DISCLOSED.code(),
            CustodyEventTypes.HANDED_OVER.code(),
            CustodyEventTypes.TRANSFER_ACCEPTED.code());

    private final Chains chains;
    private final AccessGuard guard;

    GivenEvents(Chains chains, AccessGuard guard) {
        this.chains = chains;
        this.guard = guard;
    }

    boolean gave(UUID event, RecordKind kind, UUID record) {
        String organisation = guard.principal().organisation().toString();
        return chains.find(event)
                .filter(found -> GIVING.contains(found.entry().type()))
                .filter(found -> found.entry().subjects().contains(new Subject(kind.code(), record)))
                .filter(found -> found.event()
                        .value(EventField.ORGANISATION)
                        .filter(organisation::equals)
                        .isPresent())
                .isPresent();
    }
}
