package org.aletheia.platform.objectstore;

import java.time.Instant;

/**
 * What a listing tells of an object.
 *
 * @param length in bytes
 * @param modified by the clock of the store, to the second
 */
public record ObjectSummary(String key, long length, Instant modified) {}
