package org.aletheia.evidence.anonymous;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.access.AccessGuard;
import org.aletheia.access.AccessIntent;
import org.aletheia.access.IdPages;
import org.aletheia.access.RecordFilter;
import org.aletheia.access.RecordKind;
import org.aletheia.custody.Journal;
import org.aletheia.custody.format.DoorEventTypes;
import org.aletheia.evidence.UseRecord;
import org.aletheia.evidence.anonymous.store.AnonymousRows;
import org.aletheia.evidence.record.PageRequest;
import org.aletheia.platform.http.Page;
import org.aletheia.platform.http.ProblemException;
import org.aletheia.platform.http.ProblemType;
import org.aletheia.platform.keys.UnitKeys;
import org.aletheia.platform.time.Moments;
import org.jspecify.annotations.Nullable;

/**
 * What was handed in without an account, for those who take in for the organisation that receives it. It is no evidence: it
 * stands in no search, list of items, register or export.
 */
@ApplicationScoped
public class AnonymousDeposits {
    private static final RecordKind KIND = RecordKind.ANONYMOUS_DEPOSIT;

    private final AccessGuard guard;
    private final AnonymousRows rows;
    private final AnonymousNames names;
    private final AnonymousContents contents;
    private final IdPages pages;
    private final UseRecord use;
    private final UnitKeys keys;
    private final Journal journal;
    private final Clock clock;

    AnonymousDeposits(
            AccessGuard guard,
            AnonymousRows rows,
            AnonymousNames names,
            AnonymousContents contents,
            IdPages pages,
            UseRecord use,
            UnitKeys keys,
            Journal journal,
            Clock clock) {
        this.guard = guard;
        this.rows = rows;
        this.names = names;
        this.contents = contents;
        this.pages = pages;
        this.use = use;
        this.keys = keys;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * One with its files, as far as anything is left of them.
     *
     * @param usesStopped whether the person took back what became items
     */
    public record Whole(AnonymousDeposit deposit, List<AnonymousFile> files, boolean usesStopped) {
        public Whole {
            files = List.copyOf(files);
        }
    }

    /** Those of the caller's organisation, by id, which says nothing of when they came. @param state null for all */
    public Page<AnonymousDeposit> list(@Nullable AnonymousState state, PageRequest page) {
        boolean sees = guard.filter(KIND) instanceof RecordFilter.Matching;
        UUID organisation = guard.principal().organisation();
        Page<AnonymousDeposit> found = pages.of(
                "anonymous-deposits\n" + (state == null ? "" : state.code()),
                page.limit(),
                page.cursor(),
                (after, most) -> sees ? rows.page(organisation, state, after, most) : List.of(),
                AnonymousDeposit::id);
        use.listed(KIND, found.items().stream().map(AnonymousDeposit::id).toList());
        return found;
    }

    /** One of them. @throws ProblemException {@code not-found} */
    public Whole get(UUID id) {
        AnonymousDeposit deposit = require(id, AccessIntent.READ);
        use.viewed(KIND, id);
        return whole(deposit);
    }

    /**
     * A file whose bytes the caller may have, as they came.
     *
     * @throws ProblemException {@code not-found}; {@code state-refused} where the deposit waits no more: read the item then
     */
    public AnonymousFile file(UUID id, UUID file) {
        AnonymousDeposit deposit = require(id, AccessIntent.READ_CONTENT);
        AnonymousFile found = find(deposit, file);
        requireWaiting(deposit);
        return found;
    }

    /** Opens the bytes of a file; that they are seen is in the journal before the first of them leaves. */
    public InputStream open(AnonymousFile file) throws IOException {
        InputStream bytes = contents.open(file.content());
        try {
            use.downloaded(KIND, file.deposit());
            return bytes;
        } catch (RuntimeException e) {
            bytes.close();
            throw e;
        }
    }

    /**
     * Settles what waits: accepted where at least one file became an item, refused where none did. What became no item can be
     * read by nobody from the commit on, and its bytes are removed. The person is told at the door.
     *
     * @param refused code of the list {@code not-retained-reason}; null: accepted
     * @throws ProblemException {@code not-found}; {@code state-refused} where it waits no more, or where that is not what
     *     was done with its files
     */
    @Transactional
    public Whole settle(UUID id, @Nullable String refused) {
        require(id, AccessIntent.REVISE);
        AnonymousDeposit deposit = rows.lock(id).orElseThrow(() -> guard.absent(KIND, id));
        requireWaiting(deposit);
        boolean taken = rows.files(id).stream().anyMatch(file -> file.item() != null);
        if (taken == (refused != null)) {
            throw new ProblemException(
                    ProblemType.STATE_REFUSED, Map.of("state", taken ? "files-registered" : "no-file-registered"));
        }
        AnonymousState state = taken ? AnonymousState.ACCEPTED : AnonymousState.REFUSED;
        UUID member = guard.principal().member();
        rows.settle(id, state, refused, member, Moments.now(clock));
        keys.destroy(deposit.unitKey());
        journal.append(guard.event(DoorEventTypes.ANONYMOUS_SETTLED, KIND, id)
                .reason(refused)
                .detail("outcome", state.code())
                .build());
        return whole(rows.find(id).orElseThrow());
    }

    AnonymousDeposit require(UUID id, AccessIntent intent) {
        AnonymousDeposit deposit = rows.find(id).orElseThrow(() -> guard.absent(KIND, id));
        guard.check(intent, deposit.guarded());
        return deposit;
    }

    AnonymousFile find(AnonymousDeposit deposit, UUID file) {
        return whole(deposit).files().stream()
                .filter(each -> each.id().equals(file))
                .findFirst()
                .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND));
    }

    static void requireWaiting(AnonymousDeposit deposit) {
        if (!deposit.waits()) {
            throw new ProblemException(
                    ProblemType.STATE_REFUSED, Map.of("state", deposit.state().code()));
        }
    }

    private Whole whole(AnonymousDeposit deposit) {
        return new Whole(
                deposit, rows.files(deposit.id()).stream().map(names::open).toList(), rows.stopped(deposit.id()));
    }
}
