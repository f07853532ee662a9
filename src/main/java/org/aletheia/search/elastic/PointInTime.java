package org.aletheia.search.elastic;

import java.time.Instant;

/**
 * A view of all indexes that does not change.
 *
 * @param id as Elasticsearch names it
 * @param openedAt before it was opened: changes that were searchable then are in it
 */
public record PointInTime(String id, Instant openedAt) {}
