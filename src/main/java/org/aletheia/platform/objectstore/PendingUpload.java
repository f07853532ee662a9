package org.aletheia.platform.objectstore;

import java.time.Instant;

/**
 * A multipart upload neither committed nor aborted.
 *
 * @param id the store's name for it
 * @param started by the clock of the store
 */
public record PendingUpload(String key, String id, Instant started) {}
