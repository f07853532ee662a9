package org.aletheia.evidence.handling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.aletheia.access.AccessGuard;
import org.aletheia.access.AccessIntent;
import org.aletheia.access.RecordKind;
import org.aletheia.custody.EventDraft;
import org.aletheia.custody.Journal;
import org.aletheia.custody.JournalRef;
import org.aletheia.evidence.EvidenceItem;
import org.aletheia.evidence.handling.store.HoldRows;
import org.aletheia.evidence.store.ItemRows;
import org.aletheia.platform.http.Findings;
import org.aletheia.platform.http.Idempotency;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;
import org.aletheia.platform.time.Moments;
import org.jspecify.annotations.Nullable;

/**
 * Takes down what people state about the custody of an item. The log records what they assert, and when; whether it is true
 * it cannot know. What contradicts the chain is refused, unless whoever states it says that it does: then the event names
 * the contradictions, so that nobody reads past them.
 */
@ApplicationScoped
public class Handlings {
    private final AccessGuard guard;
    private final ItemRows items;
    private final Possessions possessions;
    private final HoldRows holds;
    private final Journal journal;
    private final Idempotency idempotency;
    private final Clock clock;

    Handlings(
            AccessGuard guard,
            ItemRows items,
            Possessions possessions,
            HoldRows holds,
            Journal journal,
            Idempotency idempotency,
            Clock clock) {
        this.guard = guard;
        this.items = items;
        this.possessions = possessions;
        this.holds = holds;
        this.journal = journal;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    /**
     * Requires that the caller may record what is done with an item.
     *
     * @throws ProblemException {@code not-found}
     */
    public void require(UUID id) {
        EvidenceItem item = items.find(id).orElseThrow(() -> guard.absent(RecordKind.ITEM, id));
        guard.check(AccessIntent.HANDLE, item.guarded());
    }

    /**
     * Records one statement: an event of the item, one of each related item, and where these stand now, in one transaction.
     * To be called after {@link #require}.
     *
     * @throws ProblemException {@code not-found}; {@code forbidden} to whoever neither owns the item nor has it; {@code
     *     invalid-request} for related or supporting items that the caller may not use; {@code custody-refused} where it
     *     contradicts the chain, or that of a related item, and does not say so; and those of {@link Idempotency}
     */
    @Transactional
    public Recorded record(UUID id, Handling said, Object request, @Nullable String idempotencyKey) {
        AtomicReference<@Nullable JournalRef> ref = new AtomicReference<>();
        UUID event =
                idempotency.once(idempotencyKey, guard.principal().member(), "custody-events/" + id, request, () -> {
                    JournalRef made = append(id, said);
                    ref.set(made);
                    return made.eventId();
                });
        return new Recorded(event, Optional.ofNullable(ref.get()));
    }

    private JournalRef append(UUID id, Handling said) {
        Map<UUID, EvidenceItem> locked = lock(id, said);
        EvidenceItem item = require(locked, id);
        guard.check(AccessIntent.HANDLE, item.guarded());
        Possession before = possessions.of(item);
        UUID own = guard.principal().organisation();
        requireConcerned(item, before, said, own);
        CustodyRules rules = new CustodyRules(before, item.receivedAt(), holds.isHeld(id), own);
        Map<UUID, Set<Discrepancy>> found = new LinkedHashMap<>();
        found.put(id, rules.against(said));
        said.related().forEach(part -> found.put(part, asPart(require(locked, part), said.type(), own)));
        Set<Discrepancy> all = EnumSet.noneOf(Discrepancy.class);
        found.values().forEach(all::addAll);
        if (!all.isEmpty() && !said.discrepancy()) {
            throw CustodyRefusal.of(all);
        }
        possessions.save(id, rules.after(said), Moments.now(clock));
        if (said.type() == HandlingType.JOINED) {
            said.related().forEach(part -> join(require(locked, part)));
        }
        return journal.appendAll(events(id, said, before, found)).getFirst();
    }

    private Set<Discrepancy> asPart(EvidenceItem part, HandlingType type, UUID own) {
        return new CustodyRules(possessions.of(part), part.receivedAt(), holds.isHeld(part.id()), own).asPart(type);
    }

    /** In the order of ids, so that two statements about the same items wait for each other instead of for ever. */
    private Map<UUID, EvidenceItem> lock(UUID id, Handling said) {
        Set<UUID> ids = new TreeSet<>(said.related());
        Findings findings = new Findings();
        findings.require(ids.size() == said.related().size() && ids.add(id), "/related", "repeated");
        findings.throwIfAny();
        Map<UUID, EvidenceItem> locked = new HashMap<>();
        ids.forEach(each -> items.lock(each).ifPresent(item -> locked.put(each, item)));
        checkOthers(locked, said);
        return locked;
    }

    /** Related items get an event too, so that they must be the caller's to tell of; supporting ones are only named. */
    private void checkOthers(Map<UUID, EvidenceItem> locked, Handling said) {
        Findings findings = new Findings();
        for (int i = 0; i < said.related().size(); i++) {
            EvidenceItem related = locked.get(said.related().get(i));
            findings.require(related != null && isConcerned(related), "/related/" + i, "not-found");
        }
        for (int i = 0; i < said.support().size(); i++) {
            boolean readable = items.find(said.support().get(i))
                    .filter(source -> guard.permits(AccessIntent.READ, source.guarded()))
                    .isPresent();
            findings.require(readable, "/support/" + i, "not-found");
        }
        findings.throwIfAny();
    }

    private boolean isConcerned(EvidenceItem item) {
        UUID own = guard.principal().organisation();
        return guard.permits(AccessIntent.HANDLE, item.guarded())
                && (item.ownerOrg().equals(own)
                        || possessions.of(item).custodian().is(own));
    }

    private EvidenceItem require(Map<UUID, EvidenceItem> locked, UUID id) {
        EvidenceItem item = locked.get(id);
        if (item == null) {
            throw guard.absent(RecordKind.ITEM, id);
        }
        return item;
    }

    /** A share lets others work with an item; what is done with the object is told by who owns it and who has it. */
    private static void requireConcerned(EvidenceItem item, Possession before, Handling said, UUID own) {
        boolean receives = said.type() == HandlingType.HANDED_OVER
                && before.custodian() instanceof Custodian.Party
                && said.custodianAfter() != null
                && said.custodianAfter().is(own);
        if (!item.ownerOrg().equals(own) && !before.custodian().is(own) && !receives) {
            throw new ProblemException(ProblemType.FORBIDDEN);
        }
    }

    private void join(EvidenceItem part) {
        possessions.save(part.id(), possessions.of(part).with(Standing.JOINED), Moments.now(clock));
    }

    /** Each chain has what its own item contradicts, and nothing of the others. */
    private List<EventDraft> events(UUID id, Handling said, Possession before, Map<UUID, Set<Discrepancy>> found) {
        List<EventDraft> events = new ArrayList<>();
        EventDraft.Builder main = event(id, said, found).detail(said.detail());
        if (said.type() == HandlingType.SEAL_MISMATCHED && before.seal() != null) {
            main.detail("sealBefore", before.seal().json());
        }
        events.add(main.build());
        for (UUID related : said.related()) {
            EventDraft.Builder part = event(related, said, found).detail("of", id.toString());
            if (said.happened() != null) {
                part.detail("happened", said.happened().edtf());
            }
            events.add(part.build());
        }
        return events;
    }

    private EventDraft.Builder event(UUID item, Handling said, Map<UUID, Set<Discrepancy>> found) {
        List<String> discrepancies = found.getOrDefault(item, Set.of()).stream()
                .map(Discrepancy::code)
                .sorted()
                .toList();
        return guard.event(said.type().event(), RecordKind.ITEM, item)
                .reason(said.reason())
                .detail(discrepancies.isEmpty() ? Map.of() : Map.of("discrepancies", discrepancies));
    }
}
