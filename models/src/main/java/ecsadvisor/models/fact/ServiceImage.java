package ecsadvisor.models.fact;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * An image that a service's tasks run.
 *
 * @param container the container's name
 * @param reference the image as the task definition names it
 * @param repositoryArn the ECR repository, or empty where it is none of the inventory's
 * @param digest the digest that runs; empty where not known
 * @param sizeBytes compressed size, or null where the inventory has no such image
 */
public record ServiceImage(
    String container,
    String reference,
    String repositoryArn,
    String digest,
    @Nullable Long sizeBytes)
    implements Serializable {}
