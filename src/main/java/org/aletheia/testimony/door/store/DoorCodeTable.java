package org.aletheia.testimony.door.store;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.aletheia.access.RecordKind;
import org.aletheia.platform.persistence.Sql;
import org.aletheia.testimony.PersonRef;
import org.aletheia.testimony.door.DoorLock;
import org.aletheia.testimony.door.KeptCode;

/** Table {@code vault.door_code}; takes no part in any transaction. */
@Singleton
public class DoorCodeTable {
    private static final String SELECT = """
            select id, door, number, owner_org, subject_kind, subject_id, unit_key, issued_at, proof
            from vault.door_code where """;
    private static final String BY_LOCATOR = SELECT + " locator = ?";
    private static final String BY_ID = SELECT + " id = ?";
    private static final String LATEST = SELECT + " door = ? order by number desc limit 1";
    private static final String PUT = """
            insert into vault.door_code
                (id, door, number, owner_org, subject_kind, subject_id, unit_key, issued_at, locator, proof)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""";

    private static final String PROVE = "update vault.door_code set proof = ? where id = ? and proof = ?";

    private final Sql sql;

    DoorCodeTable(@DataSource("vault") AgroalDataSource vault) {
        this.sql = new Sql(vault);
    }

    /** The code with that locator, whether it opens its door or not. */
    public Optional<DoorLock.Provable<KeptCode>> find(byte[] locator) {
        return sql.list(BY_LOCATOR, row -> new DoorLock.Provable<>(read(row), row.getBytes("proof")), locator).stream()
                .findFirst();
    }

    /** That code, whether it opens its door or not. */
    public Optional<KeptCode> find(UUID id) {
        return sql.list(BY_ID, DoorCodeTable::read, id).stream().findFirst();
    }

    /** The last code of a door, whether it opens it or not. */
    public Optional<KeptCode> latest(UUID door) {
        return sql.list(LATEST, DoorCodeTable::read, door).stream().findFirst();
    }

    /**
     * Puts a code in.
     *
     * @return false where the locator, or the number among the door's codes, is taken
     */
    public boolean put(KeptCode code, byte[] locator, byte[] proof) {
        return sql.update(
                        PUT,
                        code.id(),
                        code.door(),
                        code.number(),
                        code.ownerOrg(),
                        code.subject().kind().code(),
                        code.subject().id(),
                        code.unitKey(),
                        code.issuedAt().atOffset(ZoneOffset.UTC),
                        locator,
                        proof)
                == 1;
    }

    /** Puts another proof in the place of one. @return false where that one does not stand */
    public boolean prove(UUID code, byte[] before, byte[] next) {
        return sql.update(PROVE, next, code, before) == 1;
    }

    private static KeptCode read(ResultSet row) throws SQLException {
        RecordKind kind = RecordKind.parse(row.getString("subject_kind"));
        return new KeptCode(
                row.getObject("id", UUID.class),
                row.getObject("door", UUID.class),
                row.getInt("number"),
                row.getObject("owner_org", UUID.class),
                new PersonRef(kind, row.getObject("subject_id", UUID.class)),
                row.getObject("unit_key", UUID.class),
                row.getObject("issued_at", OffsetDateTime.class).toInstant());
    }
}
