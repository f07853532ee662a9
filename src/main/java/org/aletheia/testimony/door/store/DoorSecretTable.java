package org.aletheia.testimony.door.store;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.aletheia.platform.persistence.Sql;

/** Table {@code vault.door_secret}: one row, written once. */
@Singleton
public class DoorSecretTable {
    private static final String FIND = "select unit_key, sealed from vault.door_secret";
    private static final String PUT =
            "insert into vault.door_secret (unit_key, sealed) values (?, ?) on conflict do nothing";

    private final Sql sql;

    DoorSecretTable(@DataSource("vault") AgroalDataSource vault) {
        this.sql = new Sql(vault);
    }

    /**
     * The secret as it lies.
     *
     * @param unitKey under which
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared, and handed from one owner to the next
    public record Sealed(UUID unitKey, byte[] bytes) {}

    /** The secret; empty before its first use. */
    public Optional<Sealed> find() {
        return sql.list(FIND, DoorSecretTable::read).stream().findFirst();
    }

    /** Puts it in; the one that is there then, which another replica may have put in first. */
    public Sealed put(Sealed made) {
        sql.update(PUT, made.unitKey(), made.bytes());
        return find().orElseThrow();
    }

    private static Sealed read(ResultSet row) throws SQLException {
        return new Sealed(row.getObject("unit_key", UUID.class), row.getBytes("sealed"));
    }
}
