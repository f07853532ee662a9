/** The part of a check of the whole estate that knows items, their keys and their stored bytes. */
@NullMarked
package org.aletheia.evidence.fsck;

import org.jspecify.annotations.NullMarked;
