package org.aletheia.platform.objectstore;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Where bytes lie, and what that store must be able to do. */
@ConfigMapping(prefix = "aletheia.object-store")
public interface ObjectStoreConfig {
    /** Base address of the S3 store, for example {@code https://s3.example.org}. Buckets are addressed by path. */
    URI endpoint();

    /** Region that requests are signed for. */
    @WithDefault("us-east-1")
    String region();

    /** Access key. */
    String accessKey();

    /** Secret key. A secret: give it by reference, never in a file that is shared. */
    String secretKey();

    /** Bucket of sealed content. */
    @WithDefault("aletheia-evidence")
    String evidenceBucket();

    /** Bucket of the public log. */
    @WithDefault("aletheia-log")
    String logBucket();

    /** Bucket of wrapped unit keys. Must be neither versioned nor locked. */
    @WithDefault("aletheia-keys")
    String keysBucket();

    /**
     * Bucket of the same store to which the store itself copies sealed content, under the same keys. Read only: where the
     * bytes of an item turn out to be damaged, they are put back from here.
     */
    Optional<String> evidenceCopyBucket();

    /** Whether buckets that do not exist are created at start; otherwise their absence stops the start. */
    @WithDefault("true")
    boolean createBuckets();

    /**
     * {@code required}: the server starts only where the evidence and the log bucket enforce Object Lock.
     * {@code disabled}: it starts without; nothing but access rights then protects stored bytes from removal, and health
     * and log say so.
     */
    @WithDefault("required")
    ObjectLock objectLock();

    /**
     * Whether the SHA-256 of what is sent is signed with each request, so that the store checks it on arrival.
     * {@code auto}: yes, but not over https, where TLS protects the bytes in transit already, nor to this same machine;
     * hashing costs about 0.6 CPU seconds a GiB on either side.
     */
    @WithDefault("auto")
    PayloadSignature payloadSignature();

    /** How long the server waits for the store to answer at start before it gives up. */
    @WithDefault("30S")
    Duration startTimeout();

    /** How long opening a connection may take. */
    @WithDefault("3S")
    Duration connectTimeout();

    /** How long the store may be silent: while it takes bytes, and before it answers. */
    @WithDefault("30S")
    Duration ioTimeout();

    /** How many idle connections are kept open. */
    @WithDefault("64")
    int idleConnections();

    /** Whether stored objects must be protected by Object Lock. */
    enum ObjectLock {
        REQUIRED,
        DISABLED
    }

    /** When the digest of a payload is signed. */
    enum PayloadSignature {
        AUTO,
        SIGNED,
        UNSIGNED
    }
}
