package org.aletheia.testimony.vault.custodians;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.aletheia.access.RecordName;

/** Wrappings, one for each scheme at most. Every method joins the caller's transaction, or makes one statement. */
public interface WrappingRegister {
    /** Begins one. The database sees that two decided it. */
    void begin(UUID scheme, UUID approval, Instant since);

    /** That of a scheme. */
    Optional<Wrapping> find(UUID scheme);

    /** That of the scheme that stands, where it is not done. */
    Optional<Wrapping> underWay();

    /** One identity more. @return false where the scheme ended: then nobody comes under it any more */
    boolean count(UUID scheme);

    /** Goes on behind somebody, unless another did since this was read. */
    void advance(Wrapping from, RecordName after, int unopened, boolean leftSome);

    /** Begins another pass, likewise. */
    void again(Wrapping from);

    /** Ends it, likewise. @return false where another did, or the scheme ended */
    boolean done(Wrapping from, int unopened, Instant at);
}
