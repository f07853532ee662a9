package org.aletheia;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.aletheia.testing.AdminDatabase;
import org.aletheia.testing.Records;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Faults of the journal, its histories and the edge of its tree. */
@QuarkusTest
@Tag("it")
class FsckJournalIT extends FsckScene {
    @Test
    void anAlteredEvent() throws Exception {
        altered(
                "journal",
                "canonical",
                "event_id = '" + receipt() + "'",
                "convert_to(replace(convert_from(canonical, 'UTF8'), '\"role\",\"documenter\"', '\"role\",\"auditor\"'),"
                        + " 'UTF8')",
                Set.of("event-altered"));
    }

    @Test
    void anAlteredSeed() throws Exception {
        altered("journal", "seed", "event_id = '" + receipt() + "'", "sha256(seed)", Set.of("event-altered"));
    }

    @Test
    void anEventOfWhichAColumnWasAltered() throws Exception {
        altered(
                "journal",
                "event_type",
                "event_id = '" + receipt() + "'",
                "'CE-TRIAGE-STARTED'::text",
                Set.of("event-columns"));
    }

    @Test
    void anEventWithMoreIdsThanKindsOfSubjects() throws Exception {
        altered(
                "journal",
                "subject_kinds",
                "event_id = '" + receipt() + "'",
                "'{}'::text[]",
                Set.of("event-columns", "history-foreign"));
    }

    /** Seed, bytes and entry that fit each other and are not what was signed. */
    @Test
    void anEventThatWasExchangedWhole() throws Exception {
        long mine = index(receipt());
        List<String> swapped = List.of(
                "update journal j set event_id = k.event_id, event_type = k.event_type, event_group = k.event_group,"
                        + " subject_kinds = k.subject_kinds, subject_ids = k.subject_ids, seed = k.seed,"
                        + " entry = k.entry, canonical = k.canonical from journal k"
                        + " where k.log_index = " + mine + " and j.log_index = 0");
        String back = restoring("journal", "log_index = 0");
        spoiled(
                () -> attack(swapped),
                () -> attack(List.of("delete from journal where log_index = 0", back)),
                () -> assertThat(fsck().faults())
                        .contains("tree-checkpoint", "tree-head", "published-altered", "published-fork")
                        .doesNotContain("event-altered", "event-missing"));
    }

    @Test
    void rowsOfWhichTheOrderWasChanged() throws Exception {
        long first = index(receipt());
        long second = first - 1;
        Step swap = () -> attack(List.of(
                "update journal set log_index = 999999 where log_index = " + first,
                "update journal set log_index = " + first + " where log_index = " + second,
                "update journal set log_index = " + second + " where log_index = 999999"));
        spoiled(swap, swap, () -> assertThat(fsck().faults())
                .contains("tree-checkpoint", "tree-head", "published-altered", "published-fork")
                .doesNotContain("event-altered", "event-missing"));
    }

    @Test
    void anEventThatIsMissing() throws Exception {
        String where = "event_id = '" + receipt() + "'";
        String back = restoring("journal", where);
        spoiled(() -> attack(List.of("delete from journal where " + where)), () -> attack(List.of(back)), () -> {
            Outcome outcome = fsck();
            assertThat(outcome.faults())
                    .contains("event-missing", "item-receipt", "history-foreign", "revision-unlogged");
            assertThat(outcome.notes()).contains("tree-unchecked");
        });
    }

    @Test
    void aHistoryInAnotherOrder() throws Exception {
        for (int i = 0; i < 2; i++) {
            Records.get("documenter", "items").statusCode(200);
        }
        settle();
        String which = AdminDatabase.column("select format('subject_kind = %L and subject_id = %L and chain = %L',"
                        + " subject_kind, subject_id, chain) from journal_subject where number = 2 limit 1")
                .getFirst();
        String where = which + " and number <= 2";
        String back = restoring("journal_subject", where);
        spoiled(
                () -> attack(
                        List.of("update journal_subject set log_index = (select sum(log_index) from journal_subject"
                                + " where " + where + ") - log_index where " + where)),
                () -> attack(List.of("delete from journal_subject where " + where, back)),
                Set.of("history-order"));
    }

    @Test
    void aHistoryThatLacksItsLastEvent() throws Exception {
        String where = "subject_id = '" + item + "' and chain = 'custody'";
        String back = restoring("journal_subject", where);
        spoiled(
                () -> attack(List.of("delete from journal_subject where " + where)),
                () -> attack(List.of(back)),
                // the event of the revision is found by way of the history
                Set.of("history-short", "revision-unlogged"));
    }

    @Test
    void aUseThatIsSaidToBeAnothersThanItWas() throws Exception {
        Records.get("documenter", "items/" + item).statusCode(200);
        settle();
        altered(
                "journal_subject",
                "organisation",
                "subject_id = '" + item + "' and chain = 'access' and number = 1",
                "gen_random_uuid()",
                Set.of("history-foreign"));
    }

    @Test
    void aHistoryWithAHole() throws Exception {
        altered(
                "journal_subject",
                "number",
                "subject_id = '" + item + "' and chain = 'custody'",
                "number + 1",
                Set.of("history-hole"));
    }

    @Test
    void aHeadThatWasAltered() throws Exception {
        altered("log_head", "root", "only_row", "sha256(root)", Set.of("tree-head"));
    }

    @Test
    void aHeadThatCannotBeRead() throws Exception {
        altered("log_head", "frontier", "only_row", "'\\x00'::bytea", Set.of("tree-head"));
    }

    private String receipt() {
        return AdminDatabase.column("select receipt_event::text from item where id = ?", item)
                .getFirst();
    }

    private static long index(String event) {
        return Long.parseLong(
                AdminDatabase.column("select log_index from journal where event_id = ?", UUID.fromString(event))
                        .getFirst());
    }
}
