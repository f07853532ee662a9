package org.aletheia.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.aletheia.testing.AdminDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** That no table was forgotten: a wall that one table lacks is none. */
@QuarkusTest
@Tag("it")
class WallCoverageTest {
    /** Tables that are asked by way of the records that they belong to, and have no word of these themselves. */
    private static final List<String> BY_WAY_OF_OTHERS = List.of(
            "anonymous_file",
            "approval_request",
            "assurance",
            "custodian_share",
            "delegation",
            "door_wish",
            "external_id",
            "hand_in",
            "identity_reveal",
            "item_custody",
            "join_part",
            "prior_question",
            "privilege_ruling",
            "rendition",
            "return_confirmation",
            "urgent_reveal",
            "use_notice");

    @Test
    void everyRecordTableIsClosedWhereItsRecordsAre() {
        assertThat(AdminDatabase.column("""
                select tbl::text from protected_table where not exists (
                    select from pg_policy p where p.polrelid = tbl and p.polname = 'not_closed' and not p.polpermissive)""")).isEmpty();
    }

    @Test
    void everyTableBehindTheWallIsClosedWithWhatItTellsOf() {
        assertThat(AdminDatabase.column("""
                select c.relname from pg_class c where c.relrowsecurity and c.relnamespace = 'public'::regnamespace
                    and not exists (select from pg_policy p where p.polrelid = c.oid and not p.polpermissive
                                    and p.polname in ('not_closed', 'subject_not_closed'))
                order by c.relname""")).containsExactlyElementsOf(BY_WAY_OF_OTHERS);
    }

    @Test
    void everyTableBehindTheWallBindsItsOwnerToo() {
        assertThat(
                        AdminDatabase.column(
                                "select relname from pg_class where relrowsecurity and not relforcerowsecurity order by relname"))
                .isEmpty();
    }
}
