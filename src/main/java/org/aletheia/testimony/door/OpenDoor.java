package org.aletheia.testimony.door;

import java.time.Instant;
import org.aletheia.platform.keys.UnitKey;

/**
 * A door that is open now, for one request.
 *
 * @param door as its organisation keeps it
 * @param code by which it was opened
 * @param key the person's
 * @param openedAt when code and word were given
 */
public record OpenDoor(KeptCode code, Door door, UnitKey key, Instant openedAt) {}
