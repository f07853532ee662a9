package org.aletheia.evidence.content;

import java.util.concurrent.Executor;

/**
 * What readers share.
 *
 * @param executor fetches a segment while the one before is given out
 * @param pool of buffers that hold two segments
 */
record ReadAhead(Executor executor, BufferPool pool) {}
