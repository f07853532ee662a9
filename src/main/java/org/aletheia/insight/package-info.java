/** The read side over all records: neighbourhoods, timelines, maps, item sheets, dossiers. Nothing here is kept; all is read anew. */
@NullMarked
package org.aletheia.insight;

import org.jspecify.annotations.NullMarked;
