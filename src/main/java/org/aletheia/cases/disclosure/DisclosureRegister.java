package org.aletheia.cases.disclosure;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.aletheia.access.AccessGuard;
import org.aletheia.access.IdPages;
import org.aletheia.access.RecordKind;
import org.aletheia.cases.store.RegisterRows;
import org.aletheia.evidence.UseRecord;
import org.aletheia.evidence.record.PageRequest;
import org.aletheia.platform.http.Page;
import org.aletheia.platform.http.ProblemException;

/**
 * Every item that a body holds, for its disclosure officer: that it is there, and what restricts it, nothing else. Each
 * read is told to the journal. Everybody else finds no register.
 */
@ApplicationScoped
public class DisclosureRegister {
    private final AccessGuard guard;
    private final RegisterRows rows;
    private final IdPages pages;
    private final UseRecord use;
    private final Clock clock;

    DisclosureRegister(AccessGuard guard, RegisterRows rows, IdPages pages, UseRecord use, Clock clock) {
        this.guard = guard;
        this.rows = rows;
        this.pages = pages;
        this.use = use;
        this.clock = clock;
    }

    /**
     * One page, by id of the item.
     *
     * @throws ProblemException {@code not-found}, {@code invalid-request}, {@code cursor-invalid}, {@code cursor-expired}
     */
    public Page<RegisterEntry> list(PageRequest request) {
        guard.requireRegister();
        Page<RegisterEntry> page = pages.of(
                "disclosure-register",
                request.limit(),
                request.cursor(),
                (after, most) -> entries(rows.after(after, most)),
                RegisterEntry::id);
        told(page.items());
        return page;
    }

    /** One item. @throws ProblemException {@code not-found} */
    public RegisterEntry get(UUID item) {
        return of(List.of(item)).stream().findFirst().orElseThrow(() -> guard.absent(RecordKind.ITEM, item));
    }

    /** Those of these items that the body holds. @throws ProblemException {@code not-found} */
    public List<RegisterEntry> of(Collection<UUID> items) {
        guard.requireRegister();
        List<RegisterEntry> found = entries(rows.of(items));
        told(found);
        return found;
    }

    /** Not {@link UseRecord#viewed}: who saw the entry has not seen the item, and no later view is covered by this. */
    private void told(List<RegisterEntry> shown) {
        use.listed(RecordKind.ITEM, shown.stream().map(RegisterEntry::id).toList());
    }

    private List<RegisterEntry> entries(List<HeldItem> items) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return items.stream().map(item -> Restriction.entry(item, today)).toList();
    }
}
