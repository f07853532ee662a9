/** Work that goes on beside requests. */
@NullMarked
package org.aletheia.platform.jobs;

import org.jspecify.annotations.NullMarked;
