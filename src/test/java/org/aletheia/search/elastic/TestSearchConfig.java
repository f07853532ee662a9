package org.aletheia.search.elastic;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.aletheia.search.SearchConfig;

/** Settings as they are by default, for one node. */
record TestSearchConfig(URI node, String indexPrefix) implements SearchConfig {
    @Override
    public List<URI> url() {
        return List.of(node);
    }

    @Override
    public Optional<String> username() {
        return Optional.empty();
    }

    @Override
    public Optional<String> password() {
        return Optional.empty();
    }

    @Override
    public Optional<String> apiKey() {
        return Optional.empty();
    }

    @Override
    public Optional<Path> caCertificate() {
        return Optional.empty();
    }

    @Override
    public Duration connectTimeout() {
        return Duration.ofSeconds(2);
    }

    @Override
    public Duration searchTimeout() {
        return Duration.ofSeconds(5);
    }

    @Override
    public Duration writeTimeout() {
        return Duration.ofSeconds(60);
    }

    @Override
    public int connections() {
        return 16;
    }

    @Override
    public int shards() {
        return 1;
    }

    @Override
    public int replicas() {
        return 0;
    }

    @Override
    public Duration refreshInterval() {
        return Duration.ofMillis(500);
    }

    @Override
    public Duration cursorLifetime() {
        return Duration.ofMinutes(1);
    }

    @Override
    public int maxTextLength() {
        return 1_000_000;
    }
}
