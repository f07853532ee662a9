package org.aletheia.local.bench;

import io.minio.BucketExistsArgs;
import io.minio.GetObjectArgs;
import io.minio.GetPresignedObjectUrlArgs;
import io.minio.ListObjectsArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.RemoveObjectArgs;
import io.minio.Result;
import io.minio.http.Method;
import io.minio.messages.Item;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.aletheia.local.demo.client.StackProperties;

/**
 * The bare S3 store through presigned URLs (payload unsigned, as the server sends it), with the client that also
 * speaks to the server. Large objects go up in parts of the server's size, one after another as the server sends them,
 * or two at a time. Its bucket is emptied at the end, and at the start of what a run left that was killed.
 */
final class RawStore implements AutoCloseable {

    static final long PART_BYTES = 8L << 20;

    private static final String BUCKET = "aletheia-bench-raw";
    private static final java.util.regex.Pattern UPLOAD_ID =
            java.util.regex.Pattern.compile("<UploadId>([^<]+)</UploadId>");

    private final MinioClient minio;
    private final HttpClient http;

    RawStore(StackProperties stack, HttpClient http) throws Exception {
        this.http = http;
        this.minio = MinioClient.builder()
                .endpoint(stack.get("aletheia.object-store.endpoint"))
                .region(stack.get("aletheia.object-store.region"))
                .credentials(
                        stack.get("aletheia.object-store.access-key"), stack.get("aletheia.object-store.secret-key"))
                .build();
        if (!minio.bucketExists(BucketExistsArgs.builder().bucket(BUCKET).build())) {
            minio.makeBucket(MakeBucketArgs.builder().bucket(BUCKET).build());
        }
        empty();
    }

    @Override
    public void close() throws Exception {
        empty();
    }

    private void empty() throws Exception {
        for (Result<Item> object : minio.listObjects(
                ListObjectsArgs.builder().bucket(BUCKET).recursive(true).build())) {
            minio.removeObject(RemoveObjectArgs.builder()
                    .bucket(BUCKET)
                    .object(object.get().objectName())
                    .build());
        }
    }

    /** A URL by which one object may be written; made ahead, outside what is timed. */
    URI writeUrl(String key) throws Exception {
        return url(Method.PUT, key, Map.of());
    }

    void put(URI url, byte[] content) throws IOException, InterruptedException {
        send(HttpRequest.newBuilder(url).PUT(BodyPublishers.ofByteArray(content)));
    }

    /** Writes an object of the repeated pattern in parts, so many under way at once. */
    void putLarge(String key, long bytes, int atOnce) throws Exception {
        String answer = send(HttpRequest.newBuilder(url(Method.POST, key, Map.of("uploads", "")))
                        .POST(BodyPublishers.noBody()))
                .body();
        Matcher id = UPLOAD_ID.matcher(answer);
        if (!id.find()) {
            throw new IOException("No upload id in: " + answer);
        }
        try {
            putTogether(key, id.group(1), putParts(key, id.group(1), bytes, atOnce));
        } catch (Exception e) {
            abort(key, id.group(1), e);
            throw e;
        }
    }

    /** The failure that led here stays the one that is told. */
    private void abort(String key, String uploadId, Exception failure) {
        try {
            send(HttpRequest.newBuilder(url(Method.DELETE, key, Map.of("uploadId", uploadId)))
                    .DELETE());
        } catch (Exception e) {
            failure.addSuppressed(e);
        }
    }

    private void putTogether(String key, String uploadId, List<String> tags) throws Exception {
        var complete = new StringBuilder("<CompleteMultipartUpload>");
        for (int i = 0; i < tags.size(); i++) {
            complete.append("<Part><PartNumber>%d</PartNumber><ETag>%s</ETag></Part>".formatted(i + 1, tags.get(i)));
        }
        complete.append("</CompleteMultipartUpload>");
        send(HttpRequest.newBuilder(url(Method.POST, key, Map.of("uploadId", uploadId)))
                .POST(BodyPublishers.ofString(complete.toString())));
    }

    private List<String> putParts(String key, String uploadId, long bytes, int atOnce) throws Exception {
        int parts = (int) ((bytes + PART_BYTES - 1) / PART_BYTES);
        var tags = new ArrayList<String>(java.util.Collections.nCopies(parts, ""));
        var next = new java.util.concurrent.atomic.AtomicInteger();
        Pairs.together(atOnce, () -> {
            for (int part = next.getAndIncrement(); part < parts; part = next.getAndIncrement()) {
                long size = Math.min(PART_BYTES, bytes - part * PART_BYTES);
                var query = Map.of("uploadId", uploadId, "partNumber", String.valueOf(part + 1));
                var reply =
                        send(HttpRequest.newBuilder(url(Method.PUT, key, query)).PUT(pattern(size)));
                tags.set(part, reply.headers().firstValue("ETag").orElse(""));
            }
            return null;
        });
        return tags;
    }

    /** Reads an object to its end and returns its length. */
    long read(String key) throws Exception {
        var reply = http.send(
                HttpRequest.newBuilder(url(Method.GET, key, Map.of())).build(),
                HttpResponse.BodyHandlers.ofInputStream());
        return drain(reply.body());
    }

    /** As {@link #read}, with the client library that the server has: it takes less of a processor for large objects. */
    long readAsServer(String key) throws Exception {
        return drain(minio.getObject(
                GetObjectArgs.builder().bucket(BUCKET).object(key).build()));
    }

    static long drain(InputStream in) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long total = 0;
        try (in) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                total += n;
            }
        }
        return total;
    }

    static BodyPublisher pattern(long bytes) {
        return BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> new Pattern(bytes)), bytes);
    }

    private URI url(Method method, String key, Map<String, String> query) throws Exception {
        return URI.create(minio.getPresignedObjectUrl(GetPresignedObjectUrlArgs.builder()
                .method(method)
                .bucket(BUCKET)
                .object(key)
                .extraQueryParams(query)
                .build()));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var reply = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (reply.statusCode() / 100 != 2) {
            throw new IOException("The store answered " + reply.statusCode());
        }
        return reply;
    }
}
