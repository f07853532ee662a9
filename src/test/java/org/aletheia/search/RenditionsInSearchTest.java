package org.aletheia.search;

import static org.aletheia.search.Found.await;
import static org.aletheia.search.Found.ids;
import static org.aletheia.search.Found.search;
import static org.aletheia.search.Found.word;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.aletheia.custody.Followers;
import org.aletheia.kernel.Digest;
import org.aletheia.testing.AdminDatabase;
import org.aletheia.testing.Made;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Words of an item that may identify somebody are found by way of a rendition that two persons let through, and only then. */
@QuarkusTest
@Tag("it")
class RenditionsInSearchTest {
    private static final Map<String, Object> TESTIMONY = Map.of(
            "title", "Account", "kind", "document", "mediaType", "text/plain", "mayIdentifyProtectedPerson", true);

    @Inject
    Followers followers;

    @Test
    void aTextIsFoundOnceApprovedAndLeftOutAtOnceWhenTheApprovalIsTakenBack() throws Exception {
        String word = word();
        String name = word();
        String said = name + " saw the " + word;
        String item = Found.item("documenter", TESTIMONY, said);
        String rendition = Made.text(item, said.getBytes(StandardCharsets.UTF_8), "redaction", "She saw the " + word);
        String other = Made.text(item, said.getBytes(StandardCharsets.UTF_8), "transcript", said);
        String digest = Digest.sha256(said.getBytes(StandardCharsets.UTF_8)).hex();
        await(() -> ids("documenter", digest).contains(item));
        assertThat(ids("documenter", word)).isEmpty();
        assertNowhere(word);

        Made.approve(item, rendition);
        await(() -> ids("documenter", word).contains(item));
        assertThat(search("documenter", Map.of("q", word)).jsonPath().<String>getList("hits[0].highlights.text"))
                .anyMatch(text -> text.contains("She saw the " + word));
        assertThat(ids("auditor", word)).as("who reads no content").isEmpty();
        assertThat(ids("documenter", name)).as("the transcript is not approved").isEmpty();
        assertThat(search("documenter", Map.of("q", word)).jsonPath().<String>getList("hits.title"))
                .containsOnlyNulls();

        followers.pause();
        try {
            Made.decide("counsel2", item, rendition, Map.of("decision", "withdrawn", "reason", "identifying-passage"))
                    .statusCode(200);
            assertThat(ids("documenter", word)).isEmpty();
        } finally {
            followers.resume();
        }
        await(() -> ids("documenter", digest).contains(item));
        assertThat(ids("documenter", word)).isEmpty();
        Made.decide("counsel2", item, other, Map.of("decision", "refused", "reason", "name-remains"))
                .statusCode(200);
        assertNowhere(name);
    }

    /** In no table, in plain or in hexadecimal, and in no index. */
    private static void assertNowhere(String word) {
        assertThat(ProtectedTextTest.inIndex(word)).isFalse();
        String hex = HexFormat.of().formatHex(word.getBytes(StandardCharsets.UTF_8));
        List<String> tables = AdminDatabase.column("""
                select format('%I.%I', schemaname, tablename) from pg_tables where schemaname in ('public', 'vault')""");
        for (String table : tables) {
            assertThat(AdminDatabase.column(
                            "select 1 from " + table + " t where t::text like ? or t::text like ? limit 1",
                            "%" + word + "%",
                            "%" + hex + "%"))
                    .as(table)
                    .isEmpty();
        }
    }
}
