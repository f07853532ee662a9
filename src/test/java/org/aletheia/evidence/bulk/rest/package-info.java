@NullMarked
package org.aletheia.evidence.bulk.rest;

import org.jspecify.annotations.NullMarked;
