package ecsadvisor.models.finding;

import java.io.Serializable;

/** A figure or fact behind a finding, ready to be read: name and value with its unit. */
public record Evidence(String name, String value) implements Serializable {}
