/** Protective measures: what a court or another body ordered about records and persons, until it varies it. */
@NullMarked
package org.aletheia.evidence.measure;

import org.jspecify.annotations.NullMarked;
