package org.aletheia.access.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.aletheia.access.RecordKind;
import org.aletheia.access.Share;

/** Shares; every method joins the caller's transaction. */
@ApplicationScoped
public class ShareStore {
    private final Rows rows = new Rows();

    /** Adds; a second standing share of one record with one organisation breaks {@code share_live} at once. */
    public void add(Share share) {
        rows.persistAndFlush(ShareEntity.of(share));
    }

    /** Finds one, ended or not. */
    public Optional<Share> find(UUID id) {
        return rows.findByIdOptional(id).map(ShareEntity::toDomain);
    }

    /** Those that nobody has ended of one record. */
    public List<Share> standing(RecordKind kind, UUID record) {
        return rows.find("kind = ?1 and recordId = ?2 and endedAt is null", Sort.by("id"), kind.code(), record).stream()
                .map(ShareEntity::toDomain)
                .toList();
    }

    /** Whether one grantee has the record already. */
    public boolean stands(RecordKind kind, UUID record, UUID grantee) {
        return rows.count(
                        "kind = ?1 and recordId = ?2 and granteeOrg = ?3 and endedAt is null",
                        kind.code(),
                        record,
                        grantee)
                > 0;
    }

    /** Ends it; returns whether it was standing until now. */
    public boolean end(UUID id, Instant at) {
        return rows.update("endedAt = ?1 where id = ?2 and endedAt is null", at, id) == 1;
    }

    private static final class Rows implements PanacheRepositoryBase<ShareEntity, UUID> {}
}
