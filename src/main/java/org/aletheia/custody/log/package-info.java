/**
 * From committed events to a published log, in three steps that each recover by running again: sequencing gives the order,
 * signing vouches for a tree, publication puts it into the bucket.
 */
@NullMarked
package org.aletheia.custody.log;

import org.jspecify.annotations.NullMarked;
