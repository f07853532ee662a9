package org.aletheia.platform.objectstore.minio;

import io.minio.BucketExistsArgs;
import io.minio.GetBucketLifecycleArgs;
import io.minio.GetBucketVersioningArgs;
import io.minio.GetObjectLockConfigurationArgs;
import io.minio.MakeBucketArgs;
import io.minio.SetBucketLifecycleArgs;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import io.minio.messages.Expiration;
import io.minio.messages.LifecycleConfiguration;
import io.minio.messages.LifecycleRule;
import io.minio.messages.NoncurrentVersionExpiration;
import io.minio.messages.RuleFilter;
import io.minio.messages.Status;
import io.minio.messages.VersioningConfiguration;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.aletheia.platform.objectstore.StorageUnavailableException;
import org.aletheia.platform.objectstore.StorageUnavailableException.Effect;

/** Finds or makes a bucket, and asks what it can do. */
final class BucketSetup {
    private final S3Client client;

    BucketSetup(S3Client client) {
        this.client = client;
    }

    /** Whether the bucket is there. */
    boolean exists(String bucket) {
        return call(
                "HeadBucket",
                () -> client.bucketExists(
                        BucketExistsArgs.builder().bucket(bucket).build()));
    }

    /** Makes the bucket; another replica that did so meanwhile is no error. */
    void create(String bucket, boolean locked) {
        try {
            call(
                    "CreateBucket",
                    () -> client.makeBucket(MakeBucketArgs.builder()
                            .bucket(bucket)
                            .objectLock(locked)
                            .build()));
        } catch (StorageUnavailableException e) {
            if (!exists(bucket)) {
                throw e;
            }
        }
    }

    /** What the bucket does. A store that does not know versions or locks at all answers no. */
    BucketFeatures features(String bucket) {
        return new BucketFeatures(versioned(bucket), locked(bucket));
    }

    /** Whether versions that were replaced or removed go away by themselves; no where the store does not say. */
    boolean forgetsReplaced(String bucket) {
        return answered(() -> {
            LifecycleConfiguration rules = call(
                    "GetBucketLifecycleConfiguration",
                    () -> client.getBucketLifecycle(
                            GetBucketLifecycleArgs.builder().bucket(bucket).build()));
            return rules != null
                    && rules.rules().stream()
                            .anyMatch(rule ->
                                    rule.status() == Status.ENABLED && rule.noncurrentVersionExpiration() != null);
        });
    }

    /** Lets versions that were replaced or removed go away after some days, as their locks allow. */
    boolean forgetReplaced(String bucket, int days) {
        LifecycleRule rule = new LifecycleRule(
                Status.ENABLED,
                null,
                new Expiration((ZonedDateTime) null, null, true),
                new RuleFilter(""),
                "replaced",
                new NoncurrentVersionExpiration(days),
                null,
                null);
        return answered(() -> {
            call(
                    "PutBucketLifecycleConfiguration",
                    () -> client.setBucketLifecycle(SetBucketLifecycleArgs.builder()
                            .bucket(bucket)
                            .config(new LifecycleConfiguration(List.of(rule)))
                            .build()));
            return true;
        });
    }

    /** What the store answers; no where it refuses the question, for whatever reason. */
    private static boolean answered(Answer answer) {
        try {
            return answer.get();
        } catch (StorageUnavailableException e) {
            if (e.getCause() instanceof ErrorResponseException) {
                return false;
            }
            throw e;
        }
    }

    private boolean versioned(String bucket) {
        return supported(() -> call(
                                "GetBucketVersioning",
                                () -> client.getBucketVersioning(GetBucketVersioningArgs.builder()
                                        .bucket(bucket)
                                        .build()))
                        .status()
                == VersioningConfiguration.Status.ENABLED);
    }

    private boolean locked(String bucket) {
        return supported(() -> {
            call(
                    "GetObjectLockConfiguration",
                    () -> client.getObjectLockConfiguration(GetObjectLockConfigurationArgs.builder()
                            .bucket(bucket)
                            .build()));
            return true;
        });
    }

    private static boolean supported(Answer answer) {
        try {
            return answer.get();
        } catch (StorageUnavailableException e) {
            if (e.getCause() instanceof ErrorResponseException refusal && isAbsence(refusal)) {
                return false;
            }
            throw e;
        }
    }

    private static boolean isAbsence(ErrorResponseException refusal) {
        return switch (refusal.errorResponse().code()) {
            case "ObjectLockConfigurationNotFoundError", "NotImplemented", "MethodNotAllowed", "InvalidRequest" -> true;
            default -> refusal.response().code() == 501;
        };
    }

    private static <T> T call(String operation, Call<T> call) {
        try {
            return call.start().get();
        } catch (ExecutionException e) {
            throw new StorageUnavailableException(operation, Effect.UNKNOWN, e.getCause());
        } catch (MinioException | IOException | GeneralSecurityException e) {
            throw new StorageUnavailableException(operation, Effect.UNKNOWN, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StorageUnavailableException(operation, Effect.UNKNOWN, e);
        }
    }

    private interface Call<T> {
        CompletableFuture<T> start() throws MinioException, IOException, GeneralSecurityException;
    }

    private interface Answer {
        boolean get();
    }
}
