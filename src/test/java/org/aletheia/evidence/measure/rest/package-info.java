@NullMarked
package org.aletheia.evidence.measure.rest;

import org.jspecify.annotations.NullMarked;
