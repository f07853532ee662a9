package org.aletheia.access;

import static org.aletheia.testing.Records.create;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.aletheia.evidence.anonymous.Stranger;
import org.aletheia.testing.Database;
import org.aletheia.testing.Enrolment;
import org.aletheia.testing.EveryRecord;
import org.aletheia.testing.Guest;
import org.aletheia.testing.Made;
import org.aletheia.testing.Records;

/** What the requests of the matrix are about: records of the guest's own organisation, and of others that it sees. */
final class MatrixScene {
    /** What {@link EveryRecord} hands in. */
    private static final byte[] NOTE = "a note".getBytes(StandardCharsets.UTF_8);

    private MatrixScene() {}

    /** Of every kind; made while the guest has every role. */
    static Reached own(Guest guest) throws SQLException {
        Map<RecordKind, String> records = EveryRecord.all(Guest.USER, guest.member());
        records.put(RecordKind.MEMBER_ORGANISATION, guest.organisation());
        records.put(RecordKind.MEMBER, guest.member());
        Map<String, String> parts = parts(Guest.USER, records);
        String deposit = Stranger.any().leaves("Look under the stairs", Map.of());
        Database.owner("alter table anonymous_deposit disable trigger user; update anonymous_deposit set owner_org = '"
                + guest.organisation() + "' where id = '" + deposit
                + "'; alter table anonymous_deposit enable trigger user");
        anonymous(Guest.USER, deposit, records, parts);
        create(
                Guest.USER,
                "anonymous-deposits/" + deposit + "/files/" + parts.get(DependentProbes.FILE)
                        + "/registration?submission=" + records.get(RecordKind.SUBMISSION),
                Map.of("title", "Left", "kind", "testimony", "source", Map.of("category", "unknown")));
        String assured = Enrolment.organisation("Commission").toString();
        parts.put(DependentProbes.ASSURED, assured);
        parts.put(
                DependentProbes.ASSURANCE,
                create(
                        Guest.USER,
                        "member-organisations/" + assured + "/assurances",
                        Map.of("givenBy", "Ministry", "reference", "Note 11", "givenOn", "2026-01-04")));
        return new Reached(records, parts);
    }

    /** What others shared with the guest's organisation, and an anonymous deposit of another, which nobody can share. */
    static Reached shared(Guest guest) throws SQLException {
        Map<RecordKind, String> records = EveryRecord.shared(guest.organisation());
        records.remove(RecordKind.INCIDENT_LINK); // read by way of both incidents
        Map<String, String> parts = parts("documenter", records);
        anonymous(Stranger.INTAKE, Stranger.any().leaves("In the cellar", Map.of()), records, parts);
        return new Reached(records, parts);
    }

    private static Map<String, String> parts(String user, Map<RecordKind, String> records) throws SQLException {
        Map<String, String> parts = new HashMap<>();
        String item = Objects.requireNonNull(records.get(RecordKind.ITEM));
        parts.put(
                DependentProbes.RENDITION,
                Made.send(user, item, Made.from(NOTE, "transcript"), "text/plain", NOTE)
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id"));
        parts.put(DependentProbes.RETURNED, returned(user));
        return parts;
    }

    private static void anonymous(
            String user, String deposit, Map<RecordKind, String> records, Map<String, String> parts) {
        records.put(RecordKind.ANONYMOUS_DEPOSIT, deposit);
        parts.put(
                DependentProbes.FILE,
                Records.get(user, "anonymous-deposits/" + deposit)
                        .statusCode(200)
                        .extract()
                        .path("files[0].id"));
    }

    /** A submission that another body had until today. */
    private static String returned(String user) throws SQLException {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        String submission = create(
                user,
                "submissions",
                Map.of(
                        "title", "To be returned",
                        "controller", "Field Team",
                        "legalBasis", "consent of the data subjects",
                        "retentionRule", "until-proceedings-end",
                        "conditions", Map.of("returnBy", today.plusDays(3).toString())));
        String grantee = Enrolment.organisation("Commission").toString();
        create(user, "shares", Map.of("kind", "submission", "record", submission, "grantee", grantee));
        Database.owner("update submission set statement = jsonb_set(statement, '{conditions,returnBy}', '\"" + today
                + "\"') where id = '" + submission + "'; update share set ends_at = '" + today
                + "T00:00:00Z' where record_id = '" + submission + "'");
        return submission;
    }
}
