/** The frozen custody formats: canonical JSON, events committed field by field, event types, disclosure. */
@NullMarked
package org.aletheia.custody.format;

import org.jspecify.annotations.NullMarked;
