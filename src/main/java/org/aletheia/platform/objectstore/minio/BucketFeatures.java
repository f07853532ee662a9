package org.aletheia.platform.objectstore.minio;

/**
 * What a bucket does with what it holds, as it said at start.
 *
 * @param versioned replaced and removed objects live on as versions
 * @param locked Object Lock is on
 */
record BucketFeatures(boolean versioned, boolean locked) {}
