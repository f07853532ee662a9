package org.aletheia.platform.keys.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.aletheia.platform.keys.KeyPurpose;
import org.aletheia.platform.keys.RegisteredKey;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "unit_key")
@SuppressWarnings("NullAway.Init")
class UnitKeyRow {
    @Id
    UUID id;

    String purpose;

    UUID subject;

    int revision;

    @Nullable
    String wrappedBy;

    byte @Nullable [] wrapped;

    Instant createdAt;

    @Nullable
    Instant destroyedAt;

    @Nullable
    Instant copyDue;

    static UnitKeyRow of(RegisteredKey key) {
        UnitKeyRow row = new UnitKeyRow();
        row.id = key.id();
        row.purpose = key.purpose().code();
        row.subject = key.subject();
        row.revision = key.revision();
        RegisteredKey.Wrapping wrapping = key.required();
        row.wrappedBy = wrapping.by();
        row.wrapped = wrapping.bytes();
        row.createdAt = key.createdAt();
        row.copyDue = key.createdAt();
        return row;
    }

    RegisteredKey toKey() {
        return new RegisteredKey(id, KeyPurpose.ofCode(purpose), subject, revision, wrapping(), createdAt, destroyedAt);
    }

    private RegisteredKey.@Nullable Wrapping wrapping() {
        return wrapped == null || wrappedBy == null ? null : new RegisteredKey.Wrapping(wrappedBy, wrapped);
    }
}
