/** What every table of the record shares: ownership, classification, compartments, and the database wall behind the policy. */
@NullMarked
package org.aletheia.platform.persistence;

import org.jspecify.annotations.NullMarked;
