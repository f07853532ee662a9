package org.aletheia.platform.objectstore.minio;

import io.minio.http.Method;
import io.minio.messages.LegalHold;
import io.minio.messages.Retention;
import io.minio.messages.RetentionMode;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamException;
import okhttp3.Response;
import org.aletheia.platform.objectstore.Bucket;
import org.aletheia.platform.objectstore.ObjectMissingException;
import org.aletheia.platform.objectstore.ObjectRetainedException;
import org.aletheia.platform.objectstore.ObjectStore;
import org.aletheia.platform.objectstore.ObjectSummary;
import org.aletheia.platform.objectstore.ObjectWriter;
import org.aletheia.platform.objectstore.Payload;
import org.aletheia.platform.objectstore.PendingUpload;
import org.aletheia.platform.objectstore.StorageUnavailableException;
import org.aletheia.platform.objectstore.StorageUnavailableException.Effect;
import org.aletheia.platform.objectstore.StoredObject;

/** One bucket behind {@link S3Calls}. */
final class MinioObjectStore implements ObjectStore {
    private final S3Calls calls;
    private final S3Listing listing;
    private final Bucket bucket;
    private final String name;
    private final BucketFeatures features;

    MinioObjectStore(S3Calls calls, Bucket bucket, String name, BucketFeatures features) {
        this.calls = calls;
        this.listing = new S3Listing(calls, name);
        this.bucket = bucket;
        this.name = name;
        this.features = features;
    }

    @Override
    public void put(String key, byte[] bytes, String contentType) {
        put(key, Payload.of(bytes), contentType);
    }

    @Override
    public void put(String key, Payload payload, String contentType) {
        run(request("PutObject", Method.PUT, key)
                .withHeaders(Map.of("Content-Type", contentType))
                .withBody(payload));
    }

    @Override
    public boolean putOver(Optional<StoredObject> seen, String key, byte[] bytes, String contentType) {
        Map<String, String> headers = new HashMap<>(Map.of("Content-Type", contentType));
        if (seen.isEmpty()) {
            headers.put("If-None-Match", "*");
        } else if (!seen.get().tag().isEmpty()) {
            headers.put("If-Match", seen.get().tag());
        }
        S3Request request =
                request("PutObject", Method.PUT, key).withHeaders(headers).withBody(Payload.of(bytes));
        try {
            calls.run(request);
            return true;
        } catch (S3AnswerException e) {
            // 404: what was to be replaced is gone; 409: another such request is under way
            if (e.status() == 412 || e.status() == 409 || e.code().equals("NoSuchKey")) {
                return false;
            }
            if (e.status() == 501) {
                if (seen.isEmpty() && stat(key).isPresent()) {
                    return false;
                }
                put(key, bytes, contentType);
                return true;
            }
            throw failure(request, e);
        }
    }

    @Override
    public Optional<StoredObject> find(String key, int limit) {
        S3Request request = request("GetObject", Method.GET, key).withHeaders(Map.of("Range", "bytes=0-" + limit));
        try (Response response = calls.send(request)) {
            byte[] bytes = bounded(response.body().byteStream(), limit);
            return Optional.of(new StoredObject(bytes, Objects.requireNonNullElse(response.header("ETag"), "")));
        } catch (S3AnswerException e) {
            return absentOr(request, e);
        } catch (IOException e) {
            throw S3Calls.unavailable(request, e);
        }
    }

    private byte[] bounded(InputStream stream, int limit) throws IOException {
        byte[] bytes = stream.readAllBytes();
        if (bytes.length > limit) {
            throw new IllegalStateException("an object in bucket " + bucket + " is longer than " + limit + " bytes");
        }
        return bytes;
    }

    @Override
    public ObjectWriter write(String key) {
        return new MultipartWriter(calls, name, key);
    }

    @Override
    public InputStream read(String key, long from, long length) {
        S3Request request = request("GetObject", Method.GET, key)
                .withHeaders(Map.of("Range", "bytes=" + from + "-" + (from + length - 1)));
        try {
            return new ResponseStream(request, calls.send(request));
        } catch (S3AnswerException e) {
            if (e.status() == 416) {
                return InputStream.nullInputStream();
            }
            throw failure(request, e);
        }
    }

    @Override
    public byte[] readAll(String key, int limit) {
        try (InputStream stream = read(key, 0, limit + 1L)) {
            return bounded(stream, limit);
        } catch (IOException e) {
            throw S3Calls.unavailable(request("GetObject", Method.GET, key), e);
        }
    }

    @Override
    public Optional<ObjectSummary> stat(String key) {
        S3Request request = request("HeadObject", Method.HEAD, key);
        try (Response response = calls.send(request)) {
            return Optional.of(summary(key, response));
        } catch (S3AnswerException e) {
            return absentOr(request, e);
        }
    }

    @Override
    public void list(String prefix, Consumer<ObjectSummary> each) {
        listing.objects(prefix, each);
    }

    @Override
    public void delete(String key) {
        if (features.versioned()) {
            listing.versions(key, version -> remove(key, Map.of("versionId", version)));
        } else {
            remove(key, Map.of());
        }
    }

    @Override
    public void listPending(String prefix, Consumer<PendingUpload> each) {
        listing.pending(prefix, each);
    }

    @Override
    public void abort(PendingUpload upload) {
        S3Request request =
                request("AbortMultipartUpload", Method.DELETE, upload.key()).withQuery(Map.of("uploadId", upload.id()));
        try {
            calls.run(request);
        } catch (S3AnswerException e) {
            absentOr(request, e);
        }
    }

    @Override
    public boolean locks() {
        return features.locked();
    }

    @Override
    public void retain(String key, Instant until) {
        if (!locks()) {
            throw new UnsupportedOperationException("bucket " + bucket + " has no Object Lock");
        }
        ZonedDateTime time = until.atZone(ZoneOffset.UTC);
        run(request("PutObjectRetention", Method.PUT, key)
                .withQuery(Map.of("retention", ""))
                .withBody(XmlPayload.of(new Retention(RetentionMode.COMPLIANCE, time))));
    }

    @Override
    public Optional<Instant> retainedUntil(String key) {
        S3Request request = request("GetObjectRetention", Method.GET, key).withQuery(Map.of("retention", ""));
        try (Response response = calls.send(request)) {
            RetentionAnswer answer = RetentionAnswer.parse(response.body().byteStream());
            return answer.compliance() ? Optional.ofNullable(answer.until()) : Optional.empty();
        } catch (S3AnswerException e) {
            return absentOr(request, e);
        } catch (XMLStreamException e) {
            throw new StorageUnavailableException(request.operation(), Effect.NONE, e);
        }
    }

    @Override
    public void hold(String key, boolean held) {
        if (!locks()) {
            throw new UnsupportedOperationException("bucket " + bucket + " has no Object Lock");
        }
        run(request("PutObjectLegalHold", Method.PUT, key)
                .withQuery(Map.of("legal-hold", ""))
                .withBody(XmlPayload.of(new LegalHold(held))));
    }

    @Override
    public boolean held(String key) {
        S3Request request = request("GetObjectLegalHold", Method.GET, key).withQuery(Map.of("legal-hold", ""));
        try {
            return calls.parse(request, LegalHold.class).status();
        } catch (S3AnswerException e) {
            return MinioObjectStore.<Boolean>absentOr(request, e).orElse(false);
        }
    }

    private void remove(String key, Map<String, String> version) {
        S3Request request = request("DeleteObject", Method.DELETE, key).withQuery(version);
        try {
            calls.run(request);
        } catch (S3AnswerException e) {
            if (e.status() == 403 && locks()) {
                throw new ObjectRetainedException(bucket);
            }
            absentOr(request, e);
        }
    }

    private S3Request request(String operation, Method method, String key) {
        return S3Request.of(operation, method, name, key);
    }

    private void run(S3Request request) {
        try {
            calls.run(request);
        } catch (S3AnswerException e) {
            throw failure(request, e);
        }
    }

    private RuntimeException failure(S3Request request, S3AnswerException e) {
        return e.code().equals("NoSuchKey") ? new ObjectMissingException(bucket) : S3Calls.refused(request, e);
    }

    /** A missing bucket is trouble; a missing object, upload, lock setting or version is an answer. */
    private static <T> Optional<T> absentOr(S3Request request, S3AnswerException e) {
        if (e.missing() && !e.code().equals("NoSuchBucket")) {
            return Optional.empty();
        }
        throw S3Calls.refused(request, e);
    }

    private static ObjectSummary summary(String key, Response response) {
        String length = response.header("Content-Length", "0");
        String modified = response.header("Last-Modified", "Thu, 01 Jan 1970 00:00:00 GMT");
        return new ObjectSummary(
                key, Long.parseLong(length), DateTimeFormatter.RFC_1123_DATE_TIME.parse(modified, Instant::from));
    }
}
