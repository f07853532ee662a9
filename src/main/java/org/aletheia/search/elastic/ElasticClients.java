package org.aletheia.search.elastic;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.json.jackson.JacksonJsonpMapper;
import co.elastic.clients.transport.rest5_client.Rest5ClientTransport;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import co.elastic.clients.transport.rest5_client.low_level.Rest5ClientBuilder;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.aletheia.search.SearchConfig;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.util.Timeout;

/** One client for searches and one for writes, so that bulk writes under way never keep a search waiting. */
@ApplicationScoped
class ElasticClients {
    private final ElasticsearchClient searching;
    private final ElasticsearchClient writing;

    ElasticClients(SearchConfig config) {
        this.searching = client(config, config.searchTimeout());
        this.writing = client(config, config.writeTimeout());
    }

    /** For searches: bounded by {@code aletheia.search.search-timeout}. */
    ElasticsearchClient searching() {
        return searching;
    }

    /** For everything that writes: bounded by {@code aletheia.search.write-timeout}. */
    ElasticsearchClient writing() {
        return writing;
    }

    @PreDestroy
    void close() throws IOException {
        searching.close();
        writing.close();
    }

    private static ElasticsearchClient client(SearchConfig config, Duration answer) {
        Timeout connect = Timeout.of(config.connectTimeout());
        Rest5ClientBuilder builder = Rest5Client.builder(config.url().toArray(URI[]::new))
                .setConnectionConfigCallback(
                        connection -> connection.setConnectTimeout(connect).setSocketTimeout(Timeout.of(answer)))
                .setRequestConfigCallback(
                        request -> request.setConnectionRequestTimeout(connect).setResponseTimeout(Timeout.of(answer)))
                .setConnectionManagerCallback(pool ->
                        pool.setMaxConnPerRoute(config.connections()).setMaxConnTotal(2 * config.connections()));
        authorization(config).ifPresent(header -> builder.setDefaultHeaders(new Header[] {header}));
        config.caCertificate().ifPresent(file -> builder.setSSLContext(TrustedAuthority.only(file)));
        return new ElasticsearchClient(new Rest5ClientTransport(builder.build(), new JacksonJsonpMapper()));
    }

    private static Optional<Header> authorization(SearchConfig config) {
        return config.apiKey()
                .map(key -> "ApiKey " + key)
                .or(() -> config.username()
                        .map(user -> "Basic " + basic(user, config.password().orElse(""))))
                .map(value -> new BasicHeader("Authorization", value, true));
    }

    private static String basic(String user, String password) {
        return Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }
}
