/** The pages of the anonymous door, and its messages for members. */
@NullMarked
package org.aletheia.testimony.door.anonymous.rest;

import org.jspecify.annotations.NullMarked;
