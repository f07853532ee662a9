package org.aletheia.platform.objectstore.minio;

import java.time.Duration;
import org.aletheia.platform.objectstore.Bucket;
import org.aletheia.platform.objectstore.ObjectStoreConfig;
import org.aletheia.platform.objectstore.ObjectStoreConfig.ObjectLock;
import org.aletheia.platform.objectstore.StorageUnavailableException;
import org.aletheia.platform.objectstore.UnsafeStorageException;
import org.jboss.logging.Logger;

/** Makes one bucket ready at start, or refuses the start with the property and the remedy. */
final class StorePreparation {
    private static final Logger LOG = Logger.getLogger(StorePreparation.class);

    /** Long enough to look into what was replaced. */
    private static final int REPLACED_DAYS = 7;

    private static final Duration PAUSE = Duration.ofMillis(500);

    private final BucketSetup setup;
    private final ObjectStoreConfig config;

    StorePreparation(BucketSetup setup, ObjectStoreConfig config) {
        this.setup = setup;
        this.config = config;
    }

    /** Waits for the store as long as configured; then the bucket exists and does what is required of it. */
    BucketFeatures prepare(Bucket bucket, String name) {
        long deadline = System.nanoTime() + config.startTimeout().toNanos();
        while (true) {
            try {
                return prepareNow(bucket, name);
            } catch (StorageUnavailableException e) {
                if (System.nanoTime() > deadline) {
                    throw new UnsafeStorageException(
                            "the object store did not answer within aletheia.object-store.start-timeout="
                                    + config.startTimeout().toSeconds() + "s. Check aletheia.object-store.endpoint,"
                                    + " access-key and secret-key, and that the store runs",
                            e);
                }
                pause();
            }
        }
    }

    private BucketFeatures prepareNow(Bucket bucket, String name) {
        boolean made = !setup.exists(name);
        if (made) {
            create(bucket, name);
        }
        BucketFeatures features = setup.features(name);
        if (bucket == Bucket.LOG && features.versioned()) {
            forgetReplaced(name, made);
        }
        if (bucket == Bucket.KEYS) {
            requireForgetful(name, features);
        } else {
            requireLock(bucket, name, features);
        }
        return features;
    }

    private void create(Bucket bucket, String name) {
        if (!config.createBuckets()) {
            throw new UnsafeStorageException(
                    "bucket " + name + " does not exist and aletheia.object-store.create-buckets is false. Create it"
                            + (lockRequired(bucket) ? " with Object Lock enabled" : ""),
                    null);
        }
        setup.create(name, lockRequired(bucket));
        LOG.infof("created bucket %s", name);
    }

    private boolean lockRequired(Bucket bucket) {
        return bucket != Bucket.KEYS && config.objectLock() == ObjectLock.REQUIRED;
    }

    private void requireLock(Bucket bucket, String name, BucketFeatures features) {
        if (features.versioned() && features.locked()) {
            return;
        }
        if (lockRequired(bucket)) {
            throw new UnsafeStorageException(
                    "bucket " + name + " has no Object Lock, so stored evidence could be removed without a trace. Use a"
                            + " bucket created with Object Lock, or set aletheia.object-store.object-lock=disabled to"
                            + " accept that",
                    null);
        }
        LOG.warnf(
                "bucket %s has no Object Lock (aletheia.object-store.object-lock=disabled): only access rights protect"
                        + " what it holds",
                name);
    }

    /**
     * The log's checkpoint and partial tiles are replaced several times a second, and each leaves a version. A rule is set
     * with a bucket that is made here; one of an operator's own making keeps what rules it has.
     */
    private void forgetReplaced(String name, boolean made) {
        boolean forgets = made ? setup.forgetReplaced(name, REPLACED_DAYS) : setup.forgetsReplaced(name);
        if (!forgets) {
            LOG.warnf(
                    "bucket %s has no lifecycle rule that expires noncurrent versions: every checkpoint and partial tile that"
                            + " is replaced stays in it for ever. Give it one of some days",
                    name);
        }
    }

    private static void requireForgetful(String name, BucketFeatures features) {
        if (features.versioned() || features.locked()) {
            throw new UnsafeStorageException(
                    "bucket " + name + " keeps old versions, so a destroyed key would live on in it. Set"
                            + " aletheia.object-store.keys-bucket to a bucket without versioning and Object Lock",
                    null);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnsafeStorageException("interrupted while waiting for the object store", e);
        }
    }
}
