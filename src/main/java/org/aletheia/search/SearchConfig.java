package org.aletheia.search;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Where Elasticsearch is and how long its answers may take. */
@ConfigMapping(prefix = "aletheia.search")
public interface SearchConfig {
    /** Addresses of the Elasticsearch nodes, as {@code https://host:9200}. */
    List<URI> url();

    /** Start of the name of every index and alias; deployments that share a cluster differ in it. */
    @WithDefault("aletheia")
    String indexPrefix();

    /** User for basic authentication; goes with the password. */
    Optional<String> username();

    /** Password for basic authentication. */
    Optional<String> password();

    /** Encoded API key; wins over user and password. */
    Optional<String> apiKey();

    /** PEM file of the authority that signed the nodes' certificates, where the JDK does not know it. */
    Optional<Path> caCertificate();

    /** Longest wait for a connection. */
    @WithDefault("2s")
    Duration connectTimeout();

    /** Longest wait for the answer to a search; then 503, so that a slow cluster does not hold callers. */
    @WithDefault("5s")
    Duration searchTimeout();

    /** Longest wait for the answer to a bulk write or an index operation. */
    @WithDefault("60s")
    Duration writeTimeout();

    /** Most searches under way at once to one node. */
    @WithDefault("64")
    int connections();

    /** Primary shards of each index; raise it above some 30 million records of a family. */
    @WithDefault("1")
    int shards();

    /** Replicas of each index; 1 in a cluster of several nodes. */
    @WithDefault("0")
    int replicas();

    /** How often new documents become visible to searches. */
    @WithDefault("500ms")
    Duration refreshInterval();

    /** How long an unfinished paging keeps its point in time since its last page; twice as long in all. */
    @WithDefault("5m")
    Duration cursorLifetime();

    /** Most characters of one item's text that are indexed. */
    @WithDefault("1000000")
    int maxTextLength();
}
