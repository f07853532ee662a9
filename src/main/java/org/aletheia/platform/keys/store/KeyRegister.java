package org.aletheia.platform.keys.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.aletheia.platform.keys.KeyPurpose;
import org.aletheia.platform.keys.RegisteredKey;
import org.jspecify.annotations.Nullable;

/** The register's rows. A destroyed key stays destroyed: the table itself refuses to bring one back. */
@ApplicationScoped
public class KeyRegister {
    /** A copy begun before a destruction may land after it; by then it is over, and the tombstone is written again. */
    private static final Duration LATE_COPY = Duration.ofHours(1);

    private final Rows rows;

    KeyRegister(Rows rows) {
        this.rows = rows;
    }

    /** Joins the caller's transaction. */
    @Transactional(TxType.MANDATORY)
    public void insert(RegisteredKey key) {
        rows.persist(UnitKeyRow.of(key));
    }

    /** In a transaction of its own, which fails where the table has one of which there is to be one only. */
    @Transactional(TxType.REQUIRES_NEW)
    public void insertAlone(RegisteredKey key) {
        rows.persistAndFlush(UnitKeyRow.of(key));
    }

    /** The key of texts; empty before it is made. */
    @Transactional
    public Optional<UUID> textKey() {
        return rows.find("purpose = ?1 and destroyedAt is null", KeyPurpose.TEXT.code())
                .firstResultOptional()
                .map(row -> row.id);
    }

    /** Reads in a transaction of its own or the caller's. */
    @Transactional
    public Optional<RegisteredKey> find(UUID id) {
        return rows.findByIdOptional(id).map(UnitKeyRow::toKey);
    }

    /** Joins the caller's transaction. */
    @Transactional(TxType.MANDATORY)
    public void destroy(UUID id, Instant now) {
        rows.update(
                "wrapped = null, wrappedBy = null, destroyedAt = ?2, copyDue = ?2, revision = revision + 1"
                        + " where id = ?1 and destroyedAt is null",
                id,
                now);
    }

    /** As {@link #destroy}, of all living keys of a subject; how many those were. */
    @Transactional(TxType.MANDATORY)
    public int destroyAll(UUID subject, Instant now) {
        return rows.update(
                "wrapped = null, wrappedBy = null, destroyedAt = ?2, copyDue = ?2, revision = revision + 1"
                        + " where subject = ?1 and destroyedAt is null",
                subject,
                now);
    }

    /** Those of the keys that are there and not destroyed. */
    @Transactional
    public List<UUID> living(List<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : keys(rows.find("id in ?1 and destroyedAt is null", ids).list()).stream()
                        .map(RegisteredKey::id)
                        .toList();
    }

    /**
     * Has the bucket's copies of all destroyed keys written anew, also those that are being written now; in a transaction of its
     * own.
     */
    @Transactional
    public void copyDestroyedAgain(Instant now) {
        rows.update("copyDue = ?1, revision = revision + 1 where destroyedAt is not null", now);
    }

    /** Destroys those of the keys that live, in a transaction of its own; how many those were. */
    @Transactional
    public int destroyAll(List<UUID> ids, Instant now) {
        return ids.isEmpty()
                ? 0
                : rows.update(
                        "wrapped = null, wrappedBy = null, destroyedAt = ?2, copyDue = ?2, revision = revision + 1"
                                + " where id in ?1 and destroyedAt is null",
                        ids,
                        now);
    }

    /** Keys that this key-encryption key wraps, by ascending id. */
    @Transactional
    public List<RegisteredKey> wrappedBy(String name, UUID after, int limit) {
        return keys(rows.find("wrappedBy = ?1 and id > ?2 order by id", name, after)
                .page(0, limit)
                .list());
    }

    /** Replaces the wrapping of exactly that revision; does nothing where the row has moved on. */
    @Transactional
    public void rewrap(UUID id, int revision, RegisteredKey.Wrapping wrapping, Instant now) {
        rows.update(
                "wrapped = ?3, wrappedBy = ?4, copyDue = ?5, revision = revision + 1"
                        + " where id = ?1 and revision = ?2 and destroyedAt is null",
                id,
                revision,
                wrapping.bytes(),
                wrapping.by(),
                now);
    }

    /** Keys whose copy in the bucket is due, the longest due first. */
    @Transactional
    public List<RegisteredKey> copyDue(Instant now, int limit) {
        return keys(
                rows.find("copyDue <= ?1 order by copyDue", now).page(0, limit).list());
    }

    /**
     * Notes that the bucket holds these revisions; a row that moved on stays due, and so does a tombstone that another
     * key-encryption key sealed than wraps by now. One transaction.
     *
     * @param sealedBy the names of those that sealed the tombstones
     */
    @Transactional
    public void copied(List<RegisteredKey> keys, Map<UUID, String> sealedBy, Instant now) {
        String newest = sealedBy.isEmpty() ? "" : newestWrappingKey();
        for (RegisteredKey key : keys) {
            if (newest.equals(sealedBy.getOrDefault(key.id(), newest))) {
                rows.update("copyDue = ?3 where id = ?1 and revision = ?2", key.id(), key.revision(), again(key, now));
            }
        }
    }

    private String newestWrappingKey() {
        return (String) rows.getEntityManager()
                .createNativeQuery("select name from key_encryption_key order by number desc limit 1")
                .getSingleResult();
    }

    /** Whether there is any key at all, living or destroyed. */
    @Transactional
    public boolean empty() {
        return rows.find("order by id").firstResultOptional().isEmpty();
    }

    private static @Nullable Instant again(RegisteredKey key, Instant now) {
        Instant destroyed = key.destroyedAt();
        Instant last = destroyed == null ? now : destroyed.plus(LATE_COPY);
        return now.isBefore(last) ? last : null;
    }

    private static List<RegisteredKey> keys(List<UnitKeyRow> found) {
        return found.stream().map(UnitKeyRow::toKey).toList();
    }

    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<UnitKeyRow, UUID> {}
}
