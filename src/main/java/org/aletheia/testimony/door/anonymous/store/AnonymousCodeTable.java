package org.aletheia.testimony.door.anonymous.store;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.aletheia.platform.persistence.Sql;
import org.aletheia.testimony.door.DoorLock;
import org.aletheia.testimony.door.anonymous.AnonymousCode;

/** Table {@code vault.anonymous_code}; takes no part in any transaction. */
@Singleton
public class AnonymousCodeTable {
    private static final String SELECT =
            "select deposit, mail_key, valid_until, proof from vault.anonymous_code where ";
    private static final String BY_LOCATOR = SELECT + "locator = ?";
    private static final String BY_DEPOSIT = SELECT + "deposit = ?";
    private static final String ENDED = SELECT + "valid_until <= ? order by valid_until limit ?";
    private static final String PUT = """
            insert into vault.anonymous_code (deposit, mail_key, locator, proof, valid_until)
            values (?, ?, ?, ?, ?) on conflict do nothing""";
    private static final String REMOVE = "delete from vault.anonymous_code where deposit = ?";

    private final Sql sql;

    AnonymousCodeTable(@DataSource("vault") AgroalDataSource vault) {
        this.sql = new Sql(vault);
    }

    /** The code with that locator. */
    public Optional<DoorLock.Provable<AnonymousCode>> find(byte[] locator) {
        return sql.list(BY_LOCATOR, row -> new DoorLock.Provable<>(read(row), row.getBytes("proof")), locator).stream()
                .findFirst();
    }

    /** The code of a deposit. */
    public Optional<AnonymousCode> of(UUID deposit) {
        return sql.list(BY_DEPOSIT, AnonymousCodeTable::read, deposit).stream().findFirst();
    }

    /** Codes whose time is over. */
    public List<AnonymousCode> ended(Instant now, int limit) {
        return sql.list(ENDED, AnonymousCodeTable::read, now.atOffset(ZoneOffset.UTC), limit);
    }

    /** Puts a code in. @return false where the locator is taken */
    public boolean put(AnonymousCode code, byte[] locator, byte[] proof) {
        return sql.update(
                        PUT,
                        code.deposit(),
                        code.mailKey(),
                        locator,
                        proof,
                        code.validUntil().atOffset(ZoneOffset.UTC))
                == 1;
    }

    /** Takes the code of a deposit out: nothing opens it any more. */
    public void remove(UUID deposit) {
        sql.update(REMOVE, deposit);
    }

    private static AnonymousCode read(ResultSet row) throws SQLException {
        return new AnonymousCode(
                row.getObject("deposit", UUID.class),
                row.getObject("mail_key", UUID.class),
                row.getObject("valid_until", OffsetDateTime.class).toInstant());
    }
}
