package org.eportfolio.core.teeth;

/**
 * One test of the kit.
 *
 * @param concern the simple name of the nested class of the contract
 * @param name of its method
 */
record TestName(String concern, String name) {
    @Override
    public String toString() {
        return concern + ", " + name;
    }
}
