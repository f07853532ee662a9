package org.aletheia.platform.objectstore.minio;

import io.minio.http.Method;
import java.util.Map;
import org.aletheia.platform.objectstore.Payload;
import org.jspecify.annotations.Nullable;

/**
 * One S3 request.
 *
 * @param operation its name in the S3 API, for messages
 * @param key empty for requests about the bucket
 */
record S3Request(
        String operation,
        Method method,
        String bucket,
        String key,
        Map<String, String> headers,
        Map<String, String> query,
        @Nullable Payload body) {

    static S3Request of(String operation, Method method, String bucket, String key) {
        return new S3Request(operation, method, bucket, key, Map.of(), Map.of(), null);
    }

    S3Request withHeaders(Map<String, String> given) {
        return new S3Request(operation, method, bucket, key, given, query, body);
    }

    S3Request withQuery(Map<String, String> given) {
        return new S3Request(operation, method, bucket, key, headers, given, body);
    }

    S3Request withBody(Payload given) {
        return new S3Request(operation, method, bucket, key, headers, query, given);
    }
}
