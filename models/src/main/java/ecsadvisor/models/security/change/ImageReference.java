package ecsadvisor.models.security.change;

/**
 * An image's name as a container definition has it. The part before the first slash is a registry
 * only if it looks like a host ({@code localhost}, or with a dot or a port); a colon after the last
 * slash begins a tag.
 *
 * @param registry host and port; empty for Docker Hub
 * @param repository the repository in it
 * @param tag the tag; empty for none
 * @param digest such as {@code sha256:…}; empty for none
 */
record ImageReference(String registry, String repository, String tag, String digest) {
  static ImageReference of(String image) {
    String reference = image.strip();
    int at = reference.indexOf('@');
    String name = at < 0 ? reference : reference.substring(0, at);
    String digest = at < 0 ? "" : reference.substring(at + 1);
    int colon = name.lastIndexOf(':');
    boolean tagged = colon > name.lastIndexOf('/');
    String tag = tagged ? name.substring(colon + 1) : "";
    String path = tagged ? name.substring(0, colon) : name;
    int slash = path.indexOf('/');
    String first = slash < 0 ? "" : path.substring(0, slash);
    boolean host = first.contains(".") || first.contains(":") || first.equals("localhost");
    return new ImageReference(
        host ? first : "", host ? path.substring(slash + 1) : path, tag, digest);
  }

  /** Whether it names the image's content. */
  boolean pinned() {
    return digest.startsWith("sha256:") || digest.startsWith("sha512:");
  }

  /** Whether it names whatever was pushed last. */
  boolean newest() {
    return !pinned() && (tag.isEmpty() || tag.equals("latest"));
  }

  /** Whether it is a name at all: not empty, and no placeholder that nobody filled in. */
  boolean readable() {
    return !repository.isEmpty() && !repository.contains("${") && !tag.contains("${");
  }

  /** Whether a private registry of ECR holds it. */
  boolean inEcr() {
    boolean ecr = registry.contains(".dkr.ecr.") || registry.contains(".dkr.ecr-fips.");
    return ecr || registry.contains(".dkr-ecr.") || registry.contains(".dkr-ecr-fips.");
  }
}
