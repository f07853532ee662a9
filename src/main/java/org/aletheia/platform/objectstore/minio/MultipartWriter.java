package org.aletheia.platform.objectstore.minio;

import io.minio.http.Method;
import io.minio.messages.CompleteMultipartUpload;
import io.minio.messages.InitiateMultipartUploadResult;
import io.minio.messages.Part;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executor;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.aletheia.platform.objectstore.ObjectWriter;
import org.aletheia.platform.objectstore.Payload;
import org.aletheia.platform.objectstore.StorageUnavailableException;
import org.aletheia.platform.objectstore.StorageUnavailableException.Effect;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One multipart upload. */
final class MultipartWriter implements ObjectWriter {
    private static final Logger LOG = Logger.getLogger(MultipartWriter.class);
    private static final Executor VIRTUAL =
            task -> Thread.ofVirtual().name("part-upload").start(task);

    private final S3Calls calls;
    private final String bucket;
    private final String key;
    private final SortedMap<Integer, String> etags = new ConcurrentSkipListMap<>();
    private @Nullable String uploadId;
    private int parts;
    private boolean committed;

    MultipartWriter(S3Calls calls, String bucket, String key) {
        this.calls = calls;
        this.bucket = bucket;
        this.key = key;
    }

    @Override
    public CompletableFuture<Void> part(Payload payload) {
        String upload = open();
        int number = ++parts;
        return CompletableFuture.runAsync(() -> send(upload, number, payload), VIRTUAL);
    }

    /**
     * Two outcomes are told apart from success: refused, and unknown. Where the answer was lost, the store is asked once
     * whether the object is there; its key was never used before, so what is there is this upload, whole.
     */
    @Override
    public void commit() {
        S3Request request = request("CompleteMultipartUpload", Method.POST)
                .withQuery(Map.of("uploadId", open()))
                .withBody(XmlPayload.of(new CompleteMultipartUpload(list())));
        try {
            complete(request);
        } catch (StorageUnavailableException e) {
            if (e.effect() == Effect.NONE || !exists()) {
                throw e;
            }
        }
        committed = true;
    }

    @Override
    public void close() {
        String upload = uploadId;
        if (upload == null || committed) {
            return;
        }
        try {
            calls.run(request("AbortMultipartUpload", Method.DELETE).withQuery(Map.of("uploadId", upload)));
        } catch (S3AnswerException | StorageUnavailableException e) {
            LOG.warnf("an unfinished upload could not be aborted and is left to the collector: %s", e.getMessage());
        }
    }

    private String open() {
        String upload = uploadId;
        if (upload == null) {
            S3Request request = request("CreateMultipartUpload", Method.POST)
                    .withQuery(Map.of("uploads", ""))
                    .withHeaders(Map.of("Content-Type", "application/octet-stream"));
            try {
                upload = calls.parse(request, InitiateMultipartUploadResult.class)
                        .uploadId();
            } catch (S3AnswerException e) {
                throw S3Calls.refused(request, e);
            }
            uploadId = upload;
        }
        return upload;
    }

    private void send(String upload, int number, Payload payload) {
        S3Request request = request("UploadPart", Method.PUT)
                .withQuery(Map.of("partNumber", Integer.toString(number), "uploadId", upload))
                .withBody(payload);
        try (Response response = calls.send(request)) {
            etags.put(
                    number,
                    Objects.requireNonNullElse(response.header("ETag"), "").replace("\"", ""));
        } catch (S3AnswerException e) {
            throw S3Calls.refused(request, e);
        }
    }

    private void complete(S3Request request) {
        try (Response response = calls.send(request);
                ResponseBody body = response.body()) {
            // S3 answers 200 while it still works, and may then report failure in the body.
            if (!body.string().contains("<CompleteMultipartUploadResult")) {
                throw new StorageUnavailableException(request.operation(), Effect.UNKNOWN, null);
            }
        } catch (S3AnswerException e) {
            // A repeated request finds the upload gone when the first one succeeded and its answer was lost.
            Effect effect =
                    e.missing() ? Effect.UNKNOWN : S3Calls.refused(request, e).effect();
            throw new StorageUnavailableException(request.operation(), effect, e);
        } catch (IOException e) {
            throw S3Calls.unavailable(request, e);
        }
    }

    private boolean exists() {
        try {
            calls.run(request("HeadObject", Method.HEAD));
            return true;
        } catch (S3AnswerException | StorageUnavailableException e) {
            return false; // absent, or no answer again: the caller keeps the first failure
        }
    }

    private Part[] list() {
        return etags.entrySet().stream()
                .map(part -> new Part(part.getKey(), part.getValue()))
                .toArray(Part[]::new);
    }

    private S3Request request(String operation, Method method) {
        return S3Request.of(operation, method, bucket, key);
    }
}
