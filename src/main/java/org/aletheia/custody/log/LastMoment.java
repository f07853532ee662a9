package org.aletheia.custody.log;

import java.time.Duration;

/** Takes along what came until just before the time of a publication, and records its signature on time. */
final class LastMoment implements Pace {
    /** How long before its time the tree is read: about what ordering the last events takes, and checking and signing it. */
    private static final Duration READING = Duration.ofMillis(12);

    private final Publication publication;
    private final Runnable takeAlong;

    /** @param takeAlong has events ordered that came meanwhile */
    LastMoment(Publication publication, Runnable takeAlong) {
        this.publication = publication;
        this.takeAlong = takeAlong;
    }

    @Override
    public void beforeReading() {
        hold(READING);
        takeAlong.run();
    }

    @Override
    public void beforeRecording() {
        hold(Duration.ZERO);
    }

    private void hold(Duration before) {
        Duration left = publication.untilNext().minus(before);
        if (left.isPositive()) {
            pause(left);
        }
    }

    private static void pause(Duration length) {
        try {
            Thread.sleep(length);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the server stops", e);
        }
    }
}
