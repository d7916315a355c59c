package org.eportfolio.privacy;

import java.util.List;

/**
 * Where receipts of erasures are kept outside the store and its backups. When a portfolio is built with one, a store that
 * is older than an erasure is erased again before it can be read. Implementations are thread-safe; an exception makes
 * the call fail that needed the register.
 */
public interface ErasureRegister {
    /** Keeps a receipt durably; keeping the same one twice is harmless. Called after each erasure. */
    void keep(ErasureReceipt receipt);

    /** All receipts, in the order in which they were kept; never {@code null}. Called when a portfolio is built. */
    List<ErasureReceipt> receipts();
}
