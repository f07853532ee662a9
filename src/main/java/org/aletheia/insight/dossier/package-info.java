/** The dossier on one record: what is recorded of it and around it, each assertion with what supports and contradicts it. */
@NullMarked
package org.aletheia.insight.dossier;

import org.jspecify.annotations.NullMarked;
