package org.eportfolio.privacy;

import java.util.List;

/**
 * What a run over an {@link ErasuresPlan} did.
 *
 * @param receipts one for each person who is erased, those of an earlier run over the same plan included. One without a
 *     completion says that the bytes are not gone yet
 * @param left those who were not erased, and why: what concerns them changed since it was planned
 */
public record ErasedPeople(List<ErasureReceipt> receipts, List<ErasuresPlan.Blocked> left) {
    public ErasedPeople {
        receipts = List.copyOf(receipts);
        left = List.copyOf(left);
    }
}
