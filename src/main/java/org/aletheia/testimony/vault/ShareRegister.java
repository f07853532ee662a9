package org.aletheia.testimony.vault;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Where shares that were given are kept, sealed; seen by those who see the request. What writes joins the caller's transaction. */
public interface ShareRegister {
    /** Puts a share in the place of what the same custodian gave before. */
    void put(ShareGiven share);

    /** Those of a request, in the order of the custodians. */
    List<ShareGiven> of(UUID reveal);

    /** Notes that one is wrong, unless its custodian gave another meanwhile. @return whether this noted it */
    boolean wrong(ShareGiven share, Instant at);

    /** Requests that can be approved or seen at a moment and whose schemes have this custodian, after an id, in order of ids. */
    List<Reveal> waitingFor(UUID custodian, Instant now, UUID after, int most);
}
