package org.aletheia.evidence.content;

import java.util.concurrent.Executor;

/**
 * What readers share.
 *
 * @param executor fetches a segment while the one before is given out
 * @param pool of full buffers
 */
record ReadAhead(Executor executor, Pool<ReadBuffer> pool) {}
