package org.aletheia.platform.objectstore.minio;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.aletheia.platform.objectstore.Bucket;
import org.aletheia.platform.objectstore.ObjectStore;
import org.aletheia.platform.objectstore.StoredObject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A store that refuses conditions with the answer that S3 documents for it; the stack's store knows them. */
@Tag("unit")
class UnconditionalStoreTest {
    private static final String NEW = "new";

    private AnsweringStore store;
    private @Nullable String held;

    @BeforeEach
    void serve() throws IOException {
        store = new AnsweringStore(this::answer);
    }

    @AfterEach
    void stop() {
        store.close();
    }

    @Test
    void writesWhereThereIsNothing() {
        assertThat(put(Optional.empty())).isTrue();
        assertThat(held).isEqualTo(NEW);
    }

    @Test
    void writesNothingOverWhatWasNotSeen() {
        held = "old";
        assertThat(put(Optional.empty())).isFalse();
        assertThat(held).isEqualTo("old");
    }

    @Test
    void writesOverWhatWasSeen() {
        held = "old";
        assertThat(put(Optional.of(new StoredObject(held.getBytes(StandardCharsets.UTF_8), "\"tag\""))))
                .isTrue();
        assertThat(held).isEqualTo(NEW);
    }

    private boolean put(Optional<StoredObject> seen) {
        ObjectStore bucket =
                new MinioObjectStore(new S3Calls(store.client()), Bucket.LOG, "log", new BucketFeatures(false, false));
        return bucket.putOver(seen, "checkpoints/1", NEW.getBytes(StandardCharsets.UTF_8), "text/plain");
    }

    private void answer(HttpExchange exchange) throws IOException {
        String sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        boolean conditional = exchange.getRequestHeaders().containsKey("If-None-Match")
                || exchange.getRequestHeaders().containsKey("If-Match");
        if (conditional) {
            AnsweringStore.reply(exchange, 501, AnsweringStore.UNKNOWN);
        } else if (exchange.getRequestMethod().equals("PUT")) {
            held = sent;
            AnsweringStore.reply(exchange, 200, "");
        } else {
            exchange.getResponseHeaders().add("Last-Modified", "Tue, 01 Dec 2026 00:00:00 GMT");
            AnsweringStore.reply(exchange, held == null ? 404 : 200, "");
        }
    }
}
