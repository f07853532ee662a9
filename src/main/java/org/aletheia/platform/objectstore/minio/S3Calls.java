package org.aletheia.platform.objectstore.minio;

import io.minio.Xml;
import io.minio.errors.XmlParserException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.aletheia.platform.objectstore.StorageUnavailableException;
import org.aletheia.platform.objectstore.StorageUnavailableException.Effect;

/**
 * Calls to the store with a short patience: a request that may be sent twice is sent at most three times, since stores
 * shed load with 503 in ordinary operation. Longer trouble is the caller's to know.
 */
final class S3Calls {
    private static final int ATTEMPTS = 3;
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final S3Client client;

    S3Calls(S3Client client) {
        this.client = client;
    }

    /** Sends what may be sent twice. The answer is to be closed by the caller. */
    Response send(S3Request request) throws S3AnswerException {
        for (int attempt = 1; ; attempt++) {
            try {
                return client.send(request);
            } catch (S3AnswerException e) {
                if (attempt == ATTEMPTS || !e.passing()) {
                    throw e;
                }
            } catch (IOException e) {
                // The store was silent or away for a whole time limit: asking again would only add to the wait.
                throw unavailable(request, e);
            }
            pause(request, attempt);
        }
    }

    /** As {@link #send}, for an effect without a body to read. */
    void run(S3Request request) throws S3AnswerException {
        send(request).close();
    }

    /** As {@link #send}, for an answer in XML. */
    <T> T parse(S3Request request, Class<T> type) throws S3AnswerException {
        try (Response response = send(request);
                ResponseBody body = response.body()) {
            return Xml.unmarshal(type, body.charStream());
        } catch (XmlParserException e) {
            throw new StorageUnavailableException(request.operation(), Effect.UNKNOWN, e);
        }
    }

    static StorageUnavailableException unavailable(S3Request request, IOException cause) {
        return new StorageUnavailableException(request.operation(), effect(cause), cause);
    }

    static StorageUnavailableException refused(S3Request request, S3AnswerException cause) {
        Effect effect = cause.status() >= 500 && cause.status() != 503 ? Effect.UNKNOWN : Effect.NONE;
        return new StorageUnavailableException(request.operation(), effect, cause);
    }

    private static Effect effect(IOException cause) {
        boolean neverSent = cause instanceof ConnectException
                || cause instanceof UnknownHostException
                || cause instanceof NoRouteToHostException;
        return neverSent ? Effect.NONE : Effect.UNKNOWN;
    }

    private static void pause(S3Request request, int attempt) {
        try {
            Thread.sleep(PAUSE.multipliedBy(attempt));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StorageUnavailableException(request.operation(), Effect.UNKNOWN, e);
        }
    }
}
