package org.aletheia.evidence.content;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How content is taken in. */
@ConfigMapping(prefix = "aletheia.content")
public interface ContentConfig {
    /**
     * Bytes of one part of a multipart upload, rounded down to whole MiB, at least 5 MiB. Each upload under way buffers at
     * most two. An object has at most 10,000 parts: 8 MiB allow 78 GiB, 64 MiB allow 625 GiB.
     */
    @WithDefault("8M")
    MemorySize partSize();

    /**
     * How much of the heap the buffers of all uploads may take, in percent, and as much again those of all downloads. Each
     * upload takes up to two parts, each download 2 MiB; what goes beyond that waits.
     */
    @WithDefault("25")
    int bufferPercent();

    /** How long an upload or download waits for a buffer before it is refused with 503. */
    @WithDefault("20S")
    Duration bufferWait();

    /** Whether SHA-512 is computed besides SHA-256 even where the sender states none. */
    @WithDefault("true")
    boolean sha512();

    /**
     * Age from which an object without a record is removed, and an unfinished multipart upload given up. Must be longer
     * than any upload takes from its first byte to its record; at least one hour.
     */
    @WithDefault("24H")
    Duration orphanGrace();

    /** How often orphans are looked for. */
    @WithDefault("1H")
    Duration orphanEvery();
}
