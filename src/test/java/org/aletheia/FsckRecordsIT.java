package org.aletheia;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.aletheia.testing.Disposing;
import org.aletheia.testing.Enrolment;
import org.aletheia.testing.Records;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Faults of records and their revisions. */
@QuarkusTest
@Tag("it")
class FsckRecordsIT extends FsckScene {
    @Test
    void aRevisionThatLeavesAHole() throws Exception {
        altered(
                "revision",
                "number",
                "subject_id = '" + item + "'",
                "number + 1",
                Set.of("record-revision", "revision-hole"));
    }

    @Test
    void anAlteredRevision() throws Exception {
        altered(
                "revision",
                "content",
                "subject_id = '" + item + "'",
                "content || ' '::bytea",
                Set.of("revision-altered"));
    }

    /** Bytes, salt and digest that fit each other and of which the journal does not tell. */
    @Test
    void aRevisionThatWasExchanged() throws Exception {
        String where = "subject_id = '" + item + "'";
        String back = restoring("revision", where);
        spoiled(
                () -> attack(List.of("update revision set content = content || ' '::bytea, digest ="
                        + " sha256('aletheia/revision/v1'::bytea || '\\x0a'::bytea || salt || content || ' '::bytea)"
                        + " where " + where)),
                () -> attack(List.of("delete from revision where " + where, back)),
                Set.of("revision-missing", "revision-unlogged"));
    }

    @Test
    void aMissingRevision() throws Exception {
        String where = "subject_id = '" + item + "'";
        String back = restoring("revision", where);
        spoiled(
                () -> attack(List.of("delete from revision where " + where)),
                () -> attack(List.of(back)),
                Set.of("record-revision", "revision-missing"));
    }

    @Test
    void aRecordThatStandsAtAnotherRevision() throws Exception {
        altered("item", "revision", "id = '" + item + "'", "revision + 1", Set.of("record-revision"));
    }

    /** The record under the pseudonym, its revisions and the log are as they were. */
    @Test
    void anIdentityThatWasErasedIsNoFault() {
        UUID victim = UUID.fromString(Records.victim("investigator"));
        Map<String, Object> identity = Map.of("names", List.of(Map.of("language", "uk", "text", "Олена")));
        Enrolment.as("investigator")
                .body(identity)
                .put("/api/v1/victims/" + victim + "/identity")
                .then()
                .statusCode(204);
        String erasure = Records.create(
                "investigator",
                "identity-erasures",
                Map.of("subject", Map.of("kind", "victim", "id", victim), "ground", "erasure-request"));
        Records.post("counsel", "identity-erasures/" + erasure + "/decisions", Map.of("outcome", "approved"))
                .statusCode(200);
        settle();
        Outcome outcome = fsck();
        assertThat(outcome.faults()).as(outcome.findings().toString()).isEmpty();
        assertThat(outcome.about(victim)).isEmpty();
    }

    @Test
    void whatWasDisposedOfIsNoFaultAndWhatCameBackIs() throws Exception {
        UUID incident = UUID.fromString(Records.incident("investigator"));
        Disposing.ofCommission("incident/" + incident);
        UUID gone = UUID.fromString(Disposing.item());
        settle();
        Outcome outcome = fsck();
        assertThat(outcome.faults()).as(outcome.findings().toString()).isEmpty();
        assertThat(outcome.about(incident)).isEmpty();
        assertThat(outcome.about(gone)).containsExactly("key-destroyed");
        assertThat(fsck("--content").about(gone)).containsExactly("key-destroyed");
        String where = "subject_id = '" + incident + "'";
        spoiled(
                () -> attack(List.of("update revision set content = '{}', salt = digest where " + where)),
                () -> attack(List.of("update revision set content = null, salt = null where " + where)),
                Set.of("disposal-undone", "revision-altered"));
    }

    @Test
    void aRecordThatWasEmptiedWithoutADisposal() throws Exception {
        String where = "subject_id = '" + item + "'";
        String back = restoring("revision", where);
        spoiled(
                () -> attack(List.of("update revision set content = null, salt = null where " + where)),
                () -> attack(List.of("delete from revision where " + where, back)),
                Set.of("disposal-unlogged"));
    }

    @Test
    void aDeletedItem() throws Exception {
        String where = "id = '" + item + "'";
        String back = restoring("item", where);
        spoiled(
                () -> attack(List.of("delete from item where " + where)),
                () -> attack(List.of(back)),
                Set.of("record-missing"));
    }

    @Test
    void aDeletedRecordOfAnotherKind() throws Exception {
        String where = "id = '" + Records.incident("investigator") + "'";
        settle();
        String back = restoring("incident", where);
        spoiled(
                () -> attack(List.of("delete from incident where " + where)),
                () -> attack(List.of(back)),
                Set.of("record-missing"));
    }

    @Test
    void anItemThatStatesOtherBytes() throws Exception {
        altered("item", "sha256", "id = '" + item + "'", "sha256(sha256)", Set.of("item-altered"));
    }

    @Test
    void anItemWithTheReceiptOfAnother() throws Exception {
        altered(
                "item",
                "receipt_event",
                "id = '" + item + "'",
                "(select receipt_event from item where id = '" + other + "')",
                Set.of("item-receipt"));
    }
}
