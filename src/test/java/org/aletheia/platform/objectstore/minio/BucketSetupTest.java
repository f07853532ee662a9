package org.aletheia.platform.objectstore.minio;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The lifecycle rule of the log bucket, against answers as Amazon documents them; the stack's store knows no rules. */
@Tag("unit")
class BucketSetupTest {
    private static final String NONE = "<Error><Code>NoSuchLifecycleConfiguration</Code></Error>";

    private AnsweringStore store;
    private @Nullable String rules;
    private boolean supported = true;

    @BeforeEach
    void serve() throws IOException {
        store = new AnsweringStore(this::answer);
    }

    @AfterEach
    void stop() {
        store.close();
    }

    @Test
    void setsARuleThatLetsReplacedVersionsGo() {
        BucketSetup setup = setup();
        assertThat(setup.forgetsReplaced("log")).isFalse();
        assertThat(setup.forgetReplaced("log", 7)).isTrue();
        assertThat(rules)
                .contains("<NoncurrentDays>7</NoncurrentDays>")
                .contains("<ExpiredObjectDeleteMarker>true</ExpiredObjectDeleteMarker>")
                .contains("<Status>Enabled</Status>")
                .doesNotContain("<Days>");
        assertThat(setup.forgetsReplaced("log")).isTrue();
    }

    @Test
    void anotherRuleIsNone() {
        rules = "<LifecycleConfiguration><Rule><ID>a</ID><Status>Enabled</Status><Filter><Prefix>x</Prefix></Filter>"
                + "<Expiration><Days>5</Days></Expiration></Rule></LifecycleConfiguration>";
        assertThat(setup().forgetsReplaced("log")).isFalse();
    }

    @Test
    void aStoreWithoutRulesSaysNo() {
        supported = false;
        assertThat(setup().forgetReplaced("log", 7)).isFalse();
        assertThat(setup().forgetsReplaced("log")).isFalse();
    }

    private BucketSetup setup() {
        return new BucketSetup(store.client());
    }

    private void answer(HttpExchange exchange) throws IOException {
        String sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (!supported) {
            AnsweringStore.reply(exchange, 501, AnsweringStore.UNKNOWN);
        } else if (exchange.getRequestMethod().equals("PUT")) {
            rules = sent;
            AnsweringStore.reply(exchange, 200, "");
        } else {
            AnsweringStore.reply(exchange, rules == null ? 404 : 200, rules == null ? NONE : rules);
        }
    }
}
