package org.aletheia.evidence.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.aletheia.evidence.fixity.FixityPlan;
import org.aletheia.evidence.fixity.FixityRecord;
import org.aletheia.evidence.fixity.FixityResult;
import org.aletheia.evidence.fixity.FixityState;
import org.jspecify.annotations.Nullable;

/** When bytes were read, with the application's role. */
@ApplicationScoped
public class FixityRows implements FixityRecord {
    private static final String REQUEST = """
            insert into fixity (item, checked_at, requested_at, requested_sha512)
            values (:item, :received, :now, :sha512)
            on conflict (item) do update
            set requested_at = excluded.requested_at,
                requested_sha512 = fixity.requested_sha512 or excluded.requested_sha512
            where fixity.requested_at is null or excluded.requested_sha512 and not fixity.requested_sha512""";
    private static final String CHECKED = """
            update fixity
            set checked_at = :now, outcome = :outcome, finding = :finding, event = cast(:event as uuid),
                claimed_till = '-infinity',
                requested_at = case when requested_at = cast(:seen as timestamptz) then null else requested_at end,
                requested_sha512 = requested_sha512 and requested_at is distinct from cast(:seen as timestamptz)
            where item = :item""";

    private final Rows rows = new Rows();

    @Override
    @Transactional
    public Optional<FixityState> find(UUID item) {
        return rows.findByIdOptional(item).map(FixityRow::state);
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public boolean request(UUID item, Instant receivedAt, Instant now, boolean sha512) {
        return rows.getEntityManager()
                        .createNativeQuery(REQUEST)
                        .setParameter("item", item)
                        .setParameter("received", receivedAt)
                        .setParameter("now", now)
                        .setParameter("sha512", sha512)
                        .executeUpdate()
                > 0;
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public void checked(FixityPlan.Claim claim, Instant now, @Nullable FixityResult result, @Nullable UUID event) {
        rows.getEntityManager()
                .createNativeQuery(CHECKED)
                .setParameter("item", claim.id())
                .setParameter("now", now)
                .setParameter("seen", claim.requestedAt())
                .setParameter(
                        "outcome", result == null ? null : result.outcome().code())
                .setParameter("finding", result == null ? null : result.finding())
                .setParameter("event", event)
                .executeUpdate();
    }

    private static final class Rows implements PanacheRepositoryBase<FixityRow, UUID> {}
}
