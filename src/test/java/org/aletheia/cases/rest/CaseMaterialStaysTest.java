package org.aletheia.cases.rest;

import static org.aletheia.cases.rest.Cases.TEAM;
import static org.aletheia.testing.Records.create;
import static org.aletheia.testing.Records.post;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.aletheia.testing.Disposing;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a case rests on, and what the defence may have to see, is not disposed of. */
@QuarkusTest
@Tag("it")
class CaseMaterialStaysTest {
    @Test
    void whatIsChargedStays() {
        Cases.Made file = Cases.file();
        for (String named : List.of("act/" + file.act(), "unit/" + file.unit())) {
            post(TEAM, "disposals", Disposing.body("recorded-in-error", named))
                    .statusCode(409)
                    .body("code", equalTo("disposal-refused"))
                    .body("reasons.code", hasItem("in-case"));
        }
    }

    @Test
    void whatAnotherBodysCaseRestsOnStaysAndSaysNoMore() {
        Cases.Made file = Cases.file();
        String item = Cases.openItem();
        Cases.cite(TEAM, "case-elements/" + Cases.element(file, "partly"), item, "supports");
        post("documenter", "disposals", Disposing.body("outside-mandate", "item/" + item))
                .statusCode(409)
                .body("reasons.code", hasItem("needed-elsewhere"));
    }

    @Test
    void whatMayHelpTheDefenceStays() {
        String item = Cases.openItem();
        create(TEAM, "items/" + item + "/disclosure-flags", Map.of("grounds", List.of("mitigating")));
        post("documenter", "disposals", Disposing.body("outside-mandate", "item/" + item))
                .statusCode(409)
                .body("reasons.code", hasItem("needed-elsewhere"));
    }
}
