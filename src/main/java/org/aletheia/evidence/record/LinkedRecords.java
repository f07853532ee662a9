package org.aletheia.evidence.record;

import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.aletheia.access.AccessGuard;
import org.aletheia.access.AccessIntent;
import org.aletheia.access.Principal;
import org.aletheia.access.ProtectedRecord;
import org.aletheia.access.RecordFilter;
import org.aletheia.access.RecordKind;
import org.aletheia.custody.RevisionView;
import org.aletheia.kernel.Ids;
import org.aletheia.platform.http.Page;
import org.aletheia.platform.http.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * The records of one kind: who may do what, the checks, the revision, the event. A kind is a bean of this class with its
 * content and its store.
 *
 * <p>A change is one transaction: row, revision and event are there together or not at all. A read is told to the
 * journal, durably, before anything of it is returned.
 *
 * @param <T> the content
 */
public abstract class LinkedRecords<T extends RecordContent> {
    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final int BATCH = 500;

    private final RecordKind kind;
    private final RecordStore<T> store;
    private final RecordDesk desk;

    protected LinkedRecords(RecordKind kind, RecordStore<T> store, RecordDesk desk) {
        this.kind = kind;
        this.store = store;
        this.desk = desk;
    }

    /** Ids in the order of creation, unless the kind must not show when a record was made. */
    protected UUID newId() {
        return Ids.timeOrdered();
    }

    /**
     * Makes a record of the caller's organisation.
     *
     * @param key the Idempotency-Key, if any: a repeated request gets the record as it stands now
     * @param operation names the endpoint with what it depends on, for example the incident of an act
     * @param content makes the content of what the caller wrote; adds what it finds to the checks
     * @throws ProblemException {@code forbidden}, {@code invalid-request}
     */
    @Transactional
    public RecordVersion<T> create(
            @Nullable String key, String operation, ProtectionBody body, Function<Checks, T> content) {
        return create(key, operation, null, body, content);
    }

    /**
     * As {@link #create(String, String, ProtectionBody, Function)}, of a record that is part of another: how that one is
     * held is what holds for the part where the body says nothing, and the least that holds.
     *
     * @throws ProblemException also {@code not-found} where the caller does not see the whole
     */
    @Transactional
    public RecordVersion<T> create(
            @Nullable String key,
            String operation,
            @Nullable Whole whole,
            ProtectionBody body,
            Function<Checks, T> content) {
        return create(key, operation, whole, body, content, made -> {});
    }

    /**
     * As {@link #create(String, String, Whole, ProtectionBody, Function)}; what is written with the record is there
     * together with it or not at all. To be called in a transaction.
     *
     * @param then writes what belongs to the new record; not called where a repeated request finds the earlier one
     */
    protected RecordVersion<T> create(
            @Nullable String key,
            String operation,
            @Nullable Whole whole,
            ProtectionBody body,
            Function<Checks, T> content,
            Consumer<RecordVersion<T>> then) {
        desk.guard().requireCreate(kind);
        return once(key, operation, body, () -> {
            RecordVersion<T> first = draft(whole, body, desk.checks(), this::held, content);
            addAll(List.of(first));
            then.accept(first);
            return first;
        });
    }

    private Optional<Protection> held(Whole whole) {
        return desk.directory().hold(whole.kind(), whole.id());
    }

    /**
     * What a new record of the caller's organisation would be; writes nothing, and leaves it to others whether the caller may
     * make it.
     *
     * @param whole of which it is part
     * @param held how a whole is held, which stays so until the caller's transaction ends; empty where the caller does not
     *     see it
     * @throws ProblemException {@code invalid-request}; {@code not-found} where the caller does not see the whole
     */
    public RecordVersion<T> draft(
            @Nullable Whole whole,
            ProtectionBody body,
            Checks checks,
            Function<Whole, Optional<Protection>> held,
            Function<Checks, T> content) {
        Principal caller = desk.guard().principal();
        Protection floor = whole == null
                ? Protection.NO_FLOOR
                : held.apply(whole).orElseThrow(() -> desk.guard().absent(whole.kind(), whole.id()));
        Protection otherwise = whole == null ? Protection.DEFAULT : floor;
        Protection protection = Protection.check(body, otherwise, floor, caller, checks);
        T said = content.apply(checks);
        checks.throwIfAny();
        if (!whole(said).equals(Optional.ofNullable(whole))) {
            throw new IllegalStateException("a part is made within its whole");
        }
        return first(caller, protection, said);
    }

    /**
     * Creates unless the same request came before under the same key; a repeated one reads the record as it stands now,
     * with all that a read is bound to.
     *
     * @param operation names the endpoint with what it depends on
     */
    protected RecordVersion<T> once(
            @Nullable String key, String operation, Object body, Supplier<RecordVersion<T>> create) {
        UUID member = desk.guard().principal().member();
        List<UUID> made = new ArrayList<>(1);
        UUID id = desk.idempotency().once(key, member, operation, body, () -> {
            made.add(create.get().id());
            return made.getFirst();
        });
        return made.isEmpty()
                ? get(id)
                : store.find(id).orElseThrow(() -> desk.guard().absent(kind, id));
    }

    /** Writes revision 1, in the caller's transaction. */
    protected RecordVersion<T> add(Principal caller, Protection protection, T content) {
        RecordVersion<T> first = first(caller, protection, content);
        addAll(List.of(first));
        return first;
    }

    /** Revision 1 of a new record, not yet written. */
    protected RecordVersion<T> first(Principal caller, Protection protection, T content) {
        Instant now = desk.now();
        return new RecordVersion<>(kind, newId(), caller.organisation(), protection, 1, now, now, content);
    }

    /** Writes revision 1 of new records, of which {@link #draft} made each, in the caller's transaction. */
    public void addAll(List<RecordVersion<T>> firsts) {
        List<RecordVersion<T>> kept = store.insert(firsts);
        desk.ledger().written(firsts);
        Map<Whole, List<RecordVersion<T>>> parts = new LinkedHashMap<>();
        kept.stream().filter(first -> !first.content().staysInside()).forEach(first -> whole(first.content())
                .ifPresent(whole ->
                        parts.computeIfAbsent(whole, none -> new ArrayList<>()).add(first)));
        if (!parts.isEmpty()) {
            desk.shareAlong(parts);
        }
    }

    /**
     * Writes revision 1 of a record of another organisation, for which the caller hands it in, in the caller's transaction. It goes to
     * nobody by itself, and the caller does not see it; what they keep is its {@link org.aletheia.evidence.HandIn}.
     */
    protected RecordVersion<T> handIn(UUID id, HandedInFor to, Protection protection, T content) {
        Instant now = desk.now();
        RecordVersion<T> first = new RecordVersion<>(kind, id, to.owner(), protection, 1, now, now, content);
        desk.ledger().handedIn(first, to);
        store.insert(List.of(first));
        return first;
    }

    /** The record that this one is part of and is shared along with; none by default. */
    protected Optional<Whole> whole(T content) {
        return Optional.empty();
    }

    /** A record that others are part of. */
    public record Whole(RecordKind kind, UUID id) {}

    /** Makes the caller's organisation's own records whose content has these members at least so strict. */
    protected void tighten(Map<String, Object> containing, Protection least) {
        eachOwn(containing, found -> {
            RecordVersion<T> before = store.lock(found.id()).orElse(found);
            Protection stricter = before.protection().atLeast(least);
            if (stricter.narrowerThan(before.protection())) {
                rewrite(before, before.revised(before.content(), stricter, desk.now()), null);
            }
        });
    }

    private void eachOwn(Map<String, Object> containing, Consumer<RecordVersion<T>> action) {
        if (desk.guard().filter(kind) instanceof RecordFilter.Matching all) {
            all.ofOwn().ifPresent(own -> each(own, containing, action));
        }
    }

    private void each(RecordFilter own, Map<String, Object> containing, Consumer<RecordVersion<T>> action) {
        UUID after = BEFORE_ALL;
        List<RecordVersion<T>> batch;
        do {
            batch = store.page(own, containing, after, BATCH);
            batch.forEach(action);
            after = batch.isEmpty() ? after : batch.getLast().id();
        } while (batch.size() == BATCH);
    }

    /**
     * The record as it stands.
     *
     * @throws ProblemException {@code not-found}
     */
    public RecordVersion<T> get(UUID id) {
        RecordVersion<T> found = require(AccessIntent.READ, id);
        desk.use().viewed(kind, id);
        return found;
    }

    /**
     * One page of the records of the kind that the caller may list, by id.
     *
     * @throws ProblemException {@code invalid-request}, {@code cursor-invalid}, {@code cursor-expired}
     */
    public Page<RecordVersion<T>> list(PageRequest request) {
        RecordFilter filter = desk.guard().filter(kind);
        Page<RecordVersion<T>> page = desk.pages()
                .of(
                        request.query(kind.code()),
                        request.limit(),
                        request.cursor(),
                        (after, most) -> store.page(filter, request.containing(), after, most),
                        RecordVersion::id);
        desk.use().listed(kind, page.items().stream().map(RecordVersion::id).toList());
        return page;
    }

    /**
     * Those of the records that the caller may list, in no order; to be told to the journal by whoever shows them.
     *
     * @param ids some hundreds at most
     */
    public List<RecordVersion<T>> among(Collection<UUID> ids) {
        return store.among(desk.guard().filter(kind), ids);
    }

    /**
     * Writes the next revision.
     *
     * @param precondition throws unless the revision it is given is the one that the change is based on
     * @param content makes the next content of the one before and what the caller wrote
     * @throws ProblemException {@code not-found}, {@code invalid-request}, and what the precondition throws
     */
    @Transactional
    public RecordVersion<T> revise(
            UUID id, IntConsumer precondition, ProtectionBody body, BiFunction<Checks, T, T> content) {
        AccessGuard guard = desk.guard();
        Protection floor = floor(id);
        RecordVersion<T> before = store.lock(id).orElseThrow(() -> guard.absent(kind, id));
        guard.check(AccessIntent.REVISE, before.guarded());
        precondition.accept(before.revision());
        Checks checks = desk.checks();
        Protection protection = Protection.check(body, before.protection(), floor, guard.principal(), checks);
        T said = content.apply(checks, before.content());
        checks.throwIfAny();
        return rewrite(before, before.revised(said, protection, desk.now()), null);
    }

    /**
     * How the whole is held; who does not see it any more may not open its part. The whole is held before the part is
     * locked, in the order in which a change of the whole comes by.
     */
    private Protection floor(UUID id) {
        return store.find(id)
                .flatMap(found -> whole(found.content())
                        .map(whole ->
                                desk.directory().hold(whole.kind(), whole.id()).orElse(found.protection())))
                .orElse(Protection.NO_FLOOR);
    }

    /**
     * Writes the next revision by another right than that to revise, for kinds whose records go through steps. How the
     * record is held stays; the event says which step, as its reason.
     *
     * @param rights any one of these suffices
     * @param precondition as for {@link #revise}
     * @param content makes the next content; adds what it finds to the checks
     * @throws ProblemException {@code not-found}, and what precondition and content throw
     */
    @Transactional
    protected RecordVersion<T> advance(
            UUID id,
            Set<AccessIntent> rights,
            String step,
            IntConsumer precondition,
            BiFunction<Checks, RecordVersion<T>, T> content) {
        AccessGuard guard = desk.guard();
        RecordVersion<T> before = store.lock(id).orElseThrow(() -> guard.absent(kind, id));
        if (rights.stream().noneMatch(right -> guard.permits(right, before.guarded()))) {
            guard.check(rights.iterator().next(), before.guarded());
        }
        precondition.accept(before.revision());
        Checks checks = desk.checks();
        T said = content.apply(checks, before);
        checks.throwIfAny();
        RecordVersion<T> next = before.revised(said, before.protection(), desk.now());
        return rewrite(before, next, step);
    }

    /**
     * The record, which stays as it is until the caller's transaction ends, for who may revise it.
     *
     * @throws ProblemException {@code not-found}
     */
    protected RecordVersion<T> lockToRevise(UUID id) {
        RecordVersion<T> found = store.lock(id).orElseThrow(() -> desk.guard().absent(kind, id));
        desk.guard().check(AccessIntent.REVISE, found.guarded());
        return found;
    }

    /** Writes next revisions, one after the other, of records that the caller's transaction has locked or made. */
    protected void rewriteAll(List<RecordVersion<T>> nexts) {
        nexts.forEach(next -> {
            RecordVersion<T> before =
                    store.find(next.id()).orElseThrow(() -> desk.guard().absent(kind, next.id()));
            rewrite(before, next, null);
        });
    }

    private RecordVersion<T> rewrite(RecordVersion<T> before, RecordVersion<T> next, @Nullable String reason) {
        RecordVersion<T> kept = store.replace(next);
        UUID event = desk.ledger().rewritten(before, kept, reason);
        if (kept.protection().narrowerThan(before.protection())) {
            desk.tightenParts(kept);
        }
        desk.follow(kept, event);
        return kept;
    }

    /**
     * One page of the revisions, oldest first; of a shared record from the one on that was in force when it was shared.
     *
     * @throws ProblemException {@code not-found}, and as {@link #list}
     */
    public Page<RevisionEntry> history(UUID id, PageRequest request) {
        ProtectedRecord record = require(AccessIntent.READ, id).guarded();
        desk.use().viewed(kind, id);
        return desk.pages()
                .byNumber(
                        "revisions of " + kind.code() + "\n" + id,
                        request.limit(),
                        request.cursor(),
                        (after, most) -> desk.ledger().history(record, after, most),
                        RevisionView::number)
                .map(RevisionEntry::of);
    }

    /** Records whose content has these members, by id, as far as the caller may list them; tells nothing. */
    protected List<RecordVersion<T>> matching(Map<String, Object> containing, int most) {
        return store.page(desk.guard().filter(kind), containing, BEFORE_ALL, most);
    }

    /** Tells the journal of records that are shown within an answer about others. */
    protected void told(List<UUID> ids) {
        desk.use().listed(kind, ids);
    }

    /**
     * The canonical bytes of one revision; empty where there is none or where it is older than the caller's share. Tells
     * nothing.
     */
    Optional<byte[]> saidAt(ProtectedRecord record, int revision) {
        return desk.ledger().history(record, revision - 1, 1).stream()
                .filter(found -> found.number() == revision)
                .map(RevisionView::canonical)
                .findFirst();
    }

    /** Which kind. */
    public RecordKind kind() {
        return kind;
    }

    /** The record, as far as row-level security shows it; decides and tells nothing. */
    protected Optional<RecordVersion<T>> find(UUID id) {
        return store.find(id);
    }

    private RecordVersion<T> require(AccessIntent intent, UUID id) {
        RecordVersion<T> found =
                store.find(id).orElseThrow(() -> desk.directory().gone(kind, id));
        desk.guard().check(intent, found.guarded());
        return found;
    }
}
