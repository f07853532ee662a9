package org.aletheia.platform.openapi;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.aletheia.testing.Generated;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The checked-in description is what the server serves, and it only grows: {@code -Dupdate=true} rewrites it, and
 * refuses to where callers would break unless {@code -Dbreaking=true} says that this is meant (before the first release
 * only).
 */
@QuarkusTest
@Tag("it")
class OpenApiTest {
    private static final String FILE = "docs/openapi.yaml";

    @TestHTTPResource(value = "/openapi", management = true)
    @SuppressWarnings("NullAway.Init")
    URI description;

    @Test
    void theCheckedInDescriptionIsTheServersAndBreaksNobody() throws IOException {
        String served = OpenApiGate.ordered(given().queryParam("format", "yaml")
                .get(description)
                .then()
                .statusCode(200)
                .extract()
                .asString());
        Path checkedIn = Generated.project().resolve(FILE);
        if (Files.exists(checkedIn) && !Boolean.getBoolean("breaking")) {
            List<String> breaks = OpenApiGate.breaks(Files.readString(checkedIn), served);
            assertThat(breaks).as("changes that break callers").isEmpty();
        }
        Generated.check(FILE, served);
    }
}
