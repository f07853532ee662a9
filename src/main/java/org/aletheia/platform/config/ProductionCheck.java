package org.aletheia.platform.config;

import java.util.List;

/**
 * What one capability requires of the configuration before the server may serve. Beans of this type are asked once at
 * start; they look at configuration only and talk to no other server.
 */
public interface ProductionCheck {
    /** All that is unsafe; empty when nothing is. */
    List<Unsafe> check();
}
