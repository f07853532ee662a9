/** The object store port on the MinIO client: the only place that knows S3's requests, answers and quirks. */
@NullMarked
package org.aletheia.platform.objectstore.minio;

import org.jspecify.annotations.NullMarked;
