package org.aletheia.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.aletheia.platform.config.Unsafe;
import org.aletheia.platform.config.Wires;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class SearchWireCheckTest {
    private static final Wires STRICT = new Wires(() -> false);

    @Test
    void elasticsearchElsewhereNeedsTlsAndCredentials() {
        assertThat(severe(STRICT, false, "http://es.example.org:9200"))
                .containsExactly("aletheia.search.url", "aletheia.search.api-key");
        assertThat(severe(STRICT, true, "http://es.example.org:9200")).containsExactly("aletheia.search.url");
        assertThat(severe(STRICT, false, "https://es.example.org:9200")).containsExactly("aletheia.search.api-key");
        assertThat(severe(STRICT, true, "https://a.example.org", "http://b.example.org"))
                .containsExactly("aletheia.search.url");
        assertThat(severe(STRICT, true, "https://es.example.org:9200")).isEmpty();
        assertThat(severe(STRICT, false, "http://127.0.0.1:9200", "http://[::1]:9200", "http://localhost:9200"))
                .isEmpty();
    }

    @Test
    void anOperatorMayAnswerForTheNetworkAndNotForCredentials() {
        Wires lenient = new Wires(() -> true);
        assertThat(severe(lenient, true, "http://es.example.org:9200")).isEmpty();
        assertThat(severe(lenient, false, "http://es.example.org:9200")).containsExactly("aletheia.search.api-key");
    }

    private static List<String> severe(Wires wires, boolean credentials, String... urls) {
        return SearchWireCheck.check(Stream.of(urls).map(URI::create).toList(), credentials, wires).stream()
                .filter(Unsafe::severe)
                .map(Unsafe::property)
                .toList();
    }
}
