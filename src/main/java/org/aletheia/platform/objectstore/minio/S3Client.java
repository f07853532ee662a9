package org.aletheia.platform.objectstore.minio;

import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.Multimap;
import io.minio.MinioAsyncClient;
import io.minio.Signer;
import io.minio.Time;
import io.minio.Xml;
import io.minio.credentials.Credentials;
import io.minio.errors.MinioException;
import io.minio.http.HttpUtils;
import io.minio.messages.ErrorResponse;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.ZonedDateTime;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.aletheia.kernel.Digest;
import org.aletheia.platform.objectstore.Payload;
import org.jspecify.annotations.Nullable;

/**
 * MinIO's client, opened at three places: multipart calls one by one, requests in the caller's thread, and a payload
 * digest of our own choice.
 *
 * <p>The client itself computes MD5 and SHA-256 of each body on the calling thread (about 2.2 CPU seconds a GiB) and
 * hands every request to another thread. Here a digest that is known already is signed, and where the transport
 * protects the bytes none is.
 */
final class S3Client extends MinioAsyncClient {
    private static final String UNSIGNED = "UNSIGNED-PAYLOAD";
    private static final Payload EMPTY = new Payload(new byte[0], 0, Digest.sha256());

    private final Clock clock;
    private final boolean signsPayloads;
    private final String signingRegion;

    S3Client(MinioAsyncClient configured, String signingRegion, Clock clock, boolean signsPayloads) {
        super(configured);
        this.signingRegion = signingRegion;
        this.clock = clock;
        this.signsPayloads = signsPayloads;
    }

    /**
     * The successful answer, to be closed by the caller.
     *
     * @throws IOException no answer: whether the request took effect is not known
     */
    Response send(S3Request request) throws IOException, S3AnswerException {
        Response response = httpClient.newCall(signed(request)).execute();
        if (response.isSuccessful()) {
            return response;
        }
        try (response) {
            throw new S3AnswerException(response.code(), errorCode(response));
        }
    }

    private Request signed(S3Request request) throws IOException {
        Payload payload = request.body() == null ? EMPTY : request.body();
        String hash = hash(payload);
        try {
            Credentials credentials = provider.fetch();
            return Signer.signV4S3(
                    unsigned(request, payload, hash),
                    signingRegion,
                    credentials.accessKey(),
                    credentials.secretKey(),
                    hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime lacks what S3 signatures need", e);
        }
    }

    private Request unsigned(S3Request request, Payload payload, String hash) throws GeneralSecurityException {
        HttpUrl url = url(request);
        Request.Builder builder = new Request.Builder().url(url);
        request.headers().forEach(builder::header);
        return builder.header("Host", HttpUtils.getHostHeader(url))
                .header("Accept-Encoding", "identity")
                .header("User-Agent", "aletheia")
                .header("x-amz-date", ZonedDateTime.now(clock).format(Time.AMZ_DATE_FORMAT))
                .header("x-amz-content-sha256", hash)
                .method(request.method().toString(), body(request, payload))
                .build();
    }

    private HttpUrl url(S3Request request) throws GeneralSecurityException {
        Multimap<String, String> query = LinkedHashMultimap.create();
        request.query().forEach(query::put);
        String key = request.key().isEmpty() ? null : request.key();
        return buildUrl(request.method(), request.bucket(), key, signingRegion, query);
    }

    private static @Nullable RequestBody body(S3Request request, Payload payload) {
        return switch (request.method()) {
            case PUT, POST -> new PayloadBody(payload);
            default -> null;
        };
    }

    private String hash(Payload payload) {
        Digest known = payload.sha256();
        if (known != null) {
            return known.hex();
        }
        return signsPayloads ? PayloadDigest.of(payload).hex() : UNSIGNED;
    }

    private static String errorCode(Response response) throws IOException {
        try (ResponseBody body = response.body()) {
            return Xml.unmarshal(ErrorResponse.class, body.string()).code();
        } catch (MinioException e) {
            return ""; // a proxy's page, or the empty body of a HEAD
        }
    }
}
