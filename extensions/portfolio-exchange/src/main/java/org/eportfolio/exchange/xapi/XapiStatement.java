package org.eportfolio.exchange.xapi;

import java.util.UUID;

/**
 * One statement.
 *
 * @param id the same each time for the same entry of the journal, so that a record store that has it drops what comes twice
 * @param json on one line
 */
public record XapiStatement(UUID id, String json) {}
