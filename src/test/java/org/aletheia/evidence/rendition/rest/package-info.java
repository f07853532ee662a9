@NullMarked
package org.aletheia.evidence.rendition.rest;

import org.jspecify.annotations.NullMarked;
