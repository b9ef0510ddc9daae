package ecsadvisor.models.fact;

import java.io.Serializable;
import java.util.List;

/**
 * An ECR repository.
 *
 * @param accountId the account
 * @param region the region
 * @param arn its ARN
 * @param name its name
 * @param uri how images name it
 * @param images its images
 * @param imagesKnown whether they are all there
 * @param lifecyclePolicy the policy's JSON text; empty for none
 * @param lifecyclePolicyKnown whether an empty policy means that there is none
 */
public record Repository(
    String accountId,
    String region,
    String arn,
    String name,
    String uri,
    List<RepositoryImage> images,
    boolean imagesKnown,
    String lifecyclePolicy,
    boolean lifecyclePolicyKnown)
    implements Serializable {
  public Repository {
    images = List.copyOf(images);
  }
}
