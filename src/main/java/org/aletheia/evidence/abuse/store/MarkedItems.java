package org.aletheia.evidence.abuse.store;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.aletheia.access.ClosureGround;
import org.aletheia.access.RecordKind;
import org.aletheia.platform.persistence.Sql;

/**
 * Items that are closed as suspected abuse material, whoever may see them; in the caller's transaction where there is one.
 */
@ApplicationScoped
public class MarkedItems {
    private static final String STANDING = "from closure where kind = '" + RecordKind.ITEM.code() + "' and ground = '"
            + ClosureGround.ABUSE_MATERIAL.code() + "' and ended_at is null and record_id = ";
    private static final String OWNER = "select owner_org " + STANDING + "?";
    private static final String AMONG = "select record_id " + STANDING + "any (?)";

    private final Sql sql;

    MarkedItems(AgroalDataSource dataSource) {
        this.sql = new Sql(dataSource);
    }

    /** Whose item it is; empty where it is not marked, or not there. */
    public Optional<UUID> owner(UUID item) {
        return sql.list(OWNER, row -> row.getObject(1, UUID.class), item).stream()
                .findFirst();
    }

    /** Those of the items that are marked. */
    public Set<UUID> among(Collection<UUID> items) {
        return new HashSet<>(sql.list(AMONG, row -> row.getObject(1, UUID.class), (Object) items.toArray(UUID[]::new)));
    }
}
