package org.aletheia.platform.objectstore.minio;

import io.minio.http.Method;
import io.minio.messages.Item;
import io.minio.messages.ListBucketResultV2;
import io.minio.messages.ListMultipartUploadsResult;
import io.minio.messages.ListVersionsResult;
import io.minio.messages.Upload;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.aletheia.platform.objectstore.ObjectSummary;
import org.aletheia.platform.objectstore.PendingUpload;
import org.jspecify.annotations.Nullable;

/** Listings of one bucket, page by page. */
final class S3Listing {
    private final S3Calls calls;
    private final String bucket;

    S3Listing(S3Calls calls, String bucket) {
        this.calls = calls;
        this.bucket = bucket;
    }

    void objects(String prefix, Consumer<ObjectSummary> each) {
        String token = null;
        do {
            Map<String, String> query = query("prefix", prefix, "continuation-token", token);
            query.put("list-type", "2");
            ListBucketResultV2 page = page("ListObjectsV2", query, ListBucketResultV2.class);
            page.contents().forEach(item -> each.accept(summary(item)));
            token = page.isTruncated() ? page.nextContinuationToken() : null;
        } while (token != null);
    }

    /** Version ids of exactly this key, delete markers too. */
    void versions(String key, Consumer<String> each) {
        String after = null;
        do {
            Map<String, String> query = query("prefix", key, "version-id-marker", after);
            query.put("versions", "");
            if (after != null) {
                query.put("key-marker", key);
            }
            ListVersionsResult page = page("ListObjectVersions", query, ListVersionsResult.class);
            Stream.<Item>concat(page.contents().stream(), page.deleteMarkers().stream())
                    .filter(item -> item.objectName().equals(key))
                    .forEach(item -> each.accept(item.versionId()));
            after = page.isTruncated() && key.equals(page.nextKeyMarker()) ? page.nextVersionIdMarker() : null;
        } while (after != null);
    }

    void pending(String prefix, Consumer<PendingUpload> each) {
        String key = null;
        String id = null;
        do {
            Map<String, String> query = query("prefix", prefix, "key-marker", key);
            query.putAll(query("uploads", "", "upload-id-marker", id));
            ListMultipartUploadsResult page = page("ListMultipartUploads", query, ListMultipartUploadsResult.class);
            // S3Proxy ignores the prefix here.
            page.uploads().stream()
                    .filter(upload -> upload.objectName().startsWith(prefix))
                    .forEach(upload -> each.accept(pending(upload)));
            key = page.isTruncated() ? page.nextKeyMarker() : null;
            id = page.isTruncated() ? page.nextUploadIdMarker() : null;
        } while (key != null);
    }

    private <T> T page(String operation, Map<String, String> query, Class<T> type) {
        S3Request request = S3Request.of(operation, Method.GET, bucket, "").withQuery(query);
        try {
            return calls.parse(request, type);
        } catch (S3AnswerException e) {
            throw S3Calls.refused(request, e);
        }
    }

    private static Map<String, String> query(String name, String value, String marker, @Nullable String position) {
        Map<String, String> query = new HashMap<>(Map.of(name, value));
        if (position != null) {
            query.put(marker, position);
        }
        return query;
    }

    private static ObjectSummary summary(Item item) {
        return new ObjectSummary(
                item.objectName(), item.size(), item.lastModified().toInstant());
    }

    private static PendingUpload pending(Upload upload) {
        return new PendingUpload(
                upload.objectName(), upload.uploadId(), upload.initiated().toInstant());
    }
}
