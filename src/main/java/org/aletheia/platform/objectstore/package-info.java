/**
 * Bytes at rest: one port over any S3, and its adapter on the MinIO client. Speaks of objects and buckets, never of
 * evidence, and knows nothing of transactions.
 */
@NullMarked
package org.aletheia.platform.objectstore;

import org.jspecify.annotations.NullMarked;
