package org.aletheia.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import org.aletheia.testing.Generated;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The page that says who may do what, and what no grant may ever say. */
@Tag("unit")
class AccessMatrixTest {
    private static final Set<RecordKind> MEMBERSHIP =
            EnumSet.of(RecordKind.MEMBER_ORGANISATION, RecordKind.MEMBER, RecordKind.SHARE);

    @Test
    void thePageIsWhatTheRolesGrant() throws IOException {
        String page = AccessMatrixPage.render();
        assertThat(page).contains("## `administrator`\n\n").contains("| `item` | list, read, read-custody |");
        Generated.check("docs/access-matrix.md", page);
    }

    @Test
    void administratorsReachNoRecord() {
        for (RecordKind kind : RecordKind.values()) {
            if (!MEMBERSHIP.contains(kind)) {
                assertThat(RoleGrants.of(Role.ADMINISTRATOR).intents(kind, true))
                        .as(kind.code())
                        .isEmpty();
                assertThat(RoleGrants.of(Role.ADMINISTRATOR).intents(kind, false))
                        .as(kind.code())
                        .isEmpty();
            }
        }
    }

    /** Who hands something over does not write, decide about or dispose of it any more; who it is shared with never does. */
    @Test
    void whatIsAnothersIsNeitherWrittenNorDisposedOf() {
        Set<AccessIntent> owners = EnumSet.of(
                AccessIntent.CREATE,
                AccessIntent.REVISE,
                AccessIntent.TRANSMIT,
                AccessIntent.DISPOSE,
                AccessIntent.ADMINISTER);
        for (Role role : Role.values()) {
            for (RecordKind kind : RecordKind.values()) {
                assertThat(RoleGrants.of(role).intents(kind, false))
                        .as(role.code() + " " + kind.code())
                        .doesNotContainAnyElementsOf(owners);
            }
        }
    }
}
