package org.aletheia.access;

import jakarta.enterprise.context.RequestScoped;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What is owed in this request for what {@link AccessGuard} permitted in it, until somebody says that they carried it out. An
 * answer to a read that owes anything does not leave ({@link ObligationsFilter}). What is owed for identities
 * is not kept here: none comes out of the vault without its mark, and its event is durable before; nor is what is redacted, which
 * no read of a record gives out.
 */
@RequestScoped
public class DueObligations {
    private final Set<Due> due = ConcurrentHashMap.newKeySet();

    private record Due(RecordName record, String code) {}

    void owe(AccessIntent intent, ProtectedRecord record, Collection<Obligation> obligations) {
        if (intent == AccessIntent.READ_IDENTITY) {
            return; // who may ask for one is not shown one by that
        }
        RecordName name = new RecordName(record.kind(), record.id());
        obligations.stream().filter(Obligation::ofAnswer).forEach(owed -> due.add(new Due(name, owed.code())));
    }

    /** All uses that were permitted so far are told to the journal, or nothing of the records is shown. */
    public void usesTold() {
        due.removeIf(owed -> owed.code().equals(new Obligation.LogUse().code()));
    }

    /** The terms of the record go with the answer. */
    public void conditionsShown(RecordKind kind, UUID id) {
        due.remove(new Due(new RecordName(kind, id), new Obligation.ShowConditions().code()));
    }

    /** Codes of what nobody has carried out. */
    Set<String> open() {
        Set<String> open = new TreeSet<>();
        due.forEach(owed -> open.add(owed.code()));
        return open;
    }
}
