package org.aletheia.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.aletheia.access.AccessGuard;
import org.aletheia.access.AccessIntent;
import org.aletheia.access.Classification;
import org.aletheia.access.Colleagues;
import org.aletheia.access.ProtectedRecord;
import org.aletheia.access.RecordKind;
import org.aletheia.access.RecordLookup;
import org.aletheia.access.RecordName;
import org.aletheia.custody.Chains;
import org.aletheia.custody.Chains.FoundEvent;
import org.aletheia.custody.Subject;
import org.aletheia.custody.format.DisclosedEvent;
import org.aletheia.custody.format.EventField;
import org.aletheia.kernel.MalformedValueException;

/**
 * What a member used, for the auditor of their organisation. That something was used, when, how and for which purpose is told
 * whole; which record it was, only where the auditor may see that record's history, and nothing then that depends on it.
 */
@ApplicationScoped
public class MemberUses {
    private static final Set<EventField> OF_HIDDEN =
            EnumSet.of(EventField.SUBJECT, EventField.REVISION, EventField.DETAIL);

    private final AccessGuard guard;
    private final Colleagues colleagues;
    private final Chains chains;
    private final RecordLookup records;
    private final UseRecord use;

    MemberUses(AccessGuard guard, Colleagues colleagues, Chains chains, RecordLookup records, UseRecord use) {
        this.guard = guard;
        this.colleagues = colleagues;
        this.chains = chains;
        this.records = records;
        this.use = use;
    }

    /**
     * One use.
     *
     * @param index in the log
     * @param event as far as the auditor sees it
     * @param shown records that it is about and that the auditor may see the history of, in its order
     * @param withheld whether it is about others too, or about others alone
     */
    public record Use(
            long index,
            UUID eventId,
            DisclosedEvent event,
            List<Subject> shown,
            boolean withheld,
            boolean integrated) {}

    /**
     * What a member of the caller's organisation used, the last first; who has left included. The read is told to the journal
     * first.
     *
     * @param before index of the last use already known, {@link Long#MAX_VALUE} from the end of the log
     * @throws org.aletheia.platform.http.ProblemException {@code not-found}, also for a member of another organisation
     */
    public List<Use> of(UUID member, long before, int limit) {
        if (!colleagues.everIncluded(member)) {
            throw guard.absent(RecordKind.MEMBER, member);
        }
        guard.check(
                AccessIntent.READ_CUSTODY,
                new ProtectedRecord(
                        RecordKind.MEMBER, member, guard.principal().organisation(), Classification.CLEAR, Set.of()));
        use.viewed(RecordKind.MEMBER, member);
        List<FoundEvent> found = chains.uses(member, before, limit);
        Set<RecordName> open = open(found);
        return found.stream().map(event -> use(event, open)).toList();
    }

    private static Use use(FoundEvent found, Set<RecordName> open) {
        List<Subject> subjects = found.entry().subjects();
        List<Subject> shown = subjects.stream()
                .filter(subject -> name(subject).filter(open::contains).isPresent())
                .toList();
        boolean withheld = shown.size() < subjects.size();
        return new Use(
                found.entry().index(),
                found.entry().eventId(),
                withheld ? found.event().withhold(OF_HIDDEN) : found.event(),
                shown,
                withheld,
                found.integrated());
    }

    /** Those of the records whose history the caller may see, also of such as are disposed of. */
    private Set<RecordName> open(List<FoundEvent> events) {
        Set<RecordName> names = events.stream()
                .flatMap(event -> event.entry().subjects().stream())
                .flatMap(subject -> name(subject).stream())
                .collect(Collectors.toSet());
        Set<RecordName> open = records.find(names).stream()
                .filter(record -> guard.permits(AccessIntent.READ_CUSTODY, record))
                .map(record -> new RecordName(record.kind(), record.id()))
                .collect(Collectors.toSet());
        names.stream()
                .filter(name -> !open.contains(name))
                .filter(name -> records.findDisposed(name.kind(), name.id())
                        .filter(was -> guard.permits(AccessIntent.READ_CUSTODY, was.was()))
                        .isPresent())
                .forEach(open::add);
        return open;
    }

    /** Of an event that is about something else than a record there is none. */
    private static Optional<RecordName> name(Subject subject) {
        try {
            return Optional.of(new RecordName(RecordKind.parse(subject.kind()), subject.id()));
        } catch (MalformedValueException e) {
            return Optional.empty();
        }
    }
}
