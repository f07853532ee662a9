package org.aletheia.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.aletheia.kernel.Ids;
import org.aletheia.platform.http.Cursors;
import org.aletheia.platform.http.Page;
import org.aletheia.platform.http.PageLimit;
import org.jspecify.annotations.Nullable;

/** Pages of lists that are in order of their ids, or of their numbers. */
@ApplicationScoped
public class IdPages {
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final AccessGuard guard;
    private final Cursors cursors;

    IdPages(AccessGuard guard, Cursors cursors) {
        this.guard = guard;
        this.cursors = cursors;
    }

    /** As {@link #of}, of a list in order of numbers from 1. */
    public <T> Page<T> byNumber(
            String query,
            @Nullable Integer limit,
            @Nullable String cursor,
            BiFunction<Integer, Integer, List<T>> list,
            ToIntFunction<T> number) {
        return of(
                query,
                limit,
                cursor,
                (after, most) -> list.apply((int) after.getLeastSignificantBits(), most),
                item -> new UUID(0, number.applyAsInt(item)));
    }

    /**
     * One page, computed under the policy of this moment.
     *
     * @param query names the list with everything it depends on, so that its cursors open no other
     * @param list gives at most so many items after an id
     * @throws org.aletheia.platform.http.ProblemException {@code invalid-request}, {@code cursor-invalid}, {@code
     *     cursor-expired}
     */
    public <T> Page<T> of(
            String query,
            @Nullable Integer limit,
            @Nullable String cursor,
            BiFunction<UUID, Integer, List<T>> list,
            Function<T, UUID> id) {
        int most = PageLimit.of(limit);
        UUID member = guard.principal().member();
        UUID after = cursor == null ? BEFORE_ALL : Ids.parse(cursors.open(member, query, cursor));
        List<T> found = list.apply(after, most + 1);
        if (found.size() <= most) {
            return new Page<>(found, null);
        }
        List<T> items = found.subList(0, most);
        return new Page<>(
                items, cursors.seal(member, query, id.apply(items.getLast()).toString()));
    }
}
