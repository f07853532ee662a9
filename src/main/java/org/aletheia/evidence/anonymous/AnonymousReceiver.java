package org.aletheia.evidence.anonymous;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.aletheia.evidence.anonymous.store.StoredAnonymously;

/** The organisation that receives what is handed in without an account, while there is one. */
@ApplicationScoped
public class AnonymousReceiver {
    private final AnonymousDoorConfig config;
    private final StoredAnonymously stored;

    AnonymousReceiver(AnonymousDoorConfig config, StoredAnonymously stored) {
        this.config = config;
        this.stored = stored;
    }

    /** Whether there is an anonymous door. */
    public boolean open() {
        return find().isPresent();
    }

    Optional<StoredAnonymously.Receiver> find() {
        return config.organisation().flatMap(stored::receiver);
    }
}
