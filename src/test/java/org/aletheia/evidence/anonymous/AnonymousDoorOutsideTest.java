package org.aletheia.evidence.anonymous;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.aletheia.testing.AdminDatabase;
import org.aletheia.testing.Database;
import org.aletheia.testing.Enrolment;
import org.aletheia.testing.LogLines;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the anonymous door shows to whoever comes, what it does not take, and what nobody learns of who it was. */
@QuarkusTest
@Tag("it")
class AnonymousDoorOutsideTest {
    private static final int MOST_PER_ADDRESS = 3;

    @Inject
    AnonymousLimits limits;

    @Test
    void whateverKeepsItShutLooksTheSame() throws Exception {
        Map<String, Response> shut = new LinkedHashMap<>();
        Stranger stranger = Stranger.any();
        String deposit = stranger.leaves("Something", Map.of());
        shut.put("another word", Stranger.any().open(stranger.code(), "green kite"));
        shut.put("no session", Stranger.any().act("look"));
        Stranger other = Stranger.any();
        other.leaves("Something else", Map.of());
        other.act("take-back");
        shut.put("taken back", Stranger.any().open(other.code(), Stranger.WORD));
        shut.put("a session of what was taken back", other.act("look"));
        Database.owner("update vault.anonymous_code set valid_until = now() where deposit = '" + deposit + "'");
        shut.put("an expired code", Stranger.any().open(stranger.code(), Stranger.WORD));
        String first = Stranger.whole(shut.values().iterator().next());
        assertThat(first)
                .startsWith("HTTP/1.1 200")
                .contains("There is nothing to show here now", "clear-site-data", "cache-control=no-store")
                .doesNotContain("set-cookie", "aletheia", "<script");
        shut.forEach((why, answer) -> assertThat(Stranger.whole(answer)).as(why).isEqualTo(first));
    }

    /** An organisation that is not there, or is not named, are one case. */
    @Test
    void withoutAnOrganisationThatReceivesThereIsNoDoor() throws Exception {
        Enrolment.organisation("Victims Association");
        String name = "update member_organisation set ended_at = %s where name = 'Victims Association'";
        Database.owner(name.formatted("now()"));
        try {
            Response absent =
                    RestAssured.given().header("Accept-Language", "en").get("/forms");
            assertThat(absent.statusCode()).isEqualTo(404);
            String shown = Stranger.whole(absent).replaceAll("/forms|[0-9a-f-]{36}", "");
            assertThat(Stranger.whole(Stranger.any().look()).replaceAll("/form|[0-9a-f-]{36}", ""))
                    .isEqualTo(shown);
            assertThat(Stranger.any()
                            .handIn(Stranger.WORD, "Anybody there?", Map.of())
                            .statusCode())
                    .isEqualTo(404);
            assertThat(Stranger.any().open("x", Stranger.WORD).statusCode()).isEqualTo(404);
        } finally {
            Database.owner(name.formatted("null"));
        }
        assertThat(Stranger.any().look().statusCode()).isEqualTo(200);
    }

    @Test
    void whatIsTooMuchOrNothingLeavesNothing() {
        String objects = "select count(*)::text from anonymous_file";
        String before = AdminDatabase.column(objects).getFirst();
        assertThat(said(Stranger.any().handIn(Stranger.WORD, "", Map.of("big.jpg", new byte[3 << 20]))))
                .contains("It was too much");
        assertThat(said(Stranger.any().handIn(Stranger.WORD, "x".repeat(20_001), Map.of())))
                .contains("It was too much");
        assertThat(said(Stranger.any().handIn(Stranger.WORD, " ", Map.of()))).contains("Nothing was kept");
        assertThat(said(Stranger.any().handIn(Stranger.WORD, "", Map.of("none.jpg", new byte[0]))))
                .contains("Nothing was kept");
        assertThat(said(Stranger.any().handIn(Stranger.WORD, "", files(11)))).contains("It was too much");
        assertThat(said(Stranger.any().handIn("ab", "text", Map.of()))).contains("Nothing was kept");
        assertThat(AdminDatabase.column(objects).getFirst()).isEqualTo(before);
        Stranger often = Stranger.any();
        for (int i = 0; i < MOST_PER_ADDRESS; i++) {
            assertThat(Stranger.inside(often.handIn(Stranger.WORD, "again " + i, Map.of())))
                    .isTrue();
        }
        assertThat(said(often.handIn(Stranger.WORD, "once more", Map.of()))).contains("Please come back another time");
        for (int i = 0; limits.enter("crowd " + i); i++) {
            assertThat(i).as("arrivals at once").isLessThan(100);
        }
        try {
            assertThat(said(Stranger.any().handIn(Stranger.WORD, "text", Map.of())))
                    .contains("Please come back another time");
        } finally {
            for (int i = 0; i < 4; i++) {
                limits.leave();
            }
        }
    }

    @Test
    void theFirstPageNamesNothingAndTellsWhatFilesRevealInSixLanguages() {
        Set<String> told = new HashSet<>();
        for (String language : List.of("en", "ar", "zh", "fr", "ru", "es")) {
            Response page = Stranger.speaking(language).look();
            page.then().statusCode(200).header("Content-Language", equalTo(language));
            String html = page.asString();
            assertThat(html)
                    .contains("lang=\"" + language + "\"", "https://www.wikipedia.org/", "type=\"file\"")
                    .doesNotContainIgnoringCase("aletheia")
                    .doesNotContainIgnoringCase("witness")
                    .doesNotContainIgnoringCase("victim")
                    .doesNotContain("<script", "http-equiv", "{files}", "{size}", "<li></li>");
            assertThat(page.cookies()).isEmpty();
            told.add(html.substring(html.indexOf("<ul>"), html.indexOf("</ul>")));
        }
        assertThat(told).hasSize(6).allMatch(list -> list.split("<li>", -1).length == 6);
    }

    @Test
    void nothingIsKeptOfWhoComesBy() throws Exception {
        String address = "203.0.113.172";
        String agent = "Marker-" + UUID.randomUUID();
        try (LogLines log = LogLines.capture()) {
            Stranger stranger = Stranger.marked(address, agent);
            stranger.look();
            stranger.leaves("Something", Map.of());
            stranger.open(stranger.code(), "wrong word");
            stranger.open(stranger.code(), Stranger.WORD);
            for (String secret :
                    List.of(address, agent, stranger.code(), stranger.code().replace("-", ""), Stranger.WORD)) {
                assertThat(log.text()).doesNotContain(secret);
                assertThat(Database.tablesHolding(secret)).as(secret).isEmpty();
            }
        }
    }

    @Test
    void theWallShowsNoDepositToWhoHasNotOpenedIt() throws Exception {
        String deposit = Stranger.any().leaves("Behind the wall", Map.of());
        String seen = "do $$ begin if exists (select from anonymous_deposit) or exists (select from anonymous_file)"
                + " then raise 'seen'; end if; end $$";
        Database.as("aletheia_app", seen);
        Database.as(
                "aletheia_app",
                "begin; set local aletheia.anonymous = '" + deposit + "'; do $$ begin if (select count(*) from"
                        + " anonymous_deposit) <> 1 then raise 'not one'; end if; end $$; rollback");
    }

    /** The answer's page, with what it says first. */
    private static String said(Response answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Stranger.inside(answer)).isFalse();
        return answer.asString();
    }

    private static Map<String, byte[]> files(int many) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 0; i < many; i++) {
            files.put(i + ".jpg", new byte[i]);
        }
        return files;
    }
}
