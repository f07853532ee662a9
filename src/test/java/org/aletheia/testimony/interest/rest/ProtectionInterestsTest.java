package org.aletheia.testimony.interest.rest;

import static org.aletheia.testing.Records.create;
import static org.aletheia.testing.Records.get;
import static org.aletheia.testing.Records.post;
import static org.aletheia.testing.Records.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aletheia.testing.Enrolment;
import org.aletheia.testing.Items;
import org.aletheia.testing.Records;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who appears in an item and gave nothing is kept from harm by it. */
@QuarkusTest
@Tag("it")
class ProtectionInterestsTest {
    private static final String USER = "documenter";

    private static Map<String, Object> body(String answer) {
        return Map.of(
                "of", Map.of("reference", "B-7"),
                "reasons", List.of("child", "bystander"),
                "anchor", Map.of("fromMs", 500, "toMs", 2000),
                "answer", answer);
    }

    private static String shared() {
        String item = Items.of(USER).id();
        create(USER, "shares", Map.of("kind", "item", "record", item, "grantee", Enrolment.organisation("Commission")));
        return item;
    }

    @Test
    void aRestrictionClosesTheItemAtOnceAndARedactionOpensItAgain() {
        String item = shared();
        String id = create(USER, "items/" + item + "/protection-interests", body("open"));
        get("investigator", "items/" + item).statusCode(200);
        put(USER, "protection-interests/" + id, "\"r1\"", body("restriction"))
                .statusCode(200)
                .body("answer", equalTo("restriction"));
        for (String user : List.of(USER, "investigator", "case-team")) {
            get(user, "items/" + item).statusCode(404);
            assertThat(Records.listed(user, "items")).doesNotContain(item);
        }
        get("counsel2", "items/" + item).statusCode(200);
        get(USER, "items/" + item + "/protection-interests")
                .statusCode(200)
                .body("items.id", contains(id))
                .body("items[0].anchor.fromMs", equalTo(500));
        String redacted = Items.of(USER).id();
        Map<String, Object> answered = Map.of("reasons", List.of("child"), "answer", "redaction", "redacted", redacted);
        put(USER, "protection-interests/" + id, "\"r2\"", answered)
                .statusCode(200)
                .body("redacted", equalTo(redacted));
        get(USER, "items/" + item).statusCode(200);
        get("investigator", "items/" + item).statusCode(200);
        get(USER, "protection-interests/" + id + "/revisions").body("items", hasSize(3));
    }

    @Test
    void theInterestsOfTwoHoldTheItemClosedUntilBothAreAnswered() {
        String item = shared();
        String first = create(USER, "items/" + item + "/protection-interests", body("open"));
        String second = create(USER, "items/" + item + "/protection-interests", body("open"));
        put(USER, "protection-interests/" + first, "\"r1\"", body("restriction"))
                .statusCode(200);
        put(USER, "protection-interests/" + second, "\"r1\"", body("restriction"))
                .statusCode(200);
        put(USER, "protection-interests/" + first, "\"r2\"", body("ended")).statusCode(200);
        get("investigator", "items/" + item).statusCode(404);
        put(USER, "protection-interests/" + second, "\"r2\"", body("ended")).statusCode(200);
        get("investigator", "items/" + item).statusCode(200);
    }

    @Test
    void whatIsWrongIsFound() {
        String item = Items.of(USER).id();
        String path = "items/" + item + "/protection-interests";
        post(USER, path, Map.of("of", Map.of("reference", "Olena"), "answer", "redaction"))
                .statusCode(400)
                .body(
                        "findings.collect { it.pointer + ' ' + it.code }",
                        containsInAnyOrder("/of/reference not-a-pseudonym", "/reasons required", "/redacted required"));
        post(USER, path, Map.of("reasons", List.of("nosy"), "answer", "open", "redacted", item))
                .statusCode(400)
                .body(
                        "findings.collect { it.pointer + ' ' + it.code }",
                        containsInAnyOrder(
                                "/reasons/0 code-unknown", "/redacted not-of-answer", "/redacted not-another-item"));
    }

    @Test
    void onlyWhoseItemItIsRecordsThemAndNobodyElseSeesThem() {
        String item = shared();
        String id = create(USER, "items/" + item + "/protection-interests", body("open"));
        post("investigator", "items/" + item + "/protection-interests", body("restriction"))
                .statusCode(404);
        post(USER, "items/" + UUID.randomUUID() + "/protection-interests", body("open"))
                .statusCode(404);
        for (String user : List.of("investigator", "documenter2", "protection-officer", "auditor")) {
            get(user, "protection-interests/" + id).statusCode(404);
            get(user, "items/" + item + "/protection-interests").statusCode(200).body("items", hasSize(0));
        }
        get("counsel2", "protection-interests/" + id).statusCode(200);
    }
}
