/**
 * The records of the library as JSON, for hosts with Jackson 2 ({@link org.eportfolio.json.PortfolioJackson2}), with Jackson 3
 * ({@link org.eportfolio.json.PortfolioJackson3}), or with both: the same bytes. What is written and read stands in
 * {@code docs/json.md}, and as an OpenAPI document in {@code docs/json/openapi.json}.
 */
@NullMarked
package org.eportfolio.json;

import org.jspecify.annotations.NullMarked;
