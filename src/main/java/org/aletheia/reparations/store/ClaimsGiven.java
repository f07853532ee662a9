package org.aletheia.reparations.store;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.aletheia.access.RecordKind;
import org.aletheia.evidence.record.RecordCodec;
import org.aletheia.platform.persistence.DatabaseFailure;
import org.aletheia.reparations.claim.ReparationClaim;
import org.aletheia.testimony.PersonRef;
import org.aletheia.testimony.door.Given;
import org.aletheia.testimony.door.GivenThing;

/** The claims of a victim, for their own door. Stopping uses closes no claim: it would only stop the reparation. */
@Singleton
class ClaimsGiven implements Given {
    private static final String CLAIMS = """
            select created_at, content::text as content from reparation_claim
            where victim_id = ? and owner_org = ? order by created_at, id limit 100""";

    private final AgroalDataSource follower;

    ClaimsGiven(@DataSource("follower") AgroalDataSource follower) {
        this.follower = follower;
    }

    @Override
    public List<GivenThing> by(PersonRef person, UUID organisation) {
        if (person.kind() != RecordKind.VICTIM) {
            return List.of();
        }
        try (Connection connection = follower.getConnection();
                PreparedStatement statement = connection.prepareStatement(CLAIMS)) {
            statement.setObject(1, person.id());
            statement.setObject(2, organisation);
            List<GivenThing> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(thing(rows));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private static GivenThing thing(ResultSet row) throws SQLException {
        ReparationClaim claim = RecordCodec.read(row.getString("content"), ReparationClaim.class);
        String day = row.getObject("created_at", OffsetDateTime.class)
                .withOffsetSameInstant(ZoneOffset.UTC)
                .toLocalDate()
                .toString();
        return new GivenThing(
                "given.claim", day, "state.claim." + claim.status().code(), Set.of());
    }
}
