package org.aletheia.custody.cosigning;

import jakarta.enterprise.context.ApplicationScoped;
import org.aletheia.custody.PublishedLog;

/** By how many the published checkpoint of this log is cosigned. */
@ApplicationScoped
class CosignedLog {
    private final PublishedLog log;
    private final Cosigners cosigners;

    CosignedLog(PublishedLog log, Cosigners cosigners) {
        this.log = log;
        this.cosigners = cosigners;
    }

    /** Cosigners that are asked and have validly cosigned it; 0 also before the first publication. */
    long cosigned() {
        return log.last().map(published -> cosigners.count(published.note())).orElse(0L);
    }
}
