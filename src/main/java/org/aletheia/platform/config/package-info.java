/** Whether the server may start as it is configured. */
@NullMarked
package org.aletheia.platform.config;

import org.jspecify.annotations.NullMarked;
