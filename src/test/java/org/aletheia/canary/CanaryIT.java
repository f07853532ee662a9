package org.aletheia.canary;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.aletheia.platform.objectstore.Bucket;
import org.aletheia.platform.objectstore.ObjectStores;
import org.aletheia.testing.Enrolment;
import org.aletheia.testing.LogLines;
import org.awaitility.Awaitility;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Names, nicknames, a village and a telephone number are given to the vault, in documents, in names of files, in what cameras
 * and recorders write into files, in searches and in requests that fail; then all that was written anywhere outside the vault
 * is looked through for them, byte by byte. That the looking finds anything is shown by words that are planted where they may
 * be, one for every kind of place.
 */
@QuarkusTest
@Tag("it")
class CanaryIT {
    private static final Logger LOG = Logger.getLogger(CanaryIT.class);
    private static final String CONTROL = "control";

    @Inject
    ObjectStores stores;

    @Inject
    MeterRegistry meters;

    @TestHTTPResource(management = true)
    @SuppressWarnings("NullAway.Init")
    URI management;

    private final Seed control = Seed.of(CONTROL);

    @Test
    void whatNamesSomebodyIsNowhereButInTheVault() throws Exception {
        String planted = "canary/" + control.nickname();
        String logged;
        Planting planting = new Planting(control);
        try (LogLines log = LogLines.capture()) {
            planting.everything();
            LOG.info("said aloud: " + control.text());
            meters.counter("aletheia.canary", "said", control.nickname()).increment();
            stores.of(Bucket.LOG).put(planted, control.text().getBytes(StandardCharsets.UTF_8), "text/plain");
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> estate(List.of(control))
                    .isIndexed(control.nickname()));
            logged = log.text();
        }
        List<Seed> seeds = new ArrayList<>(planting.seeds());
        seeds.add(control);
        Estate estate = estate(seeds);
        try {
            estate.tables();
            estate.databaseFiles();
            estate.index();
            estate.objects();
            estate.logs();
            estate.text("logs", "this server", logged);
            for (String path : List.of("/q/metrics", "/q/health", "/q/openapi")) {
                estate.text(
                        "metrics", path, given().get(management.resolve(path)).asString());
            }
            for (Map.Entry<String, String> answer : planting.answers().entrySet()) {
                estate.text("answers", answer.getKey(), answer.getValue());
            }
            for (Seed seed : planting.seeds()) {
                for (String word : seed.words()) {
                    assertThat(estate.isIndexed(word))
                            .as("%s of %s", word, seed.place())
                            .isFalse();
                }
            }
        } finally {
            stores.of(Bucket.LOG).delete(planted);
            meters.getMeters().stream()
                    .filter(meter -> meter.getId().getName().equals("aletheia.canary"))
                    .forEach(meters::remove);
        }
        assertThat(of(estate, false)).isEmpty();
        Set<String> proven = new TreeSet<>(estate.looked());
        proven.remove("index"); // search gives no texts back; what it has indexed was asked for word by word
        assertThat(of(estate, true).keySet())
                .as("kinds of places in which the looking has shown that it finds")
                .containsAll(proven);
    }

    /** The bytes are as they came for who may read them, under the name that they came with. */
    @Test
    void whoMayReadReadsTheNamesOfFiles() {
        Seed seed = Seed.of("file name");
        Planting planting = new Planting(control);
        String item = planting.upload("photograph", seed.text() + ".jpg", TaggedFiles.photograph(seed), "image/jpeg");
        Enrolment.as("documenter")
                .get("/api/v1/items/" + item)
                .then()
                .statusCode(200)
                .body("file.name", equalTo(seed.text() + ".jpg"));
        assertThat(Enrolment.as("documenter")
                        .get("/api/v1/items/" + item + "/content?acknowledge=unreviewed")
                        .asByteArray())
                .isEqualTo(TaggedFiles.photograph(seed));
    }

    private Estate estate(List<Seed> seeds) {
        ByteSearch search = new ByteSearch();
        for (Seed seed : seeds) {
            for (String word : seed.words()) {
                Spellings.of(word).forEach(bytes -> search.add(bytes, seed.place()));
            }
        }
        return new Estate(search, stores);
    }

    private static Map<String, Set<String>> of(Estate estate, boolean controls) {
        Map<String, Set<String>> kept = new TreeMap<>();
        estate.found().forEach((kind, all) -> {
            Set<String> some = new TreeSet<>(all);
            some.removeIf(each -> each.startsWith(CONTROL + " in ") != controls);
            if (!some.isEmpty()) {
                kept.put(kind, some);
            }
        });
        return kept;
    }
}
