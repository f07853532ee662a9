package org.aletheia.evidence.handling.store;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.aletheia.evidence.handling.Custodian;
import org.aletheia.evidence.handling.Possession;
import org.aletheia.evidence.handling.Seal;
import org.aletheia.evidence.handling.Standing;
import org.aletheia.platform.persistence.DatabaseFailure;
import org.jspecify.annotations.Nullable;

/**
 * Where items stand, one row for each whose custody was ever told of after receipt. Whoever makes a row holds that of the
 * item; each method joins the caller's transaction.
 */
@ApplicationScoped
public class PossessionRows {
    private static final String FIND = """
            select organisation, party, standing, seal_number, seal_condition, offer from item_custody where item = ?""";
    private static final String SAVE = """
            insert into item_custody (item, organisation, party, standing, seal_number, seal_condition, offer, revised_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (item) do update set organisation = excluded.organisation, party = excluded.party,
                standing = excluded.standing, seal_number = excluded.seal_number,
                seal_condition = excluded.seal_condition, offer = excluded.offer, revised_at = excluded.revised_at""";
    private static final String CLOSE = """
            update item_custody set offer = null, seal_number = coalesce(?, seal_number),
                seal_condition = coalesce(?, seal_condition), revised_at = ?
            where item = ? and offer = ?""";

    private final AgroalDataSource dataSource;

    PossessionRows(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Where an item stands; empty while nothing was told since receipt. */
    @Transactional
    public Optional<Possession> find(UUID item) {
        return query(FIND, item);
    }

    /**
     * The same; nobody changes it until the caller's transaction ends. Whoever writes back what they read must hold it: the
     * receiver of an offer, who may not lock the item, would otherwise close the offer in vain.
     */
    @Transactional(TxType.MANDATORY)
    public Optional<Possession> lock(UUID item) {
        return query(FIND + " for update", item);
    }

    private Optional<Possession> query(String sql, UUID item) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, item);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(possession(row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /** Writes where an item stands now. */
    @Transactional(TxType.MANDATORY)
    public void save(UUID item, Possession now, Instant at) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(SAVE)) {
            statement.setObject(1, item);
            statement.setObject(2, now.custodian() instanceof Custodian.Organisation member ? member.id() : null);
            statement.setString(3, now.custodian() instanceof Custodian.Party party ? party.code() : null);
            statement.setString(4, now.standing().code());
            statement.setString(5, now.seal() == null ? null : now.seal().number());
            statement.setString(6, now.seal() == null ? null : now.seal().condition());
            statement.setObject(7, now.offer());
            statement.setTimestamp(8, Timestamp.from(at));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /**
     * Takes an offer away, by compare-and-swap.
     *
     * @param found the seal as it was found meanwhile; null: as it was
     * @return whether it was the open one
     */
    @Transactional(TxType.MANDATORY)
    public boolean close(UUID item, UUID offer, @Nullable Seal found, Instant at) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(CLOSE)) {
            statement.setString(1, found == null ? null : found.number());
            statement.setString(2, found == null ? null : found.condition());
            statement.setTimestamp(3, Timestamp.from(at));
            statement.setObject(4, item);
            statement.setObject(5, offer);
            return statement.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private static Possession possession(ResultSet row) throws SQLException {
        UUID organisation = row.getObject("organisation", UUID.class);
        return new Possession(
                organisation == null
                        ? new Custodian.Party(row.getString("party"))
                        : new Custodian.Organisation(organisation),
                Standing.valueOf(row.getString("standing").toUpperCase(Locale.ROOT)),
                seal(row.getString("seal_number"), row.getString("seal_condition")),
                row.getObject("offer", UUID.class));
    }

    static @Nullable Seal seal(@Nullable String number, @Nullable String condition) {
        return number == null || condition == null ? null : new Seal(number, condition);
    }
}
