/**
 * What travels between portfolios and to the outside: archives, frameworks, booklets, rosters. A format is a plugin: an
 * {@link Exporter}, an {@link Importer}, or both; {@link Exchange} holds the ones a host installs. Every exporter gives
 * back a {@link LossReport}; every importer reads in bounded memory, reports each bad item with its {@link Place}, and
 * imports all or nothing unless the options say otherwise.
 */
@NullMarked
package org.eportfolio.exchange;

import org.jspecify.annotations.NullMarked;
