package org.eportfolio.exchange.xapi;

import java.net.URI;
import java.util.Map;
import org.eportfolio.framework.Adoption;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.Framework;

/**
 * A framework under a scale.
 *
 * @param items by which CASE packages name them
 */
record XapiPlace(Adoption adoption, Framework framework, Map<Code, URI> items) {}
