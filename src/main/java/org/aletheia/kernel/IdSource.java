package org.aletheia.kernel;

import java.util.UUID;

/** Where new record ids come from; injectable, so that tests can fix them. */
public interface IdSource {
    /** A UUIDv7 (RFC 9562 §5.7), greater than every earlier one of this source. */
    UUID timeOrdered();

    /** A UUIDv4 (RFC 9562 §5.4), for records whose time of creation must not show. */
    UUID random();
}
